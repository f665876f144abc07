import type pg from 'pg';
import { numbersOf } from '../hours/read.ts';
import type { SeriesRow } from './wire.ts';

const DAY_MINUTES = 1440;

/** Stored hours of one device, a page in the order of time, each as the JSON text of a `SeriesRow`: hundreds at a time. */
export async function hourPage(
  client: pg.ClientBase,
  {
    deviceId,
    from,
    until,
    limit,
    detail,
  }: { deviceId: number; from: Date; until: Date; limit: number; detail: boolean },
): Promise<{ texts: string[]; last: Date | null; sourceIds: number[] }> {
  type Row = Record<'mean' | 'flags', string> & Record<'min' | 'max', string | null> & Detail;
  const { rows } = await client.query<Row & { ms: number; source_id: number }>({
    name: `hours of a device${detail ? ' in detail' : ''}`,
    text: `select date_part('epoch', hour) * 1000 as ms, mean::text, min::text, max::text, flags, source_id
       ${detail ? ', samples::text, valid_minutes::text as valid, basis, edition' : ''}
     from hour_value where device_id = $1 and hour >= $2 and hour < $3 order by hour limit $4`,
    values: [deviceId, from, until, limit],
  });
  const texts = rows.map(
    (row) =>
      `{"at":"${new Date(row.ms).toISOString()}","span":60,"values":${json(row.mean)},"flags":"${row.flags}","sourceIds":[${row.source_id}]` +
      `${row.min === null ? '' : `,"min":${json(row.min)}`}${row.max === null ? '' : `,"max":${json(row.max)}`}${detail ? detailOf(row) : ''}}`,
  );
  const last = rows.at(-1);
  return { texts, last: last ? new Date(last.ms) : null, sourceIds: [...new Set(rows.map((row) => row.source_id))] };
}

type Detail = { samples: string } & Record<'valid' | 'basis' | 'edition', string | null>;
const detailOf = ({ samples, valid, basis, edition }: Detail) =>
  `,"validMinutes":${valid === null ? 'null' : json(valid)},"samples":${json(samples)},"basis":${text(basis)},"edition":${text(edition)}`;

/** The text of an array of numbers as JSON. */
const json = (array: string) => `[${array.slice(1, -1).replaceAll('NULL', 'null')}]`;
const text = (word: string | null) => (word === null ? 'null' : JSON.stringify(word));

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
