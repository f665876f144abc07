import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isRefusal, Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { JobLog } from '../task.ts';
import type { WorkKind } from './kind.ts';
import { tables } from './store.ts';

/** how often progress is written and the wish to stop is read */
const BEAT_MS = 300;
/** held on a connection of its own while a work runs: the database lets go of it when the process dies */
const RUNNING_LOCK = 7_301_207;

export type Executor = {
  db: Db;
  pool: Pool;
  /** connections on which the locks of running works are held */
  locks: Pool;
  kinds: ReadonlyMap<string, WorkKind>;
  log: JobLog;
  /** the process is stopping */
  signal: AbortSignal;
};

/** Takes the lock of a work. @returns how to let go, or nothing when some process runs it */
export async function lockWork(locks: Pool, id: string): Promise<(() => Promise<void>) | undefined> {
  const client: PoolClient = await locks.connect();
  const key = [RUNNING_LOCK, id];
  const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) got', key);
  if (!got.rows[0]?.got) {
    client.release();
    return undefined;
  }
  return async () => {
    await client.query('select pg_advisory_unlock($1, hashtext($2))', key).catch(() => undefined);
    client.release();
  };
}

/** Runs one waiting work to its end. Its failure is its outcome, never an error of the worker. */
export async function executeWork(executor: Executor, id: string): Promise<void> {
  const unlock = await lockWork(executor.locks, id);
  if (!unlock) return;
  try {
    const row = await tables(executor.db)
      .updateTable('work')
      .set({ state: 'running', started_at: new Date(), done: 0, refusal: null, note: null })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .returning(['kind', 'input', 'created_by', 'created_by_name'])
      .executeTakeFirst();
    if (row) await runToItsEnd(executor, id, row);
  } finally {
    await unlock();
  }
}

type Started = { kind: string; input: unknown; created_by: string | null; created_by_name: string | null };

async function runToItsEnd(executor: Executor, id: string, row: Started): Promise<void> {
  const { db, log } = executor;
  const beat = startBeat(executor, id);
  try {
    const kind = executor.kinds.get(row.kind);
    if (!kind) throw new Error(`no worker here knows the work ${row.kind}`);
    const result = await kind.run({
      id,
      db,
      pool: executor.pool,
      input: row.input,
      by: { accountId: row.created_by, name: row.created_by_name ?? 'system' },
      log,
      progress: beat.progress,
      cancelled: beat.cancelled,
      throwIfCancelled() {
        if (beat.cancelled()) throw stopped();
      },
    });
    await beat.stop();
    await finish(db, id, 'done', { result: result ?? null });
  } catch (error) {
    await beat.stop();
    if (executor.signal.aborted && beat.cancelled() && !beat.wished()) {
      await interrupt(db, id, executor.kinds.get(row.kind)?.resumable ?? false);
    } else if (isRefusal(error)) {
      await finish(db, id, error.code === 'cancelled' ? 'cancelled' : 'failed', { refusal: bodyOf(error) });
    } else {
      const reference = id.slice(0, 8);
      log.error({ err: error, work: id, kind: row.kind, reference }, 'work failed');
      await finish(db, id, 'failed', { refusal: { code: 'fault', message: FAULT, reference } });
    }
  }
}

/** Writes progress and reads the wish to stop, a few times a second. */
function startBeat({ db, signal }: Executor, id: string) {
  let [done, total, note]: [number, number | null, Sentence | null] = [0, null, null];
  let wished = false;
  const write = async () => {
    const answer = await sql<{ cancel_wanted: boolean }>`
      update work set done = ${done}, total = ${total}, note = ${note && JSON.stringify(note)}::jsonb
      where id = ${id} returning cancel_wanted`.execute(db);
    wished ||= answer.rows[0]?.cancel_wanted ?? true;
  };
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(write).catch(() => undefined);
  }, BEAT_MS);
  timer.unref();
  return {
    progress(d: number, t?: number | null, n?: Sentence | null) {
      done = Math.round(d);
      if (t !== undefined) total = t === null ? null : Math.round(t);
      if (n !== undefined) note = n;
    },
    wished: () => wished,
    cancelled: () => wished || signal.aborted,
    async stop() {
      clearInterval(timer);
      await last;
      await write().catch(() => undefined);
    },
  };
}

async function finish(
  db: Db,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  outcome: { result?: unknown; refusal?: object },
): Promise<void> {
  await tables(db)
    .updateTable('work')
    .set({
      state,
      finished_at: new Date(),
      result: outcome.result == null ? null : JSON.stringify(outcome.result),
      refusal: outcome.refusal ? JSON.stringify(outcome.refusal) : null,
    })
    .where('id', '=', id)
    .execute();
}

/** A work that was cut off: waits again where that is safe, else it has failed. */
export async function interrupt(db: Db, id: string, resumable: boolean): Promise<void> {
  if (resumable) {
    await tables(db)
      .updateTable('work')
      .set({ state: 'waiting', started_at: null })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute();
    return;
  }
  await finish(db, id, 'failed', { refusal: bodyOf(INTERRUPTED) });
}

const bodyOf = (refusal: Refusal) => ({ code: refusal.code, message: refusal.sentence });

const stopped = () => new Refusal('cancelled', { zh: '任务已取消。', en: 'The work was cancelled.' });
const INTERRUPTED = new Refusal('work_interrupted', {
  zh: '系统在任务进行中停止，任务没有完成，请重新开始。',
  en: 'The system stopped while this was under way; it was not completed, please start it again.',
});
const FAULT = {
  zh: '任务出错，没有完成；请重试，若仍出现，请把编号告诉管理员。',
  en: 'The work failed on our side; try again, and give the reference to the administrator if it stays.',
};
