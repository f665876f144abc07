import { sql } from 'kysely';
import { record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { By, DeviceDeps } from '../deps.ts';
import { type DeviceState, tables } from '../store.ts';
import { wrong } from './checks.ts';
import { heldDevice, otherState, toState } from './states.ts';

const SYSTEM = { name: 'system' };

/**
 * Plans or begins maintenance of a device.
 * @throws Refusal not_found, not_in_this_state (probation, retired), value_out_of_range (ends before it begins), conflict
 */
export async function openWindow(
  { db }: DeviceDeps,
  by: By,
  id: number,
  given: { begins: Date; ends: Date | null; reason: string },
): Promise<void> {
  if (given.ends && given.ends <= given.begins)
    throw wrong('维护的结束时间应晚于开始时间。', 'Maintenance ends after it begins.');
  await db.transaction().execute(async (tx) => {
    const device = await heldDevice(tx, id);
    if (device.state === 'probation' || device.state === 'retired') throw otherState(device.state);
    const overlap = await sql`select 1 from maintenance_window where device_id = ${id}
      and tstzrange(begins, ends) && tstzrange(${given.begins}, ${given.ends})`.execute(tx);
    if (overlap.rows.length)
      throw new Refusal('conflict', {
        zh: '这段时间已经安排了维护，请先结束原来的安排。',
        en: 'Maintenance is planned for this time already; end that one first.',
      });
    await tables(tx)
      .insertInto('maintenance_window')
      .values({ device_id: id, begins: given.begins, ends: given.ends, reason: given.reason, by_name: by.name })
      .execute();
    await record(tx, by, { action: 'device.maintenance', subjectKind: 'device', subjectId: device.code, after: given });
    await followWindows(tx, new Date());
  });
}

/** Ends the maintenance that is under way, and takes back what is planned. @throws Refusal not_found, not_in_this_state */
export async function closeWindows({ db }: DeviceDeps, by: By, id: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const device = await heldDevice(tx, id);
    const ended = await sql`update maintenance_window set ends = now()
      where device_id = ${id} and begins < now() and (ends is null or ends > now())`.execute(tx);
    const dropped = await sql`delete from maintenance_window where device_id = ${id} and begins >= now()`.execute(tx);
    if (!ended.numAffectedRows && !dropped.numAffectedRows) throw otherState(device.state);
    await record(tx, by, { action: 'device.maintenance.end', subjectKind: 'device', subjectId: device.code });
    await followWindows(tx, new Date());
  });
}

/** Brings states after the windows: into maintenance when one has begun, back when it has ended. @returns how many changed */
export async function followWindows(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number; state: DeviceState; reason: string | null; by: string | null }>`
    select d.id, d.state, w.reason, w.by_name as by from device d
    left join lateral (select reason, by_name from maintenance_window w where w.device_id = d.id and w.begins <= ${now}
      and (w.ends is null or w.ends > ${now}) order by w.begins desc limit 1) w on true
    where (d.state = 'admitted' and w.reason is not null) or (d.state = 'maintenance' and w.reason is null)
    for update of d`.execute(db);
  for (const { id, state, reason, by } of rows)
    await toState(
      db,
      by === null ? SYSTEM : { name: by },
      id,
      state === 'admitted' ? 'maintenance' : 'admitted',
      reason,
    );
  return rows.length;
}
