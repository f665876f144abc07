import { z } from 'zod';
import { loadedDistrict, loadedStreets } from '#engines/district';
import { findKept } from '#engines/ledgers';
import { isCalendarDate } from '#platform/clock';
import { readForm } from '#platform/files';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import { bufferSource } from '#platform/sheets';
import { ratioPercent } from '#standards/gb-t-8170';
import { createInspection, MAY_MAKE, needKind } from './acts.ts';
import type { InspectionKind } from './definition.ts';
import type { ErrandDeps } from './errands/acts.ts';
import { errandRoutes } from './errands/routes.ts';
import { importVisits } from './import.ts';
import { calendarOf, countInspections, listInspections } from './list.ts';
import { monthEntries } from './months.ts';
import { oneInspectionRoutes, summaryOf } from './one-routes.ts';
import { MAY_PLAN, plansOf, setPlan } from './plans.ts';
import {
  candidates,
  inspectionCalendar,
  inspectionGiven,
  inspectionKinds,
  inspectionPage,
  monthlyRate,
  visitImport,
} from './wire.ts';

const MAY_READ = 'inspection.read';
const tags = ['inspections'];
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const day = z.string().refine(isCalendarDate, 'a date like 2021-10-31');

/** Visits: kinds, lists, the monthly rate with who is missing, the calendar and plans, and making one. */
export function inspectionRoutes(http: Http, deps: ErrandDeps): void {
  const { db, districtCode, kinds, books } = deps;
  errandRoutes(http, deps);
  oneInspectionRoutes(http, deps);

  http.get('/api/inspections/kinds', {
    config: { may: MAY_READ },
    schema: { summary: 'Kinds of inspections with their check-lists', tags, response: { 200: inspectionKinds } },
    handler: async ({ actor }) => {
      const titles = new Map((await books.all(db)).map(({ id, title }) => [id, title]));
      return { kinds: kinds.map((kind) => shapeOf(kind, titles)), mayMake: actor.mayAnywhere(MAY_MAKE) };
    },
  });

  http.get('/api/inspections', {
    config: { may: MAY_READ },
    schema: {
      summary: 'A page of inspections, newest first; the first page counts them',
      tags,
      querystring: z.object({
        kind: z.string().max(80).optional(),
        street: z.string().max(12).optional(),
        unit: z.string().max(60).optional(),
        ledger: z.string().max(80).optional(),
        entry: z.coerce.number().int().positive().optional(),
        from: day.optional(),
        until: day.optional(),
        result: z.enum(['sound', 'findings']).optional(),
        open: z.enum(['1']).optional(),
        q: z.string().max(100).optional(),
        after: z.string().max(40).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      response: { 200: inspectionPage },
    },
    handler: async ({ query }) => {
      const asked = { ...query, open: query.open === '1' };
      const page = await listInspections(db, asked);
      return {
        inspections: page.rows.map(summaryOf),
        next: page.next,
        counts: query.after ? null : await countInspections(db, asked),
      };
    },
  });

  http.get('/api/inspections/monthly', {
    config: { may: MAY_READ },
    schema: {
      summary:
        'The monthly rate of a kind: entries on the books that were seen in the month, and those that are missing',
      tags,
      querystring: z.object({ kind: z.string().max(80), month, street: z.string().max(12).optional() }),
      response: { 200: monthlyRate },
    },
    handler: async ({ query }) => {
      const kind = needKind(kinds, query.kind);
      const membership = (await loadedDistrict(db, districtCode)).settings.inspections.members;
      const all = await monthEntries(db, kind, query.month, membership);
      const mine = query.street ? all.filter(({ street }) => street === query.street) : all;
      const streets = await loadedStreets(db, districtCode);
      const rateOf = (entries: typeof all) => {
        const done = entries.filter(({ seenOn }) => seenOn !== null).length;
        const due = entries.length;
        return { due, done, rate: due ? ratioPercent(String(done), String(due), 1) : null };
      };
      return {
        kind: kind.id,
        month: query.month,
        membership,
        ...rateOf(mine),
        streets: streets.map(({ code }) => ({ street: code, ...rateOf(all.filter(({ street }) => street === code)) })),
        missing: mine
          .filter(({ seenOn }) => seenOn === null)
          .slice(0, 1000)
          .map(({ ledger, id, name, street, unit, lastSeenOn, risk }) => ({
            ledger,
            id,
            name,
            street,
            unit,
            lastSeenOn,
            risk: { points: risk.points, parts: [...risk.parts] },
          })),
      };
    },
  });

  http.get('/api/inspections/calendar', {
    config: { may: MAY_READ },
    schema: {
      summary: 'Visits of each day of a month, and what is planned for it',
      tags,
      querystring: z.object({ month, unit: z.string().max(60).optional(), street: z.string().max(12).optional() }),
      response: { 200: inspectionCalendar },
    },
    handler: async ({ actor, query }) => ({
      month: query.month,
      days: await calendarOf(db, query),
      plans: (await plansOf(db, query.month))
        .filter(({ unit_id }) => !query.unit || unit_id === query.unit)
        .map((row) => ({
          kind: row.kind,
          unit: row.unit_id,
          quota: row.quota,
          done: row.done,
          note: row.note,
          setBy: row.set_by_name,
        })),
      mayPlan: actor.mayAnywhere(MAY_PLAN),
    }),
  });

  http.put('/api/inspections/plans', {
    config: { may: MAY_PLAN },
    schema: {
      summary: 'Plans how many visits of a kind a unit makes in a month; nought takes the plan away',
      tags,
      body: z.object({
        kind: z.string().max(80),
        month,
        unit: z.string().max(80),
        quota: z.number().int().min(0).max(1_000_000),
        note: z.string().max(500).default(''),
      }),
      response: { 204: z.null() },
    },
    handler: async ({ actor, body }, reply) => {
      await setPlan(deps, actor, body);
      return reply.code(204).send(null);
    },
  });

  http.get('/api/inspections/candidates', {
    config: { may: MAY_MAKE },
    schema: {
      summary: 'What can be visited: entries by words, the nearest first where a place is given',
      tags,
      querystring: z.object({
        kind: z.string().max(80),
        q: z.string().max(100).optional(),
        near: z
          .string()
          .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/)
          .optional(),
      }),
      response: { 200: candidates },
    },
    handler: async ({ query }) => {
      const kind = needKind(kinds, query.kind);
      if (kind.of === 'place') return { entries: [] };
      const near = query.near?.split(',').map(Number) as [number, number] | undefined;
      const found = await findKept(db, kind.of.ledgers, { q: query.q, near, limit: 30 });
      return {
        entries: found.map(({ ledger, id, name, street_code, lon, lat }) => ({
          ledger,
          id,
          name,
          street: street_code,
          lon,
          lat,
        })),
      };
    },
  });

  http.post('/api/inspections/imports', {
    config: { may: MAY_MAKE },
    schema: {
      summary:
        'Takes in inspections of a kind from a workbook or CSV: fields `kind` and `dryRun` (1: only tried) and the file',
      tags,
      consumes: ['multipart/form-data'],
      response: { 200: visitImport },
    },
    handler: async (request) => {
      const { fields, files } = await readForm(request);
      const file = files[0];
      if (!file || files.length !== 1)
        throw new Refusal('bad_request', { zh: '请选择一个文件。', en: 'Choose one file.' });
      const source = bufferSource(file.name, Buffer.from(file.bytes));
      return importVisits(deps, request.actor, fields.get('kind') ?? '', source, {
        dryRun: fields.get('dryRun') === '1',
      });
    },
  });

  http.post('/api/inspections', {
    config: { may: MAY_MAKE },
    schema: {
      summary: 'Keeps a visit; sent again with the same clientId it is the one kept before',
      tags,
      body: inspectionGiven,
      response: { 201: z.object({ id: z.number() }) },
    },
    handler: async ({ actor, body }, reply) => {
      return reply.code(201).send({ id: await createInspection(deps, actor, body) });
    },
  });
}

function shapeOf(kind: InspectionKind, titles: ReadonlyMap<string, { zh: string; en: string }>) {
  return {
    id: kind.id,
    title: kind.title,
    counts: kind.counts,
    about: kind.about,
    ledgers:
      kind.of === 'place' ? [] : kind.of.ledgers.map((id) => ({ id, title: titles.get(id) ?? { zh: id, en: id } })),
    checklist: kind.checklist.map(({ id, title, help, severity, basis }) => ({
      id,
      title,
      help: help ?? null,
      severity,
      basis: basis ?? null,
    })),
    columns: (kind.columns ?? []).map(({ id, title, type, unit, required, choices }) => ({
      id,
      title,
      type,
      unit: unit ?? null,
      required: required ?? false,
      choices: (choices ?? []).map((choice) => ({ id: choice.id, title: choice.title })),
    })),
    mendDays: kind.mendDays,
    atNight: kind.atNight ?? false,
    monthly: kind.every?.months === 1 && kind.of !== 'place',
  };
}
