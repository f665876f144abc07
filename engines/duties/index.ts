/**
 * Duties 责任分工: who owes what of a plan.
 *
 * A measure of the plan is owed by its lead units, a collective by its members. Where a measure's words give several duties
 * to different owners, the plan's `duties.yaml` cuts it into parts: each part quotes the measure's own words, names its
 * owners by their ids in `units.yaml`, the indicators that judge it, and the written criteria by which it may be struck
 * off. Parts are kept by the measure's lineage, so that an amendment or next year's plan has them too.
 */
export { bindDuties } from './bind.ts';
export { type DutyFile, readDuties } from './file.ts';
export { criteriaOf, dutiesOfPlan, type PlanDuty } from './plan-duties.ts';
export { dutyRoutes } from './routes.ts';
export * from './wire.ts';
