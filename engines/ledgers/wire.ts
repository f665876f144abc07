import { z } from 'zod';
import { ledgerDefinition } from './definition-schema.ts';

const sentence = z.object({ zh: z.string(), en: z.string() });
const point = z.tuple([z.number(), z.number()]);
export const placeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: point }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(point).min(2) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(point).min(4)).length(1) }),
]);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** GET /api/ledgers: every ledger with how it stands */
export const ledgerList = z.object({
  ledgers: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      about: sentence,
      entry: sentence,
      keeper: z.enum(['street', 'unit']),
      place: z.enum(['none', 'point', 'line', 'polygon']),
      refreshDays: z.number().nullable(),
      declared: z.boolean(),
      kept: z.number(),
      stale: z.number(),
      incomplete: z.number(),
      contradictory: z.number(),
      updatedAt: z.string().nullable(),
    }),
  ),
});
export type LedgerList = z.infer<typeof ledgerList>;

export const entrySummary = z.object({
  id: z.number(),
  name: z.string(),
  values: z.record(z.string(), value),
  place: placeSchema.nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  unitId: z.string().nullable(),
  streetCode: z.string().nullable(),
  state: z.enum(['kept', 'struck']),
  missing: z.array(z.string()),
  contradictions: z.array(z.string()),
  stale: z.boolean(),
  refreshedOn: z.string(),
  simulated: z.boolean(),
  version: z.number(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type LedgerEntry = z.infer<typeof entrySummary>;

/** GET /api/ledgers/:ledger: its declaration, what each street owes, what the person may do */
export const ledgerView = z.object({
  definition: ledgerDefinition,
  declared: z.boolean(),
  duties: z.array(
    z.object({
      streetCode: z.string().nullable(),
      kept: z.number(),
      stale: z.number(),
      incomplete: z.number(),
      contradictory: z.number(),
    }),
  ),
  mayKeep: z.boolean(),
});
export type LedgerView = z.infer<typeof ledgerView>;

export const entryPage = z.object({
  entries: z.array(entrySummary),
  next: z.string().nullable(),
  /** on the first page: how many there are, `more` when beyond what is counted */
  count: z.object({ count: z.number(), more: z.boolean() }).nullable(),
});
export type LedgerEntryPage = z.infer<typeof entryPage>;

const shapeSchema = z.discriminatedUnion('type', [placeSchema.options[1], placeSchema.options[2]]);

/** GET /api/ledgers/:ledger/map */
export const ledgerMap = z.object({
  points: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      lon: z.number(),
      lat: z.number(),
      shape: shapeSchema.nullable(),
      stale: z.boolean(),
      incomplete: z.boolean(),
      contradictory: z.boolean(),
    }),
  ),
  /** there are more than are drawn */
  more: z.boolean(),
  streets: z.array(z.object({ code: z.string(), count: z.number() })),
});
export type LedgerMap = z.infer<typeof ledgerMap>;

export const entryView = entrySummary.extend({
  changes: z.array(
    z.object({
      version: z.number(),
      at: z.string(),
      by: z.string(),
      kind: z.enum(['created', 'changed', 'refreshed', 'struck', 'restored', 'computed']),
      fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
      reason: z.string().nullable(),
    }),
  ),
  /** the object of the world that it is about */
  objectId: z.number().nullable(),
  /** entries of other ledgers about the same object */
  elsewhere: z.array(
    z.object({ ledger: z.string(), title: sentence, id: z.number(), name: z.string(), state: z.string() }),
  ),
  /** the entries that it names, and how many of other ledgers name it */
  references: z.array(z.object({ column: z.string(), ledger: z.string(), id: z.number(), name: z.string() })),
  referredBy: z.array(
    z.object({
      ledger: z.string(),
      title: sentence,
      column: z.string(),
      count: z.number(),
      newest: z.array(z.object({ id: z.number(), name: z.string() })),
    }),
  ),
  mayKeep: z.boolean(),
});
export type LedgerEntryView = z.infer<typeof entryView>;

const objectRow = z.object({ id: z.number(), kind: z.string(), key: z.string(), name: z.string() });
/** GET /api/objects */
export const ledgerObjects = z.object({ objects: z.array(objectRow) });
/** GET /api/objects/:id */
export const ledgerObject = objectRow.extend({
  entries: z.array(
    z.object({
      ledger: z.string(),
      title: sentence,
      id: z.number(),
      name: z.string(),
      state: z.string(),
      streetCode: z.string().nullable(),
      unitId: z.string().nullable(),
      refreshedOn: z.string(),
    }),
  ),
  changes: z.array(
    z.object({
      ledger: z.string(),
      title: sentence,
      entryId: z.number(),
      at: z.string(),
      by: z.string(),
      kind: z.string(),
      columns: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ),
});
export type LedgerObject = z.infer<typeof ledgerObject>;

/** GET /api/ledgers/:ledger/entries/:id/files */
export const entryFiles = z.object({
  files: z.array(
    z.object({
      id: z.number(),
      fileId: z.string(),
      name: z.string(),
      mediaType: z.string(),
      byteSize: z.number(),
      sha256: z.string(),
      by: z.string(),
      at: z.string(),
      withdrawn: z.object({ by: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
export type LedgerEntryFiles = z.infer<typeof entryFiles>;

export const entryGiven = z.object({
  values: z.record(z.string().max(60), value),
  place: placeSchema.nullable().default(null),
});

const fault = z.object({ row: z.number(), column: z.string().nullable(), value: z.string(), message: sentence });
export const importReport = z.object({
  rows: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  faulty: z.number(),
  faults: z.array(fault),
  faultCount: z.number(),
  strange: z.array(z.object({ column: z.string(), value: z.string(), rows: z.number() })),
  sums: z.number(),
  headerRow: z.number(),
  headings: z.array(z.object({ heading: z.string(), column: z.string().nullable() })),
  dryRun: z.boolean(),
});
export type LedgerImport = z.infer<typeof importReport>;

/** GET /api/ledgers/:ledger/files/:fileId: the head of a file, with which column each heading is or may be */
export const fileLook = z.object({
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  headerRow: z.number(),
  heads: z.array(z.object({ row: z.number(), text: z.string() })),
  headings: z.array(
    z.object({
      heading: z.string(),
      column: z.string().nullable(),
      guessed: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
});
export type LedgerFileLook = z.infer<typeof fileLook>;

/** GET /api/ledgers/:ledger/imports/:workId */
export const importProgress = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  refusal: sentence.nullable(),
  report: importReport.nullable(),
});
export type LedgerProgress = z.infer<typeof importProgress>;
