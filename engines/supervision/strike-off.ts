import { sql } from 'kysely';
import { criteriaOf, dutiesOfPlan } from '#engines/duties';
import { livingTableOf } from '#engines/indicators';
import { type Acting, record } from '#platform/audit';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { gone, MAY_REPORT, measureOf, noReason, placeOf, type SupervisionDeps, unitOf, wrongState } from './deps.ts';
import { ownMatter } from './extensions.ts';
import type { CriterionState } from './wire.ts';

export type StrikeOffRow = {
  id: string;
  year: number;
  lineage: string;
  measure_id: string;
  unit_id: string;
  words: string;
  criteria: CriterionState[];
  asked_on: string;
  asked_by: string | null;
  asked_by_name: string;
  state: 'asked' | 'struck' | 'refused' | 'reopened';
  reason: string | null;
  decided_on: string | null;
  decided_by_name: string | null;
};

export async function strikeOffsOf(db: Db, districtCode: string, year: number): Promise<StrikeOffRow[]> {
  const { rows } = await sql<StrikeOffRow>`
    select id, year, lineage, measure_id, unit_id, words, criteria, asked_on::text, asked_by, asked_by_name, state, reason,
      decided_on::text, decided_by_name
    from measure_strike_off where district_code = ${districtCode} and year = ${year}
    order by state = 'asked' desc, asked_on desc`.execute(db);
  return rows;
}

/**
 * The written criteria of a measure with the evidence of each as of today; without written ones, its targets are them.
 * `met` is null where a person has to see it.
 */
export async function criteriaNow(deps: SupervisionDeps, year: number, measureId: string): Promise<CriterionState[]> {
  const measure = await measureOf(deps, year, measureId);
  const written = await criteriaOf(deps.db, deps.districtCode, measure.lineage);
  const row = (await livingTableOf(deps, { year })).chapters
    .flatMap((c) => c.tasks.flatMap((t) => t.measures))
    .find(({ id }) => id === measureId)!;
  const states = new Map(row.indicators.map((state) => [state.id, state]));
  const of = (words: CriterionState['words'], id: string | undefined): CriterionState => {
    const state = id === undefined ? undefined : states.get(id);
    if (!state) return { words, met: id === undefined ? null : false, evidence: null };
    return {
      words,
      met: state.judgement === 'done' || state.judgement === 'on_track',
      evidence: {
        indicatorId: state.id,
        title: state.title,
        value: state.value,
        unit: state.shownUnit,
        judgement: state.judgement,
        why: state.why,
        asOf: state.asOf,
        href: state.evidence.href,
      },
    };
  };
  if (written.length) return written.map(({ words, indicator }) => of(words, indicator));
  return row.indicators.filter(({ target }) => target).map((state) => of(asCriterion(state), state.id));
}

const asCriterion = ({
  title,
  target,
}: {
  title: CriterionState['words'];
  target: { text: CriterionState['words'] } | null;
}) => ({
  zh: `${title.zh}：${target!.text.zh}`,
  en: `${title.en}: ${target!.text.en}`,
});

/** @throws Refusal no_permission, not_found, value_out_of_range, already_exists */
export async function askStrikeOff(
  deps: SupervisionDeps,
  actor: Actor,
  asked: { year: number; measureId: string; unitId: string; words: string },
): Promise<void> {
  const { db, districtCode } = deps;
  actor.require(MAY_REPORT, placeOf(await unitOf(deps, asked.unitId)));
  const measure = await measureOf(deps, asked.year, asked.measureId);
  const duties = await dutiesOfPlan(db, districtCode, asked.year);
  const owes = duties.some(
    (duty) => duty.measure.id === asked.measureId && duty.units.some(({ id }) => id === asked.unitId),
  );
  if (!owes)
    throw new Refusal('no_permission', {
      zh: `措施${asked.measureId}不由该单位牵头，不能申请销号。`,
      en: `Measure ${asked.measureId} is not led by this unit: it cannot ask to strike it off.`,
    });
  if (!asked.words.trim()) throw noReason();
  const criteria = await criteriaNow(deps, asked.year, asked.measureId);
  await db.transaction().execute(async (tx) => {
    const put = await sql`
      insert into measure_strike_off (district_code, year, lineage, measure_id, unit_id, words, criteria, asked_on, asked_by,
        asked_by_name)
      values (${districtCode}, ${asked.year}, ${measure.lineage}, ${asked.measureId}, ${asked.unitId}, ${asked.words.trim()},
        ${JSON.stringify(criteria)}::jsonb, ${deps.clock.today()}, ${actor.accountId}, ${actor.name})
      on conflict do nothing`.execute(tx);
    if (Number(put.numAffectedRows) !== 1)
      throw new Refusal('already_exists', {
        zh: `措施${asked.measureId}已申请销号或已经销号。`,
        en: `Measure ${asked.measureId} is struck off, or has been asked to be.`,
      });
    await record(tx, actor, {
      action: 'supervision.strike-off.ask',
      subjectKind: 'measure',
      subjectId: `${asked.year} ${asked.measureId}`,
      after: { unitId: asked.unitId, words: asked.words.trim() },
    });
  });
}

export type StrikeOffAct = 'strike' | 'refuse' | 'reopen';

/**
 * Strikes a measure off, refuses to, or takes a struck one up again with the reason. It is struck only while every
 * criterion that a figure shows is met on that day.
 * @throws Refusal not_found, not_in_this_state (and which criteria are not met), no_permission, value_out_of_range
 */
export async function decideStrikeOff(
  deps: SupervisionDeps,
  actor: Acting,
  id: string,
  { act, reason }: { act: StrikeOffAct; reason: string },
): Promise<void> {
  const { db, districtCode, clock } = deps;
  const { rows } = await sql<StrikeOffRow>`
    select * from measure_strike_off where district_code = ${districtCode} and id = ${id}`.execute(db);
  const asked = rows[0];
  if (!asked) throw gone();
  if (act !== 'reopen' && asked.asked_by !== null && asked.asked_by === actor.accountId) throw ownMatter();
  if (act !== 'strike' && !reason.trim()) throw noReason();
  const criteria = act === 'strike' ? await criteriaNow(deps, asked.year, asked.measure_id) : asked.criteria;
  const unmet = act === 'strike' ? criteria.filter(({ met }) => met === false) : [];
  if (unmet.length)
    throw new Refusal('not_in_this_state', {
      zh: `还有标准未达到：${unmet.map(({ words }) => words.zh).join('、')}。请退回，待佐证数据达到后再销号。`,
      en: `Not met yet: ${unmet.map(({ words }) => words.en).join('; ')}. Refuse it, or wait for the evidence.`,
    });
  const state = { strike: 'struck', refuse: 'refused', reopen: 'reopened' }[act];
  await db.transaction().execute(async (tx) => {
    const done = await sql`update measure_strike_off set state = ${state}, reason = ${reason.trim() || null},
      criteria = ${JSON.stringify(criteria)}::jsonb, decided_on = ${clock.today()}, decided_by_name = ${actor.name}
      where id = ${id} and state = ${act === 'reopen' ? 'struck' : 'asked'}`.execute(tx);
    if (Number(done.numAffectedRows) !== 1) throw wrongState();
    await record(tx, actor, {
      action: `supervision.strike-off.${act}`,
      subjectKind: 'measure',
      subjectId: `${asked.year} ${asked.measure_id}`,
      before: { state: asked.state },
      after: { state, reason: reason.trim() || null },
    });
  });
}
