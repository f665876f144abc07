import { z } from 'zod';
import { addDays } from '#platform/clock';
import type { Http } from '#platform/http';
import { MAY_PLAN } from '../plans.ts';
import { type ErrandDeps, giveErrands, peopleToSend, takeBack } from './acts.ts';
import { errandsOf, openFindingsOf } from './store.ts';
import { errandsGiven, inspectionDue, inspectionPeople } from './wire.ts';

const tags = ['inspections'];
const MOST = 500;
/** what was done stays in sight for so long */
const DONE_DAYS = 7;

/** Who is to visit what by when. */
export function errandRoutes(http: Http, deps: ErrandDeps): void {
  const { db, clock } = deps;

  http.get('/api/inspections/due', {
    config: { may: 'inspection.read' },
    schema: {
      summary: 'What is to be visited by when: by the person who asks, or (whose=all, for who plans) by everybody',
      tags,
      querystring: z.object({ whose: z.enum(['mine', 'all']).default('mine') }),
      response: { 200: inspectionDue },
    },
    handler: async ({ actor, query }) => {
      const today = clock.today();
      const mayPlan = actor.mayAnywhere(MAY_PLAN);
      const everybody = query.whose === 'all' && mayPlan;
      const who = actor.accountId ?? undefined;
      const mine = everybody ? undefined : who;
      const own = everybody
        ? new Set((await peopleToSend(deps, actor)).map(({ id }) => id))
        : new Set(who === undefined ? [] : [who]);
      const errands = await errandsOf(db, { accountId: mine, doneSince: addDays(today, -DONE_DAYS), limit: MOST });
      return {
        today,
        mayPlan,
        errands: errands
          .filter(({ account_id }) => own.has(account_id))
          .map((row) => ({
            id: row.id,
            kind: row.kind,
            ledger: row.ledger,
            entryId: row.entry_id,
            name: row.name,
            street: row.street_code,
            personId: row.account_id,
            person: row.person,
            dueOn: row.due_on,
            note: row.note,
            setOn: row.set_on,
            setBy: row.set_by_name,
            done:
              row.done_on !== null && row.inspection_id !== null
                ? { on: row.done_on, inspectionId: row.inspection_id }
                : null,
          })),
        findings:
          everybody || who === undefined
            ? []
            : (await openFindingsOf(db, who, MOST)).map((row) => ({
                id: row.id,
                inspectionId: row.inspection_id,
                kind: row.kind,
                name: row.name,
                street: row.street_code,
                item: row.item,
                words: row.words,
                severity: row.severity,
                dueOn: row.due_on,
              })),
      };
    },
  });

  http.get('/api/inspections/people', {
    config: { may: MAY_PLAN },
    schema: {
      summary: 'To whom errands may be given, with how many each has open',
      tags,
      response: { 200: inspectionPeople },
    },
    handler: async ({ actor }) => ({ people: await peopleToSend(deps, actor) }),
  });

  http.post('/api/inspections/errands', {
    config: { may: MAY_PLAN },
    schema: {
      summary: 'Gives a person visits to make by a day; what they are to visit already is not given twice',
      tags,
      body: errandsGiven,
      response: { 201: z.object({ made: z.number() }) },
    },
    handler: async ({ actor, body }, reply) => reply.code(201).send({ made: await giveErrands(deps, actor, body) }),
  });

  http.post('/api/inspections/errands/:id/withdraw', {
    config: { may: MAY_PLAN },
    schema: {
      summary: 'Takes an errand back',
      tags,
      params: z.object({ id: z.coerce.number().int().positive() }),
      response: { 204: z.null() },
    },
    handler: async ({ actor, params }, reply) => {
      await takeBack(deps, actor, params.id);
      return reply.code(204).send(null);
    },
  });
}
