import { unitDirectory } from '#engines/district';
import { type Acting, record } from '#platform/audit';
import { isCalendarDate } from '#platform/clock';
import { enqueue, FIGURES_TASK } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { contentOf, type PlanContent } from '../draft/content.ts';
import { doubts, replay } from '../draft/replay.ts';
import { actsOf, closeDraft, draftRow } from '../draft/store.ts';
import { WITHOUT_VALUE } from '../draft/values.ts';
import { whole } from '../transaction.ts';
import { lineageOf } from './lineage.ts';
import { planVersions } from './read.ts';
import { holdPlan, insertVersion } from './write.ts';

export type Adoption = {
  draftId: string;
  /** day of the act; collectives are expanded to their members of this day */
  adoptedOn: string;
  /** day from which the plan is in force */
  effectiveOn: string;
  /** adopt although some findings were left unsettled */
  acceptUncertain?: boolean;
  note?: string | null;
};

export type Adopted = { year: number; versionId: string; versionNo: number; measures: number };

/**
 * Adopts a draft as the plan of its year, or as the next version of it: whole or not at all.
 * @throws Refusal not_found, not_in_this_state (adopted before, discarded, uncertain findings left), value_out_of_range
 */
export async function adoptDraft(db: Db, actor: Acting, districtCode: string, act: Adoption): Promise<Adopted> {
  if (!isCalendarDate(act.effectiveOn))
    throw new Refusal('value_out_of_range', {
      zh: '请填写施行日期，如 2021-01-01。',
      en: 'Give the date from which the plan is in force, like 2021-01-01.',
    });
  return whole(db, async (tx) => {
    const draft = await draftRow(tx, districtCode, act.draftId, true);
    const acts = (await actsOf(tx, [draft.id])).get(draft.id)!;
    const working = replay(draft.reading, acts);
    const { uncertain, settled } = doubts(working);
    const content = contentOf(working, await unitDirectory(tx, districtCode, act.adoptedOn));
    const year = complete(content);
    if (uncertain > settled && !act.acceptUncertain) throw leftUncertain(uncertain - settled);
    const planId = await holdPlan(tx, districtCode, year);
    const before = (await planVersions(tx, districtCode, year)).at(-1);
    const versionNo = (before?.versionNo ?? 0) + 1;
    const versionId = await insertVersion(tx, planId, versionNo, {
      districtCode,
      year,
      draftId: draft.id,
      fileId: draft.file_id,
      fileName: draft.file_name,
      adoptedOn: act.adoptedOn,
      effectiveOn: act.effectiveOn,
      adoptedBy: actor,
      note: act.note?.trim() || null,
      content,
      lineage: await lineageOf(tx, districtCode, year, content),
    });
    await closeDraft(tx, draft.id, 'adopted');
    const measures = content.chapters.reduce((n, c) => n + c.tasks.reduce((m, t) => m + t.measures.length, 0), 0);
    await record(tx, actor, {
      action: 'plan.adopt',
      subjectKind: 'plan',
      subjectId: String(year),
      before: before ? { versionNo: before.versionNo, versionId: before.versionId } : undefined,
      after: {
        versionNo,
        versionId,
        draftId: draft.id,
        fileId: draft.file_id,
        adoptedOn: act.adoptedOn,
        effectiveOn: act.effectiveOn,
        note: act.note ?? null,
        measures,
        acceptedUncertain: uncertain - settled,
      },
    });
    await enqueue(tx, FIGURES_TASK);
    return { year, versionId, versionNo, measures };
  });
}

/** @returns the plan's year. @throws Refusal value_out_of_range naming the first thing that is missing */
function complete(content: PlanContent): number {
  const say = (zh: string, en: string) => new Refusal('value_out_of_range', { zh, en });
  if (content.year === null) throw say('请先填写计划的年份。', 'Enter the year of the plan first.');
  if (content.year < 2000 || content.year > 2100)
    throw say('计划的年份应在2000年到2100年之间，请改正。', 'The year of a plan lies from 2000 to 2100; correct it.');
  if (!content.title) throw say('请先填写计划的标题。', 'Enter the title of the plan first.');
  const measures = content.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures));
  if (!measures.length) throw say('草稿里没有措施，不能采纳。', 'The draft has no measure; there is nothing to adopt.');
  const seen = new Set<string>();
  for (const { id, duties, deadline, targets } of measures) {
    if (deadline.date && !isCalendarDate(deadline.date))
      throw say(
        `措施 ${id} 的完成日期不存在，请改正。`,
        `Measure ${id} is due on a day that does not exist; correct it.`,
      );
    if (targets.some((t) => (t.value === null) !== WITHOUT_VALUE.includes(t.operator)))
      throw say(
        `措施 ${id} 有目标缺少数值，请补上或删除。`,
        `A target of measure ${id} has no figure; give it or remove the target.`,
      );
    if (seen.has(id))
      throw say(
        `编号 ${id} 出现了两次，请修改章或任务的序号。`,
        `Number ${id} occurs twice; correct the number of a chapter or task.`,
      );
    seen.add(id);
    if (new Set(duties.map((d) => `${d.role} ${d.name}`)).size < duties.length)
      throw say(`措施 ${id} 的同一单位列了两次，请去掉一个。`, `Measure ${id} names a unit twice; take one out.`);
  }
  return content.year;
}

const leftUncertain = (left: number) =>
  new Refusal('not_in_this_state', {
    zh: `还有 ${left} 处存疑没有确认，请逐一核对，或在采纳时注明接受。`,
    en: `${left} uncertain findings are left: check them one by one, or accept them when adopting.`,
  });
