import type { BothLanguages, Cited } from '#standards/editions';

export type EmergencyPlan = 'BJ2016' | 'MEP2017' | 'MEE2018' | 'BJ2018' | 'BJ2023' | 'MEE2024';
export type WarningLevel = 'none' | 'blue' | 'yellow' | 'orange' | 'red';
/** where a plan rules: the city, or the ministry's guidance that cities follow */
export type PlanScope = 'beijing' | 'guidance';

/** `days` consecutive days above an AQI. */
export type Run = { readonly above: number; readonly days: number };
/**
 * One way to reach a level: a run of days, in which perhaps a shorter run above a higher figure lies; or one day that
 * reaches a figure.
 */
export type Trigger = (Run & { readonly within?: Run }) | { readonly reaches: number };
export type PlanRow = Cited & {
  readonly plan: EmergencyPlan;
  readonly title: BothLanguages;
  readonly scope: PlanScope;
  readonly triggers: Readonly<Partial<Record<Exclude<WarningLevel, 'none'>, readonly Trigger[]>>>;
};

const LEVEL_4 = 150;
const LEVEL_5 = 200;
const LEVEL_6 = 300;

const FOUR_DAYS_OR_500: readonly Trigger[] = [
  { above: LEVEL_5, days: 4, within: { above: LEVEL_6, days: 2 } },
  { reaches: 500 },
];
/** the ministry's guidance of 2017 and Beijing's plan of the end of 2016 */
const OF_2017: PlanRow['triggers'] = {
  blue: [{ above: LEVEL_5, days: 1 }],
  yellow: [{ above: LEVEL_5, days: 2 }],
  orange: [{ above: LEVEL_5, days: 3, within: { above: LEVEL_6, days: 1 } }],
  red: FOUR_DAYS_OR_500,
};
const OF_2018: PlanRow['triggers'] = {
  yellow: [{ above: LEVEL_5, days: 2 }],
  orange: [{ above: LEVEL_5, days: 3 }],
  red: FOUR_DAYS_OR_500,
};
const OF_2023: PlanRow['triggers'] = {
  yellow: [
    { above: LEVEL_5, days: 1 },
    { above: LEVEL_4, days: 2 },
  ],
  orange: [
    { above: LEVEL_5, days: 2 },
    { above: LEVEL_4, days: 3 },
  ],
  red: [{ above: LEVEL_5, days: 3, within: { above: LEVEL_6, days: 1 } }],
};

export const PLAN_ROWS: readonly PlanRow[] = [
  {
    plan: 'BJ2016',
    title: { zh: '北京市空气重污染应急预案（2016年底修订）', en: 'Beijing plan of the end of 2016' },
    scope: 'beijing',
    inForce: { from: '2016-12-15', until: '2018-09-30' },
    citation:
      '北京市空气重污染应急预案（2016年底修订）, as reported 2017-11-03; a revision of 2017 is taken as the same; first day by general knowledge',
    checkedOn: '2026-11-25',
    confidence: 'M',
    triggers: OF_2017,
  },
  {
    plan: 'MEP2017',
    title: { zh: '环境保护部预案修订要求（2017年）', en: 'ministry guidance of 2017' },
    scope: 'guidance',
    inForce: { from: '2017-01-01', until: '2018-08-31' },
    citation: 'MEP guidance on revising emergency plans, 2017 (环大气〔2017〕86号); first and last day not certain',
    checkedOn: '2026-11-25',
    confidence: 'M',
    triggers: OF_2017,
  },
  {
    plan: 'MEE2018',
    title: { zh: '关于推进重污染天气应急预案修订工作的指导意见', en: 'ministry guidance of 2018' },
    scope: 'guidance',
    inForce: { from: '2018-09-01', until: '2024-01-22' },
    citation: '环办大气函〔2018〕875号, triggers as city plans of 2019 print them; first day not certain',
    checkedOn: '2026-11-25',
    confidence: 'M',
    triggers: OF_2018,
  },
  {
    plan: 'BJ2018',
    title: { zh: '北京市空气重污染应急预案（2018年修订）', en: 'Beijing plan of 2018' },
    scope: 'beijing',
    inForce: { from: '2018-10-01', until: '2023-10-24' },
    citation: '北京市空气重污染应急预案（2018年修订）, triggers and first day by general knowledge',
    checkedOn: '2026-11-25',
    confidence: 'L',
    triggers: OF_2018,
  },
  {
    plan: 'BJ2023',
    title: { zh: '北京市空气重污染应急预案（2023年修订）', en: 'Beijing plan of 2023' },
    scope: 'beijing',
    inForce: { from: '2023-10-25' },
    citation:
      '北京市空气重污染应急预案（2023年修订），京政发〔2023〕22号，2023-10-25 起实施; triggers as the city notice of 2024-10-30 states them',
    checkedOn: '2026-11-25',
    confidence: 'H',
    triggers: OF_2023,
  },
  {
    plan: 'MEE2024',
    title: { zh: '关于进一步优化重污染天气应对机制的指导意见', en: 'ministry guidance of 2024' },
    scope: 'guidance',
    inForce: { from: '2024-01-23' },
    citation: '环大气〔2024〕6号, as reported 2024-01-23 (hours of the text are counted as days of 24 h)',
    checkedOn: '2026-11-25',
    confidence: 'M',
    triggers: OF_2023,
  },
];
/** worst first */
export const LEVELS = ['red', 'orange', 'yellow', 'blue'] as const;
/** mildest first, none before all */
export const LEVEL_ORDER: readonly WarningLevel[] = ['none', ...LEVELS.toReversed()];
export const LEVEL_NAMES: Readonly<Record<WarningLevel, BothLanguages>> = {
  none: { zh: '无预警', en: 'no warning' },
  blue: { zh: '蓝色预警', en: 'blue warning' },
  yellow: { zh: '黄色预警', en: 'yellow warning' },
  orange: { zh: '橙色预警', en: 'orange warning' },
  red: { zh: '红色预警', en: 'red warning' },
};
