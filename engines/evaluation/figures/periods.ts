import { createHash } from 'node:crypto';
import { addDays, lastDayOfMonth } from '#platform/clock';
import type { Exact } from '#standards/gb-t-8170';
import { DayTallying, type Hj663Settings } from '#standards/hj-663';
import { SIX_POLLUTANTS } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';
import type { AirPeriod } from '../wire.ts';
import { type DayItem, ITEM_KEYS, itemOf, type PerItem, perItem, SAND_ITEMS } from './items.ts';
import { type Running, runningOf } from './running.ts';
import type { JudgedScopeDay } from './scope-day.ts';
import {
  compositeOf,
  type PeriodKind,
  type PeriodRules,
  periodRules,
  printStatistics,
  type Span,
  sufficiency,
} from './statistics.ts';

/** One row of `air_period`, without its scope. */
export type PeriodRow = Pick<
  AirPeriod,
  'kind' | 'from' | 'until' | 'edition' | 'sandExcluded' | 'statistics' | 'validDays' | 'days' | 'composite'
> & {
  /** pollutant → exact sum of its valid day values, 'num/den': what is left for the rest of a year is reckoned from it */
  readonly sums: Readonly<Record<string, string>>;
  readonly sources: readonly number[];
  readonly digest: string;
};

export type PeriodSettings = Partial<Hj663Settings> & {
  /** days: a day that sand touches is left out; hours: its hours are, and the day stays if enough are left */
  readonly sandDeduction: 'hours' | 'days';
};

/** What a sand-corrected period takes of a day; null = nothing. */
const corrected = (day: JudgedScopeDay, item: DayItem, settings: PeriodSettings): Exact | null => {
  if (!day.sand || !SAND_ITEMS.includes(item)) return day.values[item]?.mean ?? null;
  return settings.sandDeduction === 'days' ? null : (day.withoutSand[item]?.mean ?? null);
};

/** One period while its days pass by. */
class Growing {
  readonly span: { kind: PeriodKind; from: string };
  readonly #rules: PeriodRules;
  readonly #settings: PeriodSettings;
  readonly #all: PerItem<Running>;
  readonly #clean: PerItem<Running>;
  readonly #perMonth: Record<'all' | 'clean', Record<string, number[]>>;
  readonly #days = new DayTallying();
  readonly #sources = new Set<number>();
  #sand = false;
  #digest = '';

  constructor(
    rules: PeriodRules,
    settings: PeriodSettings,
    running: PerItem<() => Running>,
    kind: PeriodKind,
    from: string,
  ) {
    this.#rules = rules;
    this.#settings = settings;
    this.span = { kind, from };
    this.#all = perItem(({ key }) => running[key]());
    this.#clean = perItem(({ key }) => running[key]());
    const zeros = () => Object.fromEntries(SIX_POLLUTANTS.map((p) => [p, Array.from({ length: 12 }, () => 0)]));
    this.#perMonth = { all: zeros(), clean: zeros() };
  }

  take(day: JudgedScopeDay): void {
    const month = Number(day.day.slice(5, 7)) - 1;
    for (const item of ITEM_KEYS) {
      const [value, clean] = [day.values[item]?.mean ?? null, corrected(day, item, this.#settings)];
      if (value) this.#all[item].take(value);
      if (clean) this.#clean[item].take(clean);
      for (const pollutant of SIX_POLLUTANTS) {
        if (itemOf(pollutant) !== item) continue;
        if (value) this.#perMonth.all[pollutant]![month]! += 1;
        if (clean) this.#perMonth.clean[pollutant]![month]! += 1;
      }
    }
    this.#days.take({ aqi: day.aqi, sand: day.sand });
    for (const source of day.sources) this.#sources.add(source);
    this.#sand ||= day.sand;
    this.#digest = createHash('sha256').update(`${this.#digest}${day.digest}`).digest('base64url').slice(0, 22);
  }

  /** The rows of this period as it ends on a day: one, or two where it has sand. */
  rows(until: string, kind: PeriodKind = this.span.kind): PeriodRow[] {
    const counts = this.#days.counts();
    const span: Span = { ...this.span, kind, until };
    const row = (sandExcluded: boolean): PeriodRow => {
      const running = sandExcluded ? this.#clean : this.#all;
      const { book } = this.#rules;
      const published = printStatistics(this.#rules, running, 'published');
      const forIndex = this.#rules.indexAsPublished ? published : printStatistics(this.#rules, running, 'statistic');
      const composite = compositeOf(this.#rules, forIndex);
      return {
        ...span,
        edition: book.id,
        sandExcluded,
        statistics: published,
        sums: Object.fromEntries(SIX_POLLUTANTS.map((p) => [p, running[itemOf(p)].sum()])),
        validDays: sufficiency(book, span, running, this.#perMonth[sandExcluded ? 'clean' : 'all']),
        days: {
          valid: counts.validDays,
          byLevel: [...counts.byLevel],
          good: counts.goodDays,
          goodRatio: counts.goodRatio,
          heavy: counts.heavyDays,
          sandExceeding: counts.sandExceedDays,
        },
        composite: { index: composite.index, single: composite.single, leading: [...composite.leading] },
        sources: [...this.#sources].sort((a, b) => a - b),
        digest: this.#digest,
      };
    };
    return this.#sand ? [row(false), row(true)] : [row(false)];
  }
}

/**
 * All periods of one scope in one year by one rule book: the month so far and the year so far as they stand on every
 * day from the first to the last that has data, and the year when it is over.
 * @param days the year's days that have data, in order
 */
export function periodsOf(book: RuleBook, days: readonly JudgedScopeDay[], settings: PeriodSettings): PeriodRow[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const running = perItem(({ key }) =>
    runningOf(days.flatMap((day) => [day.values[key]?.mean, day.withoutSand[key]?.mean])),
  );
  const rules = periodRules(book, settings);
  const byDay = new Map(days.map((day) => [day.day, day]));
  const open = (kind: PeriodKind, from: string) => new Growing(rules, settings, running, kind, from);
  const year = open('year_to_date', `${first.day.slice(0, 4)}-01-01`);
  let month = open('month', `${first.day.slice(0, 7)}-01`);
  const rows: PeriodRow[] = [];
  for (let date = first.day; date <= last.day; date = addDays(date, 1)) {
    if (date.endsWith('-01') && date !== month.span.from) month = open('month', date);
    const day = byDay.get(date);
    if (day) {
      year.take(day);
      month.take(day);
    }
    rows.push(...month.rows(date), ...year.rows(date));
  }
  if (last.day.endsWith('12-31')) rows.push(...year.rows(last.day, 'year'));
  return rows;
}

/** Whether a period's last day is the last of its month. */
export const endsMonth = (until: string): boolean => lastDayOfMonth(until.slice(0, 7)) === until;
