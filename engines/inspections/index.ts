/**
 * Inspections 检查与抽检: a visit to a ledger's entry or a place, by a kind's check-list.
 *
 * A chapter declares a kind: whom it visits, the items of its check-list with the clause behind each, what else is written
 * down. Every item has its answer; what is not as it should be is a finding with a day by which it has to be mended. From
 * that follow the list of a month's missing visits in the order of their risk, plans and their progress, and rows of
 * evidence for figures. What is sent twice from a phone is kept once; nothing is deleted, a mistaken visit is withdrawn.
 */
export { createInspection, type GivenInspection, type InspectionDeps } from './acts.ts';
export type { CheckItem, InspectionKind } from './definition.ts';
export { giveErrands } from './errands/acts.ts';
export { errandsOf } from './errands/store.ts';
export * from './errands/wire.ts';
export { kindFaults } from './faults.ts';
export { type Membership, monthEntries } from './months.ts';
export { inspectionRoutes } from './routes.ts';
export { inspectionEvidence, landInspections, type NewFinding, type NewInspection } from './store.ts';
export { type VisitTally, visitTallies } from './tally.ts';
export * from './wire.ts';
