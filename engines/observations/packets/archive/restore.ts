import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { enqueue } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { dbOn, inTransaction } from '../../import/land.ts';
import { HOURS_TASK } from '../hours/task.ts';
import { archiveText, readArchiveFile } from './file.ts';
import { ARCHIVE_KINDS, type ArchiveKind } from './kinds.table.ts';
import { type ArchivedMonth, listArchive, noteArchive } from './store.ts';

/**
 * Fetches a month back from its files into the database, equal to what it was. What came for the month meanwhile stays, and
 * where it says something else of the same time it stays the newer word. Hours that waited for the month are computed.
 * @param month 'YYYY-MM', UTC
 * @returns rows by kind
 * @throws Refusal not_found, not_in_this_state, archive_damaged
 */
export async function restoreMonth(
  pool: pg.Pool,
  folder: string,
  month: string,
): Promise<Partial<Record<ArchiveKind, number>>> {
  const entries = (await listArchive(pool)).filter((entry) => entry.month === month);
  if (entries.length === 0)
    throw new Refusal('not_found', {
      zh: `归档中没有 ${month}，请用 lantian archive list 查看已归档的月份。`,
      en: `The archive has no ${month}: lantian archive list shows the months that it has.`,
    });
  const archived = entries.filter((entry) => entry.state === 'archived');
  if (archived.length === 0)
    throw new Refusal('not_in_this_state', {
      zh: `${month} 的数据已在数据库中，不需要恢复。`,
      en: `${month} is in the database: there is nothing to restore.`,
    });
  for (const entry of archived) await check(folder, entry);
  return inTransaction(pool, async (client) => {
    const rows: Partial<Record<ArchiveKind, number>> = {};
    for (const entry of archived) rows[entry.kind] = await load(client, folder, entry);
    await client.query("update touched_hours set due = '-infinity' where due = 'infinity'");
    await enqueue(dbOn(client), HOURS_TASK);
    return { result: rows, keep: true };
  });
}

async function check(folder: string, { file, sha256 }: ArchivedMonth): Promise<void> {
  const path = join(folder, file ?? '');
  const found = file && existsSync(path) ? await readArchiveFile(path).catch(() => undefined) : undefined;
  if (found?.sha256 === sha256) return;
  throw new Refusal('archive_damaged', {
    zh: `归档文件 ${path} ${found ? '与归档时不一致' : '不存在或已损坏'}，请从备份恢复该文件后重试。`,
    en: `The archive file ${path} ${found ? 'is not what was archived' : 'is missing or damaged'}: put it back from a backup and try again.`,
  });
}

async function load(
  client: pg.PoolClient,
  folder: string,
  { kind, month, file, rows }: ArchivedMonth,
): Promise<number> {
  const columns = ARCHIVE_KINDS[kind].columns.join(', ');
  await client.query(`create temp table restored_${kind} (like ${kind}) on commit drop`);
  const copy = client.query(copyFrom(`copy restored_${kind} (${columns}) from stdin (format csv, header match)`));
  await pipeline(archiveText(join(folder, file!)), copy);
  if (copy.rowCount !== rows) throw new Error(`${file}: ${copy.rowCount} rows read, ${rows} archived`);
  if (kind === 'packet') {
    await client.query('select ensure_packet_months($1::timestamptz, $1::timestamptz)', [`${month}-01T00:00:00Z`]);
    await client.query(
      `insert into packet_replaced (device_id, at, span_minutes, values, flags, source_id, received_at)
       select r.device_id, r.at, r.span_minutes, r.values, r.flags, r.source_id, r.received_at
       from restored_packet r join packet p on p.device_id = r.device_id and p.span_minutes = r.span_minutes and p.at = r.at
       where (p.values, p.flags) is distinct from (r.values, r.flags)`,
    );
  }
  if (kind === 'kept_frame')
    // of a device that was removed meanwhile
    await client.query(
      'update restored_kept_frame set device_id = null where device_id not in (select id from device)',
    );
  const identity = kind === 'kept_frame' ? 'overriding system value' : '';
  const conflict = kind === 'packet_replaced' ? '' : 'on conflict do nothing';
  await client.query(
    `insert into ${kind} (${columns}) ${identity} select ${columns} from restored_${kind} ${conflict}`,
  );
  await noteArchive(client, { kind, month, state: 'restored' });
  return rows;
}
