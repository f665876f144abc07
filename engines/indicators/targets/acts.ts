import { type AdoptedMeasure, adoptedPlan } from '#engines/plan';
import { type Acting, record } from '#platform/audit';
import { isCalendarDate } from '#platform/clock';
import { attachmentType, type GivenFile, keepFile } from '#platform/files';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { freshen } from '../declared/store.ts';
import type { IndicatorRegistry } from '../definition.ts';
import { bindingsOf } from '../store.ts';
import { insertTarget, type TargetRow, targetById, targetsOf, withdrawTarget } from './store.ts';

export type TargetDeps = { db: Db; districtCode: string; registry: IndicatorRegistry };
export type GivenTarget = {
  readonly indicatorId: string;
  /** the figure that the letter assigns; null: only the months are planned */
  readonly value: string | null;
  readonly unit: string | null;
  /** quantities of January to December */
  readonly months: readonly string[] | null;
  readonly letter: string | null;
  readonly inForceOn: string;
  readonly note: string | null;
  readonly file: GivenFile | null;
};

const FIGURE = /^\d{1,12}(\.\d{1,4})?$/;

/**
 * Enters what a letter assigns to a measure's indicator, or how it is to get there month by month. Nothing is rewritten:
 * the newest row in force counts.
 * @throws Refusal not_found; value_out_of_range: no figure, no letter, months that do not add up; document_…
 */
export async function setTarget(
  { db, districtCode, registry }: TargetDeps,
  actor: Acting,
  year: number,
  measureId: string,
  given: GivenTarget,
): Promise<void> {
  await freshen(db, registry);
  const { measure, versionId } = await measureOf(db, districtCode, year, measureId);
  const bound = (await bindingsOf(db, versionId)).get(measureId) ?? [];
  const definition = registry.find(given.indicatorId);
  if (!definition || !bound.some(({ indicatorId }) => indicatorId === given.indicatorId))
    throw new Refusal('not_found', {
      zh: `措施${measureId}没有绑定这个指标，请从该措施的指标中选择。`,
      en: `Measure ${measureId} is not served by this indicator; choose one of its own.`,
    });
  checkTarget(given, year);
  const type = given.file ? attachmentType(given.file.name, given.file.bytes) : null;
  await db.transaction().execute(async (tx) => {
    const kept =
      given.file && type
        ? await keepFile(tx, {
            name: given.file.name,
            mediaType: type,
            content: given.file.bytes,
            createdBy: actor.accountId,
          })
        : null;
    const id = await insertTarget(tx, {
      district_code: districtCode,
      year,
      lineage: measure.lineage,
      indicator_id: given.indicatorId,
      value: given.value,
      unit: given.value === null ? null : (given.unit ?? definition.unit),
      months: given.months,
      letter: given.letter,
      in_force_on: given.inForceOn,
      file_id: kept?.id ?? null,
      file_name: given.file?.name.slice(0, 200) ?? null,
      note: given.note,
      set_by: actor.accountId,
      set_by_name: actor.name,
    });
    await record(tx, actor, {
      action: 'target.set',
      subjectKind: 'measure',
      subjectId: `${year} ${measureId}`,
      after: { targetId: id, ...given, file: given.file?.name ?? null },
    });
  });
}

function checkTarget({ value, months, letter, inForceOn }: GivenTarget, year: number): void {
  const wrong = (zh: string, en: string) => new Refusal('value_out_of_range', { zh, en });
  if (value === null && months === null)
    throw wrong('请填写下达的目标值，或各月的计划量。', 'Give the figure assigned, or the quantities of the months.');
  if (value !== null && !FIGURE.test(value))
    throw wrong('目标值应为数字，最多4位小数。', 'The figure is a number with at most 4 decimals.');
  if (value !== null && !letter?.trim())
    throw wrong('请填写下达文件的名称或文号。', 'Name the letter that assigns the figure.');
  if (months && (months.length !== 12 || months.some((month) => !FIGURE.test(month))))
    throw wrong('各月计划量应为12个数字，没有的月份填0。', 'Twelve numbers, nought for a month without.');
  if (!isCalendarDate(inForceOn) || Number(inForceOn.slice(0, 4)) > year || Number(inForceOn.slice(0, 4)) < year - 2)
    throw wrong(
      `下达日期应在${year - 2}年至${year}年之间。`,
      `The day from which it holds lies between ${year - 2} and ${year}.`,
    );
}

/** Every target entered for a measure, newest first, withdrawn ones too. @throws Refusal not_found */
export async function measureTargets(
  { db, districtCode }: TargetDeps,
  year: number,
  measureId: string,
): Promise<TargetRow[]> {
  const { measure } = await measureOf(db, districtCode, year, measureId);
  return targetsOf(db, districtCode, year, measure.lineage);
}

/** Takes a mistaken target back; it stays readable. @throws Refusal not_found, not_in_this_state */
export async function withdraw(
  { db, districtCode }: TargetDeps,
  actor: Acting,
  id: number,
  reason: string,
): Promise<void> {
  const row = await targetById(db, districtCode, id);
  if (!row) throw new Refusal('not_found', { zh: '没有这条目标记录。', en: 'There is no such target.' });
  await db.transaction().execute(async (tx) => {
    if (!(await withdrawTarget(tx, id, actor.name, reason)))
      throw new Refusal('not_in_this_state', {
        zh: '这条目标已经撤回。',
        en: 'This target has been withdrawn already.',
      });
    await record(tx, actor, {
      action: 'target.withdraw',
      subjectKind: 'indicator',
      subjectId: row.indicator_id,
      before: { targetId: id, value: row.value, letter: row.letter },
      after: { reason },
    });
  });
}

/** A measure of the plan in force, with the words of its task and its own. @throws Refusal not_found */
export async function measureOf(
  db: Db,
  districtCode: string,
  year: number,
  measureId: string,
): Promise<{ measure: AdoptedMeasure; versionId: string; words: string }> {
  const plan = await adoptedPlan(db, districtCode, year);
  for (const { title, measures } of plan.chapters.flatMap(({ tasks }) => tasks)) {
    const measure = measures.find(({ id }) => id === measureId);
    if (measure) return { measure, versionId: plan.versionId, words: `${title} ${measure.text}` };
  }
  throw new Refusal('not_found', {
    zh: `${year}年的行动计划没有措施${measureId}，请从计划表中选择。`,
    en: `The plan of ${year} has no measure ${measureId}; choose one from its table.`,
  });
}
