/**
 * Inspections 检查与抽检: a visit to a ledger's entry or a place, by a kind's check-list.
 */
export type { CheckItem, InspectionKind } from './definition.ts';
export { inspectionEvidence } from './evidence.ts';
