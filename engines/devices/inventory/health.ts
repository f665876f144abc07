import { sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { DeviceKind } from '../kinds.table.ts';
import { type ModelSettings, type Statistic, settingsOf } from '../model.ts';
import { type DeviceState, registerModels } from '../store.ts';
import type { HealthState } from '../wire.ts';

/** A device that is heard over the network, as whoever judges its health has to know it. */
export type WatchedDevice = {
  id: number;
  code: string;
  kind: DeviceKind;
  streetCode: string | null;
  lon: number | null;
  lat: number | null;
  state: DeviceState;
  stateReason: string | null;
  admittedAt: Date;
  /** of its links */
  protocols: string[];
  settings: ModelSettings;
  /** by place */
  channels: { pollutant: string | null; factor: string | null; statistic: Statistic }[];
  before: { state: HealthState; cause: string; since: Date; seen: unknown } | null;
};

type Row = Omit<WatchedDevice, 'settings' | 'channels' | 'before'> & {
  modelId: string | null;
  own: object;
  channels: WatchedDevice['channels'] | null;
  h_state: HealthState | null;
  cause: string;
  since: Date;
  seen: unknown;
};

/** Every device that has a number on a link and is not retired. */
export async function watchedDevices(db: Db): Promise<WatchedDevice[]> {
  const models = new Map((await registerModels(db)).map((model) => [model.id, model]));
  const { rows } = await sql<Row>`
    select d.id, d.code, d.kind, d.street_code as "streetCode", d.lon, d.lat, d.state, d.state_reason as "stateReason",
      coalesce(d.admitted_at, d.created_at) as "admittedAt",
      (select array_agg(distinct i.protocol) from device_identity i where i.device_id = d.id) as protocols, d.model_id as "modelId", d.settings as own,
      (select json_agg(json_build_object('pollutant', pollutant, 'factor', factor, 'statistic', statistic) order by no)
        from channel c where c.device_id = d.id) as channels,
      h.state as h_state, h.cause, h.since, h.seen
    from device d left join device_health h on h.device_id = d.id
    where d.state <> 'retired' and exists (select 1 from device_identity i where i.device_id = d.id)
    order by d.id`.execute(db);
  return rows.map(({ modelId, own, channels, h_state, cause, since, seen, ...device }) => ({
    ...device,
    settings: settingsOf(modelId === null ? undefined : models.get(modelId), own),
    channels: channels ?? [],
    before: h_state === null ? null : { state: h_state, cause, since, seen },
  }));
}

/** How a device was found, to be shown wherever it is listed. */
export type FoundHealth = {
  deviceId: number;
  state: HealthState;
  cause: string;
  since: number;
  heardAt: number | null;
  valuesAt: number | null;
  words: Sentence;
  remedy: Sentence | null;
  seen: object;
};

/**
 * Writes how devices were found at a look; those that are not among them are not watched any more.
 * @returns ids of those that are still there, which stay until the caller's transaction ends
 */
export async function writeHealth(db: Db, found: readonly FoundHealth[], now: Date): Promise<Set<number>> {
  const rows = found.map((f) => ({ ...f, device_id: f.deviceId, heard: f.heardAt, came: f.valuesAt }));
  const { rows: written } = await sql<{ id: number }>`
    insert into device_health as h (device_id, state, cause, since, heard_at, values_at, words, remedy, seen, checked_at)
    select r.device_id, r.state, r.cause, to_timestamp(r.since / 1000.0), to_timestamp(r.heard / 1000.0),
      to_timestamp(r.came / 1000.0), r.words, nullif(r.remedy, 'null'), r.seen, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(device_id int, state text, cause text, since float8, heard float8,
      came float8, words jsonb, remedy jsonb, seen jsonb) join device d on d.id = r.device_id
    on conflict (device_id) do update set state = excluded.state, cause = excluded.cause, since = excluded.since,
      heard_at = excluded.heard_at, values_at = excluded.values_at, words = excluded.words, remedy = excluded.remedy,
      seen = excluded.seen, checked_at = excluded.checked_at returning device_id as id`.execute(db);
  await sql`delete from device_health where not (device_id = any(${found.map((f) => f.deviceId)}::int[]))`.execute(db);
  return new Set(written.map(({ id }) => id));
}

/** When somebody last looked at the devices; null: nobody has yet. */
export async function lastLookAt(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(checked_at) as at from device_health`.execute(db);
  return rows[0]?.at ?? null;
}
