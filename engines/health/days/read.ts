import { sql } from 'kysely';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';

export type HealthDay = {
  day: CalendarDate;
  online: number;
  late: number;
  silent: number;
  faulty: number;
  maintenance: number;
  unwatched: number;
  expectedHours: number;
  validHours: number;
};

/** The days of a device, in order. */
export async function healthDaysOf(
  db: Db,
  deviceId: number,
  from: CalendarDate,
  until: CalendarDate,
): Promise<HealthDay[]> {
  const { rows } =
    await sql<HealthDay>`select day, online_minutes as online, late_minutes as late, silent_minutes as silent,
      faulty_minutes as faulty, maintenance_minutes as maintenance, unwatched_minutes as unwatched,
      expected_hours as "expectedHours", valid_hours as "validHours" from device_health_day
    where device_id = ${deviceId} and day >= ${from} and day <= ${until} order by day`.execute(db);
  return rows;
}

export type DeviceCompleteness = {
  deviceId: number;
  dayShare: number | null;
  monthShare: number | null;
  upShare: number | null;
};

/**
 * What share of each device's expected hours is valid, of a day and of its month up to it; and of the watched minutes of
 * that month outside of maintenance, in how many values came.
 */
export async function completenessOf(db: Db, day: CalendarDate): Promise<DeviceCompleteness[]> {
  const { rows } = await sql<DeviceCompleteness>`select device_id as "deviceId",
      (sum(valid_hours) filter (where day = ${day}))::float8 / nullif(sum(expected_hours) filter (where day = ${day}), 0) as "dayShare",
      sum(valid_hours)::float8 / nullif(sum(expected_hours), 0) as "monthShare",
      sum(online_minutes + late_minutes)::float8
        / nullif(sum(online_minutes + late_minutes + silent_minutes + faulty_minutes), 0) as "upShare"
    from device_health_day where day >= date_trunc('month', ${day}::date) and day <= ${day} group by device_id`.execute(
    db,
  );
  return rows;
}
