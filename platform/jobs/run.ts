import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import { isRefusal } from '#platform/refusal';
import { type Store, surviveBreaks } from '#platform/store';
import { enqueue, type JobLog, type JobTask, keepOutcome } from './task.ts';
import type { Executor } from './work/execute.ts';
import type { WorkKind } from './work/kind.ts';
import { adoptOrphans, workTask } from './work/orphans.ts';

export type JobsOptions = {
  /** the application's own connection, with which tasks work */
  store: Store;
  /** the database as its owner: the queue's tables are made and read with it */
  ownerUrl: string;
  tasks: readonly JobTask[];
  kinds?: readonly WorkKind[];
  /** tasks and works at one time; 3 when left out */
  concurrency?: number;
  log?: JobLog;
};

export type RunningJobs = {
  /** Asks what runs to stop at its next safe place, waits for it a few seconds, and ends. */
  stop(): Promise<void>;
};

/** how long `stop` waits for what runs */
const PATIENCE_MS = 5000;
/** how long after a runner ended the next is begun */
const AGAIN_MS = 1000;
/** without batches the runner leaves a failure to tell of a job to nobody, which would end the process */
const TOLD_OF_FAILURES = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
const TASK_LOCK = 7_301_209;
const SILENT: JobLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts a worker in this process: makes the queue's tables where they are missing, takes up what was left, runs. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { store, ownerUrl, log = SILENT, concurrency = 3 } = options;
  const stopping = new AbortController();
  const locks = new pg.Pool({ connectionString: ownerUrl, max: concurrency + 1, application_name: 'lantian locks' });
  surviveBreaks(locks);
  // the runner gives up its own pool's errors when it stops; the database may end sooner than what runs
  const queue = new pg.Pool({ connectionString: ownerUrl, max: concurrency + 3, application_name: 'lantian jobs' });
  surviveBreaks(queue);
  const executor: Executor = {
    db: store.db,
    pool: store.pool,
    locks,
    kinds: new Map((options.kinds ?? []).map((kind) => [kind.kind, kind])),
    log,
    signal: stopping.signal,
  };
  const tasks = [...options.tasks.map((task) => alone(task, executor)), workTask(executor)];
  const taskList = Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload: unknown) => {
        await task.run({ db: store.db, pool: store.pool, payload, log, signal: stopping.signal });
      },
    ]),
  );
  const parsedCronItems = parseCronItems(
    options.tasks.flatMap((task) =>
      task.cron
        ? [{ task: task.name, match: task.cron, options: { jobKey: task.name, maxAttempts: 3, backfillPeriod: 0 } }]
        : [],
    ),
  );
  const begin = async (): Promise<Runner> => {
    const runner = await run({
      pgPool: queue,
      concurrency,
      noHandleSignals: true,
      logger: loggerOf(log),
      taskList,
      parsedCronItems,
      preset: TOLD_OF_FAILURES,
    });
    void runner.promise.catch(() => undefined);
    await adoptOrphans(executor);
    for (const task of options.tasks) if (task.atStart) await enqueue(store.db, task.name);
    return runner;
  };
  let runner = await begin();
  const kept = keepRunning(
    () => runner,
    async () => {
      runner = await begin();
      if (stopping.signal.aborted) await runner.stop();
    },
    stopping.signal,
    log,
  );
  return {
    async stop() {
      stopping.abort();
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS);
      });
      await Promise.race([runner.stop().catch(() => undefined), patience]);
      await Promise.race([kept, patience]);
      clearTimeout(timer);
      void locks.end();
      void queue.end();
    },
  };
}

/** A runner ends by itself when the database goes while it tells of a job: it is begun again until it is told to stop. */
async function keepRunning(
  current: () => Runner,
  begin: () => Promise<void>,
  stopping: AbortSignal,
  log: JobLog,
): Promise<void> {
  for (let begun = true; !stopping.aborted; ) {
    if (begun) await current().promise.catch(() => undefined);
    if (stopping.aborted) return;
    await pause(AGAIN_MS, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return;
    begun = await begin().then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error }, 'jobs wait for the database');
        return false;
      },
    );
  }
}

/** One run of a task at a time, in all processes together; how it went is kept for the health page. */
function alone(task: JobTask, { locks, db, log }: Executor): JobTask {
  const key = createHash('sha256').update(task.name).digest().readInt32BE(0);
  return {
    ...task,
    async run(context) {
      const client = await locks.connect();
      try {
        await client.query('select pg_advisory_lock($1, $2)', [TASK_LOCK, key]);
        const startedAt = new Date();
        const keep = (failure: string | null, outcome: unknown) =>
          keepOutcome(db, { task: task.name, startedAt, finishedAt: new Date(), failure, outcome });
        try {
          const outcome = await task.run(context);
          await keep(null, outcome);
          return outcome;
        } catch (error) {
          const failure = error instanceof Error ? error.message : String(error);
          log[isRefusal(error) ? 'warn' : 'error']({ err: error, task: task.name }, 'task failed');
          await keep(failure, null).catch(() => undefined);
          throw error;
        }
      } finally {
        await client.query('select pg_advisory_unlock($1, $2)', [TASK_LOCK, key]).catch(() => undefined);
        client.release();
      }
    },
  };
}

/** the worker's own words: only what is wrong */
function loggerOf(log: JobLog): Logger {
  return new Logger((scope) => (level, message, meta) => {
    if (level === 'error') log.error({ ...scope, ...meta }, message);
    else if (level === 'warning') log.warn({ ...scope, ...meta }, message);
  });
}
