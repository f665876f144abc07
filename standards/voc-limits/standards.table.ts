import type { Cited } from '#standards/editions';

/** What a product is, as the ledgers of raw materials name it. */
export const FAMILIES = {
  adhesive: { zh: '胶粘剂', en: 'adhesive' },
  ink: { zh: '油墨', en: 'printing ink' },
  cleaner: { zh: '清洗剂', en: 'cleaning agent' },
  protective: { zh: '工业防护涂料', en: 'industrial protective coating' },
  vehicle: { zh: '车辆涂料', en: 'vehicle coating' },
  wood: { zh: '木器涂料', en: 'wood coating' },
  wall: { zh: '建筑用墙面涂料', en: 'architectural wall coating' },
  architecturalAdhesive: { zh: '建筑类胶粘剂', en: 'architectural adhesive' },
  architecturalCoating: { zh: '其他建筑类涂料（防水、地坪、防腐等）', en: 'other architectural coating' },
} as const;
export type Family = keyof typeof FAMILIES;

export type VocStandardId =
  | 'GB33372-2020'
  | 'GB38507-2020'
  | 'GB38508-2020'
  | 'GB30981-2020'
  | 'GB24409-2020'
  | 'GB18581-2020'
  | 'GB18582-2020'
  | 'GB30981.1-2025'
  | 'GB30981.2-2025'
  | 'DB11/3005-2017'
  | 'GB/T38597-2020';

export type VocStandard = Cited & {
  readonly standard: VocStandardId;
  readonly zh: string;
  /** limit: what may be made, sold and used; low-voc: who may call a product low in VOC */
  readonly purpose: 'limit' | 'low-voc';
  readonly families: readonly Family[];
  readonly replacedBy?: VocStandardId;
};

const M = { checkedOn: '2026-11-25', confidence: 'M' } as const;
const ANNOUNCED = '国家标准公告 2020 年第 2 号（SGS、UL、chemlinked 转载日期一致）';
const REPLACED = '2025-05-30 发布，2026-06-01 实施（SGS、codeofchina、嘉峪检测转载一致）';
const UNTIL_2025_EDITION = { from: '2020-12-01', until: '2026-05-31' } as const;

/** Which standards rule which products, and when. The dates are reported alike in several places; for which of them limits are known: the rows. */
export const VOC_STANDARDS = [
  {
    ...M,
    standard: 'GB33372-2020',
    zh: '胶粘剂挥发性有机化合物限量',
    purpose: 'limit',
    families: ['adhesive', 'architecturalAdhesive'],
    inForce: { from: '2020-12-01' },
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB38507-2020',
    zh: '油墨中可挥发性有机化合物（VOCs）含量的限值',
    purpose: 'limit',
    families: ['ink'],
    inForce: { from: '2021-04-01' },
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB38508-2020',
    zh: '清洗剂挥发性有机化合物含量限值',
    purpose: 'limit',
    families: ['cleaner'],
    inForce: { from: '2020-12-01' },
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB30981-2020',
    zh: '工业防护涂料中有害物质限量',
    purpose: 'limit',
    families: ['protective'],
    inForce: UNTIL_2025_EDITION,
    replacedBy: 'GB30981.2-2025',
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB24409-2020',
    zh: '车辆涂料中有害物质限量',
    purpose: 'limit',
    families: ['vehicle'],
    inForce: UNTIL_2025_EDITION,
    replacedBy: 'GB30981.2-2025',
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB18581-2020',
    zh: '木器涂料中有害物质限量',
    purpose: 'limit',
    families: ['wood'],
    inForce: UNTIL_2025_EDITION,
    replacedBy: 'GB30981.2-2025',
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB18582-2020',
    zh: '建筑用墙面涂料中有害物质限量',
    purpose: 'limit',
    families: ['wall'],
    inForce: UNTIL_2025_EDITION,
    replacedBy: 'GB30981.1-2025',
    citation: ANNOUNCED,
  },
  {
    ...M,
    standard: 'GB30981.1-2025',
    zh: '涂料中有害物质限量 第1部分：建筑涂料',
    purpose: 'limit',
    families: ['wall'],
    inForce: { from: '2026-06-01' },
    citation: REPLACED,
  },
  {
    ...M,
    standard: 'GB30981.2-2025',
    zh: '涂料中有害物质限量 第2部分：工业涂料',
    purpose: 'limit',
    families: ['protective', 'vehicle', 'wood'],
    inForce: { from: '2026-06-01' },
    citation: REPLACED,
  },
  {
    ...M,
    standard: 'DB11/3005-2017',
    zh: '建筑类涂料与胶粘剂挥发性有机化合物含量限值标准（京津冀）',
    purpose: 'limit',
    families: ['wall', 'architecturalCoating', 'architecturalAdhesive'],
    inForce: { from: '2017-09-01' },
    citation: '2017-04-12 发布，2017-09-01 实施（北京晚报、DB12/3005-2017 文本首页）；是否已被代替未核实',
  },
  {
    ...M,
    standard: 'GB/T38597-2020',
    zh: '低挥发性有机化合物含量涂料产品技术要求',
    purpose: 'low-voc',
    families: ['protective', 'vehicle', 'wood', 'wall', 'architecturalCoating'],
    inForce: { from: '2021-02-01' },
    citation: '2020-03-31 发布，2021-02-01 实施（标准文本首页；推荐性）',
  },
] as const satisfies readonly VocStandard[];
