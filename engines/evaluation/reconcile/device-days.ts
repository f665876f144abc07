import type pg from 'pg';
import type { SixPollutant } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';
import { type DayHours, dayValues } from '../figures/day.ts';
import type { StoredDayValue } from '../store.ts';
import { type Device, type District, type HourRow, hoursOf, placeOf, sandyHours, type Touched } from './inputs.ts';

/** Only valid hours count: suspect ones are kept out until a person has settled them. */
const COUNTS = 'V';

type Bucket = { readonly device: Device; readonly day: string; readonly hours: (HourRow | undefined)[] };

/** The values of the touched device days from their hours, by every rule book that needs them. */
export async function deviceDays(
  client: pg.ClientBase,
  work: {
    readonly touched: readonly Touched[];
    readonly devices: readonly Device[];
    readonly districts: readonly District[];
    readonly books: readonly RuleBook[];
  },
): Promise<StoredDayValue[]> {
  const days = work.touched.map(({ day }) => day).sort();
  const ids = [...new Set(work.touched.map((t) => t.device_id))];
  const byId = new Map(work.devices.map((device) => [device.id, device]));
  const buckets = new Map<string, Bucket>();
  for (const { device_id, day } of work.touched) {
    const device = byId.get(device_id);
    if (device) buckets.set(`${device_id}|${day}`, { device, day, hours: Array.from({ length: 24 }) });
  }
  for (const row of await hoursOf(client, ids, days[0] as string, days.at(-1) as string)) {
    const { day, hour } = placeOf(row.hour);
    const bucket = buckets.get(`${row.device_id}|${day}`);
    if (bucket) bucket.hours[hour] = row;
  }
  const districtOf = new Map(work.districts.flatMap((d) => d.stations.map(({ code }) => [code, d] as const)));
  return [...buckets.values()].flatMap((bucket) => {
    const district = districtOf.get(bucket.device.station);
    const sandy = district ? sandyHours(district, bucket.day) : [];
    const sources = [...new Set(bucket.hours.flatMap((row) => (row ? [row.source_id] : [])))].sort((a, b) => a - b);
    return work.books.flatMap((book) =>
      dayValues(book, (pollutant) => hoursOfPollutant(bucket, pollutant), sandy).map((value) => ({
        ...value,
        device: bucket.device.id,
        day: bucket.day,
        edition: book.id,
        sources,
      })),
    );
  });
}

function hoursOfPollutant({ device, hours }: Bucket, pollutant: SixPollutant): DayHours | null {
  const at = device.channels.get(pollutant);
  if (at === undefined) return null;
  return hours.map((row) => (row?.flags[at] === COUNTS ? (row.mean[at] ?? null) : null));
}
