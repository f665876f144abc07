/**
 * Plan 行动计划: from the issued document to the table that the district works by.
 *
 * A document is read by the machine (`readPlan`: file → grid of cells → chapters, tasks, measures → deadlines, units,
 * targets) and waits as a draft. People review it: each correction, each confirmed doubt, each change of the table is
 * an act that stands beside the machine's reading and can be undone. Adopting is a dated act that turns the draft into a
 * version of its year's plan, whole or not at all; a version never changes. Measures that carry on one another through
 * versions and years share a lineage, and that is how changes are shown. The adopted table goes back to paper in its
 * official columns (`planXlsx`, `planDocx`).
 */
export { readDraft } from './draft/page.ts';
export {
  correctDraft,
  discardDraft,
  listDrafts,
  type ReviewedAt,
  settleDraft,
  undoInDraft,
} from './draft/review.ts';
export { uploadDraft } from './draft/upload.ts';
export { type LampMark, type PaperOptions, type PaperPlan, planDocx, planXlsx } from './paper/index.ts';
export { refuseLarge } from './read/refusals.ts';
export { printReading, readPlan } from './reading.ts';
export type {
  DocumentGrid,
  PlanDocumentReading,
  PlanReading,
  ReadingWarning,
} from './reading.types.ts';
export { type PlanDeps, planRoutes } from './routes.ts';
export { type Adopted, type Adoption, adoptDraft } from './version/adopt.ts';
export { type ChangesAsked, changesOfDraft, changesOfPlan } from './version/changes.ts';
export { adoptFromDocument, type DocumentAdoption } from './version/from-document.ts';
export type { AdoptedMeasure } from './version/measures.ts';
export {
  type AdoptedPlan,
  adoptedPlan,
  measureHistory,
  type PlanVersionHead,
  planSummaries,
  planVersions,
  planYears,
  versionInForce,
} from './version/read.ts';
export * from './wire.ts';
