import type { Generated } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#platform/store';

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
  };
  measure_report_file: { report_id: string; position: number; file_id: string; name: string };
};

export type ReportRow = Omit<ReportTables['measure_report'], 'id' | 'reported_at'> & {
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
>;

export async function insertReport(
  db: Db,
  report: NewReport,
  files: readonly { id: string; name: string }[],
): Promise<string> {
  const { id } = await tables(db)
    .insertInto('measure_report')
    .values({ ...report, withdrawn_at: null, withdrawn_by_name: null, withdrawn_reason: null })
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
