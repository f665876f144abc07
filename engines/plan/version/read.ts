import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { PlanSummary } from '../wire.ts';
import { type AdoptedMeasure, adoptedMeasure, type MeasureRow, measureRows } from './measures.ts';
import type { VersionTables } from './store.ts';

export type AdoptedPlan = {
  planId: string;
  versionId: string;
  versionNo: number;
  year: number;
  title: string;
  /** 'YYYY-MM-DD'; collectives were expanded on this day */
  adoptedOn: string;
  effectiveOn: string;
  adoptedBy: string | null;
  note: string | null;
  fileId: string;
  fileName: string;
  chapters: { no: number; title: string; tasks: { no: number; title: string; measures: AdoptedMeasure[] }[] }[];
};

export type PlanVersionHead = Omit<AdoptedPlan, 'chapters'> & { measures: number };

const noSuchPlan = (year: number, versionNo?: number) =>
  new Refusal(
    'not_found',
    versionNo === undefined
      ? {
          zh: `还没有采纳${year}年的行动计划，请先导入计划文件并采纳。`,
          en: `No plan of ${year} has been adopted yet; import its document and adopt it.`,
        }
      : {
          zh: `${year}年的行动计划没有第${versionNo}版，请从版本列表中选择。`,
          en: `The plan of ${year} has no version ${versionNo}; choose one from its list of versions.`,
        },
    { year, versionNo },
  );

/**
 * The table of an adopted plan, by two queries.
 * @param versionNo the latest where it is left out
 * @throws Refusal not_found
 */
export async function adoptedPlan(
  db: Db,
  districtCode: string,
  year: number,
  versionNo?: number,
): Promise<AdoptedPlan> {
  const heads = await headsWhere(db, districtCode, year, versionNo);
  const head = heads.at(-1);
  if (!head) throw noSuchPlan(year, versionNo);
  const { measures: _, ...plan } = head;
  const rows = await measureRows(db, sql`m.version_id = ${plan.versionId}`);
  return { ...plan, chapters: inChapters(rows) };
}

/** The versions of a year's plan, oldest first; empty where none is adopted. */
export async function planVersions(db: Db, districtCode: string, year: number): Promise<PlanVersionHead[]> {
  return headsWhere(db, districtCode, year);
}

/** Which version of a year's plan is in force on a day: the latest that has taken effect, before the first one the first. */
export function versionInForce<V extends { effectiveOn: string }>(versions: readonly V[], on: string): V | undefined {
  return versions.findLast((v) => v.effectiveOn <= on) ?? versions[0];
}

/** Years with an adopted plan, newest first. */
export async function planYears(db: Db, districtCode: string): Promise<number[]> {
  return [...new Set((await headsWhere(db, districtCode)).map((h) => h.year))].sort((a, b) => b - a);
}

/** Every adopted plan with its versions, newest year first. */
export async function planSummaries(db: Db, districtCode: string): Promise<PlanSummary[]> {
  const byYear = new Map<number, PlanVersionHead[]>();
  for (const head of await headsWhere(db, districtCode))
    byYear.set(head.year, [...(byYear.get(head.year) ?? []), head]);
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, versions]) => ({
      year,
      title: versions.at(-1)!.title,
      versions: versions.map((v) => ({
        no: v.versionNo,
        adoptedOn: v.adoptedOn,
        adoptedBy: v.adoptedBy,
        effectiveOn: v.effectiveOn,
        note: v.note,
        measures: v.measures,
      })),
    }));
}

/** A measure through versions and years, oldest first. */
export async function measureHistory(
  db: Db,
  lineage: string,
): Promise<{ year: number; versionNo: number; adoptedOn: string; effectiveOn: string; measure: AdoptedMeasure }[]> {
  const rows = await measureRows(db, sql`m.lineage = ${lineage}`);
  if (!rows.length) return [];
  const heads = await db
    .withTables<VersionTables>()
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', 'p.id', 'v.plan_id')
    .select(['v.id', 'p.year', 'v.no', 'v.adopted_on', 'v.effective_on'])
    .where(
      'v.id',
      'in',
      rows.map((r) => r.versionId),
    )
    .orderBy('p.year')
    .orderBy('v.no')
    .execute();
  return heads.map((h) => ({
    year: h.year,
    versionNo: h.no,
    adoptedOn: h.adopted_on,
    effectiveOn: h.effective_on,
    measure: adoptedMeasure(rows.find((r) => r.versionId === h.id)!),
  }));
}

async function headsWhere(db: Db, districtCode: string, year?: number, versionNo?: number): Promise<PlanVersionHead[]> {
  let query = db
    .withTables<VersionTables>()
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', 'p.id', 'v.plan_id')
    .select(['v.id as versionId', 'p.id as planId', 'p.year', 'v.no as versionNo', 'v.title', 'v.note'])
    .select(['v.adopted_on as adoptedOn', 'v.effective_on as effectiveOn', 'v.adopted_by_name as adoptedBy'])
    .select(['v.file_id as fileId', 'v.file_name as fileName'])
    .select((e) =>
      e
        .selectFrom('measure as m')
        .whereRef('m.version_id', '=', 'v.id')
        .select((c) => c.fn.countAll<number>().as('n'))
        .as('measures'),
    )
    .where('p.district_code', '=', districtCode)
    .orderBy('p.year')
    .orderBy('v.no');
  if (year !== undefined) query = query.where('p.year', '=', year);
  if (versionNo !== undefined) query = query.where('v.no', '=', versionNo);
  return (await query.execute()).map((row) => ({ ...row, measures: Number(row.measures) }));
}

function inChapters(rows: readonly MeasureRow[]): AdoptedPlan['chapters'] {
  const chapters: AdoptedPlan['chapters'] = [];
  let task = 0;
  for (const row of rows) {
    const last = chapters.at(-1);
    if (last?.no !== row.chapterNo || last.title !== row.chapterTitle)
      chapters.push({ no: row.chapterNo, title: row.chapterTitle, tasks: [] });
    const { tasks } = chapters.at(-1)!;
    if (row.taskPosition !== task) tasks.push({ no: row.taskNo, title: row.taskTitle, measures: [] });
    task = row.taskPosition;
    tasks.at(-1)!.measures.push(adoptedMeasure(row));
  }
  return chapters;
}
