import type { JobTask } from '#platform/jobs';
import { archiveMonths } from './archive.ts';
import type { Retention } from './kinds.table.ts';

/** The task that takes old months out of the database, every night at half past three in Beijing. */
export function archiveTask(options: { folder: string; today: () => string; retention: Retention }): JobTask {
  return {
    name: 'observations.archive',
    cron: '30 19 * * *',
    run: ({ pool, signal }) =>
      archiveMonths(pool, { ...options, today: options.today(), cancelled: () => signal.aborted }),
  };
}
