import { errandsOf } from '#engines/inspections';
import type { Matter, MatterSource } from '#engines/notices';
import { addDays } from '#platform/clock';

/** Days before it is due that a visit is called to mind. */
const BEFORE = 1;

/** Visits that a person is to make: one matter a person, late once one is overdue. */
export function visitsThatWait(): MatterSource {
  return async (db, day) => {
    const waiting = (await errandsOf(db, { doneSince: day, limit: 10_000 })).filter(
      ({ done_on, due_on }) => done_on === null && due_on <= addDays(day, BEFORE),
    );
    const people = new Map<string, typeof waiting>();
    for (const one of waiting) people.set(one.account_id, [...(people.get(one.account_id) ?? []), one]);
    return [...people].map(([id, errands]): Matter => {
      const late = errands.filter(({ due_on }) => due_on < day).length;
      return {
        id: `errands ${id}`,
        about: { zh: '检查', en: 'Inspections' },
        urgency: late > 0 ? 'late' : 'soon',
        title:
          late > 0
            ? { zh: `${late}处待检已逾期`, en: `${late} visits are overdue` }
            : { zh: `${errands.length}处待检即将到期`, en: `${errands.length} visits are due` },
        words: {
          zh: `最早的是“${errands[0]!.name}”，${errands[0]!.due_on}前完成。`,
          en: `The first is “${errands[0]!.name}”, due on ${errands[0]!.due_on}.`,
        },
        href: '/inspections/due',
        to: { accountIds: [id] },
      };
    });
  };
}
