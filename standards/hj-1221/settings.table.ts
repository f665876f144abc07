/** How the share of sand-dust weather is taken out of a dustfall figure. */
export type SandWay = 'drop-month' | 'drop-days' | 'reference-point';
export type Label = { readonly zh: string; readonly en: string };

/**
 * How Beijing takes sand out of dustfall is not public (checked 2026-11-25, confidence L): the district says which way it
 * follows, and each figure carries the label of its way.
 */
export const SAND_WAYS: Readonly<Record<SandWay, Label>> = {
  'drop-month': {
    zh: '扣除沙尘影响（有沙尘的月份不参与统计）',
    en: 'sand deducted: months with sand do not count',
  },
  'drop-days': {
    zh: '扣除沙尘影响（剔除沙尘日的降尘与天数）',
    en: 'sand deducted: dust and days of the sand days taken out',
  },
  'reference-point': {
    zh: '扣除沙尘影响（减去对照点高出其常值的部分）',
    en: 'sand deducted: what a reference point had above its usual value is subtracted',
  },
};
export const WITH_SAND: Label = { zh: '未扣除沙尘影响', en: 'sand not deducted' };
export const NO_SAND: Label = { zh: '当月未受沙尘影响', en: 'no sand in the month' };

export type Hj1221Settings = {
  readonly sandWay: SandWay;
  /** from how many sand days on a month counts as one with sand */
  readonly leastSandDays: number;
  /** what stands for a value below the detection limit in a mean: half the limit, nothing, or what was weighed */
  readonly belowDetectionCountsAs: 'half' | 'zero' | 'weighed';
  /** whether the district's mean is that of all points or of its streets' means */
  readonly districtMeanOf: 'points' | 'streets';
};

/** Half the limit is the custom of HJ 194 (confidence L); the others are choices where no rule is public. */
export const HJ1221_DEFAULTS: Hj1221Settings = {
  sandWay: 'drop-month',
  leastSandDays: 1,
  belowDetectionCountsAs: 'half',
  districtMeanOf: 'points',
};
