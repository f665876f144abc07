import type { Cited } from '#standards/editions';

export type EmergencyPlan = 'MEP2017' | 'BJ2018' | 'BJ2023';
export type WarningLevel = 'none' | 'blue' | 'yellow' | 'orange' | 'red';

/** `days` consecutive days above an AQI. */
type Run = { readonly above: number; readonly days: number };
/**
 * One way to reach a level: a run of days, in which perhaps a shorter run above a higher figure lies; or one day that
 * reaches a figure.
 */
export type Trigger = (Run & { readonly within?: Run }) | { readonly reaches: number };
export type PlanRow = Cited & {
  readonly plan: EmergencyPlan;
  /** where it rules */
  readonly scope: 'beijing' | 'guidance';
  readonly triggers: Readonly<Partial<Record<Exclude<WarningLevel, 'none'>, readonly Trigger[]>>>;
};

const LEVEL_4 = 150;
const LEVEL_5 = 200;
const LEVEL_6 = 300;

export const PLAN_ROWS: readonly PlanRow[] = [
  {
    plan: 'MEP2017',
    scope: 'guidance',
    inForce: { from: '2017-01-01' },
    citation: 'MEP guidance on revising emergency plans, 2017',
    checkedOn: '2026-11-23',
    confidence: 'M',
    triggers: {
      blue: [{ above: LEVEL_5, days: 1 }],
      yellow: [{ above: LEVEL_5, days: 2 }],
      orange: [{ above: LEVEL_5, days: 3, within: { above: LEVEL_6, days: 1 } }],
      red: [{ above: LEVEL_5, days: 4, within: { above: LEVEL_6, days: 2 } }, { reaches: 500 }],
    },
  },
  {
    plan: 'BJ2018',
    scope: 'beijing',
    inForce: { from: '2018-10-01', until: '2023-10-24' },
    citation: '北京市空气重污染应急预案（2018年修订）, triggers and first day by general knowledge',
    checkedOn: '2026-11-23',
    confidence: 'L',
    triggers: {
      yellow: [{ above: LEVEL_5, days: 2 }],
      orange: [{ above: LEVEL_5, days: 3 }],
      red: [{ above: LEVEL_5, days: 4, within: { above: LEVEL_6, days: 2 } }, { reaches: 500 }],
    },
  },
  {
    plan: 'BJ2023',
    scope: 'beijing',
    inForce: { from: '2023-10-25' },
    citation: '北京市空气重污染应急预案（2023年修订），京政发〔2023〕22号，2023-10-25 起实施',
    checkedOn: '2026-11-24',
    confidence: 'H',
    triggers: {
      yellow: [
        { above: LEVEL_5, days: 1 },
        { above: LEVEL_4, days: 2 },
      ],
      orange: [
        { above: LEVEL_5, days: 2 },
        { above: LEVEL_4, days: 3 },
      ],
      red: [{ above: LEVEL_5, days: 3, within: { above: LEVEL_6, days: 1 } }],
    },
  },
];
/** worst first */
export const LEVELS = ['red', 'orange', 'yellow', 'blue'] as const;
