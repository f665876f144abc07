import type { Choice, Column } from '#engines/ledgers';

/** What a vehicle runs on. */
export const ENERGIES: readonly Choice[] = [
  { id: 'electric', title: { zh: '纯电动', en: 'battery electric' }, aliases: ['电动', 'BEV'] },
  { id: 'hydrogen', title: { zh: '氢燃料电池', en: 'hydrogen fuel cell' }, aliases: ['氢燃料', '燃料电池', 'FCEV'] },
  { id: 'plug-in', title: { zh: '插电式混合动力', en: 'plug-in hybrid' }, aliases: ['插电混动', 'PHEV'] },
  { id: 'hybrid', title: { zh: '油电混合动力', en: 'hybrid' }, aliases: ['混合动力', 'HEV'] },
  { id: 'gas', title: { zh: '天然气', en: 'natural gas' }, aliases: ['CNG', 'LNG'] },
  { id: 'petrol', title: { zh: '汽油', en: 'petrol' } },
  { id: 'diesel', title: { zh: '柴油', en: 'diesel' } },
];

/** What the plan counts as clean: 纯电动车或氢燃料电池车. */
export const CLEAN = ['electric', 'hydrogen'];

/** Emission stages of vehicles (GB 18352, GB 17691). */
export const STAGES: readonly Choice[] = [
  { id: 'china-1', title: { zh: '国一及以前', en: 'China 1 or before' }, aliases: ['国Ⅰ', '国一'] },
  { id: 'china-2', title: { zh: '国二', en: 'China 2' }, aliases: ['国Ⅱ'] },
  { id: 'china-3', title: { zh: '国三', en: 'China 3' }, aliases: ['国Ⅲ'] },
  { id: 'china-4', title: { zh: '国四', en: 'China 4' }, aliases: ['国Ⅳ'] },
  { id: 'china-5', title: { zh: '国五', en: 'China 5' }, aliases: ['国Ⅴ', '京五'] },
  { id: 'china-6a', title: { zh: '国六a', en: 'China 6a' }, aliases: ['国Ⅵa', '国6a'] },
  { id: 'china-6b', title: { zh: '国六b', en: 'China 6b' }, aliases: ['国Ⅵb', '国6b'] },
  { id: 'zero', title: { zh: '零排放', en: 'zero emission' }, aliases: ['新能源', '纯电动'] },
];

/** The trades in whose fleets the plan counts. */
export const TRADES: readonly Choice[] = [
  { id: 'bus', title: { zh: '公交', en: 'city bus' }, aliases: ['公交车'] },
  { id: 'taxi', title: { zh: '巡游出租', en: 'taxi' }, aliases: ['巡游出租车', '出租车'] },
  { id: 'ride-hailing', title: { zh: '网约出租', en: 'ride-hailing' }, aliases: ['网约车', '网约出租车'] },
  { id: 'rental', title: { zh: '汽车租赁', en: 'car rental' }, aliases: ['租赁'] },
  { id: 'driving-school', title: { zh: '驾校教练', en: 'driving school' }, aliases: ['驾校', '教练车'] },
  { id: 'tour-coach', title: { zh: '旅游客车班线', en: 'tour coach' }, aliases: ['旅游客车', '省际客车'] },
  { id: 'commuter', title: { zh: '通勤班车', en: 'commuter bus' }, aliases: ['通勤', '班车'] },
  { id: 'school-bus', title: { zh: '校车', en: 'school bus' } },
  { id: 'sanitation', title: { zh: '环卫', en: 'sanitation' }, aliases: ['环卫车'] },
  { id: 'post', title: { zh: '邮政', en: 'post' }, aliases: ['邮政车'] },
  { id: 'freight', title: { zh: '物流货运', en: 'freight' }, aliases: ['货运', '物流', '道路货运'] },
  { id: 'official', title: { zh: '机关公务', en: 'official cars' }, aliases: ['公务', '公务用车'] },
  { id: 'duty', title: { zh: '执法执勤勤务', en: 'law enforcement and duty' }, aliases: ['勤务', '执法执勤'] },
  { id: 'greening', title: { zh: '园林绿化', en: 'greening' } },
  { id: 'municipal', title: { zh: '市政养护', en: 'municipal upkeep' } },
  { id: 'energy', title: { zh: '能源保障', en: 'energy supply' } },
  { id: 'commerce', title: { zh: '商贸流通', en: 'commerce' } },
  { id: 'muck', title: { zh: '渣土运输', en: 'muck transport' }, aliases: ['渣土车'] },
  { id: 'other', title: { zh: '其他行业', en: 'other' } },
];

