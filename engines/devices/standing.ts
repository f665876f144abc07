import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { DEVICE_KINDS, isDeviceKind } from './kinds.table.ts';
import type { Statistic } from './model.ts';

/** A device that stays at its place and whose values count. */
export type StandingDevice = {
  readonly id: number;
  readonly code: string;
  readonly name: string | null;
  readonly kind: string;
  readonly stationCode: string | null;
  readonly streetCode: string | null;
  readonly simulated: boolean;
  /** degrees; null where nobody has said where it stands */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly channels: readonly {
    readonly no: number;
    readonly pollutant: string | null;
    readonly unit: string | null;
    readonly statistic: Statistic;
  }[];
};

/** Devices with a place of their own, admitted or in maintenance, by code. */
export async function standingDevices(db: Db): Promise<StandingDevice[]> {
  const { rows } = await sql<StandingDevice>`
    select d.id, d.code, d.name, d.kind, d.station_code as "stationCode", d.street_code as "streetCode", d.simulated, d.lon, d.lat,
      coalesce((select json_agg(json_build_object('no', no, 'pollutant', pollutant, 'unit', unit, 'statistic', statistic) order by no)
        from channel where device_id = d.id), '[]') as channels
    from device d where d.state in ('admitted', 'maintenance') order by d.code`.execute(db);
  return rows.filter(({ kind }) => !isDeviceKind(kind) || DEVICE_KINDS[kind].stands);
}
