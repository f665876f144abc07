import type { BothLanguages, Cited } from '#standards/editions';
import type { EmergencyPlan, WarningLevel } from './plans.table.ts';

/** Whom a measure concerns. */
export type Concerned = 'sites' | 'firms' | 'vehicles' | 'machinery' | 'schools' | 'cleaning' | 'public';
/** must be done · is asked for · health advice */
export type MeasureForce = 'mandatory' | 'advised' | 'health';

export type EmergencyMeasure = Cited & {
  readonly id: string;
  readonly plan: EmergencyPlan;
  readonly level: Exclude<WarningLevel, 'none'>;
  readonly concerns: Concerned;
  readonly force: MeasureForce;
  readonly what: BothLanguages;
};

/** What the rows of one plan and source have alike. */
type Source = Pick<Cited, 'inForce' | 'citation' | 'confidence'> & { readonly plan: EmergencyPlan };
const CHECKED = '2026-11-25';

const BJ2016: Source = {
  plan: 'BJ2016',
  inForce: { from: '2016-12-15', until: '2018-09-30' },
  citation: 'notices of 2016-12-16 (red), 2018-01-12 and 2018-03-10 (orange), 2018-04-17 (yellow)',
  confidence: 'M',
};
const BJ2018: Source = {
  plan: 'BJ2018',
  inForce: { from: '2018-10-01', until: '2023-10-24' },
  citation: 'notice of 2019-02-21 (orange) and reports of 2019',
  confidence: 'M',
};
const BJ2018_UNREAD: Source = {
  ...BJ2018,
  citation: 'taken over from the notices of 2016 to 2018; plan of 2018 not read',
  confidence: 'L',
};
const BJ2023: Source = {
  plan: 'BJ2023',
  inForce: { from: '2023-10-25' },
  citation: 'notices of 2024-10-30 (yellow) and 2024-11-06 (orange), as reported',
  confidence: 'M',
};
const BJ2023_UNREAD: Source = { ...BJ2023, citation: 'general knowledge; plan of 2023 not read', confidence: 'L' };

type Row = readonly [Concerned, MeasureForce, string, string];
const rows = (source: Source, level: EmergencyMeasure['level'], list: readonly Row[]): EmergencyMeasure[] =>
  list.map(([concerns, force, zh, en], i) => ({
    ...source,
    id: `${source.plan}-${level}-${concerns}-${source.confidence}${i + 1}`,
    level,
    concerns,
    force,
    what: { zh, en },
    checkedOn: CHECKED,
  }));

const CLEANING: Row = [
  'cleaning',
  'mandatory',
  '在常规作业基础上，重点道路每日增加1次及以上清扫保洁',
  'one or more extra cleanings a day of key roads',
];
const SENSITIVE: Row = [
  'public',
  'health',
  '儿童、老年人和呼吸道、心脑血管及其他慢性疾病患者尽量留在室内',
  'children, older people and the chronically ill stay indoors',
];
const SITES_UNTIL_2023: Row = [
  'sites',
  'mandatory',
  '停止室外喷涂粉刷、护坡喷浆、建筑拆除、切割、土石方等施工作业',
  'no outdoor spraying, shotcrete, demolition, cutting, earthwork',
];
const LIGHT_PETROL: Row = [
  'vehicles',
  'mandatory',
  '国一、国二排放标准轻型汽油车（含驾校教练车）禁止上路行驶',
  'light petrol vehicles of stage 1 and 2 stay off the road',
];
const MUCK_TRUCKS: Row = [
  'vehicles',
  'mandatory',
  '建筑垃圾、渣土、砂石运输车辆禁止上路行驶',
  'trucks of construction waste, muck and sand stay off the road',
];
const FIREWORKS: Row = ['public', 'mandatory', '禁止燃放烟花爆竹和露天烧烤', 'no fireworks, no open barbecue'];
const listedFirms = (level: string, en: string): Row => [
  'firms',
  'mandatory',
  `列入${level}预警期间停产限产名单的企业实施停产限产`,
  `firms on the ${en} list stop or limit production`,
];
const NO_OUTDOOR_SCHOOL: Row = [
  'schools',
  'health',
  '建议中小学、幼儿园停止户外活动',
  'schools and kindergartens are advised to stop outdoor activity',
];
const RED_SCHOOL: Row = [
  'schools',
  'health',
  '中小学、幼儿园采取弹性教学或停课等防护措施',
  'schools teach flexibly or close',
];
const ODD_EVEN: Row = [
  'vehicles',
  'mandatory',
  '国三及以上排放标准机动车按单双号行驶',
  'vehicles of stage 3 and above drive by odd and even plates',
];

