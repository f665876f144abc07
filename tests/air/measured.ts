import type { Store } from '#platform/store';
import { copyRows } from '#platform/store';

/** Channels of the stations of these tests, in order. */
export const CHANNELS = ['SO2', 'NO2', 'PM10', 'PM25', 'CO', 'O3'] as const;
export type Channel = (typeof CHANNELS)[number];
export type HourInput = {
  at: string;
  values: Partial<Record<Channel, number | null>>;
  flags?: Partial<Record<Channel, string>>;
};

export const DISTRICT = '110102';
const SETTINGS = {
  area_valid_share: 0.75,
  about_tolerance: 0.1,
  composite_rounding: 'sumThenRound',
  sand_deduction: 'days',
};

/** A district with stations, each with one device that measures the six pollutants. @returns station code → device number */
export async function layOutStations(
  store: Store,
  codes: readonly string[],
  settings: Partial<typeof SETTINGS> = {},
): Promise<Map<string, number>> {
  await store.pool.query(
    `insert into district (code, slug, name_zh, name_en, area_km2, settings, boundary, attribution, digest)
     values ($1, 'xicheng', '西城区', 'Xicheng District', 50.7, $2, '{}', '{"zh": "", "en": ""}', '') on conflict do nothing`,
    [DISTRICT, { ...SETTINGS, ...settings }],
  );
  const devices = new Map<string, number>();
  for (const code of codes) {
    await store.pool.query(
      `insert into station (code, district_code, name_zh, name_en, kind, in_district, lon, lat)
       values ($1, $2, $1, $1, 'national', true, 116.3, 39.9)`,
      [code, DISTRICT],
    );
    const { rows } = await store.pool.query<{ id: number }>(
      "insert into device (code, kind, station_code) values ($1, 'air_station', $1) returning id",
      [code],
    );
    const id = rows[0]!.id;
    devices.set(code, id);
    for (const [i, pollutant] of CHANNELS.entries())
      await store.pool.query('insert into channel (device_id, no, pollutant, unit) values ($1, $2, $3, $4)', [
        id,
        i + 1,
        pollutant,
        pollutant === 'CO' ? 'mg/m³' : 'µg/m³',
      ]);
  }
  return devices;
}

/** Where records come from. @returns the source's number */
export async function source(store: Store, replayOf?: number): Promise<number> {
  const label = replayOf
    ? { zh: `${replayOf}年实测回放`, en: `replay of the ${replayOf} record` }
    : { zh: '导入', en: 'import' };
  const { rows } = await store.pool.query<{ id: number }>(
    'insert into record_source (kind, label, replay_of_year) values ($1, $2, $3) returning id',
    [replayOf ? 'replay' : 'import', label, replayOf ?? null],
  );
  return rows[0]!.id;
}

/** Stores hours and says which days they touch; hours that exist are replaced. `at`: '2021-01-01T00' in Beijing time. */
export async function measure(
  store: Store,
  device: number,
  sourceId: number,
  hours: readonly HourInput[],
): Promise<void> {
  const client = await store.pool.connect();
  try {
    await client.query('begin');
    await client.query('create temp table fresh (like hour_value including defaults) on commit drop');
    await copyRows(
      client,
      'fresh (device_id, hour, mean, samples, flags, source_id)',
      hours.map(({ at, values, flags }) => [
        device,
        new Date(`${at}:00:00+08:00`),
        CHANNELS.map((c) => values[c] ?? null),
        CHANNELS.map((c) => (values[c] === undefined || values[c] === null ? 0 : 1)),
        CHANNELS.map((c) => flags?.[c] ?? (values[c] === undefined || values[c] === null ? 'N' : 'V')).join(''),
        sourceId,
      ]),
    );
    await client.query(
      `insert into hour_value select * from fresh on conflict (device_id, hour)
       do update set mean = excluded.mean, flags = excluded.flags, source_id = excluded.source_id`,
    );
    await client.query(
      `insert into touched_day (device_id, day) select distinct device_id, (hour at time zone 'Asia/Shanghai')::date from fresh
       on conflict do nothing`,
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The 24 hours of a day, each made from its number 0 … 23. */
export const dayOf = (date: string, make: (hour: number) => HourInput['values']): HourInput[] =>
  Array.from({ length: 24 }, (_, hour) => ({ at: `${date}T${String(hour).padStart(2, '0')}`, values: make(hour) }));

/** A plain day: every pollutant at its own level, PM2.5 given. */
export const plainDay = (date: string, pm25: number): HourInput[] =>
  dayOf(date, () => ({ SO2: 5, NO2: 30, PM10: pm25 + 20, PM25: pm25, CO: 0.8, O3: 60 }));
