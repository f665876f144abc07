import type { Db } from '#platform/store';
import type { PlanContent } from '../draft/content.ts';
import type { VersionTables } from './store.ts';

export type NewVersion = {
  districtCode: string;
  year: number;
  draftId: string;
  fileId: string;
  fileName: string;
  adoptedOn: string;
  effectiveOn: string;
  adoptedBy: { accountId: string | null; name: string };
  note: string | null;
  content: PlanContent;
  /** lineage of each measure, by its number */
  lineage: ReadonlyMap<string, string>;
};

const json = <T>(value: T): T => (value === null ? value : (JSON.stringify(value) as unknown as T));

/** The plan's row of a year, made where there is none, held until the transaction ends: versions are numbered in turn. */
export async function holdPlan(db: Db, districtCode: string, year: number): Promise<string> {
  const t = db.withTables<VersionTables>();
  await t
    .insertInto('plan')
    .values({ district_code: districtCode, year })
    .onConflict((c) => c.columns(['district_code', 'year']).doNothing())
    .execute();
  const { id } = await t
    .selectFrom('plan')
    .select('id')
    .where('district_code', '=', districtCode)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes a version with everything in it, in the caller's transaction. @returns its id */
export async function insertVersion(db: Db, planId: string, no: number, given: NewVersion): Promise<string> {
  const t = db.withTables<VersionTables>();
  const { id } = await t
    .insertInto('plan_version')
    .values({
      plan_id: planId,
      no,
      title: given.content.title,
      draft_id: given.draftId,
      file_id: given.fileId,
      file_name: given.fileName,
      adopted_on: given.adoptedOn,
      effective_on: given.effectiveOn,
      adopted_by: given.adoptedBy.accountId,
      adopted_by_name: given.adoptedBy.name || null,
      note: given.note,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = rowsOf(id, given);
  await t.insertInto('plan_chapter').values(rows.chapters).execute();
  await t.insertInto('plan_task').values(rows.tasks).execute();
  await inPieces(rows.measures, (values) => t.insertInto('measure').values(values).execute());
  await inPieces(rows.duties, (values) => t.insertInto('measure_unit').values(values).execute());
  await inPieces(rows.targets, (values) => t.insertInto('measure_target').values(values).execute());
  return id;
}

async function inPieces<T>(rows: readonly T[], insert: (values: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000) await insert(rows.slice(i, i + 1000));
}

/** Chapters and tasks without a measure are left out: nothing is ordered there. */
function rowsOf(version_id: string, { content, lineage }: NewVersion) {
  const chapters = content.chapters
    .map((c) => ({ ...c, tasks: c.tasks.filter((t) => t.measures.length) }))
    .filter((c) => c.tasks.length);
  const placed = chapters
    .flatMap((chapter, c) => chapter.tasks.map((task) => ({ task, chapter_position: c + 1 })))
    .map((t, i) => ({ ...t, position: i + 1 }));
  const measures = placed.flatMap((t) => t.task.measures.map((m) => ({ m, task_position: t.position })));
  return {
    chapters: chapters.map(({ no, title }, i) => ({ version_id, position: i + 1, no, title })),
    tasks: placed.map(({ task: { no, title }, ...at }) => ({
      version_id,
      position: at.position,
      chapter_position: at.chapter_position,
      no,
      title,
    })),
    measures: measures.map(({ m, task_position }) => ({
      version_id,
      position: m.position,
      task_position,
      id: m.id,
      no: m.no,
      lineage: lineage.get(m.id)!,
      text: m.text,
      deadline_kind: m.deadline.kind,
      deadline_raw: m.deadline.raw,
      deadline_date: m.deadline.date,
      deadline_months: m.deadline.months,
      source: json(m.source),
    })),
    duties: measures.flatMap(({ m }) =>
      m.duties.map((d, i) => ({
        version_id,
        measure_position: m.position,
        role: d.role,
        position: i + 1,
        raw: d.name,
        unit_id: d.unitId,
        members: json(d.members),
      })),
    ),
    targets: measures.flatMap(({ m }) =>
      m.targets.map((t, i) => ({
        version_id,
        measure_position: m.position,
        no: i + 1,
        what: t.what,
        operator: t.operator,
        value: t.value,
        unit: t.unit,
        scope: t.scope,
        period: t.period,
        soft: t.soft,
        quote: t.quote,
        quote_start: t.at?.start ?? null,
        quote_end: t.at?.end ?? null,
        confidence: t.confidence,
      })),
    ),
  };
}
