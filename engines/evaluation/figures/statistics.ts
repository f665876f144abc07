import { addDays, daysBetween, daysInMonth } from '#platform/clock';
import { validityRule } from '#standards/gb-3095';
import {
  annualPercentile,
  type CompositeIndex,
  compositeIndex,
  compositeLimits,
  decimalsOf,
  type FigureLevel,
  type Hj663Settings,
  settingsOf,
  statisticMonthValid,
  statisticYearValid,
} from '#standards/hj-663';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';
import { DAY_ITEMS, itemOf, type PerItem } from './items.ts';
import type { Running } from './running.ts';

export type PeriodKind = 'month' | 'year_to_date' | 'year';
/** first and last day, both included */
export type Span = { readonly kind: PeriodKind; readonly from: string; readonly until: string };

/** 'PM25_mean', 'PM25_p95', 'CO_p95', 'O3_p90' … */
export const meanKey = (pollutant: SixPollutant): string => `${pollutant}_mean`;
export const percentileKey = (pollutant: SixPollutant): string => `${pollutant}_p${annualPercentile(pollutant)}`;

/** What a rule book and a district's settings say of every period, looked up once a year. */
export type PeriodRules = {
  readonly book: RuleBook;
  readonly decimals: Readonly<Record<FigureLevel, Readonly<Record<SixPollutant, number>>>>;
  /** whether what goes into an index has the decimals of what is published */
  readonly indexAsPublished: boolean;
  readonly limits: ReturnType<typeof compositeLimits>;
  readonly settings: Hj663Settings;
};

const CITY = 2;

export function periodRules(book: RuleBook, own: Partial<Hj663Settings>): PeriodRules {
  const of = (level: FigureLevel) =>
    Object.fromEntries(SIX_POLLUTANTS.map((p) => [p, decimalsOf(book.evaluation, p, level, own)])) as Record<
      SixPollutant,
      number
    >;
  const decimals = { daily: of('daily'), statistic: of('statistic'), published: of('published') };
  return {
    book,
    decimals,
    indexAsPublished: SIX_POLLUTANTS.every((p) => decimals.statistic[p] === decimals.published[p]),
    limits: compositeLimits(book.quality, CITY),
    settings: settingsOf(book.evaluation, own),
  };
}

/** Every statistic that HJ 663 judges, rounded once to its pollutant's decimals at a level; null without a valid day. */
export function printStatistics(
  { decimals }: PeriodRules,
  running: PerItem<Running>,
  level: FigureLevel,
): Record<string, string | null> {
  const entries = DAY_ITEMS.flatMap(({ key, pollutant, mean, percentile }) => {
    const digits = decimals[level][pollutant];
    const p = annualPercentile(pollutant);
    return [
      ...(mean ? [[meanKey(pollutant), running[key].mean(digits)] as const] : []),
      ...(percentile ? [[percentileKey(pollutant), running[key].percentile(p, digits)] as const] : []),
    ];
  });
  return Object.fromEntries(entries);
}

/** The composite index of a period, from its printed statistics (环办〔2014〕64号). */
export function compositeOf(
  { limits, settings }: PeriodRules,
  printed: Readonly<Record<string, string | null>>,
): CompositeIndex {
  const concentrations = Object.fromEntries(
    SIX_POLLUTANTS.map((p) => [p, printed[p === 'CO' || p === 'O3' ? percentileKey(p) : meanKey(p)] ?? null]),
  );
  return compositeIndex(concentrations, limits, settings.compositeWeights, settings.compositeMode);
}

/** What table 4 asks of CO and O3 is what it asks of the other gases. */
const RULE_OF = 'NO2';
const DAYS_OF_YEAR = 365;

/**
 * Whether the valid days of a period suffice. Whole months: 27 (February 25); whole years: 324 and every month; a month
 * or a year so far, for which GB 3095 has no rule: the same share of the days that have passed.
 * @param perMonth valid days of January, February … (only read for whole years)
 */
export function sufficient(
  book: RuleBook,
  span: Span,
  pollutant: SixPollutant,
  days: number,
  perMonth: readonly number[],
): boolean {
  if (span.kind === 'year') return statisticYearValid(book.evaluation, pollutant, { days, perMonth }) ?? false;
  const month = Number(span.until.slice(5, 7));
  const whole = span.kind === 'month' && addDays(span.until, 1).endsWith('-01');
  if (whole) return statisticMonthValid(book.evaluation, pollutant, month, days) ?? false;
  const rule = validityRule(book.quality, RULE_OF, 'year');
  if (!rule) return false;
  const passed = daysBetween(span.from, span.until) + 1;
  if (span.kind === 'year_to_date') return days * DAYS_OF_YEAR >= rule.least * passed;
  const least = (month === 2 ? rule.february : undefined) ?? rule.perMonth ?? 0;
  return days * daysInMonth(Number(span.until.slice(0, 4)), month) >= least * passed;
}

export const sufficiency = (
  book: RuleBook,
  span: Span,
  running: PerItem<Running>,
  perMonth: Readonly<Record<string, readonly number[]>>,
): Record<string, { days: number; sufficient: boolean }> =>
  Object.fromEntries(
    SIX_POLLUTANTS.map((p) => {
      const { days } = running[itemOf(p)];
      return [p, { days, sufficient: sufficient(book, span, p, days, perMonth[p] ?? []) }];
    }),
  );
