import type { Generated } from 'kysely';
import { sql } from 'kysely';
import type { Acting } from '#platform/audit';
import type { Db } from '#platform/store';
import type { ReportFigure } from './wire.ts';

export type ReportTables = {
  measure_report: {
    id: Generated<string>;
    district_code: string;
    lineage: string;
    year: number;
    measure_id: string;
    unit_id: string | null;
    as_of: string;
    words: string;
    reported_at: Generated<Date>;
    reported_by: string | null;
    reported_by_name: string;
    withdrawn_at: Date | null;
    withdrawn_by_name: string | null;
    withdrawn_reason: string | null;
    month: string | null;
    part: Generated<string>;
    figures: Generated<ReportFigure[]>;
    replaces: string | null;
    /** written by somebody who holds no role of the unit */
    on_behalf: Generated<boolean>;
  };
  measure_report_file: { report_id: string; position: number; file_id: string; name: string };
};

export type StepState = 'submitted' | 'reviewed' | 'accepted' | 'returned';
export type StepRow = {
  no: number;
  state: StepState;
  reason: string | null;
  day: string;
  at: string;
  by_id: string | null;
  by_name: string;
};

export type ReportRow = Omit<
  ReportTables['measure_report'],
  'id' | 'reported_at' | 'part' | 'figures' | 'on_behalf'
> & {
  on_behalf: boolean;
  part: string;
  figures: ReportFigure[];
  steps: StepRow[];
  replaced: boolean;
  id: string;
  reported_at: Date;
  files: { id: string; name: string; byteSize: number }[];
};

const tables = (db: Db) => db.withTables<ReportTables>();

const rows = (db: Db) =>
  tables(db)
    .selectFrom('measure_report as r')
    .selectAll('r')
    .select(
      sql<ReportRow['files']>`coalesce((
        select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'byteSize', k.byte_size) order by f.position)
        from measure_report_file f join file k on k.id = f.file_id where f.report_id = r.id), '[]')`.as('files'),
    )
    .select(
      sql<StepRow[]>`coalesce((
        select jsonb_agg(jsonb_build_object('no', s.no, 'state', s.state, 'reason', s.reason, 'day', s.day, 'at', s.at,
          'by_id', s.by_id, 'by_name', s.by_name) order by s.no)
        from measure_report_step s where s.report_id = r.id), '[]')`.as('steps'),
    )
    .select(sql<boolean>`exists (select from measure_report n where n.replaces = r.id)`.as('replaced'))
    .orderBy('reported_at', 'desc');

/** Every report on a measure through its versions and years, newest first. */
export const reportsOf = (db: Db, lineage: string): Promise<ReportRow[]> =>
  rows(db).where('lineage', '=', lineage).limit(500).execute();

/** The newest reports of a year that stand. */
export const newestReports = (db: Db, districtCode: string, year: number, limit: number): Promise<ReportRow[]> =>
  rows(db)
    .where('district_code', '=', districtCode)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .limit(limit)
    .execute();

/** How many reports of a year stand. */
export async function countReports(db: Db, districtCode: string, year: number): Promise<number> {
  const row = await tables(db)
    .selectFrom('measure_report')
    .where('district_code', '=', districtCode)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export const reportById = (db: Db, districtCode: string, id: string): Promise<ReportRow | undefined> =>
  rows(db).where('id', '=', id).where('district_code', '=', districtCode).executeTakeFirst();

export type NewReport = Pick<
  ReportTables['measure_report'],
  | 'district_code'
  | 'lineage'
  | 'year'
  | 'measure_id'
  | 'unit_id'
  | 'as_of'
  | 'words'
  | 'reported_by'
  | 'reported_by_name'
  | 'month'
  | 'replaces'
> & { part: string; on_behalf: boolean; figures: readonly ReportFigure[] };

export async function insertReport(
  db: Db,
  report: NewReport,
  files: readonly { id: string; name: string }[],
): Promise<string> {
  const { id } = await tables(db)
    .insertInto('measure_report')
    .values({
      ...report,
      figures: JSON.stringify(report.figures) as unknown as ReportFigure[],
      withdrawn_at: null,
      withdrawn_by_name: null,
      withdrawn_reason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (files.length)
    await tables(db)
      .insertInto('measure_report_file')
      .values(files.map((file, position) => ({ report_id: id, position, file_id: file.id, name: file.name })))
      .execute();
  return id;
}

/** @returns whether it still stood */
export async function markWithdrawn(db: Db, id: string, by: string, reason: string): Promise<boolean> {
  const done = await tables(db)
    .updateTable('measure_report')
    .set({ withdrawn_at: sql`now()`, withdrawn_by_name: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/**
 * Puts the next step under a report.
 * @returns false: somebody put that step in the meantime
 */
export async function appendStep(
  db: Db,
  reportId: string,
  no: number,
  step: { state: StepState; day: string; reason: string | null; by: Acting },
): Promise<boolean> {
  const put = await sql`
    insert into measure_report_step (report_id, no, state, reason, day, by_id, by_name)
    values (${reportId}, ${no}, ${step.state}, ${step.reason}, ${step.day}, ${step.by.accountId}, ${step.by.name})
    on conflict do nothing`.execute(db);
  return Number(put.numAffectedRows ?? 0) === 1;
}

/** The reports of months of a year that stand and were not replaced, oldest first. */
export const monthReports = (
  db: Db,
  districtCode: string,
  { year, unitId }: { year: number; unitId?: string },
): Promise<ReportRow[]> =>
  rows(db)
    .clearOrderBy()
    .where('district_code', '=', districtCode)
    .where('year', '=', year)
    .where('month', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`not exists (select from measure_report n where n.replaces = r.id)`)
    .$if(unitId !== undefined, (q) => q.where('unit_id', '=', unitId!))
    .orderBy('month')
    .orderBy('reported_at')
    .execute();
