import { DEVICE_KINDS, type DeviceKind, isDeviceKind } from '../kinds.table.ts';
import { PROTOCOLS, type Protocol } from '../model.ts';
import type { DeviceRow } from '../wire.ts';

/** What a sheet's cells are read and written with: ids and names of models, streets and units. */
export type SheetNames = {
  models: ReadonlyMap<string, string>;
  streets: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
};
export type SheetDevice = DeviceRow & { identities: readonly { protocol: Protocol; identity: string }[] };

export type SheetColumn = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly hint: { readonly zh: string; readonly en: string };
  readonly needed?: true;
  /** a cell that is not blank as the field's value; undefined: it is none */
  readonly read: (text: string, names: SheetNames) => unknown;
  readonly write: (device: SheetDevice, names: SheetNames) => string;
};

const plain = (text: string) => text;
const list = (text: string) => text.split(/[、,，;；\s]+/).filter(Boolean);
const number = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);
/** by id, or by a name that only one has */
const named = (known: ReadonlyMap<string, string>, text: string) => {
  if (known.has(text)) return text;
  const of = [...known].filter(([, name]) => name === text || name === `${text}街道`);
  return of.length === 1 ? of[0]![0] : undefined;
};
const kindOf = (text: string): DeviceKind | undefined => {
  if (isDeviceKind(text)) return text;
  return (Object.keys(DEVICE_KINDS) as DeviceKind[]).find((kind) => DEVICE_KINDS[kind].zh === text);
};

/** Columns of the sheet of devices, in order; a heading is known by its Chinese or its English name. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  {
    ...{ key: 'code', zh: '编号', en: 'code', needed: true },
    hint: { zh: '必填，唯一；已有的编号表示修改', en: 'needed, unique; a known code changes that device' },
    read: (text) => (text.length <= 64 ? text : undefined),
    write: ({ code }) => code,
  },
  {
    ...{ key: 'kind', zh: '类型', en: 'kind' },
    hint: {
      zh: Object.values(DEVICE_KINDS)
        .map(({ zh }) => zh)
        .join('、'),
      en: Object.keys(DEVICE_KINDS).join(', '),
    },
    read: kindOf,
    write: ({ kind }) => (isDeviceKind(kind) ? DEVICE_KINDS[kind].zh : kind),
  },
  {
    ...{ key: 'name', zh: '名称', en: 'name' },
    hint: { zh: '', en: '' },
    read: plain,
    write: ({ name }) => name?.zh ?? '',
  },
  {
    ...{ key: 'nameEn', zh: '英文名称', en: 'name (English)' },
    hint: { zh: '', en: '' },
    read: plain,
    write: ({ name }) => name?.en ?? '',
  },
  {
    ...{ key: 'modelId', zh: '型号', en: 'model' },
    hint: { zh: '型号编号或名称，见型号页', en: 'id or name, see the page of models' },
    read: (text, { models }) => named(models, text),
    write: ({ modelId }) => modelId ?? '',
  },
  {
    ...{ key: 'lon', zh: '经度', en: 'longitude' },
    hint: { zh: 'WGS-84，十进制度，如 116.3775', en: 'WGS 84, decimal degrees' },
    read: number,
    write: ({ lon }) => (lon === null ? '' : String(lon)),
  },
  {
    ...{ key: 'lat', zh: '纬度', en: 'latitude' },
    hint: { zh: 'WGS-84，十进制度，如 39.9094', en: 'WGS 84, decimal degrees' },
    read: number,
    write: ({ lat }) => (lat === null ? '' : String(lat)),
  },
  {
    ...{ key: 'streetCode', zh: '街道', en: 'street' },
    hint: { zh: '名称或代码；不填按经纬度判断', en: 'name or code; found from the place when left blank' },
    read: (text, { streets }) => named(streets, text),
    write: ({ streetCode }, { streets }) => (streetCode === null ? '' : (streets.get(streetCode) ?? streetCode)),
  },
  {
    ...{ key: 'site', zh: '点位', en: 'site' },
    hint: { zh: '安装位置，如“德胜门外大街11号楼顶”', en: 'where it is fixed' },
    read: plain,
    write: ({ site }) => site ?? '',
  },
  {
    ...{ key: 'unitId', zh: '管理单位', en: 'unit' },
    hint: { zh: '辖区单位名录中的名称', en: "name or id of the district's directory of units" },
    read: (text, { units }) => named(units, text),
    write: ({ unitId }, { units }) => (unitId === null ? '' : (units.get(unitId) ?? unitId)),
  },
  {
    ...{ key: 'owner', zh: '权属', en: 'owner' },
    hint: { zh: '名录之外的企业等', en: 'a company or whoever is not in that directory' },
    read: plain,
    write: ({ owner }) => owner ?? '',
  },
  {
    ...{ key: 'purpose', zh: '服务措施', en: 'measures' },
    hint: { zh: '行动计划措施编号，用顿号隔开，如 1.1、27.1', en: 'numbers of measures, separated by commas' },
    read: list,
    write: ({ purpose }) => purpose.join('、'),
  },
  {
    ...{ key: 'protocol', zh: '协议', en: 'protocol' },
    hint: { zh: PROTOCOLS.join('、'), en: PROTOCOLS.join(', ') },
    read: (text) => PROTOCOLS.find((protocol) => protocol === text.toLowerCase()),
    write: ({ identities }) => identities[0]?.protocol ?? '',
  },
  {
    ...{ key: 'identities', zh: '设备标识', en: 'identities' },
    hint: {
      zh: 'MN、车架号、手机号等；多个用顿号隔开',
      en: 'MN, vehicle number, telephone number; separated by commas',
    },
    read: list,
    write: ({ identities }) => identities.map(({ identity }) => identity).join('、'),
  },
];
