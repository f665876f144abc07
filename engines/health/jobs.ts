import { LOOK_TASK } from '#engines/devices';
import type { MarksOf } from '#engines/observations';
import type { JobTask } from '#platform/jobs';
import { reconcileRecentDays } from './days/reconcile.ts';
import { lookAtDevices } from './look.ts';

/** Looks at every device each minute; makes the days of the network every ten. */
export function healthTasks(districtCode: string, marksOf: MarksOf): JobTask[] {
  return [
    {
      name: LOOK_TASK,
      cron: '* * * * *',
      atStart: true,
      run: ({ db, pool }) => lookAtDevices({ db, pool, districtCode, marksOf }, new Date()),
    },
    {
      name: 'health.days',
      cron: '*/10 * * * *',
      atStart: true,
      run: async ({ db }) => ({ days: await reconcileRecentDays(db, new Date()) }),
    },
  ];
}
