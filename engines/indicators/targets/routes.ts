import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm } from '#platform/files';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import { type GivenTarget, measureTargets, setTarget, type TargetDeps, withdraw } from './acts.ts';
import type { TargetRow } from './store.ts';
import { measureTargetList } from './wire.ts';

const params = z.object({ year: z.coerce.number().int().min(2000).max(2100), id: z.string().max(20) });
const MAY_ASSIGN = 'target.assign';
const tags = ['plan'];

/** What letters assign to a measure, and how it is planned month by month. */
export function targetRoutes(http: Http, deps: TargetDeps): void {
  const listed = async (year: number, id: string) => ({ targets: (await measureTargets(deps, year, id)).map(shapeOf) });

  http.get('/api/plans/:year/measures/:id/targets', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'The targets entered for a measure: figures that letters assign and quantities planned by month',
      tags,
      params,
      response: { 200: measureTargetList },
    },
    handler: ({ params: { year, id } }) => listed(year, id),
  });

  http.post('/api/plans/:year/measures/:id/targets', {
    config: { may: MAY_ASSIGN },
    schema: {
      summary:
        'Enters a target: fields `indicator`, `value`, `unit`, `months` (twelve numbers with commas), `letter`, `inForceOn`, `note` and the letter as a file of multipart/form-data',
      tags,
      params,
      consumes: ['multipart/form-data'],
      response: { 201: measureTargetList },
    },
    handler: async (request, reply) => {
      const { year, id } = request.params;
      await setTarget(deps, request.actor, year, id, await givenOf(request));
      return reply.code(201).send(await listed(year, id));
    },
  });

  http.post('/api/targets/:id/withdraw', {
    config: { may: MAY_ASSIGN },
    schema: {
      summary: 'Takes a mistaken target back, with a reason; it stays readable',
      tags,
      params: z.object({ id: z.coerce.number().int().positive() }),
      body: z.object({ reason: z.string().trim().min(1).max(500) }),
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await withdraw(deps, request.actor, request.params.id, request.body.reason);
      return reply.code(204).send(null);
    },
  });
}

/** @throws Refusal bad_request, too_large */
async function givenOf(request: FastifyRequest): Promise<GivenTarget> {
  const { fields, files } = await readForm(request);
  const text = (name: string) => fields.get(name)?.trim().slice(0, 500) || null;
  const indicatorId = text('indicator');
  if (!indicatorId || files.length > 1)
    throw new Refusal('bad_request', {
      zh: '请选择指标，并最多附一份下达文件。',
      en: 'Choose an indicator and attach at most one letter.',
    });
  const months = text('months');
  return {
    indicatorId,
    value: text('value'),
    unit: text('unit'),
    months: months ? months.split(/[,，\s]+/) : null,
    letter: text('letter'),
    inForceOn: text('inForceOn') ?? '',
    note: text('note'),
    file: files[0] ?? null,
  };
}

const shapeOf = (row: TargetRow) => ({
  id: row.id,
  indicatorId: row.indicator_id,
  value: row.value,
  unit: row.unit,
  months: row.months,
  letter: row.letter,
  inForceOn: row.in_force_on,
  file: row.file_id ? { id: row.file_id, name: row.file_name ?? '' } : null,
  note: row.note,
  setBy: row.set_by_name,
  setAt: row.set_at.toISOString(),
  withdrawn: row.withdrawn_at
    ? { at: row.withdrawn_at.toISOString(), by: row.withdrawn_by_name ?? '', reason: row.withdrawn_reason ?? '' }
    : null,
});
