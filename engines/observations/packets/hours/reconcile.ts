import type pg from 'pg';
import { type MeasuringDevice, measuringDevices } from '#engines/devices';
import { dbOn, inTransaction } from '../../import/land.ts';
import { archivedMonths, monthOf } from '../archive/months.ts';
import { type CalibrationsOf, NO_CALIBRATIONS } from './calibration.ts';
import { type MarksOf, NO_MARKS } from './marks.ts';
import { makePeriod } from './period.ts';
import { type DeviceHourKey, packetsOfHours, type SourceKinds, sourceKinds, spansOf } from './read.ts';
import { HOUR_RULE, HOUR_SETTINGS, type HourSettings } from './rules.table.ts';
import { type ComputedHour, holdHours, takeTouchedHours, writeHours } from './store.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** packets that are read at one time */
const MOST_PACKETS = 40_000;

export type HourOptions = {
  readonly settings?: HourSettings;
  readonly marksOf?: MarksOf;
  readonly calibrationsOf?: CalibrationsOf;
  /** what time it is; an hour that is not over waits */
  readonly now?: Date;
  readonly cancelled?: () => boolean;
};
export type HoursDone = {
  /** batches of touched hours taken */
  batches: number;
  /** device hours computed, and how many of them became another */
  hours: number;
  changed: number;
  /** device hours that wait for their end, and for their archived month */
  open: number;
  archived: number;
};

/** What the rule and its settings are called in `hour_value.edition`. */
export const hourEdition = ({ leastShare }: HourSettings) => `${HOUR_RULE}/${Math.round(leastShare * 60)}`;

/**
 * Computes the hours that packets came into since the last time, each whole from all of its packets, so that it does not
 * matter in which order or how often they came. What is written while it runs waits for the next time.
 */
export async function reconcileHours(pool: pg.Pool, options: HourOptions = {}): Promise<HoursDone> {
  const done: HoursDone = { batches: 0, hours: 0, changed: 0, open: 0, archived: 0 };
  const now = options.now ?? new Date();
  const { rows } = await pool.query<{ now: string }>('select now()::text as now');
  for (;;) {
    if (options.cancelled?.()) return done;
    const taken = await inTransaction(pool, async (client) => ({
      result: await oneRound(client, { ...options, now }, rows[0]!.now, done),
      keep: true,
    }));
    if (taken === 0) return done;
  }
}

async function oneRound(
  client: pg.PoolClient,
  options: HourOptions & { now: Date },
  before: string,
  done: HoursDone,
): Promise<number> {
  const { settings = HOUR_SETTINGS, now } = options;
  const { taken, keys } = await takeTouchedHours(client, now, before);
  if (taken === 0) return 0;
  done.batches += taken;
  const archived = await archivedMonths(client);
  const waiting = new Map<number, DeviceHourKey[]>();
  const gone: DeviceHourKey[] = [];
  const ready: DeviceHourKey[] = [];
  for (const key of keys) {
    const due = key.hour + HOUR_MS + settings.graceMinutes * MINUTE_MS;
    if (archived.has(monthOf(key.hour))) gone.push(key);
    else if (due > now.getTime()) waiting.set(due, [...(waiting.get(due) ?? []), key]);
    else ready.push(key);
  }
  for (const [due, held] of waiting) await holdHours(client, held, new Date(due));
  await holdHours(client, gone, 'infinity');
  done.archived += gone.length;
  done.open += keys.length - gone.length - ready.length;
  const computed = await computeHours(client, ready, options);
  done.hours += computed.hours;
  done.changed += computed.changed;
  return taken;
}

/** Computes hours from their packets and writes them, in the caller's transaction. */
export async function computeHours(
  client: pg.PoolClient,
  keys: readonly DeviceHourKey[],
  {
    settings = HOUR_SETTINGS,
    marksOf = NO_MARKS,
    calibrationsOf = NO_CALIBRATIONS,
  }: Pick<HourOptions, 'settings' | 'marksOf' | 'calibrationsOf'>,
): Promise<{ hours: number; changed: number }> {
  if (keys.length === 0) return { hours: 0, changed: 0 };
  const ids = [...new Set(keys.map((key) => key.deviceId))];
  const devices = await measuringDevices(dbOn(client), ids);
  const spans = await spansOf(client, ids);
  const kinds = await sourceKinds(client);
  const stations = new Set([...devices.values()].flatMap((d) => (d.stationCode === null ? [] : [d.id])));
  let changed = 0;
  for (const chunk of chunksOf(keys, devices, spans)) {
    const hours = await hoursOfPackets(client, chunk, { devices, spans, kinds, settings, marksOf, calibrationsOf });
    changed += await writeHours(client, hours, hourEdition(settings), stations);
  }
  return { hours: keys.length, changed };
}

type Known = {
  readonly devices: ReadonlyMap<number, MeasuringDevice>;
  readonly spans: ReadonlyMap<number, readonly number[]>;
  readonly kinds: SourceKinds;
  readonly settings: HourSettings;
  readonly marksOf: MarksOf;
  readonly calibrationsOf: CalibrationsOf;
};

async function hoursOfPackets(
  client: pg.PoolClient,
  keys: readonly DeviceHourKey[],
  { devices, spans, kinds, settings, marksOf, calibrationsOf }: Known,
): Promise<ComputedHour[]> {
  const packets = await packetsOfHours(client, keys, spans, kinds);
  const ids = [...new Set(keys.map((key) => key.deviceId))];
  const [first, last] = [keys[0]!.hour, keys.at(-1)!.hour + HOUR_MS];
  const marks = await marksOf(client, ids, new Date(first), new Date(last));
  const calibrate = await calibrationsOf(client, ids, new Date(first), new Date(last));
  return keys.flatMap((key): ComputedHour[] => {
    const device = devices.get(key.deviceId);
    if (!device) return [];
    const own = marks.filter((m) => m.deviceId === key.deviceId && m.from < key.hour + HOUR_MS && m.until > key.hour);
    const rule = { minutes: 60, leastShare: settings.leastShare };
    const made = makePeriod(device, packets.get(key) ?? [], rule, own);
    if (made === null) return [{ key, period: null, used: '' }];
    return [{ key, ...calibrate(device, key.hour, made) }];
  });
}

/** Cuts hours, which stand in the order of time, so that about as many packets are read at once as memory likes. */
function* chunksOf(
  keys: readonly DeviceHourKey[],
  devices: ReadonlyMap<number, MeasuringDevice>,
  spans: ReadonlyMap<number, readonly number[]>,
): Generator<DeviceHourKey[]> {
  let chunk: DeviceHourKey[] = [];
  let packets = 0;
  for (const key of keys) {
    const interval = devices.get(key.deviceId)?.settings.realtimeInterval ?? 60;
    for (const span of spans.get(key.deviceId) ?? []) packets += span === 0 ? 3600 / interval : 60 / span;
    chunk.push(key);
    if (packets < MOST_PACKETS && chunk.length < 5000) continue;
    yield chunk;
    chunk = [];
    packets = 0;
  }
  if (chunk.length) yield chunk;
}
