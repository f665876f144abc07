import { z } from 'zod';
import { record } from '#platform/audit';
import type { Http } from '#platform/http';
import { enqueue } from '#platform/jobs';
import type { LedgerDefinition } from '../definition.ts';
import { staleBefore } from '../stale.ts';
import { dutiesByStreet, newestOf } from '../store.ts';
import { ledgerList, ledgerView } from '../wire.ts';
import { COMPUTED_TASK } from '../work.ts';
import { type LedgerDeps, ledgerParams, tags } from './deps.ts';
import { entryRoutes } from './entries.ts';
import { entryFileRoutes } from './entry-files.ts';
import { fileRoutesOf } from './files.ts';
import { MAY_KEEP, MAY_READ } from './keeping.ts';
import { objectRoutes } from './objects.ts';

/** Ledgers: which there are, how they stand, their entries, their files; administrators declare more. */
export function ledgerRoutes(http: Http, deps: LedgerDeps): void {
  const { db, books, clock } = deps;

  http.get('/api/ledgers', {
    config: { may: MAY_READ },
    schema: {
      summary: 'All ledgers with how many entries they keep and how many wait for somebody',
      tags,
      response: { 200: ledgerList },
    },
    handler: async () => {
      const today = clock.today();
      const own = new Set(books.ofChapters.map(({ id }) => id));
      const list = async (definition: LedgerDefinition) => {
        const duties = await dutiesByStreet(db, definition.id, staleBefore(definition, today));
        const sum = (of: 'kept' | 'stale' | 'incomplete' | 'contradictory') =>
          duties.reduce((total, duty) => total + duty[of], 0);
        return {
          id: definition.id,
          title: definition.title,
          about: definition.about,
          entry: definition.entry,
          keeper: definition.keeper,
          place: definition.place,
          refreshDays: definition.refreshDays,
          declared: !own.has(definition.id),
          kept: sum('kept'),
          stale: sum('stale'),
          incomplete: sum('incomplete'),
          contradictory: sum('contradictory'),
          updatedAt: (await newestOf(db, definition.id))?.toISOString() ?? null,
        };
      };
      return { ledgers: await Promise.all((await books.all(db)).map(list)) };
    },
  });

  http.get('/api/ledgers/:ledger', {
    config: { may: MAY_READ },
    schema: {
      summary: 'A ledger’s declaration, and what each street owes in it',
      tags,
      params: ledgerParams,
      response: { 200: ledgerView },
    },
    handler: async ({ actor, params }) => {
      const definition = await books.need(db, params.ledger);
      const duties = await dutiesByStreet(db, definition.id, staleBefore(definition, clock.today()));
      return {
        definition: JSON.parse(JSON.stringify(definition)) as z.infer<typeof ledgerView>['definition'],
        declared: !books.ofChapters.some(({ id }) => id === definition.id),
        duties: duties.map(({ street_code, ...rest }) => ({ streetCode: street_code, ...rest })),
        mayKeep: actor.mayAnywhere(MAY_KEEP),
      };
    },
  });

  http.post('/api/ledgers', {
    config: { may: 'ledger.declare' },
    schema: {
      summary: 'Declares a ledger that the plan needs and the system does not have, or declares it anew',
      tags,
      body: z.object({ definition: z.record(z.string(), z.unknown()) }),
      response: { 201: z.object({ id: z.string() }) },
    },
    handler: async ({ actor, body }, reply) => {
      const { id } = await books.declare(db, body.definition, actor.name);
      await db.transaction().execute(async (tx) => {
        await record(tx, actor, {
          action: 'ledger.declare',
          subjectKind: 'ledger',
          subjectId: id,
          after: body.definition,
        });
        await enqueue(tx, COMPUTED_TASK);
      });
      return reply.code(201).send({ id });
    },
  });

  entryFileRoutes(http, deps);
  objectRoutes(http, deps);
  entryRoutes(http, deps);
  fileRoutesOf(http, deps);
}
