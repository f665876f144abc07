import { sql } from 'kysely';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';
import type { DeviceLogEntry, NewEntry, OverdueCalibration } from './wire.ts';

type Row = Omit<DeviceLogEntry, 'recordedAt' | 'withdrawn'> & {
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
};

/** What was done at a device, the newest first. */
export async function logOf(db: Db, deviceId: number): Promise<DeviceLogEntry[]> {
  const { rows } =
    await sql<Row>`select l.id, l.kind, l.done_on as "doneOn", l.done_by as "doneBy", l.words, l.pollutant, l.standard,
      l.result, l.valid_until as "validUntil", l.recorded_at as "recordedAt", l.recorded_by_name as "recordedBy",
      l.withdrawn_at as "withdrawnAt", l.withdrawn_by_name as "withdrawnBy", l.withdrawn_reason as "withdrawnReason",
      coalesce((select json_agg(json_build_object('id', f.file_id, 'name', f.name, 'mediaType', k.media_type) order by f.position)
        from device_log_file f join file k on k.id = f.file_id where f.log_id = l.id), '[]') as files
    from device_log l where device_id = ${deviceId} order by l.done_on desc, l.recorded_at desc limit 500`.execute(db);
  return rows.map(({ withdrawnAt, withdrawnBy, withdrawnReason, ...row }) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    withdrawn: withdrawnAt && {
      at: withdrawnAt.toISOString(),
      by: withdrawnBy ?? '',
      reason: withdrawnReason ?? '',
    },
  }));
}

export async function insertEntry(
  tx: Db,
  deviceId: number,
  by: { accountId: string | null; name: string },
  entry: NewEntry,
  files: readonly { id: string; name: string }[],
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into device_log (device_id, kind, done_on, done_by, words, pollutant, standard,
      result, valid_until, recorded_by, recorded_by_name)
    values (${deviceId}, ${entry.kind}, ${entry.doneOn}, ${entry.doneBy}, ${entry.words}, ${entry.pollutant}, ${entry.standard},
      ${entry.result}, ${entry.validUntil}, ${by.accountId}, ${by.name}) returning id`.execute(tx);
  const { id } = rows[0]!;
  for (const [position, file] of files.entries())
    await sql`insert into device_log_file (log_id, position, file_id, name) values (${id}, ${position}, ${file.id}, ${file.name})`.execute(
      tx,
    );
  return id;
}

/** @returns the entry's words when it stood until now */
export async function markWithdrawn(
  tx: Db,
  deviceId: number,
  id: string,
  by: string,
  reason: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ words: string }>`update device_log set withdrawn_at = now(), withdrawn_by_name = ${by},
      withdrawn_reason = ${reason} where id = ${id} and device_id = ${deviceId} and withdrawn_at is null returning words`.execute(
    tx,
  );
  return rows[0]?.words;
}

/**
 * Devices in use whose last calibration of a quantity has run out or failed. A calibration of the whole device stands for
 * each of its quantities that was calibrated earlier.
 */
export async function overdueCalibrations(db: Db, today: CalendarDate): Promise<OverdueCalibration[]> {
  const { rows } = await sql<Omit<OverdueCalibration, 'name'> & { zh: string | null; en: string | null }>`
    with last as (
      select distinct on (device_id, pollutant) device_id, pollutant, done_on, recorded_at, result, valid_until from device_log
      where kind = 'calibration' and withdrawn_at is null
      order by device_id, pollutant, done_on desc, recorded_at desc)
    select d.id as "deviceId", d.code, d.name as zh, d.name_en as en, d.kind, d.street_code as "streetCode", d.simulated,
      l.pollutant, l.done_on as "doneOn", l.result, l.valid_until as "validUntil"
    from last l join device d on d.id = l.device_id
    where d.state in ('admitted', 'maintenance') and (l.valid_until < ${today} or l.result = 'failed')
      and not exists (select 1 from last whole where whole.device_id = l.device_id and whole.pollutant is null
        and l.pollutant is not null and (whole.done_on, whole.recorded_at) > (l.done_on, l.recorded_at))
    order by l.valid_until, d.code limit 1000`.execute(db);
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: zh === null ? null : { zh, en } }));
}
