import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/store';
import type { LedgerBooks } from '../books.ts';
import type { LedgerDefinition } from '../definition.ts';
import type { ListQuery } from '../list/query.ts';
import { staleBefore } from '../stale.ts';
import type { EntryRow } from '../store.ts';
import type { LedgerEntry } from '../wire.ts';

export type LedgerDeps = { db: Db; districtCode: string; clock: Clock; books: LedgerBooks };

export const tags = ['ledgers'];
export const ledgerParams = z.object({ ledger: z.string().max(80) });
export const entryParams = ledgerParams.extend({ id: z.coerce.number().int().positive() });

/** How lists, counts and exports are asked for; `where` is `column=value` pairs in one text, `&` between them. */
export const listQuery = z.object({
  state: z.enum(['kept', 'struck', 'all']).default('kept'),
  street: z.string().max(12).optional(),
  unit: z.string().max(60).optional(),
  doubt: z.enum(['stale', 'incomplete', 'contradictory']).optional(),
  q: z.string().max(100).optional(),
  where: z.string().max(1000).optional(),
  sort: z.string().max(60).optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  bounds: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
    .optional(),
});

export function queryOf({ where, bounds, ...rest }: z.infer<typeof listQuery>): ListQuery {
  return {
    ...rest,
    where: where ? Object.fromEntries(new URLSearchParams(where)) : {},
    bounds: bounds ? (bounds.split(',').map(Number) as [number, number, number, number]) : undefined,
  };
}

export const shapeOf =
  (definition: LedgerDefinition, today: string) =>
  (row: EntryRow): LedgerEntry => {
    const before = staleBefore(definition, today);
    return {
      id: row.id,
      name: row.name,
      values: row.values as LedgerEntry['values'],
      place: row.place as LedgerEntry['place'],
      lon: row.lon,
      lat: row.lat,
      unitId: row.unit_id,
      streetCode: row.street_code,
      state: row.state,
      missing: row.missing,
      contradictions: row.contradictions,
      stale: before !== null && row.refreshed_on < before,
      refreshedOn: row.refreshed_on,
      simulated: row.simulated,
      version: row.version,
      updatedAt: row.updated_at.toISOString(),
      updatedBy: row.updated_by_name,
    };
  };
