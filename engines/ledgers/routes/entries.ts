import { z } from 'zod';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import { changeEntry, createEntry, noEntry, refreshEntry, restoreEntry, strikeEntry } from '../entry/acts.ts';
import { checkEntry } from '../entry/check.ts';
import type { Place } from '../entry/place.ts';
import { referencesOf, referredBy } from '../entry/references.ts';
import { countEntries, listEntries, placedEntries } from '../list/query.ts';
import { namesOf } from '../names.ts';
import { staleBefore } from '../stale.ts';
import { changesOf, type EntryRow, entryById, sameObject } from '../store.ts';
import { entryGiven, entryPage, entryView, ledgerMap } from '../wire.ts';
import { entryParams, type LedgerDeps, ledgerParams, listQuery, queryOf, shapeOf, tags } from './deps.ts';
import { MAY_KEEP, MAY_READ, mayKeep, requireKeeper } from './keeping.ts';

/** more signs than these cover each other */
const MOST_POINTS = 4000;
const version = z.number().int().positive();
const keptOf = (row: EntryRow) => ({ unitId: row.unit_id, streetCode: row.street_code });

/** Entries of a ledger: pages, one with its history, and what is done with it. */
export function entryRoutes(http: Http, deps: LedgerDeps): void {
  const { db, books, clock, districtCode } = deps;
  const acting = async () => ({ db, clock, names: await namesOf(db, districtCode, clock.today()) });
  const held = async (ledger: string, id: number) => {
    const definition = await books.need(db, ledger);
    const row = await entryById(db, ledger, id);
    if (!row) throw noEntry(definition);
    return { definition, row };
  };

  http.get('/api/ledgers/:ledger/entries', {
    config: { may: MAY_READ },
    schema: {
      summary: 'A page of a ledger, narrowed, ordered, by key; the first page says how many there are',
      tags,
      params: ledgerParams,
      querystring: listQuery,
      response: { 200: entryPage },
    },
    handler: async ({ params, query }) => {
      const definition = await books.need(db, params.ledger);
      const today = clock.today();
      const before = staleBefore(definition, today);
      const asked = queryOf(query);
      const page = await listEntries(db, definition, asked, before);
      const count = query.after ? null : await countEntries(db, definition, asked, before);
      return { entries: page.rows.map(shapeOf(definition, today)), next: page.next, count };
    },
  });

  http.get('/api/ledgers/:ledger/map', {
    config: { may: MAY_READ },
    schema: {
      summary: 'Where the entries of a ledger lie, narrowed as its list is',
      tags,
      params: ledgerParams,
      querystring: listQuery,
      response: { 200: ledgerMap },
    },
    handler: async ({ params, query }) => {
      const definition = await books.need(db, params.ledger);
      return placedEntries(db, definition, queryOf(query), staleBefore(definition, clock.today()), MOST_POINTS);
    },
  });

  http.get('/api/ledgers/:ledger/entries/:id', {
    config: { may: MAY_READ },
    schema: {
      summary: 'An entry with every change of it and where else its object is kept',
      tags,
      params: entryParams,
      response: { 200: entryView },
    },
    handler: async ({ actor, params }) => {
      const { definition, row } = await held(params.ledger, params.id);
      const all = new Map((await books.all(db)).map((one) => [one.id, one]));
      const elsewhere = await sameObject(db, row);
      return {
        ...shapeOf(definition, clock.today())(row),
        changes: (await changesOf(db, definition.id, row.id)).map((change) => ({
          version: change.version,
          at: change.at.toISOString(),
          by: change.by_name,
          kind: change.kind,
          fields: change.fields,
          reason: change.reason,
        })),
        elsewhere: elsewhere.flatMap(({ ledger, id, name, state }) => {
          const title = all.get(ledger)?.title;
          return title ? [{ ledger, title, id, name, state }] : [];
        }),
        objectId: row.object_id,
        references: await referencesOf(db, definition, row.values),
        referredBy: (await referredBy(db, row, definition, [...all.values()])).flatMap((one) => {
          const title = all.get(one.ledger)?.title;
          return title ? [{ ...one, title }] : [];
        }),
        mayKeep: mayKeep(actor, keptOf(row)),
      };
    },
  });

  http.post('/api/ledgers/:ledger/entries', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Keeps a new entry',
      tags,
      params: ledgerParams,
      body: entryGiven,
      response: { 201: z.object({ id: z.number() }) },
    },
    handler: async ({ actor, params, body }, reply) => {
      const definition = await books.need(db, params.ledger);
      const with_ = await acting();
      const given = { values: body.values, place: body.place as Place | null };
      requireKeeper(actor, checkEntry(definition, given.values, given.place, with_.names));
      const id = await createEntry(with_, definition, actor, given);
      return reply.code(201).send({ id });
    },
  });

  http.put('/api/ledgers/:ledger/entries/:id', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Changes an entry, on the version that its reader saw',
      tags,
      params: entryParams,
      body: entryGiven.extend({ version }),
      response: { 200: z.object({ version: z.number() }) },
    },
    handler: async ({ actor, params, body }) => {
      const { definition, row } = await held(params.ledger, params.id);
      const with_ = await acting();
      const given = { values: body.values, place: body.place as Place | null };
      requireKeeper(actor, keptOf(row), checkEntry(definition, given.values, given.place, with_.names));
      const after = await changeEntry(with_, definition, actor, row.id, body.version, given);
      return { version: after.version };
    },
  });

  const ACTS = { refresh: refreshEntry, strike: strikeEntry, restore: restoreEntry } as const;
  http.post('/api/ledgers/:ledger/entries/:id/:act', {
    config: { may: MAY_KEEP },
    schema: {
      summary:
        'Says that an entry is as it stands (refresh), takes it off the books (strike), or puts it back (restore)',
      tags,
      params: entryParams.extend({ act: z.enum(['refresh', 'strike', 'restore']) }),
      body: z.object({ version, reason: z.string().trim().max(500).default('') }),
      response: { 200: z.object({ version: z.number() }) },
    },
    handler: async ({ actor, params, body }) => {
      const { definition, row } = await held(params.ledger, params.id);
      requireKeeper(actor, keptOf(row));
      if (params.act !== 'refresh' && body.reason === '')
        throw new Refusal('bad_request', {
          zh: '销账和恢复请写明理由。',
          en: 'Give the reason for striking an entry off or restoring it.',
        });
      const after = await ACTS[params.act](await acting(), definition, actor, row.id, body.version, body.reason);
      return { version: after.version };
    },
  });
}
