import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { type Protocol, settingsOf } from '../model.ts';
import { modelById } from '../models/read.ts';
import { tables } from '../store.ts';
import type { ChannelView, DeviceView } from '../wire.ts';
import { noSuchDevice } from './checks.ts';
import { deviceRows } from './list.ts';

/** A device with everything that the register knows of it. @throws Refusal not_found */
export async function deviceById(db: Db, id: number): Promise<DeviceView> {
  const [row] = await deviceRows(db, [id]);
  if (!row) throw noSuchDevice(id);
  const t = tables(db);
  const more = await t
    .selectFrom('device')
    .where('id', '=', id)
    .select(['station_code', 'settings', 'from_file', 'created_at', 'edited_at', 'edited_by_name'])
    .executeTakeFirstOrThrow();
  const identities = await t
    .selectFrom('device_identity')
    .where('device_id', '=', id)
    .orderBy('protocol')
    .orderBy('identity')
    .select(['protocol', 'identity'])
    .execute();
  const secrets = await sql<{ password: boolean; key: boolean }>`select password is not null as password,
    sm4_key is not null as key from device_secret where device_id = ${id}`.execute(db);
  const changes = await t
    .selectFrom('device_state_change')
    .where('device_id', '=', id)
    .orderBy('id', 'desc')
    .limit(50)
    .selectAll()
    .execute();
  const windows = await t
    .selectFrom('maintenance_window')
    .where('device_id', '=', id)
    .orderBy('begins', 'desc')
    .limit(50)
    .selectAll()
    .execute();
  const model = row.modelId === null ? undefined : await modelById(db, row.modelId);
  const { factors, ...settings } = settingsOf(model, more.settings);
  return {
    ...row,
    stationCode: more.station_code,
    identities: identities.map(({ protocol, identity }) => ({ protocol: protocol as Protocol, identity })),
    hasPassword: secrets.rows[0]?.password ?? false,
    hasKey: secrets.rows[0]?.key ?? false,
    ownSettings: more.settings as Record<string, unknown>,
    settings,
    channels: await channelsOf(db, id, factors),
    changes: changes.map((c) => ({
      at: c.at.toISOString(),
      from: c.from_state,
      to: c.to_state,
      reason: c.reason,
      by: c.by_name,
    })),
    windows: windows.map((w) => ({
      id: w.id,
      begins: w.begins.toISOString(),
      ends: w.ends?.toISOString() ?? null,
      reason: w.reason,
      by: w.by_name,
    })),
    fromFile: more.edited_at ? null : more.from_file,
    createdAt: more.created_at.toISOString(),
    editedAt: more.edited_at?.toISOString() ?? null,
    editedBy: more.edited_by_name,
  };
}

async function channelsOf(
  db: Db,
  id: number,
  factors: ReturnType<typeof settingsOf>['factors'],
): Promise<ChannelView[]> {
  const rows = await tables(db).selectFrom('channel').where('device_id', '=', id).orderBy('no').selectAll().execute();
  return rows.map((c) => ({
    no: c.no,
    factor: c.factor,
    statistic: c.statistic,
    pollutant: c.pollutant,
    title: factors.find(({ factor }) => factor.toLowerCase() === c.factor?.toLowerCase())?.title ?? null,
    unit: c.unit,
    mappedAt: c.mapped_at?.toISOString() ?? null,
    mappedBy: c.mapped_by_name,
  }));
}
