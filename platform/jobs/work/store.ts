import type { Generated } from 'kysely';
import { sql } from 'kysely';
import { type Acting, record } from '#platform/audit';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import { enqueue } from '../task.ts';
import type { Work } from '../wire.ts';

export const WORK_TASK = 'work';

export type WorkTables = {
  work: {
    id: Generated<string>;
    kind: string;
    title: unknown;
    input: unknown;
    state: Generated<Work['state']>;
    done: Generated<number>;
    total: number | null;
    note: unknown;
    result: unknown;
    refusal: unknown;
    cancel_wanted: Generated<boolean>;
    created_at: Generated<Date>;
    created_by: string | null;
    created_by_name: string | null;
    started_at: Date | null;
    finished_at: Date | null;
  };
};

export const tables = (db: Db) => db.withTables<WorkTables>();

/** Starts a long work for a person, audited. @returns its id, under which the page watches it */
export async function startWork(
  db: Db,
  by: Acting,
  given: { kind: string; title: Sentence; input: object },
): Promise<string> {
  const act = async (t: Db) => {
    const { id } = await tables(t)
      .insertInto('work')
      .values({
        kind: given.kind,
        title: JSON.stringify(given.title),
        input: JSON.stringify(given.input),
        created_by: by.accountId,
        created_by_name: by.name || null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await wake(t, id);
    await record(t, by, {
      action: 'work.start',
      subjectKind: 'work',
      subjectId: id,
      after: { kind: given.kind, title: given.title.zh },
    });
    return id;
  };
  return db.isTransaction ? act(db) : db.transaction().execute(act);
}

export const wake = (db: Db, id: string) => enqueue(db, WORK_TASK, { id }, { key: `work:${id}` });

/**
 * Wishes a work to stop: one that waits is cancelled at once, one that runs stops at its next safe place.
 * @param whose `own`: only what the person started
 * @throws Refusal not_found, not_in_this_state
 */
export async function cancelWork(db: Db, by: Acting, id: string, whose: 'any' | 'own' = 'any'): Promise<Work> {
  await db.transaction().execute(async (t) => {
    const changed = await tables(t)
      .updateTable('work')
      .set({
        cancel_wanted: true,
        state: sql`case when state = 'waiting' then 'cancelled' else state end`,
        finished_at: sql`case when state = 'waiting' then now() end`,
      })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .where((w) => (whose === 'any' ? w.lit(true) : w('created_by', '=', by.accountId)))
      .returning(['kind'])
      .executeTakeFirst();
    if (!changed) {
      await findWork(t, id);
      throw new Refusal('not_in_this_state', {
        zh: '任务已经结束，不需要取消。',
        en: 'This work has ended already; there is nothing to cancel.',
      });
    }
    await record(t, by, { action: 'work.cancel', subjectKind: 'work', subjectId: id, after: { kind: changed.kind } });
  });
  return findWork(db, id);
}

/** The latest works, newest first; of one kind or one state where given. */
export async function listWork(
  db: Db,
  which: { kind?: string; state?: Work['state']; limit?: number } = {},
): Promise<Work[]> {
  let rows = tables(db)
    .selectFrom('work')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(which.limit ?? 50);
  if (which.kind) rows = rows.where('kind', '=', which.kind);
  if (which.state) rows = rows.where('state', '=', which.state);
  return (await rows.execute()).map(shape);
}

/** @throws Refusal not_found */
export async function findWork(db: Db, id: string): Promise<Work> {
  const row = await tables(db).selectFrom('work').selectAll().where('id', '=', id).executeTakeFirst();
  if (row) return shape(row);
  throw new Refusal('not_found', { zh: '没有这个任务。', en: 'There is no such work.' }, { id });
}

type WorkRow = Awaited<ReturnType<ReturnType<typeof oneRow>['executeTakeFirstOrThrow']>>;
const oneRow = (db: Db) => tables(db).selectFrom('work').selectAll();

const shape = (r: WorkRow): Work => ({
  id: r.id,
  kind: r.kind,
  title: r.title as Work['title'],
  state: r.state,
  done: r.done,
  total: r.total,
  note: r.note as Work['note'],
  result: r.result,
  refusal: r.refusal as Work['refusal'],
  createdAt: r.created_at.toISOString(),
  createdBy: r.created_by_name,
  startedAt: r.started_at?.toISOString() ?? null,
  finishedAt: r.finished_at?.toISOString() ?? null,
});
