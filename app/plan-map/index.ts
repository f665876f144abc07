/**
 * Plan map 行动计划对照: measure by measure, what of the product serves the plan. Made from the issued documents and the
 * bindings of each year, it is the page docs/plan-map.md and the list of measures that nothing serves yet.
 */
export { type MappedPlan, mapPlans, measuresOf, unservedMeasures } from './map.ts';
export { printPlanMap } from './print.ts';
