import { join } from 'node:path';
import type pg from 'pg';
import { addMonths } from '#platform/clock';
import { inTransaction } from '../../import/land.ts';
import { type FileFacts, readArchiveFile, removeArchiveFile, writeArchiveFile } from './file.ts';
import { ARCHIVE_KINDS, type ArchiveKind, RESTORED_DAYS, RETENTION, type Retention } from './kinds.table.ts';
import {
  type ArchivedMonth,
  forgetArchive,
  hasFinePackets,
  hoursWaiting,
  listArchive,
  noteArchive,
  packetMonths,
  rowMonths,
} from './store.ts';

export type ArchiveOptions = {
  /** where the files go */
  readonly folder: string;
  /** what day it is, Beijing date */
  readonly today: string;
  readonly retention?: Retention;
  readonly cancelled?: () => boolean;
};
export type ArchiveDone = {
  /** kind and month */
  archived: { kind: ArchiveKind; month: string; rows: number; bytes: number }[];
  /** months that were due and stay for now, and why */
  left: { kind: ArchiveKind; month: string; why: 'hours_waiting' | 'busy' }[];
};

/** how long a month may wait for its table; the next run tries again */
const LOCK_TIMEOUT = '3s';
const LOCK_NOT_AVAILABLE = '55P03';
const HOURS_WAITING = '55000';
const DAY_MS = 86_400_000;

/**
 * Takes whole months that are older than the retention out of the database into files, each read back before its rows are
 * dropped. A month whose hours are not all computed is left. What a crash left half done is finished first.
 */
export async function archiveMonths(pool: pg.Pool, options: ArchiveOptions): Promise<ArchiveDone> {
  const retention = options.retention ?? RETENTION;
  const done: ArchiveDone = { archived: [], left: [] };
  const known = new Map((await listArchive(pool)).map((entry) => [`${entry.kind} ${entry.month}`, entry]));
  for (const entry of known.values())
    if (entry.kind === 'packet' && (entry.state === 'writing' || entry.state === 'verified'))
      await finishPackets(pool, options, entry.month, done);
  const before = (kind: ArchiveKind) => addMonths(options.today, -retention[kind]).slice(0, 7);
  for (const month of await packetMonths(pool, before('packet'))) {
    if (options.cancelled?.()) return done;
    if (!stays(known.get(`packet ${month}`)) && (await hasFinePackets(pool, month)))
      await archivePackets(pool, options, month, done);
  }
  const inside = new Set(await packetMonths(pool, before('packet_replaced')));
  for (const { month, kind, state } of await listArchive(pool))
    if (kind === 'packet' && state === 'archived') inside.delete(month);
  for (const kind of ['packet_replaced', 'kept_frame'] as const)
    for (const month of await rowMonths(pool, kind, ARCHIVE_KINDS[kind].time, before(kind))) {
      if (options.cancelled?.()) return done;
      // what was replaced goes with what replaced it
      if (stays(known.get(`${kind} ${month}`)) || (kind === 'packet_replaced' && inside.has(month))) continue;
      await archiveRows(pool, options, kind, month, done);
    }
  return done;
}

/** Months that are archived already, and those that a person has fetched back not long ago. */
const stays = (entry: ArchivedMonth | undefined) =>
  entry !== undefined &&
  (entry.state !== 'restored' || entry.changedAt.getTime() + RESTORED_DAYS * DAY_MS > Date.now());

async function archivePackets(pool: pg.Pool, options: ArchiveOptions, month: string, done: ArchiveDone): Promise<void> {
  const leave = (why: ArchiveDone['left'][number]['why']) => void done.left.push({ kind: 'packet', month, why });
  if (await hoursWaiting(pool, month)) return leave('hours_waiting');
  try {
    await inTransaction(pool, async (client) => {
      await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
      await client.query('select detach_packet_month($1::date)', [`${month}-01`]);
      await noteArchive(client, { kind: 'packet', month, state: 'writing' });
      return { result: undefined, keep: true };
    });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === LOCK_NOT_AVAILABLE) return leave('busy');
    if (code === HOURS_WAITING) return leave('hours_waiting');
    throw error;
  }
  await finishPackets(pool, options, month, done);
}

/** A month stands apart, where nobody writes: its file is written and read back, and only then it is dropped. */
async function finishPackets(
  pool: pg.Pool,
  { folder }: ArchiveOptions,
  month: string,
  done: ArchiveDone,
): Promise<void> {
  const { columns, order } = ARCHIVE_KINDS.packet;
  const before = (await listArchive(pool)).find((entry) => entry.kind === 'packet' && entry.month === month);
  try {
    const facts = await withClient(pool, async (client) => {
      const apart = `detached_packet_${month.replace('-', '_')}`;
      const query = `select ${columns.join(', ')} from ${apart} order by ${order}`;
      return verified(folder, await writeArchiveFile(client, query, folder, `packet-${month}`));
    });
    await noteArchive(pool, { kind: 'packet', month, state: 'verified', facts });
    await inTransaction(pool, async (client) => {
      await client.query('select drop_detached_packet_month($1::date)', [`${month}-01`]);
      await noteArchive(client, { kind: 'packet', month, state: 'archived' });
      return { result: undefined, keep: true };
    });
    if (before?.file && before.file !== facts.file) await removeArchiveFile(join(folder, before.file));
    done.archived.push({ kind: 'packet', month, rows: facts.rows, bytes: facts.bytes });
  } catch (error) {
    await inTransaction(pool, async (client) => {
      await client.query('select reattach_packet_month($1::date)', [`${month}-01`]);
      if (before?.file) await noteArchive(client, { kind: 'packet', month, state: 'restored' });
      else await forgetArchive(client, 'packet', month);
      return { result: undefined, keep: true };
    });
    throw error;
  }
}

/** Rows of a table that has no partitions: written, read back and deleted in one view of the database. */
async function archiveRows(
  pool: pg.Pool,
  { folder }: ArchiveOptions,
  kind: Exclude<ArchiveKind, 'packet'>,
  month: string,
  done: ArchiveDone,
): Promise<void> {
  const { columns, time, order } = ARCHIVE_KINDS[kind];
  const within = `${time} >= '${month}-01T00:00:00Z' and ${time} < '${addMonths(`${month}-01`, 1)}T00:00:00Z'`;
  const facts = await inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read');
    const query = `select ${columns.join(', ')} from ${kind} where ${within} order by ${order}`;
    const written = await verified(folder, await writeArchiveFile(client, query, folder, `${kind}-${month}`));
    const { rowCount } = await client.query(`delete from ${kind} where ${within}`);
    if (rowCount !== written.rows)
      throw new Error(`${kind} ${month}: ${rowCount} rows deleted, ${written.rows} written`);
    await noteArchive(client, { kind, month, state: 'archived', facts: written });
    return { result: written, keep: true };
  });
  done.archived.push({ kind, month, rows: facts.rows, bytes: facts.bytes });
}

async function verified<F extends FileFacts & { file: string }>(folder: string, facts: F): Promise<F> {
  const read = await readArchiveFile(join(folder, facts.file));
  if (read.sha256 !== facts.sha256 || read.textSha256 !== facts.textSha256 || read.bytes !== facts.bytes)
    throw new Error(`${facts.file} reads back differently from what was written`);
  return facts;
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}
