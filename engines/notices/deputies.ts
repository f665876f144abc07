import { sql } from 'kysely';
import { record } from '#platform/audit';
import { livePeople, type Person } from '#platform/identity';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { tables } from './store.ts';

/** one at a time of all who name or end deputies, so that no two can make a chain */
const DEPUTIES_LOCK = 7_301_219;
const LONGEST_DAYS = 183;

export type Deputation = { id: string; accountId: string; deputyId: string; from: string; until: string };

const standing = (db: Db) =>
  tables(db)
    .selectFrom('notice_deputy')
    .where('ended_at', 'is', null)
    .select(['id', 'account_id as accountId', 'deputy_id as deputyId'])
    .select([sql<string>`from_day::text`.as('from'), sql<string>`until_day::text`.as('until')])
    .orderBy('from_day');

/** Who stands in for whom on a day: account → deputy. */
export async function deputiesOn(db: Db, day: string): Promise<Map<string, string>> {
  const rows = await standing(db).where('from_day', '<=', day).where('until_day', '>=', day).execute();
  return new Map(rows.map(({ accountId, deputyId }) => [accountId, deputyId]));
}

/** For whom a person stands in on a day: whoever acts then says so in the audit. */
export const standsFor = (db: Db, deputyId: string, day: string): Promise<Deputation[]> =>
  standing(db).where('deputy_id', '=', deputyId).where('from_day', '<=', day).where('until_day', '>=', day).execute();

/** What is or will be: the deputies of a person, and for whom the person stands in. */
export const deputationsAbout = (db: Db, accountId: string, today: string): Promise<Deputation[]> =>
  standing(db)
    .where('until_day', '>=', today)
    .where((e) => e.or([e('account_id', '=', accountId), e('deputy_id', '=', accountId)]))
    .execute();

/** Who may stand in for a person: whoever works for the same unit or street, or holds the same role without either. */
export async function candidatesFor(db: Db, accountId: string): Promise<Person[]> {
  const people = await livePeople(db);
  const own = people.find(({ id }) => id === accountId)?.grants ?? [];
  const placeOf = (grant: Person['grants'][number]) => grant.unitId ?? grant.streetCode ?? grant.role;
  const places = new Set(own.map(placeOf));
  return people.filter(({ id, grants }) => id !== accountId && grants.some((grant) => places.has(placeOf(grant))));
}

/**
 * Names who stands in for a person while away.
 * @throws Refusal value_out_of_range (days), no_permission (not a colleague), conflict (another deputy, or a chain)
 */
export async function nameDeputy(
  db: Db,
  actor: Actor,
  today: string,
  given: { deputyId: string; from: string; until: string },
): Promise<string> {
  const accountId = actor.accountId!;
  checkDays(given, today);
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${DEPUTIES_LOCK})`.execute(tx);
    const deputy = (await candidatesFor(tx, accountId)).find(({ id }) => id === given.deputyId);
    if (!deputy)
      throw new Refusal('no_permission', {
        zh: '只能委托同一单位、街道或岗位的同事。',
        en: 'Only a colleague of the same unit, street or role can stand in.',
      });
    await refuseOverlaps(tx, accountId, given, deputy.name);
    const { id } = await tables(tx)
      .insertInto('notice_deputy')
      .values({
        account_id: accountId,
        deputy_id: deputy.id,
        from_day: given.from,
        until_day: given.until,
        ended_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record(tx, actor, {
      action: 'notice.deputy',
      subjectKind: 'account',
      subjectId: accountId,
      after: { deputation: id, deputy: deputy.name, deputyId: deputy.id, from: given.from, until: given.until },
    });
    return id;
  });
}

/** Ends a deputation before its time. @throws Refusal not_found: none of the person's own */
export async function endDeputy(db: Db, actor: Actor, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await tables(tx)
      .updateTable('notice_deputy')
      .set({ ended_at: sql`now()` })
      .where('id', '=', id)
      .where('account_id', '=', actor.accountId!)
      .where('ended_at', 'is', null)
      .returning('deputy_id')
      .executeTakeFirst();
    if (!ended)
      throw new Refusal('not_found', {
        zh: '没有这项委托，可能已经结束，请刷新页面。',
        en: 'There is no such deputation; it may have ended already. Load the page again.',
      });
    await record(tx, actor, {
      action: 'notice.deputy.end',
      subjectKind: 'account',
      subjectId: actor.accountId!,
      before: { deputation: id, deputyId: ended.deputy_id },
    });
  });
}

function checkDays({ from, until }: { from: string; until: string }, today: string): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (from < today || days < 0 || days > LONGEST_DAYS)
    throw new Refusal('value_out_of_range', {
      zh: `委托从今天（${today}）或以后开始，最长半年，请改正日期。`,
      en: `A deputation begins today (${today}) or later and lasts half a year at most; correct the days.`,
    });
}

/** No two deputies at a time, and nobody passes on what came from another. */
async function refuseOverlaps(
  db: Db,
  accountId: string,
  { deputyId, from, until }: { deputyId: string; from: string; until: string },
  deputyName: string,
): Promise<void> {
  const rows = await standing(db).where('from_day', '<=', until).where('until_day', '>=', from).execute();
  if (rows.some((row) => row.accountId === accountId))
    throw new Refusal('conflict', {
      zh: '这段时间已经委托了别人，请先结束那项委托。',
      en: 'Somebody stands in for you on some of these days already; end that first.',
    });
  if (rows.some((row) => row.deputyId === accountId))
    throw new Refusal('conflict', {
      zh: '您在这段时间替别人代理，不能再委托出去，请先请对方另选代理人。',
      en: 'You stand in for somebody on some of these days; ask them to name another deputy first.',
    });
  if (rows.some((row) => row.accountId === deputyId))
    throw new Refusal('conflict', {
      zh: `${deputyName}这段时间也不在岗，请委托别人。`,
      en: `${deputyName} is away on some of these days too; name somebody else.`,
    });
}
