import { type Generated, sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { FactorNeed } from './factors.ts';
import { type DeviceModel, modelSettings, type Statistic } from './model.ts';

export type DeviceState = 'probation' | 'admitted' | 'maintenance' | 'retired';

export type DeviceTables = {
  device: {
    id: Generated<number>;
    code: string;
    kind: string;
    station_code: string | null;
    street_code: string | null;
    unit_id: string | null;
    simulated: Generated<boolean>;
    created_at: Generated<Date>;
    model_id: string | null;
    name: string | null;
    lon: number | null;
    lat: number | null;
    site: string | null;
    owner: string | null;
    purpose: Generated<string[]>;
    state: Generated<DeviceState>;
    state_reason: string | null;
    settings: Generated<object>;
    changed_at: Generated<Date>;
    name_en: string | null;
    from_file: string | null;
    edited_at: Date | null;
    edited_by_name: string | null;
    admitted_at: Date | null;
  };
  channel: {
    device_id: number;
    no: number;
    pollutant: string | null;
    unit: string | null;
    factor: string | null;
    statistic: Generated<Statistic>;
    mapped_at: Date | null;
    mapped_by_name: string | null;
  };
  device_model: {
    id: string;
    title: Sentence;
    maker: string | null;
    kind: string;
    protocol: string;
    settings: object;
    origin: 'district' | 'person';
    updated_at: Generated<Date>;
    updated_by_name: string | null;
  };
  device_identity: { protocol: string; identity: string; device_id: number };
  device_secret: { device_id: number; password: string | null; sm4_key: string | null };
  device_state_change: {
    id: Generated<string>;
    device_id: number;
    at: Generated<Date>;
    from_state: DeviceState | null;
    to_state: DeviceState;
    reason: string | null;
    by_name: string;
  };
  maintenance_window: {
    id: Generated<string>;
    device_id: number;
    begins: Date;
    ends: Date | null;
    reason: string;
    by_name: string;
    made_at: Generated<Date>;
  };
};

export const tables = (db: Db) => db.withTables<DeviceTables>();

export type Device = {
  id: number;
  code: string;
  kind: string;
  stationCode: string | null;
  streetCode: string | null;
  simulated: boolean;
  /** channels[i] is channel i + 1; values of a packet or an hour stand in this order and may be fewer. Null: not mapped yet */
  channels: { pollutant: string | null; unit: string | null }[];
};

/** Every device with its channels, by code. */
export async function listDevices(db: Db): Promise<Device[]> {
  const devices = await tables(db)
    .selectFrom('device')
    .orderBy('code')
    .select(['id', 'code', 'kind', 'station_code', 'street_code', 'simulated'])
    .execute();
  const channels = await tables(db)
    .selectFrom('channel')
    .orderBy('device_id')
    .orderBy('no')
    .select(['device_id', 'no', 'pollutant', 'unit'])
    .execute();
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

/** Tells every process that holds the register in memory to read it again. */
export async function moveRegister(db: Db): Promise<void> {
  await sql`select nextval('device_register_version')`.execute(db);
}

export async function registerVersion(db: Db): Promise<number> {
  const { rows } = await sql<{
    v: number;
  }>`select case when is_called then last_value else 0 end as v from device_register_version`.execute(db);
  return Number(rows[0]!.v);
}

export type RegisterRow = {
  id: number;
  code: string;
  kind: string;
  model_id: string | null;
  state: DeviceState;
  simulated: boolean;
  settings: object;
  password: string | null;
  sm4_key: string | null;
};

export const registerRows = async (db: Db): Promise<RegisterRow[]> =>
  (
    await sql<RegisterRow>`
      select d.id, d.code, d.kind, d.model_id, d.state, d.simulated, d.settings, s.password, s.sm4_key
      from device d left join device_secret s on s.device_id = d.id`.execute(db)
  ).rows;

export const registerIdentities = async (db: Db) => tables(db).selectFrom('device_identity').selectAll().execute();

export const registerChannels = async (db: Db) =>
  tables(db)
    .selectFrom('channel')
    .where('factor', 'is not', null)
    .select(['device_id', 'no', 'factor', 'statistic'])
    .execute();

export async function registerModels(db: Db): Promise<DeviceModel[]> {
  const rows = await tables(db).selectFrom('device_model').selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    maker: row.maker,
    kind: row.kind,
    protocol: row.protocol as DeviceModel['protocol'],
    settings: modelSettings.parse(row.settings),
  }));
}

/**
 * Gives a device channels for factors that it has none for, in the caller's transaction or on its own; whoever comes second
 * finds them made. A channel of an imported station that has the pollutant already is taken over.
 * @returns all its channels that have a factor
 */
export async function makeChannels(db: Db, deviceId: number, needs: readonly FactorNeed[]) {
  return db.transaction().execute(async (tx) => {
    await sql`select 1 from device where id = ${deviceId} for update`.execute(tx);
    const known = await tables(tx)
      .selectFrom('channel')
      .where('device_id', '=', deviceId)
      .select(['no', 'factor', 'statistic', 'pollutant', 'unit'])
      .execute();
    for (const need of needs) {
      if (known.some((c) => c.factor === need.factor && c.statistic === need.statistic)) continue;
      const same = known.find(
        (c) => c.pollutant !== null && c.pollutant === need.pollutant && c.statistic === need.statistic,
      );
      if (same && same.factor === null && same.unit === need.unit) {
        same.factor = need.factor;
        await sql`update channel set factor = ${need.factor} where device_id = ${deviceId} and no = ${same.no}`.execute(
          tx,
        );
        continue;
      }
      // a second factor for a pollutant that the device has already: which of them counts, a person has to say
      const pollutant = same ? null : need.pollutant;
      const no = known.reduce((most, c) => Math.max(most, c.no), 0) + 1;
      known.push({ ...need, pollutant, no });
    }
    const fresh = known.filter((c) => c.factor !== null);
    await sql`insert into channel (device_id, no, pollutant, unit, factor, statistic)
      select ${deviceId}, * from unnest(${fresh.map((c) => c.no)}::int[], ${fresh.map((c) => c.pollutant)}::text[],
        ${fresh.map((c) => c.unit)}::text[], ${fresh.map((c) => c.factor)}::text[], ${fresh.map((c) => c.statistic)}::text[])
      on conflict do nothing`.execute(tx);
    return fresh.map(({ no, factor, statistic }) => ({ no, factor: factor!, statistic }));
  });
}
