import { sql } from 'kysely';
import { dutiesOfPlan } from '#engines/duties';
import { type Acting, record } from '#platform/audit';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { gone, MAY_REPORT, noReason, placeOf, type SupervisionDeps, unitOf, wrongState } from './deps.ts';

export type ExtensionRow = {
  id: string;
  year: number;
  lineage: string;
  measure_id: string;
  part: string;
  unit_id: string;
  asked_until: string;
  reason: string;
  asked_on: string;
  asked_by: string | null;
  asked_by_name: string;
  state: 'asked' | 'granted' | 'refused';
  granted_until: string | null;
  decision: string | null;
  decided_on: string | null;
  decided_by_name: string | null;
};

export async function extensionsOf(db: Db, districtCode: string, year: number): Promise<ExtensionRow[]> {
  const { rows } = await sql<ExtensionRow>`
    select id, year, lineage, measure_id, part, unit_id, asked_until::text, reason, asked_on::text, asked_by,
      asked_by_name, state, granted_until::text, decision, decided_on::text, decided_by_name
    from measure_extension where district_code = ${districtCode} and year = ${year}
    order by state = 'asked' desc, asked_on desc`.execute(db);
  return rows;
}

export type AskedExtension = {
  year: number;
  measureId: string;
  part: string;
  unitId: string;
  until: string;
  reason: string;
};

/** @throws Refusal no_permission, not_found (no such duty of the unit), value_out_of_range, already_exists */
export async function askExtension(deps: SupervisionDeps, actor: Actor, asked: AskedExtension): Promise<void> {
  const { db, districtCode } = deps;
  const unit = await unitOf(deps, asked.unitId);
  actor.require(MAY_REPORT, placeOf(unit));
  const duty = (await dutiesOfPlan(db, districtCode, asked.year)).find(
    (one) => one.measure.id === asked.measureId && one.part === asked.part,
  );
  if (!duty?.units.some(({ id }) => id === asked.unitId))
    throw new Refusal('not_found', {
      zh: `措施${asked.measureId}的这项责任不由该单位承担，不能申请延期。`,
      en: `This duty of measure ${asked.measureId} is not the unit's: there is nothing to extend.`,
    });
  if (!asked.reason.trim()) throw noReason();
  if (asked.until <= deps.clock.today() || asked.until <= (duty.measure.deadline.date ?? ''))
    throw new Refusal('value_out_of_range', {
      zh: '延期日期应晚于今天和原完成时限。',
      en: 'An extension ends after today and after the deadline.',
    });
  await db.transaction().execute(async (tx) => {
    const put = await sql`
      insert into measure_extension (district_code, year, lineage, measure_id, part, unit_id, asked_until, reason, asked_on,
        asked_by, asked_by_name)
      values (${districtCode}, ${asked.year}, ${duty.measure.lineage}, ${asked.measureId}, ${asked.part}, ${asked.unitId},
        ${asked.until}, ${asked.reason.trim()}, ${deps.clock.today()}, ${actor.accountId}, ${actor.name})
      on conflict do nothing`.execute(tx);
    if (Number(put.numAffectedRows) !== 1)
      throw new Refusal('already_exists', {
        zh: '这项责任已有一份延期申请待批，请等待决定。',
        en: 'An extension of this duty is waiting for its decision.',
      });
    await record(tx, actor, {
      action: 'supervision.extension.ask',
      subjectKind: 'measure',
      subjectId: `${asked.year} ${asked.measureId}`,
      after: { ...asked },
    });
  });
}

/** Grants until a day, or refuses with a reason. @throws Refusal not_found, not_in_this_state, no_permission, value_out_of_range */
export async function decideExtension(
  { db, districtCode, clock }: SupervisionDeps,
  actor: Acting,
  id: string,
  { until, decision }: { until: string | null; decision: string },
): Promise<void> {
  const { rows } = await sql<ExtensionRow>`
    select * from measure_extension where district_code = ${districtCode} and id = ${id}`.execute(db);
  const asked = rows[0];
  if (!asked) throw gone();
  if (asked.asked_by !== null && asked.asked_by === actor.accountId) throw ownMatter();
  if (until === null && !decision.trim()) throw noReason();
  if (until !== null && until <= clock.today())
    throw new Refusal('value_out_of_range', { zh: '准许的日期应晚于今天。', en: 'The day granted is after today.' });
  await db.transaction().execute(async (tx) => {
    const done = await sql`update measure_extension set state = ${until === null ? 'refused' : 'granted'},
      granted_until = ${until}, decision = ${decision.trim() || null}, decided_on = ${clock.today()},
      decided_by_name = ${actor.name} where id = ${id} and state = 'asked'`.execute(tx);
    if (Number(done.numAffectedRows) !== 1) throw wrongState();
    await record(tx, actor, {
      action: 'supervision.extension.decide',
      subjectKind: 'measure',
      subjectId: `${asked.year} ${asked.measure_id}`,
      after: { extensionId: id, unitId: asked.unit_id, until, decision },
    });
  });
}

export const ownMatter = () =>
  new Refusal('no_permission', {
    zh: '申请人不能决定自己提出的事项，请由另一人办理。',
    en: 'Nobody decides what they asked for themselves: ask another person.',
  });
