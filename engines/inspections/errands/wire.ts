import { z } from 'zod';

const errand = z.object({
  id: z.number(),
  kind: z.string(),
  ledger: z.string(),
  entryId: z.number(),
  name: z.string(),
  street: z.string().nullable(),
  personId: z.string(),
  person: z.string(),
  dueOn: z.string(),
  note: z.string(),
  setOn: z.string(),
  setBy: z.string(),
  /** the visit that did it */
  done: z.object({ on: z.string(), inspectionId: z.number() }).nullable(),
});
const openFinding = z.object({
  id: z.number(),
  inspectionId: z.number(),
  kind: z.string(),
  name: z.string(),
  street: z.string().nullable(),
  item: z.string(),
  words: z.string(),
  severity: z.enum(['minor', 'serious']),
  dueOn: z.string(),
});
/** GET /api/inspections/due: what a person is to visit, and what they found that is not mended */
export const inspectionDue = z.object({
  today: z.string(),
  errands: z.array(errand),
  findings: z.array(openFinding),
  mayPlan: z.boolean(),
});
export type InspectionDue = z.infer<typeof inspectionDue>;
export type InspectionErrand = InspectionDue['errands'][number];

/** GET /api/inspections/people: to whom the person may give errands */
export const inspectionPeople = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), open: z.number() })),
});
export type InspectionPeople = z.infer<typeof inspectionPeople>;

/** POST /api/inspections/errands */
export const errandsGiven = z.object({
  kind: z.string().max(80),
  entries: z
    .array(z.object({ ledger: z.string().max(80), id: z.number().int().positive() }))
    .min(1)
    .max(200),
  person: z.uuid(),
  dueOn: z.string(),
  note: z.string().trim().max(300).default(''),
});
export type ErrandsGiven = z.infer<typeof errandsGiven>;
