import type pg from 'pg';
import { numbersOf } from '../hours/read.ts';
import type { SeriesRow } from './wire.ts';

const DAY_MINUTES = 1440;

/** Stored hours of one device, a page in the order of time. */
export async function hourPage(
  client: pg.ClientBase,
  { deviceId, from, until, limit }: { deviceId: number; from: Date; until: Date; limit: number },
): Promise<SeriesRow[]> {
  type Row = Record<'mean' | 'flags', string> & Record<'min' | 'max' | 'basis' | 'edition', string | null>;
  const { rows } = await client.query<
    Row & { hour: Date; samples: number[]; valid: number[] | null; source_id: number }
  >(
    `select hour, mean::text, min::text, max::text, samples, valid_minutes as valid, flags, basis, edition, source_id
     from hour_value where device_id = $1 and hour >= $2 and hour < $3 order by hour limit $4`,
    [deviceId, from, until, limit],
  );
  return rows.map((row) => ({
    at: row.hour.toISOString(),
    span: 60,
    values: numbersOf(row.mean),
    flags: row.flags,
    sourceIds: [row.source_id],
    ...(row.min === null ? {} : { min: numbersOf(row.min) }),
    ...(row.max === null ? {} : { max: numbersOf(row.max) }),
    validMinutes: row.valid,
    samples: row.samples,
    basis: row.basis,
    edition: row.edition,
  }));
}

/** Stored days of one device, a page in the order of time; Beijing dates, both included. */
export async function dayPage(
  client: pg.ClientBase,
  { deviceId, first, last, limit }: { deviceId: number; first: string; last: string; limit: number },
): Promise<SeriesRow[]> {
  type Row = Record<'mean' | 'min' | 'max' | 'day' | 'edition', string> &
    Record<'hours' | 'minutes' | 'sources', number[]>;
  const { rows } = await client.query<Row & { valid: boolean[] }>(
    `select day, mean::text, min::text, max::text, hours, valid_minutes as minutes, valid, edition, source_ids as sources
     from device_day where device_id = $1 and day >= $2::date and day <= $3::date order by day limit $4`,
    [deviceId, first, last, limit],
  );
  return rows.map((row) => ({
    at: row.day,
    span: DAY_MINUTES,
    values: numbersOf(row.mean),
    flags: row.valid.map((valid) => (valid ? 'V' : 'N')).join(''),
    sourceIds: row.sources,
    min: numbersOf(row.min),
    max: numbersOf(row.max),
    validMinutes: row.minutes,
    hours: row.hours,
    valid: row.valid,
    edition: row.edition,
  }));
}
