import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { IndicatorRegistry } from '../definition.ts';
import { fromEvidence } from '../verbs/declare.ts';
import type { EvidenceIndicator } from '../verbs/definition.ts';
import type { DeclaredIndicator } from './schema.ts';

export type DeclaredRow = { id: string; definition: DeclaredIndicator; changed_at: Date; changed_by_name: string };

export async function declaredIndicators(db: Db): Promise<DeclaredRow[]> {
  const { rows } = await sql<DeclaredRow>`
    select id, definition, changed_at, changed_by_name from indicator_declared order by id`.execute(db);
  return rows;
}

export async function putDeclaredIndicator(db: Db, definition: DeclaredIndicator, byName: string): Promise<void> {
  await sql`
    insert into indicator_declared (id, definition, changed_by_name)
    values (${definition.id}, ${JSON.stringify(definition)}::jsonb, ${byName})
    on conflict (id) do update set definition = excluded.definition, changed_at = now(),
      changed_by_name = excluded.changed_by_name`.execute(db);
}

/** Takes a declaration out, with the figures that were computed from it. */
export async function dropDeclaredIndicator(db: Db, id: string): Promise<void> {
  await sql`delete from indicator_declared where id = ${id}`.execute(db);
  await sql`delete from indicator_value where indicator_id = ${id}`.execute(db);
  await sql`delete from indicator_mark where indicator_id = ${id}`.execute(db);
}

/** for so long a process may not know what another has declared */
const FRESH_MS = 2000;
const readAt = new WeakMap<IndicatorRegistry, number>();

/** Lets a registry know what is declared in the database. @param now also when it was read a moment ago */
export async function freshen(db: Db, registry: IndicatorRegistry, now = false): Promise<void> {
  const at = performance.now();
  if (!now && at - (readAt.get(registry) ?? Number.NEGATIVE_INFINITY) < FRESH_MS) return;
  readAt.set(registry, at);
  const rows = await declaredIndicators(db);
  registry.declared = rows.map(({ definition }) => fromEvidence(definition as EvidenceIndicator));
}
