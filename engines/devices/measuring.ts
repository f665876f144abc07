import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { type ModelSettings, type Statistic, settingsOf } from './model.ts';
import { registerModels } from './store.ts';

/** One place of a device's packets. */
export type MeasuringChannel = {
  readonly no: number;
  readonly pollutant: string | null;
  readonly unit: string | null;
  readonly factor: string | null;
  readonly statistic: Statistic;
};

/** A device as whoever computes with its packets has to know it. */
export type MeasuringDevice = {
  readonly id: number;
  /** of the station whose figures it makes; null for all others */
  readonly stationCode: string | null;
  readonly settings: ModelSettings;
  /** channels[i] is place i */
  readonly channels: readonly MeasuringChannel[];
};

type Row = {
  id: number;
  station_code: string | null;
  model_id: string | null;
  settings: object;
  channels: MeasuringChannel[] | null;
};

/** Devices by their numbers, with the settings that hold for them and their channels; one query and the models. */
export async function measuringDevices(db: Db, ids: readonly number[]): Promise<Map<number, MeasuringDevice>> {
  const models = new Map((await registerModels(db)).map((model) => [model.id, model]));
  const { rows } = await sql<Row>`
    select d.id, d.station_code, d.model_id, d.settings,
      (select json_agg(json_build_object('no', no, 'pollutant', pollutant, 'unit', unit, 'factor', factor, 'statistic', statistic) order by no)
       from channel where device_id = d.id) as channels
    from device d where d.id = any(${[...ids]}::int[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        stationCode: row.station_code,
        settings: settingsOf(row.model_id === null ? undefined : models.get(row.model_id), row.settings),
        channels: row.channels ?? [],
      },
    ]),
  );
}
