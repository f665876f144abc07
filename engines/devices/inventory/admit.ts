import { sql } from 'kysely';
import { record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import { applyModel } from '../channels/apply.ts';
import type { By, DeviceDeps } from '../deps.ts';
import { tables } from '../store.ts';
import { editWithin } from './acts.ts';
import { knownOf, wrong } from './checks.ts';
import type { DeviceFields } from './fields.ts';
import { heldDevice, otherState, toState } from './states.ts';

export type Admission = { replayed: { stored: number; kept: number } };

/**
 * Admits a device from probation: what it is, of which model; then the frames that were kept of it become packets.
 * @throws Refusal not_found, not_in_this_state, value_out_of_range
 */
export async function admitDevice(
  deps: DeviceDeps,
  by: By,
  id: number,
  given: Partial<DeviceFields>,
): Promise<Admission> {
  const { db } = deps;
  if (!given.kind || given.kind === 'unknown')
    throw wrong('请选择设备类型后再准入。', 'Say what kind of device it is before you admit it.');
  const known = await knownOf(db, deps.districtCode, deps.others.measures);
  await db.transaction().execute(async (tx) => {
    const device = await heldDevice(tx, id);
    if (device.state !== 'probation') throw otherState(device.state);
    await editWithin(tx, deps, by, id, given, known);
    await applyModel(tx, [id]);
    await toState(tx, by, id, 'admitted', null);
    await record(tx, by, {
      action: 'device.admit',
      subjectKind: 'device',
      subjectId: device.code,
      before: { state: 'probation' },
      after: { state: 'admitted', modelId: given.modelId ?? null },
    });
  });
  return { replayed: await deps.others.replayKept(id) };
}

/**
 * A device in probation turns out to be another number of one that is known: its identities and frames go there.
 * @throws Refusal not_found, not_in_this_state, value_out_of_range
 */
export async function mergeDevice(deps: DeviceDeps, by: By, id: number, into: number): Promise<Admission> {
  const { db, others } = deps;
  if (id === into) throw wrong('请选择另一台设备来合并。', 'Choose another device to merge it into.');
  await db.transaction().execute(async (tx) => {
    // the same order for everybody
    const [low, high] = [await heldDevice(tx, Math.min(id, into)), await heldDevice(tx, Math.max(id, into))];
    const [gone, stays] = id < into ? [low, high] : [high, low];
    if (gone.state !== 'probation') throw otherState(gone.state);
    if (stays.state === 'probation' || stays.state === 'retired')
      throw new Refusal('not_in_this_state', {
        zh: '只能合并到在用的设备，请先准入或恢复那一台。',
        en: 'Devices are merged into one that is in use: admit or restore that one first.',
      });
    const identities = await tables(tx)
      .updateTable('device_identity')
      .set({ device_id: into })
      .where('device_id', '=', id)
      .returning(['protocol', 'identity'])
      .execute();
    await others.moveFrames(tx, id, into);
    await sql`delete from device where id = ${id}`.execute(tx);
    await sql`select nextval('device_register_version')`.execute(tx);
    await record(tx, by, {
      action: 'device.merge',
      subjectKind: 'device',
      subjectId: stays.code,
      before: { code: gone.code },
      after: { into: stays.code, identities },
    });
  });
  return { replayed: await others.replayKept(into) };
}
