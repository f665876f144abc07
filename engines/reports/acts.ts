import type { IndicatorRegistry } from '#engines/indicators';
import { type Acting, record } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { attachmentType, keepFile, MAX_FILES } from '#platform/files';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { MAY_REPORT, reportedMeasure, speaksFor } from './duty.ts';
import { figuresOfMonth } from './figures.ts';
import { monthOwed } from './month.ts';
import { appendStep, insertReport, markWithdrawn, type ReportRow, reportById } from './store.ts';

export type ReportDeps = { db: Db; districtCode: string; clock: Clock; registry: IndicatorRegistry };
export type Reported = {
  year: number;
  measureId: string;
  /** null: as the air office */
  unitId: string | null;
  asOf: string;
  words: string;
  files: readonly { name: string; bytes: Uint8Array }[];
  /** a month's report goes through review; a note has none */
  monthly?: { month: string; part: string; submit: boolean; replaces: string | null };
};

/**
 * Keeps a unit's report on a measure, whole with its documents or not at all.
 * @throws Refusal no_permission (the plan does not name the unit, or the person does not speak for it), not_found,
 *   value_out_of_range (the day, no words), document_…
 */
export async function report(deps: ReportDeps, actor: Actor, given: Reported): Promise<string> {
  const { db, districtCode, clock } = deps;
  const reported = await reportedMeasure(db, districtCode, given.year, given.measureId);
  const speaks = speaksFor(actor, reported);
  if (given.unitId === null ? !speaks.office : !speaks.units.some(({ id }) => id === given.unitId))
    throw notYours(given.measureId);
  const words = given.words.trim();
  checkSaid(words, given, clock);
  const kinds = given.files.map(({ name, bytes }) => attachmentType(name, bytes));
  const { monthly } = given;
  if (monthly) await monthOwed(deps, reported.measure, given);
  const figures = monthly ? await figuresOfMonth(deps, given, monthly) : [];
  return db.transaction().execute(async (tx) => {
    const files: { id: string; name: string }[] = [];
    for (const [i, { name, bytes }] of given.files.entries()) {
      const kept = await keepFile(tx, { name, mediaType: kinds[i]!, content: bytes, createdBy: actor.accountId });
      files.push({ id: kept.id, name: name.slice(0, 200) });
    }
    const row = {
      district_code: districtCode,
      lineage: reported.measure.lineage,
      year: given.year,
      measure_id: given.measureId,
      unit_id: given.unitId,
      as_of: given.asOf,
      words,
      month: monthly?.month ?? null,
      part: monthly?.part ?? '',
      replaces: monthly?.replaces ?? null,
      on_behalf: !holdsRoleOf(
        actor,
        speaks.units.find(({ id }) => id === given.unitId),
      ),
      figures,
    };
    const id = await insertReport(tx, { ...row, reported_by: actor.accountId, reported_by_name: actor.name }, files);
    if (monthly?.submit)
      await appendStep(tx, id, 1, { state: 'submitted', day: clock.today(), reason: null, by: actor });
    await record(tx, actor, {
      action: 'measure.report',
      subjectKind: 'measure',
      subjectId: `${given.year} ${given.measureId}`,
      after: {
        reportId: id,
        unitId: given.unitId,
        asOf: given.asOf,
        month: monthly?.month,
        words,
        files: files.map(({ name }) => name),
      },
    });
    return id;
  });
}

/** Whether a person is of a unit, or of the street that it is the office of; the air office writes for itself. */
const holdsRoleOf = ({ grants }: Actor, unit: { id: string; street: string | null } | undefined): boolean =>
  unit === undefined ||
  grants.some(
    ({ unitId, streetCode }) => unitId === unit.id || (streetCode !== undefined && streetCode === unit.street),
  );

function checkSaid(words: string, { year, asOf, files }: Reported, clock: Clock): void {
  if (words === '') throw new Refusal('value_out_of_range', { zh: '请填写进展情况。', en: 'Say what has been done.' });
  const last = clock.today();
  if (asOf > last || asOf < `${year}-01-01`)
    throw new Refusal('value_out_of_range', {
      zh: `截至日期应在${year}年1月1日至今天（${last}）之间。`,
      en: `The day as of which you report lies between ${year}-01-01 and today (${last}).`,
    });
  if (files.length > MAX_FILES)
    throw new Refusal('too_large', {
      zh: `一次最多上传${MAX_FILES}个附件，请分次填报。`,
      en: `At most ${MAX_FILES} attachments at one time; report in parts.`,
    });
}

/** Whether a person may take a report back: whoever speaks for its unit, and the air office. */
export const mayWithdraw = (actor: Actor, row: ReportRow, street: string | null): boolean =>
  row.withdrawn_at === null &&
  (row.month === null || row.steps.length === 0) &&
  (actor.may(MAY_REPORT) ||
    (row.unit_id !== null && actor.may(MAY_REPORT, { unitIds: [row.unit_id], streetCodes: street ? [street] : [] })));

/** @throws Refusal not_found, no_permission, not_in_this_state (withdrawn before) */
export async function withdraw(
  { db, districtCode }: ReportDeps,
  actor: Actor,
  id: string,
  reason: string,
  streetOf: (unitId: string | null) => Promise<string | null>,
): Promise<void> {
  const row = await reportById(db, districtCode, id);
  if (!row)
    throw new Refusal('not_found', {
      zh: '没有这条进展，可能链接有误。',
      en: 'There is no such report; the link may be wrong.',
    });
  if (row.withdrawn_at) throw withdrawnBefore();
  if (!mayWithdraw(actor, row, await streetOf(row.unit_id))) throw notYours(row.measure_id);
  await db.transaction().execute(async (tx) => {
    if (!(await markWithdrawn(tx, id, actor.name, reason.trim()))) throw withdrawnBefore();
    await record(tx, actor satisfies Acting, {
      action: 'measure.report.withdraw',
      subjectKind: 'measure',
      subjectId: `${row.year} ${row.measure_id}`,
      before: { reportId: id, words: row.words },
      after: { reason: reason.trim() },
    });
  });
}

const withdrawnBefore = () =>
  new Refusal('not_in_this_state', { zh: '这条进展已经撤回。', en: 'This report has been withdrawn already.' });

const notYours = (measureId: string) =>
  new Refusal(
    'no_permission',
    {
      zh: `措施${measureId}的主责、协办单位中没有您的单位，不能代为填报；如有误请联系大气办。`,
      en: `Your unit is not among those responsible for measure ${measureId}; ask the air office if that is a mistake.`,
    },
    { measureId },
  );
