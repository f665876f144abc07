import { type ColumnType, type Generated, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';
import type { FigureChange } from './changes.ts';
import type { Composed } from './definition.ts';

type Json<T> = ColumnType<T, string, string>;

export type BulletinTables = {
  bulletin: {
    id: Generated<string>;
    district_code: string;
    kind: string;
    period_from: string;
    period_until: string;
    version_no: number;
    state: 'draft' | 'issued' | 'corrected';
    title: string;
    issuer: string;
    number_year: number | null;
    number_seq: number | null;
    number: string | null;
    issued_on: string | null;
    issued_by: string | null;
    issued_by_name: string | null;
    corrects: string | null;
    correction: string | null;
    changes: Json<FigureChange[]>;
    content: Json<Composed>;
    created_at: Generated<Date>;
    created_by: string | null;
  };
};
export type BulletinRow = Selectable<BulletinTables['bulletin']>;
export type BulletinState = BulletinRow['state'];
export type PeriodKey = { districtCode: string; kind: string; from: CalendarDate; until: CalendarDate };

const tables = (db: Db) => db.withTables<BulletinTables>();

export const bulletinById = (db: Db, id: string): Promise<BulletinRow | undefined> =>
  tables(db).selectFrom('bulletin').where('id', '=', id).selectAll().executeTakeFirst();

/** Every version of one period, newest first. */
export const versionsOf = (db: Db, key: PeriodKey): Promise<BulletinRow[]> =>
  tables(db)
    .selectFrom('bulletin')
    .where('district_code', '=', key.districtCode)
    .where('kind', '=', key.kind)
    .where('period_from', '=', key.from)
    .where('period_until', '=', key.until)
    .orderBy('version_no', 'desc')
    .selectAll()
    .execute();

export type ListFilter = { kind?: string; year?: number; state?: BulletinState; drafts: boolean };

/** The list, newest period first, without the contents. @param filter drafts: whether drafts are shown at all */
export function listRows(db: Db, districtCode: string, filter: ListFilter) {
  let query = tables(db)
    .selectFrom('bulletin')
    .where('district_code', '=', districtCode)
    .orderBy('period_until', 'desc')
    .orderBy('kind')
    .orderBy('version_no', 'desc');
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (!filter.drafts) query = query.where('state', '!=', 'draft');
  if (filter.year !== undefined) {
    query = query
      .where('period_until', '>=', `${filter.year}-01-01`)
      .where('period_until', '<=', `${filter.year}-12-31`);
  }
  return query
    .select(['id', 'kind', 'period_from', 'period_until', 'version_no', 'state', 'title', 'issuer', 'number'])
    .select(['issued_on', 'issued_by_name', 'correction'])
    .select(sql<Composed['provenance']>`content->'provenance'`.as('provenance'))
    .execute();
}

export const insertBulletin = (
  db: Db,
  key: PeriodKey,
  row: { versionNo: number; issuer: string; composed: Composed; createdBy: string | null },
): Promise<BulletinRow> =>
  tables(db)
    .insertInto('bulletin')
    .values({
      district_code: key.districtCode,
      kind: key.kind,
      period_from: key.from,
      period_until: key.until,
      version_no: row.versionNo,
      state: 'draft',
      title: row.composed.title,
      issuer: row.issuer,
      content: JSON.stringify(row.composed),
      changes: '[]',
      created_by: row.createdBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

/** A draft composed anew. */
export const renewDraft = (db: Db, id: string, composed: Composed): Promise<BulletinRow> =>
  tables(db)
    .updateTable('bulletin')
    .set({ title: composed.title, content: JSON.stringify(composed) })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirstOrThrow();

export type Issue = {
  year: number;
  seq: number;
  number: string;
  on: CalendarDate;
  by: string | null;
  byName: string;
  correction?: { corrects: string; reason: string; changes: readonly FigureChange[] };
};

/** From here on the row is frozen (a trigger keeps it so). */
export const markIssued = (db: Db, id: string, issue: Issue): Promise<BulletinRow> =>
  tables(db)
    .updateTable('bulletin')
    .set({
      state: 'issued',
      number_year: issue.year,
      number_seq: issue.seq,
      number: issue.number,
      issued_on: issue.on,
      issued_by: issue.by,
      issued_by_name: issue.byName,
      corrects: issue.correction?.corrects ?? null,
      correction: issue.correction?.reason ?? null,
      changes: JSON.stringify(issue.correction?.changes ?? []),
    })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirstOrThrow();

export const markCorrected = (db: Db, id: string) =>
  tables(db).updateTable('bulletin').set({ state: 'corrected' }).where('id', '=', id).execute();

export const removeDraft = (db: Db, id: string) =>
  tables(db).deleteFrom('bulletin').where('id', '=', id).where('state', '=', 'draft').execute();

/** Serialises every act that gives a number or a version of one kind, to the end of the transaction. */
export const holdKind = (db: Db, districtCode: string, kind: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`bulletin/${districtCode}/${kind}`}, 0))`.execute(db);

/** The next number of a kind in a year; only while the kind is held. */
export async function nextNumber(db: Db, districtCode: string, kind: string, year: number) {
  const row = await tables(db)
    .selectFrom('bulletin')
    .where('district_code', '=', districtCode)
    .where('kind', '=', kind)
    .where('number_year', '=', year)
    .select((e) => [e.fn.max('number_seq').as('seq'), e.fn.max('issued_on').as('issuedOn')])
    .executeTakeFirst();
  return { seq: Number(row?.seq ?? 0) + 1, lastIssuedOn: row?.issuedOn ?? null };
}

/**
 * Periods of a year that have a bulletin in force, with the day of their first issue: the evidence of "issued every month".
 * @returns oldest period first
 */
export async function issuedPeriods(
  db: Db,
  districtCode: string,
  kind: string,
  year: number,
): Promise<{ from: CalendarDate; until: CalendarDate; firstIssuedOn: CalendarDate; bulletinId: string }[]> {
  const rows = await tables(db)
    .selectFrom('bulletin')
    .where('district_code', '=', districtCode)
    .where('kind', '=', kind)
    .where('state', '!=', 'draft')
    .where('period_until', '>=', `${year}-01-01`)
    .where('period_until', '<=', `${year}-12-31`)
    .groupBy(['period_from', 'period_until'])
    .orderBy('period_from')
    .select((e) => [
      'period_from as from',
      'period_until as until',
      e.fn.min('issued_on').as('firstIssuedOn'),
      sql<string>`(array_agg(id order by version_no desc))[1]`.as('bulletinId'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, firstIssuedOn: row.firstIssuedOn as CalendarDate }));
}
