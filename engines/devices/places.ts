import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { MeasuringChannel } from './measuring.ts';
import type { DeviceState } from './store.ts';

/** A device as maps and charts name it. */
export type DevicePlace = {
  id: number;
  code: string;
  name: string | null;
  kind: string;
  stationCode: string | null;
  streetCode: string | null;
  site: string | null;
  lon: number | null;
  lat: number | null;
  state: DeviceState;
  simulated: boolean;
  channels: MeasuringChannel[];
};

/** Devices that are admitted or in maintenance, by code; of one number, whatever its state. */
export async function devicePlaces(db: Db, id?: number): Promise<DevicePlace[]> {
  const { rows } = await sql<DevicePlace>`
    select d.id, d.code, d.name, d.kind, d.station_code as "stationCode", d.street_code as "streetCode", d.site, d.lon, d.lat,
      d.state, d.simulated, coalesce((select json_agg(json_build_object('no', no, 'pollutant', pollutant, 'unit', unit,
        'factor', factor, 'statistic', statistic) order by no) from channel where device_id = d.id), '[]') as channels
    from device d
    where ${id === undefined ? sql`d.state in ('admitted', 'maintenance')` : sql`d.id = ${id}`}
    order by d.code`.execute(db);
  return rows;
}
