import type pg from 'pg';
import type { DistrictSettings } from '#engines/district';
import { type CalendarDate, dateOf, hourStart, startOfDay } from '#platform/clock';
import { isPollutant, type Pollutant } from '#standards/pollutants';
import type { PeriodSettings } from '../figures/periods.ts';

/** What the evaluation reads of other engines' tables, and nothing else of them. */

export type Station = { readonly code: string; readonly inArea: boolean };
export type District = {
  readonly code: string;
  readonly settings: PeriodSettings;
  readonly stations: readonly Station[];
  readonly sand: readonly { readonly begins: Date; readonly ends: Date }[];
};

/** A district's own day is made of its national stations. */
const AREA_KIND = 'national';

export async function districtsOf(client: pg.ClientBase): Promise<District[]> {
  const districts = await client.query<{ code: string; settings: DistrictSettings }>(
    'select code, settings from district order by code',
  );
  const stations = await client.query<{ district_code: string; code: string; in_area: boolean }>(
    'select district_code, code, in_district and kind = $1 as in_area from station order by code',
    [AREA_KIND],
  );
  const sand = await client.query<{ district_code: string; begins: Date; ends: Date }>(
    'select district_code, begins, ends from sand_period order by begins',
  );
  return districts.rows.map(({ code, settings }) => ({
    code,
    settings: {
      areaLeastSharePercent: settings.area_valid_share * 100,
      compositeMode: settings.composite_rounding,
      sandDeduction: settings.sand_deduction,
    },
    stations: stations.rows.filter((s) => s.district_code === code).map((s) => ({ code: s.code, inArea: s.in_area })),
    sand: sand.rows.filter((s) => s.district_code === code),
  }));
}

export type Device = {
  readonly id: number;
  readonly station: string;
  readonly channels: ReadonlyMap<Pollutant, number>;
};

/** The devices of stations, in the order of their numbers; a channel's number minus one is its place in an hour's arrays. */
export async function stationDevices(client: pg.ClientBase): Promise<Device[]> {
  const { rows } = await client.query<{ id: number; station_code: string; pollutant: string; no: number }>(
    `select d.id, d.station_code, c.pollutant, c.no from device d join channel c on c.device_id = d.id
      where d.station_code is not null and c.pollutant is not null and c.statistic = 'value' order by d.id, c.no`,
  );
  const devices = new Map<number, { id: number; station: string; channels: Map<Pollutant, number> }>();
  for (const row of rows) {
    const device = devices.get(row.id) ?? { id: row.id, station: row.station_code, channels: new Map() };
    if (isPollutant(row.pollutant)) device.channels.set(row.pollutant, row.no - 1);
    devices.set(row.id, device);
  }
  return [...devices.values()];
}

export type HourRow = {
  readonly device_id: number;
  readonly hour: Date;
  readonly mean: readonly (number | null)[];
  readonly flags: string;
  readonly source_id: number;
};

/** Hour values of devices from the first day's beginning to the last day's end. */
export async function hoursOf(
  client: pg.ClientBase,
  devices: readonly number[],
  first: CalendarDate,
  last: CalendarDate,
): Promise<HourRow[]> {
  const { rows } = await client.query<HourRow>(
    `select device_id, hour, mean, flags, source_id from hour_value
      where device_id = any($1) and hour >= $2 and hour < $3::timestamptz + interval '1 day' order by device_id, hour`,
    [devices, startOfDay(first), startOfDay(last)],
  );
  return rows;
}

export type Touched = { readonly device_id: number; readonly day: CalendarDate };

/** Says of every day that has hours, or had, that its figures wait to be computed again. */
export async function touchEverything(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into touched_day (device_id, day)
     select distinct h.device_id, (h.hour at time zone 'Asia/Shanghai')::date
       from hour_value h join device d on d.id = h.device_id where d.station_code is not null
      union select distinct device_id, day from day_value
     on conflict do nothing`,
  );
}

/** Years with waiting days, earliest first, and how many days wait. */
export async function waitingYears(client: pg.ClientBase): Promise<{ year: number; days: number }[]> {
  const { rows } = await client.query<{ year: number; days: number }>(
    `select extract(year from t.day)::int as year, count(*)::int as days
       from touched_day t join device d on d.id = t.device_id
      where d.station_code is not null group by 1 order by 1`,
  );
  return rows;
}

/** Takes a year's waiting days away; they come back if the transaction fails. */
export async function takeTouched(client: pg.ClientBase, year: number): Promise<Touched[]> {
  const { rows } = await client.query<Touched>(
    `delete from touched_day where (device_id, day) in (
       select t.device_id, t.day from touched_day t join device d on d.id = t.device_id
        where d.station_code is not null and t.day between make_date($1, 1, 1) and make_date($1, 12, 31)
        for update of t skip locked)
     returning device_id, day`,
    [year],
  );
  return rows;
}

const HOURS = Array.from({ length: 24 }, (_, i) => i);

/** Which hours of a day lie, wholly or in part, in a sand period of the district. */
export function sandyHours(district: District, day: CalendarDate): boolean[] {
  const near = district.sand.filter(({ begins, ends }) => begins < hourStart(day, 24) && ends > hourStart(day, 0));
  return HOURS.map((hour) =>
    near.some(({ begins, ends }) => begins < hourStart(day, hour + 1) && ends > hourStart(day, hour)),
  );
}

/** The date and hour (0 … 23) of an hour's beginning. */
export const placeOf = (hour: Date): { day: CalendarDate; hour: number } => ({
  day: dateOf(hour),
  hour: (hour.getUTCHours() + 8) % 24,
});
