import { giveErrands, type InspectionDeps, monthEntries } from '#engines/inspections';
import { addDays, fixedClock, monthOf } from '#platform/clock';
import { livePeople } from '#platform/identity';
import { actorOf } from '#platform/permissions';
import type { Context } from '../context.ts';
import { inspectionKinds, ledgers } from '../definitions.ts';
import { PERMISSIONS } from '../roles.ts';

const KIND = 'dust.site-visit';
/** of those that nobody has seen this month: some should have been seen by now, the others in a week */
const OVERDUE = 3;
const WAITING = 9;

/** Sends the demonstration's inspector to the riskiest sites of the month, some of them days ago. */
export async function demoErrands(context: Pick<Context, 'store' | 'district' | 'clock'>): Promise<string> {
  const { db } = context.store;
  const today = context.clock.today();
  const kind = inspectionKinds.find(({ id }) => id === KIND);
  const inspector = (await livePeople(db)).find(({ grants }) => grants.some(({ role }) => role === 'inspector'));
  if (!kind || !inspector) return '0';
  const missing = (await monthEntries(db, kind, monthOf(today), context.district.settings.inspections.members))
    .filter(({ seenOn }) => seenOn === null)
    .map(({ ledger, id }) => ({ ledger, id }));
  const office = actorOf({ accountId: null, name: '大气办（演示）', grants: [] }, [
    { role: 'public', action: 'inspection.plan', scope: 'all' },
  ]);
  const send = async (setOn: string, dueOn: string, entries: typeof missing) => {
    const deps: InspectionDeps = {
      db,
      districtCode: context.district.district.code,
      clock: fixedClock(setOn),
      kinds: inspectionKinds,
      books: ledgers,
    };
    if (entries.length === 0) return 0;
    const given = { kind: KIND, entries, person: inspector.id, dueOn, note: '' };
    return giveErrands({ ...deps, permissions: PERMISSIONS }, office, given);
  };
  const late = await send(`${monthOf(today)}-01`, addDays(today, -1), missing.slice(0, OVERDUE));
  const soon = await send(today, addDays(today, 5), missing.slice(OVERDUE, OVERDUE + WAITING));
  return `${late + soon}`;
}
