import { type Generated, sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { ImportReport } from './wire.ts';

export type SourceKind = 'import' | 'replay' | 'gateway' | 'simulated';

export type ObservationTables = {
  device: {
    id: Generated<number>;
    code: string;
    kind: string;
    station_code: string | null;
    street_code: string | null;
    unit_id: string | null;
    simulated: Generated<boolean>;
    created_at: Generated<Date>;
  };
  channel: { device_id: number; no: number; pollutant: string; unit: string };
  record_source: {
    id: Generated<number>;
    kind: SourceKind;
    label: Sentence;
    replay_of_year: number | null;
    file_id: string | null;
    mapping: unknown;
    created_at: Generated<Date>;
    created_by: string | null;
    created_by_name: string | null;
    work_id: string | null;
    report: ImportReport | null;
  };
  hour_value: {
    device_id: number;
    hour: Date;
    mean: (number | null)[];
    samples: number[];
    flags: string;
    source_id: number;
    computed_at: Generated<Date>;
  };
  touched_day: { device_id: number; day: string; at: Generated<Date> };
  import_error: {
    work_id: string;
    seq: number;
    row_no: number;
    column_name: string | null;
    value: string;
    message: Sentence;
  };
};

/** The task that computes again what rests on hours; woken in the transaction that changes them. */
export const WOKEN_BY_HOURS = 'evaluate';

export const tables = (db: Db) => db.withTables<ObservationTables>();

export type Device = {
  id: number;
  code: string;
  kind: string;
  stationCode: string | null;
  streetCode: string | null;
  simulated: boolean;
  /** channels[i] is channel i + 1; values of a packet or an hour stand in this order and may be fewer */
  channels: { pollutant: string; unit: string }[];
};

/** Every device with its channels, by code. */
export async function listDevices(db: Db): Promise<Device[]> {
  const devices = await tables(db)
    .selectFrom('device')
    .orderBy('code')
    .select(['id', 'code', 'kind', 'station_code', 'street_code', 'simulated'])
    .execute();
  const channels = await tables(db).selectFrom('channel').orderBy('device_id').orderBy('no').selectAll().execute();
  const byDevice = new Map<number, Device['channels']>();
  for (const { device_id, pollutant, unit } of channels) {
    const list = byDevice.get(device_id);
    if (list) list.push({ pollutant, unit });
    else byDevice.set(device_id, [{ pollutant, unit }]);
  }
  return devices.map((d) => ({
    id: d.id,
    code: d.code,
    kind: d.kind,
    stationCode: d.station_code,
    streetCode: d.street_code,
    simulated: d.simulated,
    channels: byDevice.get(d.id) ?? [],
  }));
}

export type Source = { id: number; kind: SourceKind; label: Sentence; replayOfYear: number | null; createdAt: Date };

/** Where records came from, by the ids that packets and hours carry. */
export async function sourcesOf(db: Db, ids: readonly number[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('record_source')
    .where('id', '=', sql<number>`any(${[...ids]}::int[])`)
    .select(['id', 'kind', 'label', 'replay_of_year', 'created_at'])
    .orderBy('id')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    label: r.label,
    replayOfYear: r.replay_of_year,
    createdAt: r.created_at,
  }));
}

/** Says that days of a device wait to be computed again. */
export async function touchDays(db: Db, days: readonly { deviceId: number; day: string }[]): Promise<void> {
  if (days.length === 0) return;
  await sql`insert into touched_day (device_id, day)
    select * from unnest(${days.map((d) => d.deviceId)}::int[], ${days.map((d) => d.day)}::date[])
    on conflict (device_id, day) do update set at = now()`.execute(db);
}

/**
 * Takes touched days away; call it in the transaction that computes them, so that a failure leaves them touched.
 * Two workers never take the same day.
 */
export async function takeTouchedDays(db: Db, limit: number): Promise<{ deviceId: number; day: string }[]> {
  const { rows } = await sql<{ device_id: number; day: string }>`
    delete from touched_day where (device_id, day) in
      (select device_id, day from touched_day order by day, device_id limit ${limit} for update skip locked)
    returning device_id, day`.execute(db);
  return rows.map((r) => ({ deviceId: r.device_id, day: r.day }));
}
