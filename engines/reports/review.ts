import { loadedUnits } from '#engines/district';
import { record } from '#platform/audit';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { ReportDeps } from './acts.ts';
import { MAY_REPORT } from './duty.ts';
import { appendStep, type ReportRow, reportById, type StepState } from './store.ts';
import type { MeasureReport, ReportState } from './wire.ts';

const MAY_REVIEW = 'supervision.review';
const MAY_ACCEPT = 'supervision.issue';

/** Where a report stands: by its last step; a note needs nobody's review. */
export const stateOf = (row: Pick<ReportRow, 'month' | 'steps'>): ReportState =>
  row.month === null ? 'accepted' : (row.steps.at(-1)?.state ?? 'draft');

export type Move = 'submit' | 'review' | 'accept' | 'return';
const TO: Record<Move, StepState> = { submit: 'submitted', review: 'reviewed', accept: 'accepted', return: 'returned' };

/**
 * What a person may do with a month's report now. Four eyes: whoever wrote or submitted it passes it at neither level,
 * and whoever reviewed it for the unit does not accept it for the air office.
 */
export function mayMove(actor: Actor, row: ReportRow, street: string | null): MeasureReport['acts'] {
  if (row.month === null || row.withdrawn_at || row.replaced) return [];
  const place = { unitIds: [row.unit_id!], streetCodes: street ? [street] : [] };
  const state = stateOf(row);
  const own = actor.may(MAY_REPORT, place);
  if (state === 'draft') return own ? ['submit', 'again'] : [];
  if (state === 'returned') return own ? ['again'] : [];
  const took = new Set([row.reported_by, ...row.steps.map(({ by_id }) => by_id)]);
  if (actor.accountId === null || took.has(actor.accountId)) return [];
  if (state === 'submitted' && actor.may(MAY_REVIEW, place)) return ['review', 'return'];
  if (state === 'reviewed' && actor.may(MAY_ACCEPT)) return ['accept', 'return'];
  return [];
}

/**
 * Takes a month's report one step on.
 * @throws Refusal not_found, no_permission (with the rule that forbids it), value_out_of_range (no reason), conflict
 */
export async function moveReport(
  { db, districtCode, clock }: Pick<ReportDeps, 'db' | 'districtCode' | 'clock'>,
  actor: Actor,
  id: string,
  { act, reason }: { act: Move; reason: string },
): Promise<ReportRow> {
  const row = await reportById(db, districtCode, id);
  if (!row || row.month === null)
    throw new Refusal('not_found', {
      zh: '没有这份月报，可能链接有误。',
      en: "There is no such month's report; the link may be wrong.",
    });
  const street = (await loadedUnits(db, districtCode)).find((unit) => unit.id === row.unit_id)?.street ?? null;
  if (!mayMove(actor, row, street).includes(act)) throw refused(actor, row);
  if (act === 'return' && !reason.trim())
    throw new Refusal('value_out_of_range', {
      zh: '请写明退回原因，便于填报单位修改。',
      en: 'Say why it is returned, so that the unit can mend it.',
    });
  await db.transaction().execute(async (tx) => {
    const step = { state: TO[act], day: clock.today(), reason: act === 'return' ? reason.trim() : null, by: actor };
    if (!(await appendStep(tx, id, row.steps.length + 1, step)))
      throw new Refusal('conflict', {
        zh: '其他人刚刚处理了这份月报，请刷新后查看。',
        en: 'Somebody has just dealt with this report: load the page anew.',
      });
    await record(tx, actor, {
      action: `measure.report.${act}`,
      subjectKind: 'measure',
      subjectId: `${row.year} ${row.measure_id}`,
      before: { reportId: id, state: stateOf(row) },
      after: { state: step.state, unitId: row.unit_id, month: row.month, reason: step.reason },
    });
  });
  return row;
}

function refused(actor: Actor, row: ReportRow): Refusal {
  const took = row.reported_by === actor.accountId || row.steps.some(({ by_id }) => by_id === actor.accountId);
  if (took && ['submitted', 'reviewed'].includes(stateOf(row)))
    return new Refusal('no_permission', {
      zh: '填报人、提交人和审核人不能再审自己经手的月报，请由另一人办理。',
      en: 'Nobody passes a report that went through their own hands: ask another person.',
    });
  return new Refusal('no_permission', {
    zh: '月报由本单位负责人审核后报大气办复核；以您的角色或报告现在的状态不能这样办理。',
    en: "A month's report is reviewed by its unit's head, then accepted by the air office; your role or its state does not allow this.",
  });
}
