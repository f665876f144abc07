import type { Cited } from '#standards/editions';
import { VOC_STANDARDS, type VocStandardId } from './standards.table.ts';

export type VocUnit = 'g/L' | 'g/kg' | '%';
/** delivered: as it leaves the factory 出厂状态; application: mixed and thinned as it is used 施工状态 */
export type ProductState = 'delivered' | 'application';

export type VocLimitRow = Cited & {
  readonly standard: VocStandardId;
  readonly table: string;
  /** the class as the standard's table has it, widest first */
  readonly path: readonly string[];
  readonly limit: string;
  readonly unit: VocUnit;
  readonly state: ProductState;
  /** the content counts without the product's water, so that a mass fraction and a density do not give it */
  readonly withoutWater: boolean;
  /** two-sources: two independent places give the number; text: a district has read it in the standard */
  readonly certainty: 'text' | 'two-sources' | 'one-source';
  readonly source: string;
  /** what another place says, when it says something else: a value between the two decides nothing */
  readonly disagreement?: { readonly limit: string; readonly source: string };
};

const inForceOf = (standard: VocStandardId) =>
  (VOC_STANDARDS.find((row) => row.standard === standard) as (typeof VOC_STANDARDS)[number]).inForce;

const TWO = { certainty: 'two-sources', confidence: 'M' } as const;
const ONE = { certainty: 'one-source', confidence: 'L' } as const;
type Certain = typeof TWO | typeof ONE;

const INK_SOURCES = 'silo-cn.cn 2021-11-26（表1全表）；beidouzhiku.cn 18636（限量综述）';
const INK = {
  standard: 'GB38507-2020',
  table: '表1',
  unit: '%',
  state: 'delivered',
  withoutWater: false,
  inForce: inForceOf('GB38507-2020'),
  citation: 'GB 38507-2020 表1',
  checkedOn: '2026-11-25',
} as const;
/** `otherwise`: the number of the second source, which seems to repeat the draft for comments. */
const ink = (path: readonly string[], limit: string, otherwise?: string): VocLimitRow => {
  const certain: Certain = otherwise === undefined ? TWO : ONE;
  const seen = { ...INK, path, limit, source: INK_SOURCES, ...certain };
  return otherwise === undefined
    ? seen
    : { ...seen, disagreement: { limit: otherwise, source: 'beidouzhiku.cn 18636，疑为征求意见稿' } };
};

const WATER_INK = '水性油墨';
const INKS: readonly VocLimitRow[] = [
  ink(['溶剂油墨', '凹印油墨'], '75', '80'),
  ink(['溶剂油墨', '柔印油墨'], '75'),
  ink(['溶剂油墨', '喷墨印刷油墨'], '95'),
  ink(['溶剂油墨', '网印油墨'], '75', '90'),
  ink([WATER_INK, '凹印油墨', '吸收性承印物'], '15', '30'),
  ink([WATER_INK, '凹印油墨', '非吸收性承印物'], '30'),
  ink([WATER_INK, '柔印油墨', '吸收性承印物'], '5', '10'),
  ink([WATER_INK, '柔印油墨', '非吸收性承印物'], '25', '30'),
  ink([WATER_INK, '喷墨印刷油墨'], '30'),
  ink([WATER_INK, '网印油墨'], '30'),
  ink(['胶印油墨', '单张胶印油墨'], '3'),
  ink(['胶印油墨', '冷固轮转油墨'], '3'),
  ink(['胶印油墨', '热固轮转油墨'], '10'),
  ink(['能量固化油墨', '胶印油墨'], '2'),
  ink(['能量固化油墨', '柔印油墨'], '5'),
  ink(['能量固化油墨', '网印油墨'], '5'),
  ink(['能量固化油墨', '喷墨印刷油墨'], '10'),
  ink(['能量固化油墨', '凹印油墨'], '10'),
  ink(['雕刻凹印油墨'], '20'),
];

const VEHICLE = {
  ...ONE,
  standard: 'GB24409-2020',
  table: '表2（溶剂型涂料）',
  unit: 'g/L',
  state: 'application',
  withoutWater: false,
  inForce: inForceOf('GB24409-2020'),
  citation: 'GB 24409-2020 表2',
  source: '2020 涂料产业研究报告 第 109 页（ebook.hzeyun.com）',
  checkedOn: '2026-11-25',
} as const;
const vehicles = (kind: string, classes: readonly (readonly [...path: string[], limit: string])[]): VocLimitRow[] =>
  classes.map((row) => ({ ...VEHICLE, path: ['溶剂型涂料', kind, ...row.slice(0, -1)], limit: row.at(-1) as string }));
