import { createHash } from 'node:crypto';
import { roundExact } from '#standards/gb-t-8170';
import { dailyAqi } from '#standards/hj-633';
import { decimalsOf, exactAreaMean, type Hj663Settings } from '#standards/hj-663';
import type { RuleBook } from '#standards/rule-book';
import { DAY_ITEMS, type ItemValue, type PerItem, perItem } from './items.ts';

/** One station on one day: what is stored of its devices. */
export type StationDay = {
  readonly values: PerItem<ItemValue | null>;
  /** particles without the hours of sand, where the day has some */
  readonly withoutSand: Partial<PerItem<ItemValue>>;
  readonly sources: readonly number[];
};

/** One day of a scope before it is printed. */
export type ScopeDay = { readonly day: string; readonly sand: boolean } & StationDay;

/** One row of `air_day`. */
export type JudgedScopeDay = ScopeDay & {
  readonly printed: PerItem<string | null>;
  readonly iaqi: Readonly<Record<string, number | null>>;
  readonly aqi: number | null;
  readonly level: number | null;
  readonly primary: readonly string[];
  readonly missing: readonly string[];
  readonly digest: string;
};

/**
 * The district's day: per item the mean of its stations' unrounded values, where enough of them are valid
 * (HJ 663; the share is a setting). `hours` is the least of the valid stations'.
 */
export function areaDay(
  book: RuleBook,
  stations: readonly (StationDay | undefined)[],
  own: Partial<Hj663Settings>,
): StationDay {
  const mean = (values: readonly (ItemValue | null | undefined)[]): ItemValue => {
    const valid = values.filter((value): value is ItemValue => !!value?.mean);
    return {
      hours: valid.length ? Math.min(...valid.map(({ hours }) => hours)) : 0,
      mean: exactAreaMean(
        book.evaluation,
        values.map((value) => value?.mean ?? null),
        own,
      ).mean,
    };
  };
  const corrected = DAY_ITEMS.filter(({ key }) => stations.some((station) => station?.withoutSand[key]));
  return {
    values: perItem(({ key }) => mean(stations.map((station) => station?.values[key]))),
    withoutSand: Object.fromEntries(
      corrected.map(({ key }) => [key, mean(stations.map((s) => s?.withoutSand[key] ?? s?.values[key]))]),
    ),
    sources: [...new Set(stations.flatMap((station) => station?.sources ?? []))].sort((a, b) => a - b),
  };
}

/** A scope's day in print, with its index, class and primary pollutants, by one rule book. */
export function judgeDay(book: RuleBook, day: ScopeDay, own: Partial<Hj663Settings> = {}): JudgedScopeDay {
  const figures = perItem(({ key, pollutant }) => {
    const mean = day.values[key]?.mean;
    return mean ? roundExact(mean, decimalsOf(book.evaluation, pollutant, 'daily', own)) : null;
  });
  const result = dailyAqi(book.index, Object.fromEntries(DAY_ITEMS.map(({ key, index }) => [index, figures[key]])));
  const keyOf = (index: string) => DAY_ITEMS.find((item) => item.index === index)?.key ?? index;
  return {
    ...day,
    printed: figures,
    iaqi: Object.fromEntries(Object.entries(result.iaqi).map(([index, value]) => [keyOf(index), value ?? null])),
    aqi: result.aqi,
    level: result.aqiClass?.level ?? null,
    primary: result.primary ?? [],
    missing: result.missing.map(keyOf),
    digest: digestOf(day),
  };
}

function digestOf(day: ScopeDay): string {
  const parts = DAY_ITEMS.map(({ key }) => {
    const exact = (value: ItemValue | null | undefined) => (value?.mean ? `${value.mean.num}/${value.mean.den}` : '-');
    return `${key}:${exact(day.values[key])}:${exact(day.withoutSand[key])}:${day.values[key]?.hours ?? 0}`;
  });
  return createHash('sha256')
    .update(`${day.day}|${day.sand}|${day.sources.join(',')}|${parts.join('|')}`)
    .digest('base64url')
    .slice(0, 22);
}
