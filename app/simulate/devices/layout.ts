import {
  chance,
  type Ground,
  keyOf,
  oneOf,
  rounded,
  SOURCE_KINDS,
  type Source,
  type SourceKind,
  type StreetShape,
} from '../world/index.ts';
import type { SimulatedDevice } from './device.ts';
import { type DeviceKind, KINDS } from './kinds.table.ts';
import { MODELS, type ModelId } from './models.table.ts';

/** A network of simulated devices and the local sources of their world. */
export type Layout = { readonly devices: readonly SimulatedDevice[]; readonly sources: readonly Source[] };
export type Counts = Partial<Record<DeviceKind, number>>;

/** Sources that no device stands at, for each kind: how many a district has. One in eight is not registered. */
const OTHER_SOURCES: readonly (readonly [SourceKind, number])[] = [
  ['restaurant', 30],
  ['road', 24],
  ['boiler', 6],
  ['workshop', 8],
  ['site', 4],
];
const UNREGISTERED = 8;

/** As many to each street as its area asks for (largest remainders). */
export function byArea(streets: readonly StreetShape[], count: number): StreetShape[] {
  const total = streets.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
  const shares = streets.map((street) => ({ street, exact: (count * street.areaKm2) / total }));
  const whole = shares.map(({ street, exact }) => ({ street, n: Math.floor(exact), rest: exact - Math.floor(exact) }));
  const left = count - whole.reduce((sum, { n }) => sum + n, 0);
  const more = new Set([...whole].sort((a, b) => b.rest - a.rest).slice(0, left));
  return whole.flatMap((one) => Array.from({ length: one.n + (more.has(one) ? 1 : 0) }, () => one.street));
}

const digits = (n: number, length: number) => String(n).padStart(length, '0');
const KIND_NUMBERS = Object.keys(KINDS) as DeviceKind[];

/** What a device calls itself; plainly no real one's. */
function codeOf(kind: DeviceKind, model: ModelId, n: number): string {
  const number = digits(KIND_NUMBERS.indexOf(kind) + 1, 2);
  const { protocol, edition } = MODELS[model];
  if (protocol === 'hj-212')
    return edition === '2005' ? `51D0${number}${digits(n, 8)}` : `51D0110102${number}${digits(n, 12)}`;
  if (protocol === 'jt-808') return edition === '2013' ? `0199${digits(n, 8)}` : `000000000199${digits(n, 8)}`;
  if (protocol === 'mqtt' || protocol === 'http') return `sim-${kind}-${digits(n, 4)}`;
  return `LSIM${number}TEST${digits(n, 7)}`;
}

function modelFor(kind: DeviceKind, seed: number, n: number): ModelId {
  const { models } = KINDS[kind];
  let left = chance(seed, keyOf(kind), n, 3) * models.reduce((sum, [, share]) => sum + share, 0);
  for (const [model, share] of models) {
    left -= share;
    if (left < 0) return model;
  }
  return models[0]![0];
}

const short = (street: StreetShape) => street.name.replace(/街道$/, '');

const FENCE_METRES = 60;
/** An instrument stands at the fence of its place, within the same street where that can be. */
function fenceOf(ground: Ground, source: Source, seed: number) {
  const { east, north } = ground.metres(source);
  const first = chance(seed, keyOf(source.id), 4) * 2 * Math.PI;
  const around = Array.from({ length: 8 }, (_, i) => {
    const angle = first + (i * Math.PI) / 4;
    const at = ground.lonLat({
      east: east + FENCE_METRES * Math.sin(angle),
      north: north + FENCE_METRES * Math.cos(angle),
    });
    return { lon: rounded(at.lon), lat: rounded(at.lat) };
  });
  return around.find((at) => ground.streetAt(at)?.code === source.street) ?? around[0]!;
}

/** Lays a network out over a district: the same for the same seed and counts. */
export function layOut(ground: Ground, seed: number, counts: Counts): Layout {
  const devices: SimulatedDevice[] = [];
  const sources: Source[] = [];
  const addSource = (kind: SourceKind, n: number, street: StreetShape, registered: boolean): Source => {
    const id = `sim-${kind}-${digits(n, 3)}`;
    const name = `模拟${SOURCE_KINDS[kind].zh}${digits(n, 3)}（${short(street)}）`;
    const source = { id, kind, name, street: street.code, ...ground.pointIn(street, seed, id), registered };
    sources.push(source);
    return source;
  };
  for (const kind of KIND_NUMBERS) {
    const count = counts[kind] ?? 0;
    const streets = byArea(ground.streets, count);
    for (let n = 1; n <= count; n += 1) {
      const model = modelFor(kind, seed, n);
      const code = codeOf(kind, model, n);
      const { zh, stands } = KINDS[kind];
      if (stands === 'drives') {
        devices.push({ code, kind, name: `模拟${zh}${digits(n, 3)}`, model, street: null, lon: null, lat: null });
        continue;
      }
      const street = streets[n - 1]!;
      const source = stands === 'source' ? addSource(kind as 'site' | 'gas-station', n, street, true) : null;
      const { lon, lat } = source ? fenceOf(ground, source, seed) : ground.pointIn(street, seed, code);
      const name = `模拟${zh}${digits(n, 3)}（${short(street)}）`;
      devices.push({
        code,
        kind,
        name,
        model,
        street: street.code,
        lon,
        lat,
        ...(source ? { source: source.id } : {}),
      });
    }
  }
  for (const [kind, count] of OTHER_SOURCES)
    for (let i = 1; i <= count; i += 1) {
      const n = 500 + i;
      addSource(kind, n, oneOf(ground.streets, seed, keyOf(kind), n), i % UNREGISTERED !== 0);
    }
  return { devices, sources };
}
