import type { JobTask } from '../task.ts';
import { type Executor, executeWork, interrupt, lockWork } from './execute.ts';
import { tables, WORK_TASK, wake } from './store.ts';

/** The task under which works run. */
export const workTask = (executor: Executor): JobTask => ({
  name: WORK_TASK,
  run: ({ payload }) => executeWork(executor, (payload as { id: string }).id),
});

/**
 * Takes care of works that a crash left behind: what is marked as running but run by nobody is taken up again or
 * failed; what waits is woken.
 */
export async function adoptOrphans(executor: Executor): Promise<void> {
  const left = await tables(executor.db)
    .selectFrom('work')
    .select(['id', 'kind', 'state'])
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .execute();
  for (const { id, kind, state } of left) {
    if (state === 'running') {
      const unlock = await lockWork(executor.locks, id);
      if (!unlock) continue; // another machine runs it
      try {
        await interrupt(executor.db, id, executor.kinds.get(kind)?.resumable ?? false);
      } finally {
        await unlock();
      }
    }
    await wake(executor.db, id);
  }
}
