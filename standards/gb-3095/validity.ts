import { inForceOn } from '#standards/editions';
import type { Pollutant } from '#standards/pollutants';
import { type Gb3095Edition, LIMIT_EDITIONS } from './limits.table.ts';
import { type Statistic, VALIDITY_EDITIONS, type ValidityRule } from './validity.table.ts';

export type { Statistic, ValidityRule } from './validity.table.ts';

const FEBRUARY = 2;

/** The row of table 4 for a pollutant and a statistic; null when the table has none (e.g. the year of CO and O3). */
export function validityRule(edition: Gb3095Edition, pollutant: Pollutant, statistic: Statistic): ValidityRule | null {
  const from = LIMIT_EDITIONS.find((row) => row.edition === edition)?.inForce.from as string;
  const rows = inForceOn(VALIDITY_EDITIONS, from)?.table[statistic] ?? [];
  return rows.find(({ pollutants }) => pollutants.includes(pollutant))?.rule ?? null;
}

const atLeast = (statistic: Statistic) => (edition: Gb3095Edition, pollutant: Pollutant, count: number) => {
  const rule = validityRule(edition, pollutant, statistic);
  return rule && count >= rule.least;
};

/** Whether an hour with so many minutes of data is valid; null without a rule (particles by the hour). */
export const hourValid = atLeast('hour');
/** Whether an 8-hour mean with so many hour values is valid; null without a rule. */
export const eightHourValid = atLeast('eightHour');
/** Whether a day with so many hour values (or hours of sampling) is valid; null without a rule (O3). */
export const dayValid = atLeast('day');

/** Whether the day counts of single months reach the rule. @param months from 1 (January) @param perMonth same order */
const monthsReach = (rule: ValidityRule, months: readonly number[], perMonth: readonly number[]) =>
  months.every((month, i) => {
    const least = month === FEBRUARY ? (rule.february ?? rule.perMonth) : rule.perMonth;
    return (perMonth[i] ?? 0) >= (least ?? 0);
  });

/** Day counts against a rule: enough in all and enough in every month. */
export type EnoughDays = { readonly days: number; readonly perMonth: readonly number[] };
/** Whether day counts satisfy a rule of days. @param months which months `perMonth` lists, 1 = January */
export const enoughDays = (rule: ValidityRule, { days, perMonth }: EnoughDays, months: readonly number[]): boolean =>
  days >= rule.least && monthsReach(rule, months, perMonth);

/** Whether a month with so many valid days counts (27, February 25); null without a rule for the year. */
export function monthValid(edition: Gb3095Edition, pollutant: Pollutant, month: number, days: number): boolean | null {
  const rule = validityRule(edition, pollutant, 'year');
  return rule && monthsReach(rule, [month], [days]);
}

/** Whether a quarter is valid (Pb). @param months the quarter's months, e.g. [1, 2, 3] */
export function quarterValid(
  edition: Gb3095Edition,
  pollutant: Pollutant,
  counts: EnoughDays,
  months: readonly number[],
): boolean | null {
  const rule = validityRule(edition, pollutant, 'quarter');
  return rule && enoughDays(rule, counts, months);
}

/** Whether a year is valid. @param counts valid days in all and in each of the twelve months */
export function yearValid(edition: Gb3095Edition, pollutant: Pollutant, counts: EnoughDays): boolean | null {
  const rule = validityRule(edition, pollutant, 'year');
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  return rule && enoughDays(rule, counts, months);
}
