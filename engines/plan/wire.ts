import { z } from 'zod';
import { sentence } from '#platform/http';

export const deadline = z.object({
  kind: z.enum(['by_date', 'long_term', 'season', 'before_heating', 'recurring', 'other']),
  raw: z.string(),
  date: z.string().nullable(),
  months: z.array(z.number()).nullable(),
});

export const operator = z.enum(['>=', '<=', '=', '>', '<', 'about', 'increase', 'decrease', 'assigned']);

export const target = z.object({
  no: z.number(),
  what: z.string(),
  operator,
  /** decimal string; null for increase, decrease, assigned */
  value: z.string().nullable(),
  unit: z.string().nullable(),
  scope: z.string().nullable(),
  period: z.string().nullable(),
  soft: z.string().nullable(),
  quote: z.string(),
  /** place of the quote in the measure's text, UTF-16 offsets */
  at: z.object({ start: z.number(), end: z.number() }).nullable(),
  confidence: z.number(),
});

/** a unit of a measure; members are listed where the name is a collective one */
export const duty = z.object({
  unitId: z.string().nullable(),
  name: z.string(),
  role: z.enum(['lead', 'support', 'coordinator']),
  members: z.array(z.object({ unitId: z.string(), name: z.string() })).nullable(),
});

export const sourcePlace = z.object({
  document: z.string(),
  table: z.number().nullable(),
  row: z.number().nullable(),
  column: z.number().nullable(),
});

/** one measure of an adopted plan as every page needs it */
export const measureCore = z.object({
  id: z.string(),
  position: z.number(),
  chapterNo: z.number(),
  taskNo: z.number(),
  no: z.number(),
  text: z.string(),
  deadline,
  duties: z.array(duty),
  targets: z.array(target),
});

export const planSummary = z.object({
  year: z.number(),
  title: z.string(),
  versions: z.array(
    z.object({
      no: z.number(),
      adoptedOn: z.string(),
      adoptedBy: z.string().nullable(),
      effectiveOn: z.string(),
      note: z.string().nullable(),
      measures: z.number(),
    }),
  ),
});

/** a document that was read and waits for review */
export const draftSummary = z.object({
  id: z.string(),
  fileName: z.string(),
  title: z.string().nullable(),
  year: z.number().nullable(),
  measures: z.number(),
  uncertain: z.number(),
  settled: z.number(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
});

/** one cell of the review: what the machine read and what a person made of it. `path` like `measures/24.2/deadline` */
export const reviewField = z.object({
  path: z.string(),
  machine: z.unknown(),
  corrected: z.unknown().optional(),
  uncertain: sentence.nullable(),
  settled: z.boolean(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  reason: z.string().nullable(),
});

/** what a reviewer did, newest last; an undone act stays readable and no longer counts */
export const reviewAct = z.object({
  id: z.number(),
  kind: z.enum(['value', 'settled', 'structure']),
  path: z.string(),
  machine: z.unknown(),
  corrected: z.unknown(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  undone: z.boolean(),
});

export const documentCell = z.object({
  row: z.number(),
  column: z.number(),
  rowSpan: z.number(),
  columnSpan: z.number(),
  text: z.string(),
});

/** GET /api/plan-drafts/:id */
export const draft = draftSummary.extend({
  fileId: z.string(),
  /** the grid the document was read into, for the left side of the review */
  document: z.object({
    paragraphs: z.array(z.object({ text: z.string(), before: z.number().nullable() })),
    tables: z.array(z.object({ rows: z.number(), columns: z.number(), cells: z.array(documentCell) })),
  }),
  warnings: z.array(sentence),
  /** title, year, and the numbers and titles of chapters and tasks */
  fields: z.array(reviewField),
  /** with the corrections applied; `key` is what paths and structure acts name, whatever the number becomes */
  chapters: z.array(
    z.object({
      key: z.string(),
      no: z.number(),
      title: z.string(),
      tasks: z.array(
        z.object({
          key: z.string(),
          no: z.number(),
          title: z.string(),
          measures: z.array(
            measureCore.extend({
              key: z.string(),
              source: sourcePlace,
              fields: z.array(reviewField),
              uncertain: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
  acts: z.array(reviewAct),
  /** year already has an adopted plan: adopting makes a new version */
  amends: z.object({ year: z.number(), versionNo: z.number() }).nullable(),
});

/** GET /api/plans/:year/versions/:no */
export const adoptedPlanBody = z.object({
  planId: z.string(),
  versionId: z.string(),
  versionNo: z.number(),
  year: z.number(),
  title: z.string(),
  adoptedOn: z.string(),
  effectiveOn: z.string(),
  adoptedBy: z.string().nullable(),
  note: z.string().nullable(),
  fileId: z.string(),
  fileName: z.string(),
  chapters: z.array(
    z.object({
      no: z.number(),
      title: z.string(),
      tasks: z.array(
        z.object({
          no: z.number(),
          title: z.string(),
          measures: z.array(measureCore.extend({ source: sourcePlace, lineage: z.string() })),
        }),
      ),
    }),
  ),
});

/** POST /api/plan-drafts/:id/adopt */
export const adopted = z.object({
  year: z.number(),
  versionId: z.string(),
  versionNo: z.number(),
  measures: z.number(),
});

export const change = z.object({
  kind: z.enum(['same', 'changed', 'new', 'dropped']),
  id: z.string().nullable(),
  previousId: z.string().nullable(),
  previous: measureCore.nullable(),
  current: measureCore.nullable(),
  /** what differs: text, deadline, duties, targets */
  differs: z.array(z.string()),
  similarity: z.number(),
});

/** GET /api/plans/:year/changes?from=…&to=… (versions) or ?against=last-year */
export const planChanges = z.object({
  from: z.object({ year: z.number(), versionNo: z.number() }).nullable(),
  to: z.object({ year: z.number(), versionNo: z.number() }),
  changes: z.array(change),
});

export type Deadline = z.infer<typeof deadline>;
export type Target = z.infer<typeof target>;
export type Duty = z.infer<typeof duty>;
export type MeasureCore = z.infer<typeof measureCore>;
export type PlanSummary = z.infer<typeof planSummary>;
export type Draft = z.infer<typeof draft>;
export type DraftSummary = z.infer<typeof draftSummary>;
export type ReviewField = z.infer<typeof reviewField>;
export type ReviewAct = z.infer<typeof reviewAct>;
export type SourcePlace = z.infer<typeof sourcePlace>;
export type PlanChanges = z.infer<typeof planChanges>;
