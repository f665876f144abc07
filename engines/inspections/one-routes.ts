import { z } from 'zod';
import { readForm } from '#platform/files';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import { addPhoto, type InspectionDeps, MAY_MAKE, mend, noInspection, withdraw } from './acts.ts';
import { listInspections } from './list.ts';
import { findingsOf, type InspectionRow, inspectionById, photosOf } from './store.ts';
import { type InspectionSummary, inspectionView } from './wire.ts';

const tags = ['inspections'];
const params = z.object({ id: z.coerce.number().int().positive() });

export const summaryOf = (row: InspectionRow): InspectionSummary => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  ledger: row.ledger,
  entryId: row.entry_id,
  street: row.street_code,
  unit: row.unit_id,
  joint: row.joint,
  visitedOn: row.visited_on,
  visitedAt: row.visited_at,
  atNight: row.at_night,
  result: row.result,
  findings: row.findings,
  openFindings: row.open_findings,
  penalty: row.penalty,
  by: row.by_name,
  simulated: row.simulated,
});

/** One visit: what was found, its pictures, its mending, its withdrawal. */
export function oneInspectionRoutes(http: Http, deps: InspectionDeps): void {
  const { db } = deps;

  http.get('/api/inspections/:id', {
    config: { may: 'inspection.read' },
    schema: {
      summary: 'One inspection with its answers, findings, photos and the other visits of the same entry',
      tags,
      params,
      response: { 200: inspectionView },
    },
    handler: async ({ actor, params: { id } }) => {
      const row = await inspectionById(db, id);
      if (!row) throw noInspection();
      const [found, photos, others] = await Promise.all([
        findingsOf(db, id),
        photosOf(db, id),
        row.ledger && row.entry_id
          ? listInspections(db, { ledger: row.ledger, entry: row.entry_id, limit: 50 }).then(({ rows }) => rows)
          : [],
      ]);
      const place = {
        unitIds: row.unit_id ? [row.unit_id] : [],
        streetCodes: row.street_code ? [row.street_code] : [],
      };
      return {
        ...summaryOf(row),
        answers: row.answers,
        values: row.values,
        words: row.words,
        lon: row.lon,
        lat: row.lat,
        followsId: row.follows_id,
        found: found.map((one) => ({
          id: one.id,
          item: one.item,
          words: one.words,
          severity: one.severity,
          dueOn: one.due_on,
          mendedOn: one.mended_on,
          mendedWords: one.mended_words,
          mendedBy: one.mended_by_name,
        })),
        photos: photos.map((one) => ({
          id: one.id,
          findingId: one.finding_id,
          shows: one.shows,
          fileId: one.file_id,
          sha256: one.sha256,
          takenAt: one.taken_at?.toISOString() ?? null,
          lon: one.lon,
          lat: one.lat,
          by: one.by_name,
        })),
        others: others.filter((one) => one.id !== id).map(summaryOf),
        withdrawn: row.withdrawn_at
          ? { at: row.withdrawn_at.toISOString(), by: row.withdrawn_by_name ?? '', reason: row.withdrawn_reason ?? '' }
          : null,
        mayMend: !row.withdrawn_at && (actor.may(MAY_MAKE) || actor.may(MAY_MAKE, place)),
      };
    },
  });

  http.post('/api/inspections/:id/findings/:finding/mend', {
    config: { may: MAY_MAKE },
    schema: {
      summary: 'A finding is mended: when, and what was done',
      tags,
      params: params.extend({ finding: z.coerce.number().int().positive() }),
      body: z.object({ on: z.string().max(10), words: z.string().max(1000) }),
      response: { 204: z.null() },
    },
    handler: async ({ actor, params: { id, finding }, body }, reply) => {
      await mend(deps, actor, id, finding, body);
      return reply.code(204).send(null);
    },
  });

  http.post('/api/inspections/:id/withdraw', {
    config: { may: MAY_MAKE },
    schema: {
      summary: 'Takes an inspection back, with a reason; it stays readable and counts no more',
      tags,
      params,
      body: z.object({ reason: z.string().trim().min(1).max(500) }),
      response: { 204: z.null() },
    },
    handler: async ({ actor, params: { id }, body }, reply) => {
      await withdraw(deps, actor, id, body.reason);
      return reply.code(204).send(null);
    },
  });

  http.post('/api/inspections/:id/photos', {
    config: { may: MAY_MAKE },
    schema: {
      summary:
        'Adds a photo: fields `shows` (visit, finding, mended), `finding`, `takenAt`, `lon`, `lat` and one picture of multipart/form-data',
      tags,
      params,
      consumes: ['multipart/form-data'],
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { fields, files } = await readForm(request);
      const said = photoFields.safeParse(Object.fromEntries(fields));
      const file = files[0];
      if (!said.success || files.length !== 1 || !file)
        throw new Refusal('bad_request', {
          zh: '请选择一张照片，并说明拍的是现场、问题还是整改后。',
          en: 'Choose one photo and say whether it shows the visit, a finding or its mending.',
        });
      const { shows, finding, takenAt, lon, lat } = said.data;
      await addPhoto(deps, request.actor, request.params.id, {
        shows,
        findingId: finding ?? null,
        takenAt: takenAt ?? null,
        lon: lon ?? null,
        lat: lat ?? null,
        file,
      });
      return reply.code(204).send(null);
    },
  });
}

const photoFields = z.object({
  shows: z.enum(['visit', 'finding', 'mended']),
  finding: z.coerce.number().int().positive().optional(),
  takenAt: z.coerce.date().optional(),
  lon: z.coerce.number().min(73).max(136).optional(),
  lat: z.coerce.number().min(3).max(54).optional(),
});
