import { packetsAtHand, takeUntestedHours } from '#engines/observations';
import { addDays, type CalendarDate, dateOf } from '#platform/clock';
import type { Db } from '#platform/store';
import { addDue, dueDays, takeDueComparisons, takeDueDay } from '../store.ts';
import { AROUND, compareDays, comparedWith } from './comparison.ts';
import { MARGIN_HOURS, stretchOf, testDay } from './day.ts';

const HOUR = 3_600_000;
/** The task that runs the tests. */
export const QUALITY_TASK = 'quality';

export type QualityRun = {
  /** days tested, and days that wait because their packets are archived */
  days: number;
  archived: number;
  /** days compared with each other */
  compared: number;
  /** marks that came and went, and hours that are to be computed again */
  added: number;
  removed: number;
  hours: number;
  ms: number;
};

/**
 * The days whose verdicts an hour takes part in: its own, and the one that is near enough. A day that has not begun is left
 * out: it is tested when its own packets come.
 */
export function daysTouchedBy(hour: Date, today: CalendarDate): CalendarDate[] {
  const own = dateOf(hour);
  const near = [-MARGIN_HOURS, MARGIN_HOURS].map((away) => dateOf(new Date(hour.getTime() + away * HOUR)));
  return [...new Set([own, ...near.filter((day) => day <= today)])];
}

/**
 * Brings marks up to the packets that are stored: the days that packets came into are tested again, newest first, each in
 * one transaction; then days that are over are compared with each other. Nothing to do costs three queries.
 */
export async function reconcileQuality(
  db: Db,
  { today, cancelled }: { today: CalendarDate; cancelled?: () => boolean },
): Promise<QualityRun> {
  const began = performance.now();
  const total = { days: 0, archived: 0, compared: 0, added: 0, removed: 0, hours: 0 };
  const add = (part: { added: number; removed: number; hours: number }) => {
    for (const key of ['added', 'removed', 'hours'] as const) total[key] += part[key];
  };
  await noteTouched(db, today);
  for (const day of await dueDays(db)) {
    if (cancelled?.()) break;
    // a day whose packets are archived in part would look as if they had never come: it waits until they are back
    const [from, until] = stretchOf(day);
    if (!(await packetsAtHand(db, from, until))) {
      total.archived += 1;
      continue;
    }
    const done = await db.transaction().execute(async (tx) => {
      if (!(await takeDueDay(tx, day))) return null;
      const tested = await testDay(tx, day);
      if (tested.mediansChanged) await addDue(tx, 'drift', [day]);
      return tested;
    });
    if (!done) continue;
    total.days += 1;
    add(done);
  }
  if (!cancelled?.())
    await db.transaction().execute(async (tx) => {
      const changed = await takeDueComparisons(tx, today);
      const days = [...new Set(changed.flatMap((day) => comparedWith(day, today)))].sort();
      total.compared = days.length;
      for (const run of stretchesOf(days)) add(await compareDays(tx, run, today));
    });
  return { ...total, ms: Math.round(performance.now() - began) };
}

/** Takes the hours that packets came into, and makes a note of the days whose verdicts they take part in. */
async function noteTouched(db: Db, today: CalendarDate): Promise<void> {
  for (;;) {
    const taken = await db.transaction().execute(async (tx) => {
      const hours = await takeUntestedHours(tx);
      await addDue(
        tx,
        'day',
        hours.flatMap(({ hour }) => daysTouchedBy(hour, today)),
      );
      return hours.length;
    });
    if (taken === 0) return;
  }
}

/** Days in rows without a hole wider than the comparison reaches, so that one reading of hours serves each. */
function stretchesOf(days: readonly CalendarDate[]): CalendarDate[][] {
  const runs: CalendarDate[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && day <= addDays(last.at(-1)!, AROUND) && last.length < 31) last.push(day);
    else runs.push([day]);
  }
  return runs;
}
