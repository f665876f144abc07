import { sql } from 'kysely';
import type { Db } from '#platform/store';

export type TargetRow = {
  id: number;
  district_code: string;
  year: number;
  lineage: string;
  indicator_id: string;
  value: string | null;
  unit: string | null;
  months: string[] | null;
  letter: string | null;
  in_force_on: string;
  file_id: string | null;
  file_name: string | null;
  note: string | null;
  set_by_name: string;
  set_at: Date;
  withdrawn_at: Date | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
};

type NewTarget = Omit<
  TargetRow,
  'id' | 'set_at' | 'months' | 'withdrawn_at' | 'withdrawn_by_name' | 'withdrawn_reason'
> & {
  set_by: string | null;
  months: readonly string[] | null;
};

export async function insertTarget(db: Db, t: NewTarget): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into indicator_target (district_code, year, lineage, indicator_id, value, unit, months, letter, in_force_on,
      file_id, file_name, note, set_by, set_by_name)
    values (${t.district_code}, ${t.year}, ${t.lineage}, ${t.indicator_id}, ${t.value}, ${t.unit},
      ${t.months ? JSON.stringify(t.months) : null}::jsonb, ${t.letter}, ${t.in_force_on}::date, ${t.file_id},
      ${t.file_name}, ${t.note}, ${t.set_by}, ${t.set_by_name})
    returning id`.execute(db);
  return rows[0]!.id;
}

export async function targetsOf(db: Db, districtCode: string, year: number, lineage: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select * from indicator_target
    where district_code = ${districtCode} and year = ${year} and lineage = ${lineage}
    order by in_force_on desc, id desc limit 200`.execute(db);
  return rows;
}

export async function targetById(db: Db, districtCode: string, id: number): Promise<TargetRow | undefined> {
  const { rows } = await sql<TargetRow>`
    select * from indicator_target where district_code = ${districtCode} and id = ${id}`.execute(db);
  return rows[0];
}

/** @returns whether it stood until now */
export async function withdrawTarget(db: Db, id: number, byName: string, reason: string): Promise<boolean> {
  const done = await sql`
    update indicator_target set withdrawn_at = now(), withdrawn_by_name = ${byName}, withdrawn_reason = ${reason}
    where id = ${id} and withdrawn_at is null`.execute(db);
  return Number(done.numAffectedRows ?? 0) > 0;
}
