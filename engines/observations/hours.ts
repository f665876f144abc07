import { sql } from 'kysely';
import { type CalendarDate, hourStart } from '#platform/clock';
import type { Db } from '#platform/store';
import { shortestDecimal } from './shortest-decimal.ts';

const HOUR = 3_600_000;

export type DeviceHour = {
  deviceId: number;
  /** beginning of the hour */
  hour: Date;
  /** exact decimals by channel, null without value; shorter than the device's channels when later ones came after it */
  values: (string | null)[];
  flags: string;
  sourceId: number;
};

/** Stored hours of devices from `from` up to, not including, `until`, in order of device and hour. */
export async function readHours(
  db: Db,
  { deviceIds, from, until }: { deviceIds: readonly number[]; from: Date; until: Date },
): Promise<DeviceHour[]> {
  const { rows } = await sql<{ device_id: number; hour: Date; mean: string; flags: string; source_id: number }>`
    select device_id, hour, mean::text, flags, source_id from hour_value
    where device_id = any(${[...deviceIds]}::int[]) and hour >= ${from} and hour < ${until}
    order by device_id, hour`.execute(db);
  return rows.map((r) => ({
    deviceId: r.device_id,
    hour: r.hour,
    values: parts(r.mean).map((text) => (text === 'NULL' ? null : decimal(text))),
    flags: r.flags,
    sourceId: r.source_id,
  }));
}

/** the N of NULL in an array's text */
const NULL_BEGINS = 'N'.charCodeAt(0);
const parts = (array: string) => (array === '{}' ? [] : array.slice(1, -1).split(','));
const decimal = (text: string) => (text.includes('e') ? shortestDecimal(Number(text)) : text);

/** Parallel series, one entry an hour from `from` on: null, and a blank among the flags, where nothing is stored. */
export type HourSeries = {
  station: string;
  /** beginning of the first hour */
  from: Date;
  hours: number;
  units: Record<string, string>;
  values: Record<string, (number | null)[]>;
  /** pollutant → one letter an hour */
  flags: Record<string, string>;
  sourceIds: number[];
};

/**
 * The hours of a station from the first date to the last, both included (Beijing dates), of all its channels.
 * A station that has no device yet gives no channels and no values.
 */
export async function hourSeries(
  db: Db,
  station: string,
  first: CalendarDate,
  last: CalendarDate,
): Promise<HourSeries> {
  const from = hourStart(first, 0);
  const until = hourStart(last, 24);
  const hours = Math.max(0, Math.round((until.getTime() - from.getTime()) / HOUR));
  const series: HourSeries = { station, from, hours, units: {}, values: {}, flags: {}, sourceIds: [] };
  const found = await oneText(db, station, from, until);
  if (!found) return series;
  const columns = found.channels.map(([pollutant, unit]) => {
    const values = new Array<number | null>(hours).fill(null);
    const letters = Buffer.alloc(hours, ' ');
    if (pollutant !== null) {
      series.units[pollutant] = unit ?? '';
      series.values[pollutant] = values;
    }
    return { pollutant, values, letters };
  });
  for (const line of found.lines?.split('|') ?? []) {
    const flagsAt = line.indexOf(';') + 1;
    const arrayAt = line.indexOf(';', flagsAt) + 1;
    const at = Number(line.slice(0, flagsAt - 1));
    // {5,30.5,NULL}
    let from = arrayAt + 1;
    for (let i = 0; i < columns.length && from < line.length; i++) {
      const comma = line.indexOf(',', from);
      const end = comma < 0 ? line.length - 1 : comma;
      const { values, letters } = columns[i]!;
      if (end > from && line.charCodeAt(from) !== NULL_BEGINS) values[at] = Number(line.slice(from, end));
      if (flagsAt + i < arrayAt - 1) letters[at] = line.charCodeAt(flagsAt + i);
      from = end + 1;
    }
  }
  for (const { pollutant, letters } of columns)
    if (pollutant !== null) series.flags[pollutant] = letters.toString('latin1');
  series.sourceIds = [...(found.sources ?? [])].sort((x, y) => x - y);
  return series;
}

/**
 * A device's channels and all its hours as one text, by one query: much cheaper to carry and to cut than a row and an
 * array each.
 */
async function oneText(db: Db, station: string, from: Date, until: Date) {
  const { rows } = await sql<{
    channels: [pollutant: string | null, unit: string | null][] | null;
    lines: string | null;
    sources: number[] | null;
  }>`
    select (select json_agg(json_build_array(case when statistic = 'value' then pollutant end, unit) order by no) from channel where device_id = d.id) as channels,
      h.lines, h.sources
    from device d cross join lateral (
      select string_agg(
          ((date_part('epoch', hour) - ${from.getTime() / 1000}::float8) / 3600)::int || ';' || flags || ';' || mean::text, '|'
        ) as lines, array_agg(distinct source_id) as sources
      from hour_value where device_id = d.id and hour >= ${from} and hour < ${until}) h
    where d.code = ${station}`.execute(db);
  const row = rows[0];
  return row?.channels ? { ...row, channels: row.channels } : undefined;
}
