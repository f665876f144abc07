import { sql } from 'kysely';
import { record } from '#platform/audit';
import { enqueue } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { By, DeviceDeps } from '../deps.ts';
import { type DeviceState, moveRegister, tables } from '../store.ts';
import { noSuchDevice } from './checks.ts';

/** The task that judges devices: woken when one is admitted, taken out of service, or worked on. */
export const LOOK_TASK = 'health.look';

/** Which state may follow which, by what a person does. Maintenance comes and goes by its windows. */
const STEPS = {
  retire: { from: ['probation', 'admitted', 'maintenance'], to: 'retired' },
  restore: { from: ['retired'], to: 'admitted' },
} as const satisfies Record<string, { from: readonly DeviceState[]; to: DeviceState }>;

/** Takes a device out of service, or back into it, with a reason. @throws Refusal not_found, not_in_this_state */
export async function stepState(
  { db }: DeviceDeps,
  by: By,
  id: number,
  step: keyof typeof STEPS,
  reason: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const device = await heldDevice(tx, id);
    if (!(STEPS[step].from as readonly DeviceState[]).includes(device.state)) throw otherState(device.state);
    if (step === 'retire')
      await sql`update maintenance_window set ends = greatest(begins + interval '1 second', now())
        where device_id = ${id} and (ends is null or ends > now())`.execute(tx);
    await toState(tx, by, id, STEPS[step].to, reason);
    await record(tx, by, {
      action: `device.${step}`,
      subjectKind: 'device',
      subjectId: device.code,
      before: { state: device.state },
      after: { state: STEPS[step].to, reason },
    });
  });
}

export async function heldDevice(tx: Db, id: number): Promise<{ id: number; code: string; state: DeviceState }> {
  const row = await tables(tx)
    .selectFrom('device')
    .where('id', '=', id)
    .select(['id', 'code', 'state'])
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noSuchDevice(id);
  return row;
}

/** Writes the state and the line of its history, and tells the gateways. */
export async function toState(
  tx: Db,
  by: Pick<By, 'name'>,
  id: number,
  to: DeviceState,
  reason: string | null,
): Promise<void> {
  const { rows } = await sql<{
    was: DeviceState;
  }>`update device d set state = ${to}, state_reason = ${reason}, changed_at = now(),
    admitted_at = case when ${to} = 'admitted' then coalesce(d.admitted_at, now()) else d.admitted_at end
    from (select state as was from device where id = ${id}) o where d.id = ${id} returning o.was`.execute(tx);
  await noteState(tx, by, id, rows[0]?.was ?? null, to, reason);
  await moveRegister(tx);
  await enqueue(tx, LOOK_TASK);
}

export async function noteState(
  tx: Db,
  by: Pick<By, 'name'>,
  id: number,
  from: DeviceState | null,
  to: DeviceState,
  reason: string | null,
): Promise<void> {
  await tables(tx)
    .insertInto('device_state_change')
    .values({ device_id: id, from_state: from, to_state: to, reason, by_name: by.name })
    .execute();
}

const STATE_NAMES = {
  probation: { zh: '待准入', en: 'in probation' },
  admitted: { zh: '在用', en: 'admitted' },
  maintenance: { zh: '维护中', en: 'in maintenance' },
  retired: { zh: '已停用', en: 'retired' },
} as const;

export const otherState = (state: DeviceState) =>
  new Refusal('not_in_this_state', {
    zh: `设备现在是“${STATE_NAMES[state].zh}”，不能这样操作；请刷新页面后再看。`,
    en: `The device is ${STATE_NAMES[state].en}, so this cannot be done; reload the page.`,
  });
