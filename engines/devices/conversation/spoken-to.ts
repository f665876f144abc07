import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { modelSettings, settingsOf } from '../model.ts';
import type { DeviceState } from '../store.ts';

/** What decides whether and how long a device can be asked something. @throws Refusal not_found */
export async function commandSettingsOf(
  db: Db,
  deviceId: number,
): Promise<{ state: DeviceState; speaksHj212: boolean; commandWaitHours: number }> {
  const { rows } = await sql<{ state: DeviceState; own: object; model: object | null; speaks: boolean }>`
    select d.state, d.settings as own, m.settings as model,
      exists (select 1 from device_identity i where i.device_id = d.id and i.protocol = 'hj-212') as speaks
    from device d left join device_model m on m.id = d.model_id where d.id = ${deviceId}`.execute(db);
  const [row] = rows;
  if (!row)
    throw new Refusal('not_found', {
      zh: '没有这台设备，请刷新列表。',
      en: 'There is no such device; reload the list.',
    });
  const model = row.model ? { settings: modelSettings.parse(row.model) } : undefined;
  const { commandWaitHours } = settingsOf(model, row.own);
  return { state: row.state, speaksHj212: row.speaks, commandWaitHours };
}
