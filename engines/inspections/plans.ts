import { sql } from 'kysely';
import { namesOf } from '#engines/ledgers';
import { record } from '#platform/audit';
import { type Actor, refusalFor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { type InspectionDeps, needKind } from './acts.ts';

export const MAY_PLAN = 'inspection.plan';
export type PlanRow = {
  kind: string;
  month: string;
  unit_id: string;
  quota: number;
  note: string;
  set_by_name: string;
  done: number;
};

/** The plans of a month, each with how many visits its unit has made of it. */
export async function plansOf(db: Db, month: string): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select p.kind, p.month, p.unit_id, p.quota, p.note, p.set_by_name, (select count(*)::int from inspection i
      where i.kind = p.kind and i.withdrawn_at is null and (i.unit_id = p.unit_id or p.unit_id = any(i.joint))
        and to_char(i.visited_on, 'YYYY-MM') = p.month) as done
    from inspection_plan p where p.month = ${month} order by p.kind, p.unit_id`.execute(db);
  return rows;
}

/** Plans a month's visits of a kind by a unit; a quota of nought takes the plan away. @throws Refusal */
export async function setPlan(
  { db, districtCode, kinds, clock }: InspectionDeps,
  actor: Actor,
  given: { kind: string; month: string; unit: string; quota: number; note: string },
): Promise<void> {
  const kind = needKind(kinds, given.kind);
  const unit = (await namesOf(db, districtCode, clock.today())).unit(given.unit);
  if (!unit)
    throw new Refusal('not_found', {
      zh: '没有这个单位，请从单位表中选择。',
      en: 'There is no such unit; choose one.',
    });
  if (!actor.may(MAY_PLAN) && !actor.may(MAY_PLAN, { unitIds: [unit] })) throw refusalFor(actor.accountId, MAY_PLAN);
  await db.transaction().execute(async (tx) => {
    if (given.quota === 0)
      await sql`delete from inspection_plan where kind = ${kind.id} and month = ${given.month} and unit_id = ${unit}`.execute(
        tx,
      );
    else
      await sql`insert into inspection_plan (kind, month, unit_id, quota, note, set_by_name)
        values (${kind.id}, ${given.month}, ${unit}, ${given.quota}, ${given.note}, ${actor.name})
        on conflict (kind, month, unit_id) do update set quota = excluded.quota, note = excluded.note,
          set_by_name = excluded.set_by_name, set_at = now()`.execute(tx);
    await record(tx, actor, {
      action: 'inspection.plan',
      subjectKind: 'inspection kind',
      subjectId: `${kind.id} ${given.month}`,
      after: { unit, quota: given.quota, note: given.note },
    });
  });
}
