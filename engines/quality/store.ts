import type { Generated } from 'kysely';
import { sql } from 'kysely';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';

export type MarkState = 'suspect' | 'invalid' | 'told';
export type Evidence = Readonly<Record<string, number | string>>;
export type Stage = 'day' | 'drift';

export type QualityTables = {
  qc_due: { day: string; stage: Stage; at: Generated<Date> };
  qc_mark: {
    id: Generated<number>;
    device_id: number;
    channel_no: number;
    from_at: Date;
    until_at: Date;
    test: string;
    edition: string;
    state: MarkState;
    evidence: Evidence;
    day: string;
    found_at: Generated<Date>;
    gone_at: Date | null;
    review: Generated<'open' | 'accepted' | 'overruled'>;
    audited: Generated<boolean>;
  };
  qc_review: {
    id: Generated<string>;
    mark_id: number;
    mark: object;
    verdict: 'accepted' | 'overruled';
    reason: string;
    reviewed_at: Generated<Date>;
    reviewed_by: string | null;
    reviewed_by_name: string;
    state: Generated<'provisional' | 'audited' | 'returned' | 'lapsed'>;
    audited_at: Date | null;
    audited_by: string | null;
    audited_by_name: string | null;
    audit_reason: string | null;
    ended_at: Date | null;
  };
};

export const tables = (db: Db) => db.withTables<QualityTables>();

/** Days that wait. Whoever adds the same day twice adds it once. */
export async function addDue(db: Db, stage: Stage, days: Iterable<CalendarDate>): Promise<void> {
  const list = [...new Set(days)];
  if (list.length > 0)
    await sql`insert into qc_due (day, stage) select d, ${stage} from unnest(${list}::date[]) d
      on conflict do nothing`.execute(db);
}

/** Days that wait for their tests, newest first. */
export async function dueDays(db: Db): Promise<CalendarDate[]> {
  const { rows } = await sql<{
    day: string;
  }>`select day::text from qc_due where stage = 'day' order by day desc`.execute(db);
  return rows.map(({ day }) => day);
}

/** Takes a day away in the transaction that tests it. @returns whether it still waited */
export async function takeDueDay(db: Db, day: CalendarDate): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from qc_due where stage = 'day' and day = ${day}::date`.execute(db);
  return numAffectedRows === 1n;
}

/** Takes all days before a day whose hours changed since days were compared. */
export async function takeDueComparisons(db: Db, before: CalendarDate): Promise<CalendarDate[]> {
  const { rows } = await sql<{ day: string }>`
    delete from qc_due where stage = 'drift' and day < ${before}::date returning day::text`.execute(db);
  return rows.map(({ day }) => day).sort();
}

export type NewMark = Pick<
  QualityTables['qc_mark'],
  'device_id' | 'channel_no' | 'from_at' | 'until_at' | 'test' | 'edition' | 'state' | 'evidence' | 'day'
>;
export type StoredMark = NewMark & { id: number; review: 'open' | 'accepted' | 'overruled' };

/** Marks of a day that some tests made. */
export async function marksOfDay(db: Db, day: CalendarDate, tests: readonly string[]): Promise<StoredMark[]> {
  return tables(db)
    .selectFrom('qc_mark')
    .where('day', '=', sql<string>`${day}::date`)
    .where('gone_at', 'is', null)
    .where('test', 'in', [...tests])
    .select(['id', 'device_id', 'channel_no', 'from_at', 'until_at', 'test', 'edition', 'state', 'evidence', 'review'])
    .select(sql<string>`day::text`.as('day'))
    .execute();
}

/** Ends marks; reviews of them stay, and say that they have lapsed. */
export async function endMarks(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update qc_review set state = 'lapsed', ended_at = now() where mark_id = any(${[...ids]}::bigint[])
    and state in ('provisional', 'audited')`.execute(db);
  await sql`update qc_mark set gone_at = now() where id = any(${[...ids]}::bigint[])`.execute(db);
}

export async function insertMarks(db: Db, marks: readonly NewMark[]): Promise<void> {
  const pick = <K extends keyof NewMark>(key: K) => marks.map((mark) => mark[key]);
  if (marks.length > 0)
    await sql`insert into qc_mark (device_id, channel_no, from_at, until_at, test, edition, state, evidence, day)
      select * from unnest(${pick('device_id')}::int[], ${pick('channel_no')}::smallint[], ${pick('from_at')}::timestamptz[],
        ${pick('until_at')}::timestamptz[], ${pick('test')}::text[], ${pick('edition')}::text[], ${pick('state')}::text[],
        ${marks.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[], ${pick('day')}::date[])`.execute(db);
}

export async function renewEvidence(db: Db, marks: readonly { id: number; evidence: Evidence }[]): Promise<void> {
  if (marks.length > 0)
    await sql`update qc_mark m set evidence = u.evidence
      from unnest(${marks.map(({ id }) => id)}::bigint[], ${marks.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[])
        as u (id, evidence) where m.id = u.id`.execute(db);
}
