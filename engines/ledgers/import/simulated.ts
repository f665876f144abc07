import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Names } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';
import { checkEntry } from '../entry/check.ts';
import { centreOf, type Place } from '../entry/place.ts';

/** An entry that is made up: its values, the day on which it came into the ledger, the days on which it was looked at. */
export type SimulatedEntry = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly place: Place | null;
  readonly createdOn: string;
  readonly looks: readonly string[];
};
export type LandedEntry = { id: number; key: string; name: string; street: string | null; unit: string | null };

/**
 * Keeps made-up entries, marked as simulated, with their history on its own days. Each is read as one that a person has
 * written would be.
 * @throws Refusal value_out_of_range with the first entry that the ledger would not keep, and why
 */
export async function landSimulated(
  db: Db,
  definition: LedgerDefinition,
  entries: readonly SimulatedEntry[],
  names: Names,
): Promise<LandedEntry[]> {
  const landed: LandedEntry[] = [];
  for (let at = 0; at < entries.length; at += 1000) {
    const part = entries.slice(at, at + 1000).map((entry, n) => {
      const checked = checkEntry(definition, entry.values, entry.place, names);
      const [fault] = checked.faults;
      if (fault) throw notKept(definition, entry, fault.column, fault.message);
      const centre = centreOf(entry.place);
      return {
        n,
        key: checked.key,
        name: checked.name,
        values: checked.values,
        place: entry.place,
        lon: centre?.lon ?? null,
        lat: centre?.lat ?? null,
        unit: checked.unitId,
        street: checked.streetCode,
        kind: checked.object?.kind ?? null,
        object: checked.object?.key ?? null,
        missing: checked.missing,
        contradictions: checked.contradictions,
        created: entry.createdOn,
        refreshed: entry.looks.at(-1) ?? entry.createdOn,
        looks: [...entry.looks],
      };
    });
    const { rows } = await sql<LandedEntry>`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) g (n int, key text, name text, values jsonb, place jsonb,
          lon float8, lat float8, unit text, street text, kind text, object text, missing jsonb, contradictions jsonb,
          created date, refreshed date, looks jsonb)),
      object as (
        insert into ledger_object (kind, key, name)
        select distinct on (kind, object) kind, object, name from given where object is not null order by kind, object, n
        on conflict (kind, key) do update set name = excluded.name returning id, kind, key),
      kept as (
        insert into ledger_entry (ledger, key, name, values, place, lon, lat, unit_id, street_code, object_id, missing,
          contradictions, refreshed_on, simulated, created_at, updated_at, updated_by_name)
        select ${definition.id}, g.key, g.name, g.values, nullif(g.place, 'null'), g.lon, g.lat, g.unit, g.street, o.id,
          array(select jsonb_array_elements_text(g.missing)), array(select jsonb_array_elements_text(g.contradictions)),
          g.refreshed, true, g.created + time '10:00' - interval '8 hours', g.refreshed + time '10:00' - interval '8 hours',
          ${MAKER}
        from given g left join object o on o.kind = g.kind and o.key = g.object order by g.n
        returning id, key, name, street_code as street, unit_id as unit),
      history as (
        insert into ledger_change (ledger, entry_id, version, at, by_name, kind, fields)
        select ${definition.id}, k.id, 1, g.created + time '10:00' - interval '8 hours', ${MAKER}, 'created', '{}'::jsonb
          from kept k join given g using (key)
        union all
        select ${definition.id}, k.id, 1, (l.day)::date + time '10:00' - interval '8 hours', ${MAKER}, 'refreshed', '{}'::jsonb
          from kept k join given g using (key), jsonb_array_elements_text(g.looks) l(day))
      select * from kept order by id`.execute(db);
    landed.push(...rows);
  }
  return landed;
}

const MAKER = '模拟数据 simulated';

const notKept = (
  definition: LedgerDefinition,
  { values }: SimulatedEntry,
  column: string,
  why: { zh: string; en: string },
) =>
  new Refusal(
    'value_out_of_range',
    {
      zh: `模拟的《${definition.title.zh}》中“${column}”（${String(values[column] ?? '')}）不能入账：${why.zh}`,
      en: `The simulated “${definition.title.en}” cannot keep ${column} (${String(values[column] ?? '')}): ${why.en}`,
    },
    { ledger: definition.id, column },
  );
