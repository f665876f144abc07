import { type Figure, figure, NO_VALUE, type Run } from '#engines/bulletins';
import type { AirPeriod, AirScope, Comparison } from '#engines/evaluation';
import type { SixPollutant } from '#standards/pollutants';
import type { StatisticRow } from './statistics.table.ts';

type Period = { readonly from: string; readonly until: string };

/** Where a figure opens: the days, rules and exclusions behind it. */
export function evidence(statistic: string, scope: AirScope, { from, until }: Period, withoutSand = false): string {
  const query = new URLSearchParams({ evidence: statistic, scope: `${scope.kind}:${scope.code}`, from, until });
  if (withoutSand) query.set('sandExcluded', 'true');
  return `/air?${query.toString().replaceAll('%3A', ':')}`;
}

/** Whether a month or a year so far has enough valid days of a pollutant. */
export const sufficient = (period: AirPeriod | null | undefined, pollutant: SixPollutant): boolean =>
  period?.validDays[pollutant]?.sufficient ?? false;

/** A statistic as it may be printed: nothing where the valid days do not suffice. */
export const printed = (period: AirPeriod | null | undefined, row: StatisticRow): string | null =>
  period && sufficient(period, row.pollutant) ? (period.statistics[row.key] ?? null) : null;

/** 1—10月 or 10月, as labels and texts name the period. */
export function periodName(period: AirPeriod): string {
  const month = Number(period.until.slice(5, 7));
  return period.kind === 'month' || month === 1 ? `${month}月` : `1—${month}月`;
}

/** A statistic of a period as a figure, or a dash. @param owner whose, for the label: 西城区, 官园 */
export function statisticFigure(owner: string, period: AirPeriod | null | undefined, row: StatisticRow): Run {
  const value = printed(period, row);
  if (value === null || !period) return NO_VALUE;
  const label = `${period.from.slice(0, 4)}年${periodName(period)}${owner}${row.short}${row.what}`;
  return figure(value, evidence(row.key, period.scope, period), label);
}

/** The change rate of a statistic as tables print it, or a dash. */
export function changeFigure(owner: string, both: Comparison, row: StatisticRow, text: string): Figure | string {
  if (text === NO_VALUE) return text;
  return figure(text, evidence(row.key, both.now.scope, both.now), changeLabel(owner, both.now, row));
}

export const changeLabel = (owner: string, period: AirPeriod, row: StatisticRow): string =>
  `${period.from.slice(0, 4)}年${periodName(period)}${owner}${row.short}${row.what}同比变化`;

/** A count of days as a figure. */
export function daysFigure(period: AirPeriod, statistic: string, count: number | string, what: string): Figure {
  const label = `${period.from.slice(0, 4)}年${periodName(period)}${what}`;
  return figure(String(count), evidence(statistic, period.scope, period), label);
}
