import type { Db } from '#platform/store';
import { type ModelSettings, type Protocol, settingsOf } from '../model.ts';
import { modelById } from '../models/read.ts';
import { tables } from '../store.ts';
import type { DeviceRow } from '../wire.ts';
import { noSuchDevice } from './checks.ts';
import { allDeviceRows } from './list.ts';

export const devicesInProbation = (db: Db): Promise<DeviceRow[]> => allDeviceRows(db, { state: ['probation'] });

/** What each of these devices goes by. */
export async function deviceIdentities(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { protocol: Protocol; identity: string }[]>> {
  const found = new Map<number, { protocol: Protocol; identity: string }[]>();
  if (ids.length === 0) return found;
  const rows = await tables(db)
    .selectFrom('device_identity')
    .where('device_id', 'in', [...ids])
    .orderBy('protocol')
    .orderBy('identity')
    .selectAll()
    .execute();
  for (const { device_id, protocol, identity } of rows)
    found.set(device_id, [...(found.get(device_id) ?? []), { protocol: protocol as Protocol, identity }]);
  return found;
}

/** The settings that hold for a device. @throws Refusal not_found */
export async function modelSettingsOf(db: Db, id: number): Promise<ModelSettings> {
  const row = await tables(db)
    .selectFrom('device')
    .where('id', '=', id)
    .select(['model_id', 'settings'])
    .executeTakeFirst();
  if (!row) throw noSuchDevice(id);
  return settingsOf(row.model_id === null ? undefined : await modelById(db, row.model_id), row.settings);
}
