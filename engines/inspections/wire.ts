import { z } from 'zod';
import { sentence } from '#platform/http';

const checkItem = z.object({
  id: z.string(),
  title: sentence,
  help: sentence.nullable(),
  severity: z.enum(['minor', 'serious']),
  basis: z.string().nullable(),
});

/** a kind of inspection, as a form needs it */
export const inspectionKind = z.object({
  id: z.string(),
  title: sentence,
  counts: sentence,
  about: sentence,
  ledgers: z.array(z.object({ id: z.string(), title: sentence })),
  checklist: z.array(checkItem),
  columns: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      type: z.string(),
      unit: z.string().nullable(),
      required: z.boolean(),
      choices: z.array(z.object({ id: z.string(), title: sentence })),
    }),
  ),
  mendDays: z.number(),
  atNight: z.boolean(),
  /** whether each entry has to be seen every month */
  monthly: z.boolean(),
});
/** GET /api/inspections/kinds */
export const inspectionKinds = z.object({ kinds: z.array(inspectionKind), mayMake: z.boolean() });

export const inspectionSummary = z.object({
  id: z.number(),
  kind: z.string(),
  name: z.string(),
  ledger: z.string().nullable(),
  entryId: z.number().nullable(),
  street: z.string().nullable(),
  unit: z.string().nullable(),
  joint: z.array(z.string()),
  visitedOn: z.string(),
  visitedAt: z.string().nullable(),
  atNight: z.boolean(),
  result: z.enum(['sound', 'findings']),
  findings: z.number(),
  openFindings: z.number(),
  penalty: z.string().nullable(),
  by: z.string(),
  simulated: z.boolean(),
});
/** GET /api/inspections */
export const inspectionPage = z.object({
  inspections: z.array(inspectionSummary),
  next: z.string().nullable(),
  /** on the first page only */
  counts: z.object({ count: z.number(), found: z.number(), open: z.number() }).nullable(),
});

const photo = z.object({
  id: z.number(),
  findingId: z.number().nullable(),
  shows: z.enum(['visit', 'finding', 'mended']),
  fileId: z.string(),
  sha256: z.string(),
  takenAt: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  by: z.string(),
});
/** GET /api/inspections/:id */
export const inspectionView = inspectionSummary.extend({
  answers: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.unknown()),
  words: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  followsId: z.number().nullable(),
  found: z.array(
    z.object({
      id: z.number(),
      item: z.string(),
      words: z.string(),
      severity: z.enum(['minor', 'serious']),
      dueOn: z.string(),
      mendedOn: z.string().nullable(),
      mendedWords: z.string().nullable(),
      mendedBy: z.string().nullable(),
    }),
  ),
  photos: z.array(photo),
  /** earlier and later visits of the same entry */
  others: z.array(inspectionSummary),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  mayMend: z.boolean(),
});

/** GET /api/inspections/monthly?kind&month */
export const monthlyRate = z.object({
  kind: z.string(),
  month: z.string(),
  membership: z.enum(['start', 'any']),
  due: z.number(),
  done: z.number(),
  /** printed, %; null without anything to see */
  rate: z.string().nullable(),
  streets: z.array(
    z.object({ street: z.string().nullable(), due: z.number(), done: z.number(), rate: z.string().nullable() }),
  ),
  missing: z.array(
    z.object({
      ledger: z.string(),
      id: z.number(),
      name: z.string(),
      street: z.string().nullable(),
      unit: z.string().nullable(),
      lastSeenOn: z.string().nullable(),
      risk: z.object({ points: z.number(), parts: z.array(z.object({ points: z.number(), why: sentence })) }),
    }),
  ),
});

/** GET /api/inspections/calendar?month */
export const inspectionCalendar = z.object({
  month: z.string(),
  days: z.array(z.object({ day: z.string(), kind: z.string(), visits: z.number(), found: z.number() })),
  plans: z.array(
    z.object({
      kind: z.string(),
      unit: z.string(),
      quota: z.number(),
      done: z.number(),
      note: z.string(),
      setBy: z.string(),
    }),
  ),
  mayPlan: z.boolean(),
});

/** GET /api/inspections/candidates?kind&q&near */
export const candidates = z.object({
  entries: z.array(
    z.object({
      ledger: z.string(),
      id: z.number(),
      name: z.string(),
      street: z.string().nullable(),
      lon: z.number().nullable(),
      lat: z.number().nullable(),
    }),
  ),
});

export const inspectionGiven = z.object({
  kind: z.string().max(80),
  clientId: z.uuid(),
  ledger: z.string().max(80).nullable().default(null),
  entryId: z.number().int().positive().nullable().default(null),
  name: z.string().max(200).nullable().default(null),
  street: z.string().max(60).nullable().default(null),
  unit: z.string().max(80).nullable().default(null),
  joint: z.array(z.string().max(80)).max(30).default([]),
  lon: z.number().min(73).max(136).nullable().default(null),
  lat: z.number().min(3).max(54).nullable().default(null),
  visitedOn: z.string().max(10),
  visitedAt: z.string().max(5).nullable().default(null),
  answers: z.record(z.string().max(60), z.enum(['yes', 'no', 'na'])),
  findings: z.record(z.string().max(60), z.string().max(1000)).default({}),
  values: z.record(z.string().max(60), z.unknown()).default({}),
  penalty: z.string().max(20).nullable().default(null),
  words: z.string().max(5000).default(''),
  followsId: z.number().int().positive().nullable().default(null),
});

/** POST /api/inspections/imports */
export const visitImport = z.object({
  rows: z.number(),
  created: z.number(),
  /** rows that were kept before */
  known: z.number(),
  faulty: z.number(),
  faults: z.array(z.object({ row: z.number(), column: z.string(), value: z.string(), message: sentence })),
  dryRun: z.boolean(),
});
export type VisitImport = z.infer<typeof visitImport>;

export type InspectionKinds = z.infer<typeof inspectionKinds>;
export type InspectionKindView = z.infer<typeof inspectionKind>;
export type InspectionSummary = z.infer<typeof inspectionSummary>;
export type InspectionPage = z.infer<typeof inspectionPage>;
export type InspectionView = z.infer<typeof inspectionView>;
export type MonthlyRate = z.infer<typeof monthlyRate>;
export type InspectionCalendar = z.infer<typeof inspectionCalendar>;
export type InspectionCandidates = z.infer<typeof candidates>;
export type InspectionGiven = z.input<typeof inspectionGiven>;