const MATT = '亚光清漆[光泽(60°)≤60]';
const VEHICLES: readonly VocLimitRow[] = [
  ...vehicles('乘用车原厂涂料', [
    ['中涂', '530'],
    ['底色漆', '750'],
    ['本色面漆', '550'],
    ['清漆', MATT, '600'],
    ['清漆', '其他', '单组分', '550'],
    ['清漆', '其他', '双组分', '500'],
  ]),
  ...vehicles('载货汽车原厂涂料及零部件涂料', [
    ['底漆', '单组分', '700'],
    ['底漆', '双组分', '540'],
    ['中涂', '500'],
    ['底色漆', '实色漆', '680'],
    ['底色漆', '效应颜料漆', '高装饰', '840'],
    ['底色漆', '效应颜料漆', '其他', '750'],
    ['本色面漆', '550'],
    ['清漆', '500'],
  ]),
  ...vehicles('客车（机动车）原厂涂料', [
    ['底漆', '540'],
    ['中涂', '540'],
    ['底色漆', '770'],
    ['本色面漆', '550'],
    ['清漆', '480'],
  ]),
  ...vehicles('汽车修补用涂料', [
    ['底漆', '580'],
    ['中涂', '560'],
    ['底色漆', '770'],
    ['本色面漆', '580'],
    ['清漆', MATT, '630'],
    ['清漆', '其他', '480'],
  ]),
  ...vehicles('汽车（载货汽车除外）零部件外饰塑料件用涂料', [
    ['底漆', '700'],
    ['色漆', '770'],
    ['清漆', MATT, '650'],
    ['清漆', '其他', '560'],
  ]),
  ...vehicles('汽车（载货汽车除外）零部件金属件用涂料', [
    ['底漆', '670'],
    ['色漆', '实色漆', '680'],
    ['色漆', '效应颜料漆', '750'],
    ['清漆', MATT, '600'],
    ['清漆', '其他', '单组分', '580'],
    ['清漆', '其他', '双组分', '480'],
  ]),
  ...vehicles('汽车（载货汽车除外）零部件内饰件用涂料', [
    ['底漆', '670'],
    ['色漆', '770'],
    ['清漆', MATT, '630'],
    ['清漆', '其他', '560'],
  ]),
];

const BOTH_PROTECTIVE = '360docs.net 8a16072572（型材涂料）；xiangyun-jieju.com 57703（北测检测）';
const ONE_PROTECTIVE = '360docs.net 8a16072572（型材涂料）';
const PROTECTIVE = {
  standard: 'GB30981-2020',
  unit: 'g/L',
  state: 'application',
  inForce: inForceOf('GB30981-2020'),
  checkedOn: '2026-11-25',
} as const;
const water = { table: '表1（水性涂料）', citation: 'GB 30981-2020 表1', withoutWater: true } as const;
const solvent = { table: '表2（溶剂型涂料）', citation: 'GB 30981-2020 表2', withoutWater: false } as const;
const none = { table: '表3（无溶剂涂料）', citation: 'GB 30981-2020 表3', withoutWater: false } as const;
const cured = { table: '表4（辐射固化涂料）', citation: 'GB 30981-2020 表4', withoutWater: false } as const;
const PROFILE = '型材涂料';
const one = { ...PROTECTIVE, ...ONE, source: ONE_PROTECTIVE } as const;
const two = { ...PROTECTIVE, ...TWO, source: BOTH_PROTECTIVE } as const;
const PROTECTIVES: readonly VocLimitRow[] = [
  { ...one, ...water, path: ['水性涂料', PROFILE, '电泳涂料'], limit: '250' },
  { ...one, ...water, path: ['水性涂料', PROFILE, '氟树脂涂料'], limit: '350' },
  { ...one, ...water, path: ['水性涂料', PROFILE, '其他'], limit: '300' },
  { ...one, ...solvent, path: ['溶剂型涂料', PROFILE, '氟树脂涂料'], limit: '780' },
  { ...one, ...solvent, path: ['溶剂型涂料', PROFILE, '其他', '底漆'], limit: '520' },
  { ...one, ...solvent, path: ['溶剂型涂料', PROFILE, '其他', '面漆'], limit: '600' },
  { ...one, ...solvent, path: ['溶剂型涂料', PROFILE, '其他', '清漆'], limit: '550' },
  { ...two, ...none, path: ['无溶剂涂料'], limit: '100' },
  { ...two, ...cured, path: ['辐射固化涂料', '水性', '喷涂'], limit: '400', withoutWater: true },
  { ...two, ...cured, path: ['辐射固化涂料', '水性', '其他'], limit: '150', withoutWater: true },
  {
    ...one,
    ...cured,
    path: ['辐射固化涂料', '非水性', '喷涂'],
    limit: '550',
    source: BOTH_PROTECTIVE,
    disagreement: { limit: '500', source: 'xiangyun-jieju.com 57703' },
  },
  { ...two, ...cured, path: ['辐射固化涂料', '非水性', '其他'], limit: '200' },
];

