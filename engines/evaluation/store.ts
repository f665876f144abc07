import type pg from 'pg';
import { copyRows } from '#platform/store';
import type { DayValue } from './figures/day.ts';
import type { DayItem } from './figures/items.ts';
import type { PeriodRow } from './figures/periods.ts';
import type { JudgedScopeDay } from './figures/scope-day.ts';
import type { AirScope } from './wire.ts';

export type EvaluationTables = {
  day_value: {
    device_id: number;
    day: string;
    item: DayItem;
    edition: string;
    without_sand: boolean;
    hours: number;
    valid: boolean;
    mean_num: string | null;
    mean_den: string | null;
    least: number | null;
    greatest: number | null;
    source_ids: number[];
  };
  air_day: {
    scope_kind: AirScope['kind'];
    scope_code: string;
    day: string;
    edition: string;
    printed: Record<DayItem, string | null>;
    hours: Record<DayItem, number>;
    iaqi: Record<string, number | null>;
    aqi: number | null;
    level: number | null;
    primary_pollutants: string[];
    missing: string[];
    sand: boolean;
    source_ids: number[];
    inputs_digest: string;
    computed_at: Date;
  };
  air_period: {
    scope_kind: AirScope['kind'];
    scope_code: string;
    kind: PeriodRow['kind'];
    from_day: string;
    until_day: string;
    edition: string;
    sand_excluded: boolean;
    statistics: PeriodRow['statistics'];
    sums: Record<string, string>;
    valid_days: PeriodRow['validDays'];
    days: PeriodRow['days'];
    composite: PeriodRow['composite'];
    source_ids: number[];
    inputs_digest: string;
    computed_at: Date;
  };
};

export type StoredDayValue = DayValue & {
  readonly device: number;
  readonly day: string;
  readonly edition: string;
  readonly sources: readonly number[];
};

/** Replaces the values of whole device days. */
export async function writeDayValues(
  client: pg.ClientBase,
  touched: readonly { device_id: number; day: string }[],
  values: readonly StoredDayValue[],
): Promise<void> {
  await client.query(
    'delete from day_value d using unnest($1::int[], $2::date[]) t (device_id, day) where d.device_id = t.device_id and d.day = t.day',
    [touched.map((t) => t.device_id), touched.map((t) => t.day)],
  );
  await copyRows(
    client,
    'day_value (device_id, day, item, edition, without_sand, hours, valid, mean_num, mean_den, least, greatest, source_ids)',
    values.map((v) => [
      v.device,
      v.day,
      v.item,
      v.edition,
      v.withoutSand,
      v.hours,
      v.mean !== null,
      v.mean?.num ?? null,
      v.mean?.den ?? null,
      v.least,
      v.greatest,
      v.sources,
    ]),
  );
}

/** All values of devices in a year. */
export async function readDayValues(
  client: pg.ClientBase,
  devices: readonly number[],
  year: number,
): Promise<StoredDayValue[]> {
  const { rows } = await client.query<EvaluationTables['day_value']>(
    'select * from day_value where device_id = any($1) and day between make_date($2, 1, 1) and make_date($2, 12, 31) order by device_id, day',
    [devices, year],
  );
  return rows.map((row) => ({
    device: row.device_id,
    day: row.day,
    edition: row.edition,
    item: row.item,
    withoutSand: row.without_sand,
    hours: row.hours,
    mean:
      row.mean_num === null || row.mean_den === null ? null : { num: BigInt(row.mean_num), den: BigInt(row.mean_den) },
    least: row.least,
    greatest: row.greatest,
    sources: row.source_ids,
  }));
}

/** Replaces a scope's days. */
export async function writeAirDays(
  client: pg.ClientBase,
  scope: AirScope,
  edition: string,
  touched: readonly string[],
  days: readonly JudgedScopeDay[],
): Promise<void> {
  await client.query(
    'delete from air_day where scope_kind = $1 and scope_code = $2 and edition = $3 and day = any($4::date[])',
    [scope.kind, scope.code, edition, touched],
  );
  await copyRows(
    client,
    'air_day (scope_kind, scope_code, day, edition, printed, hours, iaqi, aqi, level, primary_pollutants, missing, sand, source_ids, inputs_digest)',
    days.map((d) => [
      scope.kind,
      scope.code,
      d.day,
      edition,
      d.printed,
      Object.fromEntries(Object.entries(d.values).map(([key, value]) => [key, value?.hours ?? 0])),
      d.iaqi,
      d.aqi,
      d.level,
      d.primary,
      d.missing,
      d.sand,
      d.sources,
      d.digest,
    ]),
  );
}

/** The last day up to which a scope's year has periods; null before the first time. */
export async function lastPeriodDay(
  client: pg.ClientBase,
  scope: AirScope,
  edition: string,
  year: number,
): Promise<string | null> {
  const { rows } = await client.query<{ last: string | null }>(
    `select max(until_day) as last from air_period where scope_kind = $1 and scope_code = $2 and edition = $3
       and kind = 'year_to_date' and until_day between make_date($4, 1, 1) and make_date($4, 12, 31)`,
    [scope.kind, scope.code, edition, year],
  );
  return rows[0]?.last ?? null;
}

/** Replaces the periods of a scope's year that end on the given days. */
export async function writeAirPeriods(
  client: pg.ClientBase,
  scope: AirScope,
  edition: string,
  gone: Readonly<Record<PeriodRow['kind'], readonly string[]>>,
  periods: readonly PeriodRow[],
): Promise<void> {
  for (const [kind, untils] of Object.entries(gone))
    await client.query(
      'delete from air_period where scope_kind = $1 and scope_code = $2 and edition = $3 and kind = $4 and until_day = any($5::date[])',
      [scope.kind, scope.code, edition, kind, untils],
    );
  await copyRows(
    client,
    'air_period (scope_kind, scope_code, kind, from_day, until_day, edition, sand_excluded, statistics, sums, valid_days, days, composite, source_ids, inputs_digest)',
    periods.map((p) => [
      scope.kind,
      scope.code,
      p.kind,
      p.from,
      p.until,
      edition,
      p.sandExcluded,
      p.statistics,
      p.sums,
      p.validDays,
      p.days,
      p.composite,
      p.sources,
      p.digest,
    ]),
  );
}
