import type { ModelSettings } from '#engines/devices';

/**
 * Hours are made by this edition of the rule; a change of any row here is a new edition.
 * Basis: ≥ 75 % of the minutes for a valid hour, as GB 3095 table 4 asks of gases (45 of 60 minutes) and as HJ 212 devices do
 * for their own flags. For particles, noise and weather no text says a number: the same is a setting with this default.
 */
export const HOUR_RULE = 'h1';

/** What a district may set. */
export type HourSettings = {
  /** share of a period's time that valid values must stand for */
  readonly leastShare: number;
  /** minutes after an hour's end before it is computed; what comes later makes it be computed again */
  readonly graceMinutes: number;
  /** valid hours of a valid day where GB 3095 table 4 names none */
  readonly leastDayHours: number;
};
export const HOUR_SETTINGS: HourSettings = { leastShare: 0.75, graceMinutes: 1, leastDayHours: 20 };

/** Kinds of records that an hour can be made of; the letter stands in `hour_value.basis`. */
export const BASES = {
  /** an hour of a file that a person brought: what it says of a channel decides */
  i: { zh: '导入', en: 'imported' },
  /** the device's own hour (HJ 212 CN 2061) */
  d: { zh: '设备小时值', en: 'the device’s own hour' },
  /** its periods below an hour (CN 2051), the finest first */
  m: { zh: '分钟数据', en: 'its minutes' },
  /** its values of the moment (CN 2011), each standing for the interval that the device is set to */
  r: { zh: '实时数据', en: 'its moments' },
} as const;
export type Basis = keyof typeof BASES;

/**
 * In which order a device's records are tried, by its model's `hourFrom`: the first that makes a valid hour of a channel, else
 * the first that makes a suspect one, else the first that says anything of it.
 */
export const BASIS_ORDER: Readonly<Record<ModelSettings['hourFrom'], readonly Basis[]>> = {
  minutes: ['m', 'd', 'r'],
  realtime: ['r', 'm', 'd'],
  device: ['d', 'm', 'r'],
};

/** Letters of flags, from the one that counts to the one that says nothing: V valid, S suspect, I invalid, M maintenance, C calibration, N no data. */
export type Letter = 'V' | 'S' | 'I' | 'M' | 'C' | 'N';

/**
 * Which letter a period gets by the minutes of each letter in it, first row first:
 * enough minutes of `together` make the letter and give the period a value made of them. When no row has enough, the period
 * has no value, and its letter is the one of `WITHOUT_VALUE` that most of its minutes have; the earlier one at a tie.
 */
export const WITH_VALUE: readonly { readonly letter: Letter; readonly together: readonly Letter[] }[] = [
  { letter: 'V', together: ['V'] },
  { letter: 'S', together: ['V', 'S'] },
];
export const WITHOUT_VALUE: readonly Letter[] = ['M', 'C', 'I', 'N'];

/** How values of a channel become one of a period. */
export type Averaging =
  /** arithmetic mean; the least and greatest value beside it */
  | 'mean'
  /** direction of the sum of unit vectors */
  | 'vector'
  /** sum of amounts of periods; values of the moment are no amounts */
  | 'amount'
  | 'sum'
  | 'least'
  | 'greatest';

/** Quantities that are not averaged like others. */
export const AVERAGING: Readonly<Record<string, Averaging>> = { WD: 'vector', RAIN: 'amount' };
export const STATISTIC_AVERAGING = { total: 'sum', min: 'least', max: 'greatest' } as const;

/** Length of the mean of unit vectors below which wind has no direction. Ours: no text says it. */
export const LEAST_RESULTANT = 0.01;

/** Share of a period that marks must cover before its value is marked: what is left could not make a valid hour. */
export const MARKED_SHARE = 0.25;
