import { type AirClass, type Gb3095Edition, type Limit, limitIn } from '#standards/gb-3095';
import { compare, divide, type Exact, exact, largest, type Numeric, roundExact } from '#standards/gb-t-8170';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import { ANNUAL_STATISTICS } from './rules.table.ts';
import { MULTIPLE_DECIMALS } from './settings.table.ts';

/** A year's statistics in print; null or absent = none. */
export type AttainmentValues = Partial<
  Record<SixPollutant, { readonly annualMean?: Numeric | null; readonly percentile?: Numeric | null }>
>;
export type Attainment = {
  readonly edition: Gb3095Edition;
  /** larger of mean over annual limit and percentile over day limit, 2 decimals; null without any statistic */
  readonly single: Readonly<Partial<Record<SixPollutant, string | null>>>;
  readonly maxIndex: string | null;
  /** every statistic within its limit; null while one that is needed is missing and none exceeds */
  readonly attained: Readonly<Partial<Record<SixPollutant, boolean | null>>>;
  readonly allAttained: boolean | null;
  readonly missing: readonly string[];
};

/** One statistic that a year is judged by, and its limit. */
export type AnnualLimit = {
  readonly pollutant: SixPollutant;
  readonly statistic: 'annualMean' | 'percentile';
  readonly limit: Limit;
};

/** Every statistic that a year is judged by in one edition, pollutant by pollutant, mean before percentile. */
export const annualLimits = (edition: Gb3095Edition, airClass: AirClass): AnnualLimit[] =>
  SIX_POLLUTANTS.flatMap((pollutant) =>
    statisticsOf(pollutant).flatMap(([statistic, averaging]) => {
      const limit = limitIn(edition, pollutant, averaging, airClass);
      return limit ? [{ pollutant, statistic, limit }] : [];
    }),
  );

const statisticsOf = (pollutant: SixPollutant) => {
  const { annualMean, percentileLimit } = ANNUAL_STATISTICS[pollutant];
  return [...(annualMean ? [['annualMean', 'year'] as const] : []), ['percentile', percentileLimit] as const];
};

type Judged = { readonly name: string; readonly ratio: Exact | null };

/** The statistics that a pollutant is judged by, each as a share of its limit. */
function judged(
  edition: Gb3095Edition,
  pollutant: SixPollutant,
  values: AttainmentValues,
  airClass: AirClass,
): Judged[] {
  return statisticsOf(pollutant).map(([statistic, averaging]) => {
    const value = values[pollutant]?.[statistic] ?? null;
    const limit = limitIn(edition, pollutant, averaging, airClass);
    const ratio = value !== null && limit ? divide(exact(value), exact(limit.value)) : null;
    return { name: `${pollutant}.${statistic}`, ratio };
  });
}

const ONE = exact(1);
const every = (verdicts: readonly (boolean | null)[]): boolean | null =>
  verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;

/**
 * The evaluation of a year by the limits of one edition (HJ 663-2013 cl. 5.1, 6.1): attained when the mean and the
 * percentile (SO2, NO2 98th; PM10, PM2.5 95th; CO 95th; O3 90th) are all within their limits.
 * @param values µg/m³, CO mg/m³, as printed
 */
export function annualAttainment(edition: Gb3095Edition, values: AttainmentValues, airClass: AirClass): Attainment {
  const rows = SIX_POLLUTANTS.map((pollutant) => ({ pollutant, parts: judged(edition, pollutant, values, airClass) }));
  const ratios = (parts: readonly Judged[]) => parts.flatMap(({ ratio }) => (ratio ? [ratio] : []));
  const print = (ratio: Exact | null) => (ratio ? roundExact(ratio, MULTIPLE_DECIMALS) : null);
  const attained = rows.map(({ parts }) => every(parts.map(({ ratio }) => ratio && compare(ratio, ONE) <= 0)));
  return {
    edition,
    single: Object.fromEntries(rows.map(({ pollutant, parts }) => [pollutant, print(largest(ratios(parts)))])),
    maxIndex: print(largest(rows.flatMap(({ parts }) => ratios(parts)))),
    attained: Object.fromEntries(rows.map(({ pollutant }, i) => [pollutant, attained[i] ?? null])),
    allAttained: every(attained),
    missing: rows.flatMap(({ parts }) => parts.filter(({ ratio }) => !ratio).map(({ name }) => name)),
  };
}
