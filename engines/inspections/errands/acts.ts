import { entryById } from '#engines/ledgers';
import { record } from '#platform/audit';
import { isCalendarDate } from '#platform/clock';
import { livePeople, type Person } from '#platform/identity';
import { type Actor, actorOf, type PermissionRow, refusalFor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import { type InspectionDeps, MAY_MAKE, needKind } from '../acts.ts';
import { MAY_PLAN } from '../plans.ts';
import { errandById, errandsOf, insertErrands, withdrawErrand } from './store.ts';
import type { ErrandsGiven } from './wire.ts';

/** Whether somebody may give a person errands: whoever plans everywhere, or for the unit that the person holds a role of. */
const mayGive = (actor: Actor, { grants }: Pick<Person, 'grants'>): boolean =>
  actor.may(MAY_PLAN) ||
  grants.some(({ unitId }) => unitId !== undefined && actor.may(MAY_PLAN, { unitIds: [unitId] }));

/** `permissions` tells whose roles go out at all. */
export type ErrandDeps = InspectionDeps & { permissions: readonly PermissionRow[] };

const goesOut = ({ id, name, grants }: Person, permissions: readonly PermissionRow[]): boolean =>
  actorOf({ accountId: id, name, grants }, permissions).mayAnywhere(MAY_MAKE);

/** To whom a person may give errands, with how many each has open. */
export async function peopleToSend({ db, clock, permissions }: ErrandDeps, actor: Actor) {
  const open = new Map<string, number>();
  for (const one of await errandsOf(db, { doneSince: clock.today(), limit: 10_000 }))
    if (one.done_on === null) open.set(one.account_id, (open.get(one.account_id) ?? 0) + 1);
  return (await livePeople(db))
    .filter((person) => goesOut(person, permissions) && mayGive(actor, person))
    .map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }));
}

/**
 * Gives a person visits to make by a day. Who is to visit an entry already is not told twice.
 * @returns how many are new
 * @throws Refusal not_found: kind, person or entry; value_out_of_range: the day; forbidden: the person is of another unit
 */
export async function giveErrands(deps: ErrandDeps, actor: Actor, given: ErrandsGiven): Promise<number> {
  const { db, clock, kinds, permissions } = deps;
  const kind = needKind(kinds, given.kind);
  const today = clock.today();
  if (!isCalendarDate(given.dueOn) || given.dueOn < today)
    throw new Refusal('value_out_of_range', {
      zh: `完成日期应不早于今天（${today}）。`,
      en: `The day by which it is due is today (${today}) or later.`,
    });
  const person = (await livePeople(db)).find(({ id }) => id === given.person);
  if (!person || !goesOut(person, permissions))
    throw new Refusal('not_found', {
      zh: '没有这个人、账号已停用或不能开展检查，请重新选择。',
      en: 'There is no such person, their account is closed or they make no inspections: choose again.',
    });
  if (!mayGive(actor, person)) throw refusalFor(actor.accountId, MAY_PLAN);
  const taken = kind.of === 'place' ? [] : kind.of.ledgers;
  const entries = await Promise.all(
    given.entries.map(async ({ ledger, id }) => {
      const entry = taken.includes(ledger) ? await entryById(db, ledger, id) : undefined;
      if (entry?.state === 'kept') return entry;
      throw new Refusal('not_found', {
        zh: `“${kind.title.zh}”不检查这条记录，或记录已销账，请重新选择。`,
        en: `“${kind.title.en}” does not visit this entry, or it has been struck: choose again.`,
      });
    }),
  );
  return db.transaction().execute(async (tx) => {
    const made = await insertErrands(
      tx,
      entries.map((entry) => ({
        kind: kind.id,
        ledger: entry.ledger,
        entry_id: entry.id,
        name: entry.name,
        street_code: entry.street_code,
        account_id: person.id,
        due_on: given.dueOn,
        note: given.note,
        set_on: today,
        set_by_name: actor.name,
      })),
    );
    await record(tx, actor, {
      action: 'inspection.send',
      subjectKind: 'inspection kind',
      subjectId: kind.id,
      after: { person: person.name, entries: entries.length, made, dueOn: given.dueOn },
    });
    return made;
  });
}

/** Takes an errand back. @throws Refusal not_found, forbidden */
export async function takeBack({ db }: InspectionDeps, actor: Actor, id: number): Promise<void> {
  const found = await errandById(db, id);
  const person = found && (await livePeople(db)).find((one) => one.id === found.account_id);
  if (!found)
    throw new Refusal('not_found', {
      zh: '没有这条派单，可能已经撤回。',
      en: 'There is no such errand; it may have been taken back.',
    });
  if (!mayGive(actor, person ?? { grants: [] })) throw refusalFor(actor.accountId, MAY_PLAN);
  await db.transaction().execute(async (tx) => {
    await withdrawErrand(tx, id, actor.name);
    await record(tx, actor, { action: 'inspection.take-back', subjectKind: 'errand', subjectId: String(id) });
  });
}