/** Classes that the plan's own words leave out of its shares. */
export const EXEMPT_CLASSES: readonly Choice[] = [
  { id: 'none', title: { zh: '无', en: 'none' } },
  { id: 'emergency', title: { zh: '应急保障', en: 'emergency service' } },
  { id: 'social-security', title: { zh: '社会保障', en: 'social security' } },
  { id: 'individual', title: { zh: '个体', en: 'individually owned' } },
  { id: 'dangerous-goods', title: { zh: '危险品运输', en: 'dangerous goods' }, aliases: ['危险品'] },
  { id: 'cold-chain', title: { zh: '冷链运输', en: 'cold chain' }, aliases: ['冷链'] },
  { id: 'special', title: { zh: '特种作业', en: 'special vehicle' }, aliases: ['特种'] },
];

/** Sizes of vehicles (GA 802). */
export const SIZES: readonly Choice[] = [
  { id: 'small-passenger', title: { zh: '小型客车', en: 'small passenger' }, aliases: ['小客车', '轿车'] },
  { id: 'medium-passenger', title: { zh: '中型客车', en: 'medium passenger' } },
  { id: 'large-passenger', title: { zh: '大型客车', en: 'large passenger' }, aliases: ['大客车'] },
  { id: 'light-truck', title: { zh: '轻型货车', en: 'light truck' } },
  { id: 'medium-truck', title: { zh: '中型货车', en: 'medium truck' } },
  { id: 'heavy-truck', title: { zh: '重型货车', en: 'heavy truck' } },
  { id: 'special-purpose', title: { zh: '专项作业车', en: 'special purpose' }, aliases: ['专用作业车'] },
];

/** How far a subsidy has come. */
export const SUBSIDY_STAGES: readonly Choice[] = [
  { id: 'none', title: { zh: '未申请', en: 'not asked for' } },
  { id: 'applied', title: { zh: '已受理', en: 'received' } },
  { id: 'reviewed', title: { zh: '已审核', en: 'reviewed' } },
  { id: 'approved', title: { zh: '已核定', en: 'approved' } },
  { id: 'paid', title: { zh: '已拨付', en: 'paid' } },
  { id: 'refused', title: { zh: '不予补贴', en: 'refused' } },
];

/** Columns that most ledgers of vehicles have. */
export const plate = {
  id: 'plate',
  title: { zh: '号牌号码', en: 'Plate' },
  type: 'plate',
  required: true,
  sort: true,
  aliases: ['车牌号', '车牌', '号牌', '车辆号牌'],
} as const satisfies Column;
export const vin = {
  id: 'vin',
  title: { zh: '车辆识别代号', en: 'VIN' },
  type: 'vin',
  aliases: ['车架号', 'VIN码'],
} as const satisfies Column;
export const energy = {
  id: 'energy',
  title: { zh: '能源种类', en: 'Energy' },
  type: 'choice',
  required: true,
  filter: true,
  choices: ENERGIES,
  aliases: ['燃料种类', '能源类型', '燃料类型'],
} as const satisfies Column;
export const stage = {
  id: 'stage',
  title: { zh: '排放阶段', en: 'Emission stage' },
  type: 'choice',
  filter: true,
  choices: STAGES,
  aliases: ['排放标准'],
} as const satisfies Column;
export const trade = {
  id: 'trade',
  title: { zh: '行业', en: 'Trade' },
  type: 'choice',
  required: true,
  filter: true,
  choices: TRADES,
  aliases: ['行业类别', '所属行业'],
} as const satisfies Column;
export const size = {
  id: 'size',
  title: { zh: '车辆类型', en: 'Size of vehicle' },
  type: 'choice',
  choices: SIZES,
  aliases: ['车型类别'],
} as const satisfies Column;
export const mass = {
  id: 'mass',
  title: { zh: '最大总质量', en: 'Gross mass' },
  type: 'decimal',
  unit: '吨',
  decimals: 3,
  least: 0.1,
  most: 100,
  sort: true,
  aliases: ['总质量'],
} as const satisfies Column;
export const owner = {
  id: 'owner',
  title: { zh: '车辆所有人', en: 'Owner' },
  type: 'text',
  required: true,
  sort: true,
  aliases: ['所属单位', '车主', '所属企业'],
} as const satisfies Column;
export const ownerCode = {
  id: 'ownerCode',
  title: { zh: '所有人统一社会信用代码', en: "Owner's credit code" },
  type: 'credit_code',
} as const satisfies Column;
export const street = {
  id: 'street',
  title: { zh: '街道', en: 'Subdistrict' },
  type: 'street',
  filter: true,
  aliases: ['属地', '所属街道'],
} as const satisfies Column;
export const remark = {
  id: 'remark',
  title: { zh: '备注', en: 'Remark' },
  type: 'long_text',
  longest: 500,
} as const satisfies Column;

/** The unit that keeps an entry. */
export const keptBy = (zh: string, en: string): Column => ({
  id: 'unit',
  title: { zh, en },
  type: 'unit',
  required: true,
  filter: true,
  aliases: ['填报单位'],
});
