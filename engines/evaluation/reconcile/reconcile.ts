import type pg from 'pg';
import { datesBetween } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Store } from '#platform/store';
import { type RuleBook, ruleBooksBetween } from '#standards/rule-book';
import { type PeriodRow, periodsOf } from '../figures/periods.ts';
import { judgeDay } from '../figures/scope-day.ts';
import { lastPeriodDay, readDayValues, writeAirDays, writeAirPeriods, writeDayValues } from '../store.ts';
import { deviceDays } from './device-days.ts';
import {
  type Device,
  type District,
  districtsOf,
  stationDevices,
  takeTouched,
  touchEverything,
  waitingYears,
} from './inputs.ts';
import { type ScopeYear, scopeYears } from './scope-year.ts';

export type ReconcileOptions = {
  /** device days done of all that waited */
  progress?: (done: number, total: number) => void;
  cancelled?: () => boolean;
  /** compute every day again, not only those whose hours changed */
  full?: boolean;
};
/** `days`: device days computed; `periods`: rows written */
export type Reconciled = { days: number; periods: number; ms: number };

/** one at a time, whichever process starts first */
const LOCK = 7_301_211;

/**
 * Brings days and periods up to the hours that are stored: takes the days whose hours changed, year by year, each year
 * in one transaction. Nothing to do costs one query. Figures after late data are those of a full computation.
 * @throws Refusal cancelled; years that were finished stay
 */
export async function reconcileAir(store: Store, options: ReconcileOptions = {}): Promise<Reconciled> {
  const started = performance.now();
  const client = await store.pool.connect();
  const done: Reconciled = { days: 0, periods: 0, ms: 0 };
  try {
    if (options.full) await touchEverything(client);
    const waiting = await waitingYears(client);
    const total = waiting.reduce((sum, { days }) => sum + days, 0);
    for (const { year } of waiting) {
      if (options.cancelled?.()) throw cancelledRefusal();
      await inTransaction(client, async () => {
        const { days, periods } = await reconcileYear(client, year, options.full ?? false);
        done.days += days;
        done.periods += periods;
      });
      options.progress?.(Math.min(done.days, total), total);
    }
  } finally {
    client.release();
  }
  return { ...done, ms: Math.round(performance.now() - started) };
}

const cancelledRefusal = () =>
  new Refusal('cancelled', {
    zh: '评价计算已取消，已完成的年份保留，其余可稍后重新运行。',
    en: 'The evaluation was cancelled; finished years stay, run it again for the rest.',
  });

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The rule books that a year's figures are needed by: its own, and those of the year that will be compared with it. */
const booksOf = (year: number): RuleBook[] => ruleBooksBetween(`${year}-01-01`, `${year + 1}-12-31`);

async function reconcileYear(
  client: pg.ClientBase,
  year: number,
  full: boolean,
): Promise<{ days: number; periods: number }> {
  const touched = await takeTouched(client, year);
  const books = booksOf(year);
  if (touched.length === 0 || books.length === 0) return { days: touched.length, periods: 0 };
  const districts = await districtsOf(client);
  const devices = await stationDevices(client);
  await writeDayValues(client, touched, await deviceDays(client, { touched, devices, districts, books }));

  const stationsTouched = new Set(
    devices.filter(({ id }) => touched.some((t) => t.device_id === id)).map(({ station }) => station),
  );
  const concerned = devicesConcerned(devices, districts, stationsTouched);
  const values = await readDayValues(
    client,
    concerned.map(({ id }) => id),
    year,
  );
  const dayOf = new Map(devices.map(({ id, station }) => [id, station]));
  let periods = 0;
  for (const book of books)
    for (const scope of scopeYears({ book, districts, devices: concerned, values, stationsTouched })) {
      const days = new Set(
        touched.filter((t) => scope.stations.includes(dayOf.get(t.device_id) ?? '')).map((t) => t.day),
      );
      periods += await writeScope(
        client,
        book,
        scope,
        full ? new Set(scope.days.map(({ day }) => day)) : days,
        year,
        full,
      );
    }
  return { days: touched.length, periods };
}

/** Devices of the touched stations, and of the other stations of their areas. */
const devicesConcerned = (devices: readonly Device[], districts: readonly District[], touched: ReadonlySet<string>) => {
  const areas = districts
    .map(({ stations }) => stations.filter(({ inArea }) => inArea).map(({ code }) => code))
    .filter((codes) => codes.some((code) => touched.has(code)));
  const codes = new Set([...touched, ...areas.flat()]);
  return devices.filter(({ station }) => codes.has(station));
};

async function writeScope(
  client: pg.ClientBase,
  book: RuleBook,
  { scope, days, settings }: ScopeYear,
  touched: ReadonlySet<string>,
  year: number,
  full: boolean,
): Promise<number> {
  const judged = days.map((day) => judgeDay(book, day, settings));
  const wholeYear = datesBetween(`${year}-01-01`, `${year}-12-31`);
  await writeAirDays(
    client,
    scope,
    book.id,
    full ? wholeYear : [...touched],
    judged.filter(({ day }) => touched.has(day)),
  );
  const before = full ? null : await lastPeriodDay(client, scope, book.id, year);
  const first = [...touched].sort()[0] ?? `${year}-01-01`;
  const from = before === null ? `${year}-01-01` : first;
  const months = new Set([...touched].map((day) => day.slice(0, 7)));
  const stale: Record<PeriodRow['kind'], (until: string) => boolean> = {
    year_to_date: (until) => until >= from || (before !== null && until > before),
    month: (until) => before === null || until > before || (months.has(until.slice(0, 7)) && until >= first),
    year: () => true,
  };
  const rows = periodsOf(book, judged, settings).filter((row) => stale[row.kind](row.until));
  const gone = Object.fromEntries(
    (Object.keys(stale) as PeriodRow['kind'][]).map((kind) => [kind, wholeYear.filter(stale[kind])]),
  ) as Record<PeriodRow['kind'], string[]>;
  await writeAirPeriods(client, scope, book.id, gone, rows);
  return rows.length;
}
