import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Db } from '#platform/store';

export type JobLog = {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
};

export type JobContext = { db: Db; pool: Pool; payload: unknown; log: JobLog; signal: AbortSignal };

export type JobTask = {
  /** `observations.hours` */
  name: string;
  /** when the clock wakes it: five fields of a crontab, in UTC */
  cron?: string;
  /** run once when a worker starts, for what came while there was none */
  atStart?: boolean;
  /** @returns an outcome for the health page: counts, never data of people */
  run(context: JobContext): Promise<unknown>;
};

/** The task that brings every figure up to its evidence: whoever adds evidence wakes it in the same transaction. */
export const FIGURES_TASK = 'evaluate';

/**
 * Wakes a task, in the caller's transaction: rolled back, nobody is woken. Wakes of one key that have not been
 * answered yet are one wake; the key is the task's name when left out.
 */
export async function enqueue(
  db: Db,
  task: string,
  payload: object = {},
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const key = options.key ?? task;
  await sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${key}, ${options.runAt ?? null})`.execute(db);
}

export type TaskOutcome = {
  task: string;
  startedAt: Date;
  finishedAt: Date;
  /** what a log would say; null when it went well */
  failure: string | null;
  outcome: unknown;
};

export async function keepOutcome(db: Db, o: TaskOutcome): Promise<void> {
  await sql`insert into job_outcome (task, started_at, finished_at, failure, outcome)
    values (${o.task}, ${o.startedAt}, ${o.finishedAt}, ${o.failure}, ${o.outcome == null ? null : JSON.stringify(o.outcome)})
    on conflict (task) do update set started_at = excluded.started_at, finished_at = excluded.finished_at,
      failure = excluded.failure, outcome = excluded.outcome`.execute(db);
}

/** How each task went the last time. */
export async function lastOutcomes(db: Db): Promise<TaskOutcome[]> {
  const found = await sql<TaskOutcome>`select task, started_at as "startedAt", finished_at as "finishedAt", failure,
    outcome from job_outcome order by task`.execute(db);
  return found.rows;
}

/** What waits, what has failed for good, and since when, by task. */
export async function waitingJobs(
  db: Db,
): Promise<{ task: string; waiting: number; failed: number; oldest: Date | null }[]> {
  const found = await sql<{ task: string; waiting: number; failed: number; oldest: Date | null }>`
    select task, waiting, failed, oldest from job_queue()`.execute(db);
  return found.rows;
}
