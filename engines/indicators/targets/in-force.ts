import { sql } from 'kysely';
import type { Db } from '#platform/store';

/** What is asked of a measure's indicator by letter or month plan. */
export type TargetInForce = {
  readonly value: string | null;
  readonly unit: string | null;
  readonly letter: string | null;
  readonly months: readonly string[] | null;
};

/**
 * The targets in force on a day, by `lineage|indicator`: the newest letter's figure, and the newest plan of months whatever
 * row it came with.
 */
export async function targetsInForce(
  db: Db,
  districtCode: string,
  year: number,
  asOf: string,
): Promise<Map<string, TargetInForce>> {
  const { rows } = await sql<TargetInForce & { lineage: string; indicator_id: string }>`
    select lineage, indicator_id, value, unit, letter, months from indicator_target
    where district_code = ${districtCode} and year = ${year} and in_force_on <= ${asOf}::date and withdrawn_at is null
    order by in_force_on, id`.execute(db);
  const found = new Map<string, TargetInForce>();
  for (const { lineage, indicator_id, value, unit, letter, months } of rows) {
    const key = `${lineage}|${indicator_id}`;
    const held = found.get(key);
    const assigned = value !== null ? { value, unit, letter } : (held ?? { value: null, unit: null, letter: null });
    found.set(key, { ...assigned, months: months ?? held?.months ?? null });
  }
  return found;
}
