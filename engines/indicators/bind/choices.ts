import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { Bound } from '../store.ts';

/** What a person decided of a measure's indicators; `indicators` null: back to the plan's folder or last year's plan. */
export type ChoiceRow = {
  id: number;
  lineage: string;
  indicators: Bound[] | null;
  reason: string;
  set_by_name: string;
  set_at: Date;
};

export async function insertChoice(
  db: Db,
  of: { districtCode: string; year: number; lineage: string },
  given: { indicators: readonly Bound[] | null; reason: string; setBy: string | null; setByName: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into measure_binding (district_code, year, lineage, indicators, reason, set_by, set_by_name)
    values (${of.districtCode}, ${of.year}, ${of.lineage},
      ${given.indicators ? JSON.stringify(given.indicators) : null}::jsonb, ${given.reason}, ${given.setBy},
      ${given.setByName})
    returning id`.execute(db);
  return rows[0]!.id;
}

/** Every decision on a measure, newest first. */
export async function choicesOf(db: Db, districtCode: string, year: number, lineage: string): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select id, lineage, indicators, reason, set_by_name, set_at from measure_binding
    where district_code = ${districtCode} and year = ${year} and lineage = ${lineage}
    order by id desc limit 100`.execute(db);
  return rows;
}

/** Lineage → what people decided for the measures of a year, where they did not give it back. */
export async function chosenBindings(db: Db, districtCode: string, year: number): Promise<Map<string, Bound[]>> {
  const { rows } = await sql<{ lineage: string; indicators: Bound[] | null }>`
    select distinct on (lineage) lineage, indicators from measure_binding
    where district_code = ${districtCode} and year = ${year}
    order by lineage, id desc`.execute(db);
  return new Map(rows.flatMap(({ lineage, indicators }) => (indicators ? [[lineage, indicators]] : [])));
}
