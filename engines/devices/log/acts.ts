import { record } from '#platform/audit';
import { type CalendarDate, dateOf } from '#platform/clock';
import { keepFile } from '#platform/files';
import { Refusal } from '#platform/refusal';
import type { By, DeviceDeps } from '../deps.ts';
import { wrong } from '../inventory/checks.ts';
import { heldDevice } from '../inventory/states.ts';
import { pictureType } from './pictures.ts';
import { insertEntry, markWithdrawn } from './store.ts';
import type { NewEntry } from './wire.ts';

type Given = { entry: NewEntry; files: readonly { name: string; bytes: Uint8Array }[] };

/** Keeps what was done at a device, whole with its photos or not at all. @throws Refusal not_found, value_out_of_range, document_… */
export async function addEntry({ db }: DeviceDeps, by: By, deviceId: number, { entry, files }: Given): Promise<string> {
  checkDays(entry, dateOf(new Date()));
  const types = files.map(({ name, bytes }) => pictureType(name, bytes));
  return db.transaction().execute(async (tx) => {
    const device = await heldDevice(tx, deviceId);
    const kept: { id: string; name: string }[] = [];
    for (const [i, { name, bytes }] of files.entries()) {
      const file = { name, mediaType: types[i]!, content: bytes, createdBy: by.accountId };
      kept.push({ id: (await keepFile(tx, file)).id, name: name.slice(0, 200) });
    }
    const id = await insertEntry(tx, deviceId, by, entry, kept);
    await record(tx, by, {
      action: 'device.log',
      subjectKind: 'device',
      subjectId: device.code,
      after: { ...entry, entryId: id, files: kept.map(({ name }) => name) },
    });
    return id;
  });
}

function checkDays({ doneOn, validUntil }: NewEntry, today: CalendarDate): void {
  if (doneOn > today) throw wrong(`日期不能晚于今天（${today}）。`, `The day is not later than today (${today}).`);
  if (validUntil !== null && validUntil < doneOn)
    throw wrong('校准的有效期应晚于校准日期。', 'A calibration holds until a day after it was done.');
}

/** A mistaken entry; it stays readable. @throws Refusal not_found */
export async function withdrawEntry(
  { db }: DeviceDeps,
  by: By,
  deviceId: number,
  id: string,
  reason: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const device = await heldDevice(tx, deviceId);
    const words = await markWithdrawn(tx, deviceId, id, by.name, reason);
    if (words === undefined)
      throw new Refusal('not_found', {
        zh: '没有这条记录，或已经撤回。',
        en: 'There is no such entry, or it has been withdrawn.',
      });
    await record(tx, by, {
      action: 'device.log.withdraw',
      subjectKind: 'device',
      subjectId: device.code,
      before: { entryId: id, words },
      after: { reason },
    });
  });
}
