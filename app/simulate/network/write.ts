import { POLLUTANTS } from '#standards/pollutants';
import type { SimulatedDevice } from '../devices/device.ts';
import { NOZZLES, REFUELLING_ITEMS } from '../devices/hj-212/refuelling.ts';
import { type DeviceKind, KINDS } from '../devices/kinds.table.ts';
import type { Layout } from '../devices/layout.ts';
import { type Factor, LOCAL_QUANTITIES, MODELS, type Model, type ModelId, modelOf } from '../devices/models.table.ts';
import { SOURCE_KINDS, type Source } from '../world/index.ts';
import { PURPOSES } from './demo.table.ts';

/** A text that YAML reads as a text, in quotes where it needs them. */
const text = (value: string) => (/^[a-z][a-z0-9-]*$/.test(value) ? value : JSON.stringify(value));
const said = ({ zh, en }: { zh: string; en: string }) => `{ zh: ${text(zh)}, en: ${text(en)} }`;

const numberOf = (name: string) => /\d{3}/.exec(name)?.[0] ?? '';

/** Kinds of the register go by what is watched, not by how it is connected. */
function registeredAs(kind: DeviceKind): string {
  const row = KINDS[kind];
  return 'registered' in row ? row.registered : kind;
}

function deviceLine({ code, kind, name, model, street, lon, lat, source }: SimulatedDevice): string {
  const parts = [
    `code: ${JSON.stringify(code)}`,
    `kind: ${registeredAs(kind)}`,
    `name: ${said({ zh: name, en: `Simulated ${KINDS[kind].en} ${numberOf(name)}` })}`,
    `model: ${model}`,
    ...(street === null ? [] : [`street: ${JSON.stringify(street)}`, `lon: ${lon}`, `lat: ${lat}`]),
    ...(source === undefined ? [] : [`site: ${source}`]),
    `purpose: [${PURPOSES[kind].map((id) => JSON.stringify(id)).join(', ')}]`,
    `identities: [{ protocol: ${modelOf(model).protocol}, identity: ${JSON.stringify(code)} }]`,
  ];
  return `  - { ${parts.join(', ')} }`;
}

/** `simulated.yaml`: the devices of a demonstration, in the form of the district's own devices. */
export const networkText = ({ devices }: Layout): string =>
  [
    '# 模拟设备 Devices that do not exist: the demonstration’s network. Written by `npx lantian simulate --layout`, which writes',
    '# the same file again. Everything that these devices measure is made up (see simulated-sources.yaml for what they see).',
    'devices:',
    ...devices.map(deviceLine),
    '',
  ].join('\n');

const sourceLine = ({ id, kind, name, street, lon, lat, registered }: Source) =>
  `  - { id: ${id}, kind: ${kind}, name: ${said({ zh: name, en: `Simulated ${SOURCE_KINDS[kind].en} ${numberOf(name)}` })}, street: ${JSON.stringify(street)}, lon: ${lon}, lat: ${lat}, registered: ${registered} }`;

/** `simulated-sources.yaml`: the local sources of the demonstration's world. */
export const sourcesText = ({ sources }: Layout): string =>
  [
    '# 模拟污染源 Local sources of the simulated world, by kind (hours and strengths: app/simulate/world/sources.table.ts).',
    '# registered: false is one that the district does not know of. Written by `npx lantian simulate --layout`.',
    'sources:',
    ...sources.map(sourceLine),
    '',
  ].join('\n');

const isPollutant = (of: Factor['of']): of is Exclude<Factor['of'], keyof typeof LOCAL_QUANTITIES> => of in POLLUTANTS;

const factorLine = (code: string, what: string, unit: string) =>
  `        - { factor: ${text(code)}, ${what}, unit: ${text(unit)} }`;
const titled = (title: { zh: string; en: string }) => `title: ${said(title)}`;

function factorLines(model: Model): string[] {
  const lines = model.factors.map(({ code, of, unit }) => {
    const known = isPollutant(of);
    const name = 'refuellings' in model && model.refuellings === 'i' ? `${code}-Info` : code;
    return factorLine(name, known ? `pollutant: ${of}` : titled(LOCAL_QUANTITIES[of]), unit);
  });
  if (model.protocol !== 'hj-212') return lines;
  if (model.position)
    lines.push(
      factorLine(model.position.lon, titled({ zh: '经度', en: 'longitude' }), '°'),
      factorLine(model.position.lat, titled({ zh: '纬度', en: 'latitude' }), '°'),
    );
  if (model.refuellings)
    for (const { name, zh, en, unit } of REFUELLING_ITEMS[model.refuellings](NOZZLES))
      lines.push(factorLine(name, titled({ zh, en }), unit));
  return lines;
}

const kindOf = (id: string): DeviceKind =>
  (Object.keys(KINDS) as DeviceKind[]).find((kind) => KINDS[kind].models.some(([model]) => model === id))!;

function modelLines(id: ModelId): string[] {
  const model = modelOf(id);
  const lines = [
    `  - id: ${id}`,
    `    title: ${said(model)}`,
    `    maker: ${text(model.zh.split(' ')[0]!)}`,
    `    kind: ${registeredAs(kindOf(id))}`,
    `    protocol: ${model.protocol}`,
    '    settings:',
  ];
  if (model.protocol === 'hj-212')
    lines.push(
      `      crc: [${model.crc}]`,
      `      stamp: ${model.stamp}`,
      `      realtimeInterval: ${model.realtimeSeconds ?? 60}`,
      ...(model.minutes === null ? [] : [`      minuteInterval: ${model.minutes}`]),
      `      hourFrom: ${model.minutes === null ? 'realtime' : 'minutes'}`,
    );
  const factors = factorLines(model);
  lines.push(factors.length > 0 ? '      factors:' : '      factors: []', ...factors);
  return lines;
}

/** `device-models.yaml`: what the makers of these devices would state, in the form of the district's own models. */
export const modelsText = (): string =>
  [
    '# 设备型号 What makers state of their devices: factors, units, checksum, time stamps. No packet carries a unit, so it stands here.',
    '# The models of real devices are added beside these; those named sim-… are of the simulated network, written by',
    '# `npx lantian simulate --layout`.',
    'models:',
    ...(Object.keys(MODELS) as ModelId[]).flatMap(modelLines),
    '',
  ].join('\n');
