import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loadedUnits } from '#engines/district';
import { isCalendarDate } from '#platform/clock';
import { readForm } from '#platform/files';
import type { Http } from '#platform/http';
import type { Actor } from '#platform/permissions';
import { Refusal, type Sentence } from '#platform/refusal';
import { mayWithdraw, type ReportDeps, report, withdraw } from './acts.ts';
import { MAY_REPORT, reportedMeasure, speaksFor } from './duty.ts';
import { mayMove, moveReport, stateOf } from './review.ts';
import { countReports, newestReports, type ReportRow, reportsOf } from './store.ts';
import { latestReports, type MeasureReport, measureReports } from './wire.ts';

const year = z.coerce.number().int().min(2000).max(2100);
const params = z.object({ year, id: z.string().max(20) });
const tags = ['plan'];

/** Reports on measures: read by everybody who sees the plan, written by the units that it names. */
export function reportRoutes(http: Http, deps: ReportDeps): void {
  const { db, districtCode } = deps;

  const onMeasure = async (actor: Actor, of: number, id: string) => {
    const reported = await reportedMeasure(db, districtCode, of, id);
    const { units, office } = speaksFor(actor, reported);
    return {
      reports: await shown(actor, await reportsOf(db, reported.measure.lineage)),
      as: { units: units.map(({ id: unit, name }) => ({ id: unit, name })), office },
    };
  };
  const shown = async (actor: Actor, rows: readonly ReportRow[]) => {
    const units = new Map((await loadedUnits(db, districtCode)).map((unit) => [unit.id, unit]));
    return rows.map((row) => shapeOf(actor, row, row.unit_id === null ? undefined : units.get(row.unit_id)));
  };

  http.get('/api/plans/:year/measures/:id/reports', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'Reports of the responsible units on a measure, newest first, and for whom the person asking may report',
      tags,
      params,
      response: { 200: measureReports },
    },
    handler: ({ actor, params: { year: of, id } }) => onMeasure(actor, of, id),
  });

  http.get('/api/plans/:year/reports', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'The newest reports of a year over all measures',
      tags,
      params: z.object({ year }),
      querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(20) }),
      response: { 200: latestReports },
    },
    handler: async ({ actor, params: { year: of }, query }) => ({
      reports: await shown(actor, await newestReports(db, districtCode, of, query.limit)),
      total: await countReports(db, districtCode, of),
    }),
  });

  http.post('/api/plans/:year/measures/:id/reports', {
    config: { may: MAY_REPORT },
    schema: {
      summary:
        'Reports on a measure: fields `words`, `asOf`, `unit` (empty: the air office) and files of multipart/form-data',
      tags,
      params,
      consumes: ['multipart/form-data'],
      response: { 201: measureReports },
    },
    handler: async (request, reply) => {
      const { year: of, id } = request.params;
      await report(deps, request.actor, { year: of, measureId: id, ...(await formOf(request)) });
      return reply.code(201).send(await onMeasure(request.actor, of, id));
    },
  });

  http.post('/api/measure-reports/:id/move', {
    config: { may: MAY_REPORT },
    schema: {
      summary: "Takes a month's report on: submits, reviews (the unit's head), accepts (the air office), returns it",
      tags,
      params: z.object({ id: z.uuid() }),
      body: z.object({
        act: z.enum(['submit', 'review', 'accept', 'return']),
        reason: z.string().trim().max(500).default(''),
      }),
      response: { 200: measureReports },
    },
    handler: async (request) => {
      const row = await moveReport(deps, request.actor, request.params.id, request.body);
      return onMeasure(request.actor, row.year, row.measure_id);
    },
  });

  http.post('/api/measure-reports/:id/withdraw', {
    config: { may: MAY_REPORT },
    schema: {
      summary: 'Withdraws a report, with a reason; it stays readable',
      tags,
      params: z.object({ id: z.uuid() }),
      body: z.object({ reason: z.string().trim().min(1).max(500) }),
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const streetOf = async (unitId: string | null) =>
        (await loadedUnits(db, districtCode)).find((unit) => unit.id === unitId)?.street ?? null;
      await withdraw(deps, request.actor, request.params.id, request.body.reason, streetOf);
      return reply.code(204).send(null);
    },
  });
}

function shapeOf(
  actor: Actor,
  row: ReportRow,
  unit: { name: Sentence; street: string | null } | undefined,
): MeasureReport {
  return {
    id: row.id,
    year: row.year,
    measureId: row.measure_id,
    unitId: row.unit_id,
    unit: unit?.name ?? null,
    asOf: row.as_of,
    words: row.words,
    files: row.files,
    reportedAt: row.reported_at.toISOString(),
    reportedBy: row.reported_by_name,
    onBehalf: row.on_behalf,
    month: row.month,
    part: row.part,
    figures: row.figures,
    state: stateOf(row),
    steps: row.steps.map(({ state, day, at, by_name, reason }) => ({ state, day, at, by: by_name, reason })),
    replaces: row.replaces,
    replaced: row.replaced,
    acts: mayMove(actor, row, unit?.street ?? null),
    withdrawn: row.withdrawn_at
      ? { at: row.withdrawn_at.toISOString(), by: row.withdrawn_by_name ?? '', reason: row.withdrawn_reason ?? '' }
      : null,
    mayWithdraw: mayWithdraw(actor, row, unit?.street ?? null),
  };
}

/** What a form says. @throws Refusal bad_request, too_large */
async function formOf(request: FastifyRequest) {
  const { fields, files } = await readForm(request);
  const asOf = fields.get('asOf') ?? '';
  if (!isCalendarDate(asOf)) throw badForm();
  const words = fields.get('words') ?? '';
  if (words.length > 5000)
    throw new Refusal('too_large', {
      zh: '进展情况不超过5000字，请精简或放入附件。',
      en: 'A report has at most 5,000 characters; shorten it or attach a document.',
    });
  const month = fields.get('month') || null;
  if (month !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw badForm();
  const replaces = fields.get('replaces') || null;
  if (replaces !== null && !z.uuid().safeParse(replaces).success) throw badForm();
  const monthly = month
    ? { month, part: fields.get('part') ?? '', submit: fields.get('submit') !== 'no', replaces }
    : undefined;
  return { words, asOf, unitId: fields.get('unit') || null, files, monthly };
}

const badForm = () =>
  new Refusal('bad_request', {
    zh: '请填写进展情况和截至日期后提交。',
    en: 'Send what has been done and the day as of which you say it.',
  });
