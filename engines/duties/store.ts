import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { Criterion } from './file.ts';

export type PartRow = {
  lineage: string;
  part: string;
  position: number;
  quote: string;
  units: string[];
  indicators: string[];
  criteria: Criterion[];
};

/** The parts of every measure of a district that has some, in the order of their words. */
export async function partsOf(db: Db, districtCode: string): Promise<Map<string, PartRow[]>> {
  const { rows } = await sql<PartRow>`
    select lineage, part, position, quote, units, indicators, criteria from measure_part
    where district_code = ${districtCode} order by lineage, position`.execute(db);
  const by = new Map<string, PartRow[]>();
  for (const row of rows) by.set(row.lineage, [...(by.get(row.lineage) ?? []), row]);
  return by;
}

/** Makes a measure's parts those given; unchanged ones are not written. @returns whether anything changed */
export async function writeParts(
  db: Db,
  districtCode: string,
  lineage: string,
  parts: readonly Omit<PartRow, 'lineage' | 'position'>[],
): Promise<boolean> {
  const given = JSON.stringify(parts.map((part, position) => ({ ...part, position })));
  const put = await sql`
    insert into measure_part (district_code, lineage, part, position, quote, units, indicators, criteria)
    select ${districtCode}, ${lineage}, part, position, quote,
      array(select jsonb_array_elements_text(units)), array(select jsonb_array_elements_text(indicators)), criteria
    from jsonb_to_recordset(${given}::jsonb) g (part text, position int, quote text, units jsonb, indicators jsonb,
      criteria jsonb)
    on conflict (lineage, part) do update set position = excluded.position, quote = excluded.quote,
      units = excluded.units, indicators = excluded.indicators, criteria = excluded.criteria
    where (measure_part.position, measure_part.quote, measure_part.units, measure_part.indicators, measure_part.criteria)
      is distinct from (excluded.position, excluded.quote, excluded.units, excluded.indicators, excluded.criteria)
  `.execute(db);
  const gone = await sql`
    delete from measure_part where lineage = ${lineage} and part <> all(${parts.map(({ part }) => part)}::text[])
  `.execute(db);
  return Number(put.numAffectedRows ?? 0) + Number(gone.numAffectedRows ?? 0) > 0;
}
