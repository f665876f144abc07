import { z } from 'zod';
import type { Http } from '#platform/http';
import { OBJECT_KINDS } from '../definition.ts';
import { findObjects, objectRecord } from '../objects.ts';
import { ledgerObject, ledgerObjects } from '../wire.ts';
import { type LedgerDeps, tags } from './deps.ts';
import { MAY_READ } from './keeping.ts';

/** Things of the world, whichever ledgers speak of them. */
export function objectRoutes(http: Http, { db, books }: LedgerDeps): void {
  http.get('/api/objects', {
    config: { may: MAY_READ },
    schema: {
      summary: 'Enterprises, sites, vehicles … by words in their name or number',
      tags,
      querystring: z.object({ q: z.string().max(100).default(''), kind: z.enum(OBJECT_KINDS).optional() }),
      response: { 200: ledgerObjects },
    },
    handler: async ({ query }) => ({ objects: await findObjects(db, query) }),
  });

  http.get('/api/objects/:id', {
    config: { may: MAY_READ },
    schema: {
      summary: 'One thing of the world: every entry about it and all that happened to them',
      tags,
      params: z.object({ id: z.coerce.number().int().positive() }),
      response: { 200: ledgerObject },
    },
    handler: async ({ params: { id } }) => {
      const { object, entries, changes } = await objectRecord(db, id);
      const titles = new Map((await books.all(db)).map((one) => [one.id, one.title]));
      const titleOf = (ledger: string) => titles.get(ledger) ?? { zh: ledger, en: ledger };
      return {
        ...object,
        entries: entries.map((one) => ({
          ledger: one.ledger,
          title: titleOf(one.ledger),
          id: one.id,
          name: one.name,
          state: one.state,
          streetCode: one.street_code,
          unitId: one.unit_id,
          refreshedOn: one.refreshed_on,
        })),
        changes: changes.map((one) => ({
          ledger: one.ledger,
          title: titleOf(one.ledger),
          entryId: one.entry_id,
          at: one.at.toISOString(),
          by: one.by_name,
          kind: one.kind,
          columns: one.columns,
          reason: one.reason,
        })),
      };
    },
  });
}
