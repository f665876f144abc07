import { sql } from 'kysely';
import { type CalendarDate, hourStart } from '#platform/clock';
import type { Db } from '#platform/store';
import { shortestDecimal } from './shortest-decimal.ts';
import { tables } from './store.ts';

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

const parts = (array: string) => (array === '{}' ? [] : array.slice(1, -1).split(','));
const decimal = (text: string) => (text.includes('e') ? shortestDecimal(Number(text)) : text);

/** Parallel arrays, one entry an hour from `from` on; null and '' where nothing is stored. */
export type HourSeries = {
  station: string;
  /** beginning of the first hour */
  from: Date;
  hours: number;
  units: Record<string, string>;
  values: Record<string, (number | null)[]>;
  flags: Record<string, string[]>;
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
  const channels = await tables(db)
    .selectFrom('device')
    .innerJoin('channel', 'channel.device_id', 'device.id')
    .where('device.code', '=', station)
    .orderBy('no')
    .select(['device_id', 'pollutant', 'unit'])
    .execute();
  const series: HourSeries = { station, from, hours, units: {}, values: {}, flags: {}, sourceIds: [] };
  for (const { pollutant, unit } of channels) {
    series.units[pollutant] = unit;
    series.values[pollutant] = new Array<number | null>(hours).fill(null);
    series.flags[pollutant] = new Array<string>(hours).fill('');
  }
  const device = channels[0];
  if (!device || hours === 0) return series;
  const columns = channels.map((c) => [series.values[c.pollutant]!, series.flags[c.pollutant]!] as const);
  // one text for all hours: much cheaper to carry and to cut than a row and an array each
  const { rows } = await sql<{ lines: string | null; sources: number[] | null }>`
    select string_agg(concat_ws(';', (extract(epoch from hour) / 3600)::int - ${from.getTime() / HOUR}::int, flags,
        array_to_string(mean, ',', '')), '|') as lines, array_agg(distinct source_id) as sources
    from hour_value where device_id = ${device.device_id} and hour >= ${from} and hour < ${until}`.execute(db);
  for (const line of rows[0]?.lines?.split('|') ?? []) {
    const [place, flags, array] = line.split(';') as [string, string, string];
    const texts = array.split(',');
    const at = Number(place);
    columns.forEach(([values, letters], i) => {
      const text = texts[i];
      values[at] = text ? Number(text) : null;
      letters[at] = flags[i] ?? '';
    });
  }
  series.sourceIds = [...(rows[0]?.sources ?? [])].sort((a, b) => a - b);
  return series;
}