/** Every limit that could be found in a public place. A class without a row is not free: see `VOC_GAPS`. */
export const VOC_LIMITS: readonly VocLimitRow[] = [
  ...INKS,
  ...VEHICLES,
  ...PROTECTIVES,
  {
    ...TWO,
    standard: 'GB18582-2020',
    table: '表1',
    path: ['水性墙面涂料', '内墙涂料'],
    limit: '80',
    unit: 'g/L',
    state: 'application',
    withoutWater: true,
    inForce: inForceOf('GB18582-2020'),
    citation: 'GB 18582-2020 表1',
    source: 'jsgfjc05.b2b168.com 187128403（120 降到 80）；公开代码库两处引用 ≤80 g/L',
    checkedOn: '2026-11-25',
  },
  {
    ...ONE,
    standard: 'GB38508-2020',
    table: '表1',
    path: ['水基清洗剂'],
    limit: '50',
    unit: 'g/L',
    state: 'delivered',
    withoutWater: false,
    inForce: inForceOf('GB38508-2020'),
    citation: 'GB 38508-2020 表1',
    source: '公开代码库（佛山环评审查规则，同一作者两处）',
    checkedOn: '2026-11-25',
  },
];

/** Classes that a standard is known to have, whose number could not be found, or not with its class. */
export type VocGap = {
  readonly standard: VocStandardId;
  readonly path: readonly string[];
  readonly why: string;
};
export const VOC_GAPS = [
  {
    standard: 'GB33372-2020',
    path: [],
    why: '表1～表3 按应用领域与树脂类型列限量；公开处只见不带应用领域的个别数字，不能入表',
  },
  {
    standard: 'GB38508-2020',
    path: ['半水基清洗剂'],
    why: '一处作表1 100 g/L，与一般知识（表1 为 300、低 VOC 为 100）不符，未采用',
  },
  { standard: 'GB38508-2020', path: ['有机溶剂清洗剂'], why: '未见公开来源' },
  {
    standard: 'GB30981-2020',
    path: [],
    why: '除型材、无溶剂、辐射固化外，各类工业防护涂料限量未见公开来源；电子电器类数字见于一处但未注明类别',
  },
  { standard: 'GB24409-2020', path: ['水性涂料'], why: '表1 未见公开来源' },
  { standard: 'GB24409-2020', path: ['辐射固化涂料'], why: '表3 未见公开来源' },
  { standard: 'GB24409-2020', path: ['溶剂型涂料'], why: '轨道交通、摩托车、自行车等车辆的限量未见公开来源' },
  { standard: 'GB18581-2020', path: [], why: '各表限量未见公开来源' },
  { standard: 'GB18582-2020', path: [], why: '除内墙涂料外（外墙、腻子、装饰板涂料）限量未见公开来源' },
  { standard: 'GB30981.1-2025', path: [], why: '限量未见公开来源' },
  { standard: 'GB30981.2-2025', path: [], why: '限量未见公开来源' },
  { standard: 'DB11/3005-2017', path: [], why: '表1 未见公开来源（转载页以图片给出）' },
  { standard: 'GB/T38597-2020', path: [], why: '各表限量未见公开来源' },
] as const satisfies readonly VocGap[];

/** Inks that are low in VOC by their class when they keep table 1 (GB 38507-2020 cl. 4, silo-cn.cn 2021-11-26). */
export const LOW_VOC_INKS: readonly string[] = [WATER_INK, '胶印油墨', '能量固化油墨', '雕刻凹印油墨'];
