import { touchDeviceHours } from '#engines/observations';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';
import { endMarks, insertMarks, marksOfDay, type NewMark, renewEvidence, type StoredMark } from '../store.ts';

const HOUR = 3_600_000;

const keyOf = (mark: NewMark) =>
  [
    mark.device_id,
    mark.channel_no,
    mark.from_at.getTime(),
    mark.until_at.getTime(),
    mark.test,
    mark.edition,
    mark.state,
  ].join();

/**
 * Makes the marks of a day be those that were found: what is the same stays with its review, what is gone goes, what is new
 * comes, and the hours in which something that counts has changed are to be computed again.
 */
export async function settleMarks(
  db: Db,
  day: CalendarDate,
  tests: readonly string[],
  found: readonly NewMark[],
): Promise<{ added: number; removed: number; hours: number }> {
  const stored = new Map((await marksOfDay(db, day, tests)).map((mark) => [keyOf(mark), mark]));
  const fresh: NewMark[] = [];
  const renewed: { id: number; evidence: NewMark['evidence'] }[] = [];
  for (const mark of found) {
    const same = stored.get(keyOf(mark));
    if (!same) fresh.push(mark);
    else {
      stored.delete(keyOf(mark));
      if (!sameEvidence(same.evidence, mark.evidence)) renewed.push({ id: same.id, evidence: mark.evidence });
    }
  }
  const gone = [...stored.values()];
  await endMarks(
    db,
    gone.map(({ id }) => id),
  );
  await insertMarks(db, fresh);
  await renewEvidence(db, renewed);
  const hours = hoursOf([...fresh, ...gone.filter(({ review }) => review !== 'overruled')]);
  await touchDeviceHours(db, hours);
  return { added: fresh.length, removed: gone.length, hours: hours.length };
}

/** jsonb keeps no order of keys */
const sameEvidence = (a: NewMark['evidence'], b: NewMark['evidence']) => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};

/** Hours that marks keep values out of, each once. */
export function hoursOf(marks: readonly (NewMark | StoredMark)[]): { deviceId: number; hour: Date }[] {
  const hours = new Map<string, { deviceId: number; hour: Date }>();
  for (const { device_id: deviceId, from_at: from, until_at: until, state } of marks) {
    if (state === 'told') continue;
    for (let at = Math.floor(from.getTime() / HOUR) * HOUR; at < until.getTime(); at += HOUR)
      hours.set(`${deviceId} ${at}`, { deviceId, hour: new Date(at) });
  }
  return [...hours.values()];
}
