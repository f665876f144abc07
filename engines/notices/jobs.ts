import type { Clock } from '#platform/clock';
import { enqueue, type JobTask } from '#platform/jobs';
import { deliverNotices } from './deliver.ts';
import { type GatherDeps, gatherNotices } from './gather.ts';

export const GATHER_TASK = 'notices.gather';
const DELIVER_TASK = 'notices.deliver';

/** Looks every quarter of an hour what waits for whom, and sends every minute what waits to be sent. */
export function noticeTasks(deps: Omit<GatherDeps, 'db'> & { clock: Clock }): JobTask[] {
  return [
    {
      name: GATHER_TASK,
      cron: '*/15 * * * *',
      atStart: true,
      async run({ db }) {
        const gathered = await gatherNotices({ ...deps, db }, deps.clock.today());
        if (gathered.messages > 0) await enqueue(db, DELIVER_TASK);
        return gathered;
      },
    },
    {
      name: DELIVER_TASK,
      cron: '* * * * *',
      run: ({ db, signal }) => deliverNotices(db, deps.channels, () => signal.aborted),
    },
  ];
}