const YELLOW_UNTIL_2023: readonly Row[] = [SITES_UNTIL_2023, CLEANING, listedFirms('黄色', 'yellow'), SENSITIVE];
const ORANGE_UNTIL_2023: readonly Row[] = [
  LIGHT_PETROL,
  MUCK_TRUCKS,
  CLEANING,
  SITES_UNTIL_2023,
  listedFirms('橙色', 'orange'),
  FIREWORKS,
  NO_OUTDOOR_SCHOOL,
];
const RED_UNTIL_2023: readonly Row[] = [
  LIGHT_PETROL,
  ODD_EVEN,
  MUCK_TRUCKS,
  CLEANING,
  SITES_UNTIL_2023,
  listedFirms('红色', 'red'),
  FIREWORKS,
  RED_SCHOOL,
];

const ORANGE_2023: readonly Row[] = [
  [
    'sites',
    'mandatory',
    '按绩效分级，差异化停止室外土石方、建筑拆除、沥青铺装等作业；“绿牌”工地除土石方、拆除外可继续施工',
    'by grade: no outdoor earthwork, demolition, asphalt paving; “green plate” sites go on with all but earthwork and demolition',
  ],
  [
    'machinery',
    'mandatory',
    '停止使用燃油非道路移动机械；气膜覆盖且使用新能源车辆的基坑作业除外',
    'no fuel machinery; pits under an air dome with new-energy vehicles go on',
  ],
  ['firms', 'mandatory', '企业按绩效评级和“一厂一策”实施差异化减排', 'firms cut by their grade and their own sheet'],
  LIGHT_PETROL,
  [
    'vehicles',
    'mandatory',
    '建筑垃圾、渣土、砂石运输车辆禁止上路行驶（纯电动、氢燃料电池车辆除外）',
    'trucks of construction waste, muck and sand stay off the road, battery and fuel cell trucks excepted',
  ],
  [
    'vehicles',
    'mandatory',
    '本市国四排放标准柴油货车禁止上路行驶',
    'Beijing-plated diesel trucks of stage 4 stay off the road',
  ],
  CLEANING,
  [
    'schools',
    'health',
    '中小学、中等职业学校、幼儿园视污染情况减少或停止户外活动',
    'schools cut or stop outdoor activity',
  ],
  SENSITIVE,
];

export const EMERGENCY_MEASURES: readonly EmergencyMeasure[] = [
  ...rows(BJ2016, 'yellow', YELLOW_UNTIL_2023),
  ...rows(BJ2016, 'orange', ORANGE_UNTIL_2023),
  ...rows(BJ2016, 'red', RED_UNTIL_2023),
  ...rows(BJ2018_UNREAD, 'yellow', YELLOW_UNTIL_2023),
  ...rows(BJ2018, 'orange', ORANGE_UNTIL_2023),
  ...rows(BJ2018_UNREAD, 'red', RED_UNTIL_2023),
  ...rows(BJ2023, 'yellow', [
    [
      'sites',
      'mandatory',
      '按绩效分级，差异化停止室外喷涂粉刷、护坡喷浆等作业',
      'by grade: no outdoor spraying, painting, slope shotcrete',
    ],
    CLEANING,
    [
      'schools',
      'health',
      '中小学、中等职业学校、幼儿园视属地污染情况适时减少户外活动',
      'schools cut outdoor activity as the air asks for it',
    ],
    SENSITIVE,
    [
      'sites',
      'advised',
      '加大施工工地、裸露地面、物料堆放等场所扬尘控制力度',
      'more dust control at sites, bare land and heaps',
    ],
    [
      'public',
      'advised',
      '尽量乘坐公共交通出行，驻车及时熄火；不露天烧烤，减少使用溶剂型涂料、胶粘剂、清洗剂、油墨',
      'public transport, engines off when parked, no open barbecue, fewer solvent-based products',
    ],
  ]),
  ...rows(BJ2023_UNREAD, 'yellow', [
    ['firms', 'mandatory', '企业按绩效评级和“一厂一策”实施差异化减排', 'firms cut by their grade and their own sheet'],
  ]),
  ...rows(BJ2023, 'orange', ORANGE_2023),
  ...rows(BJ2023_UNREAD, 'red', [...ORANGE_2023, ODD_EVEN, RED_SCHOOL]),
];
