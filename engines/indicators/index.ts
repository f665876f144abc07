/**
 * Indicators 指标: named figures that are computed from evidence, and the plan judged by them.
 *
 * A chapter declares an indicator (unit, scopes, how it is computed, what its evidence is); the engine keeps its value
 * for every day as "the year so far", beside last year's by one edition, and computes again what changed. A district's
 * `bindings.yaml` says which indicators serve which measure, and a person may decide otherwise in the browser. What a measure asks of an indicator is read from its own
 * words (targets) or from the binding; the lamp follows from moment and standing by one table (`lamps.table.ts`), with a
 * sentence that names the figures. The living table is the adopted plan with all of that on every row.
 */
export { type BindDeps, bindingsOfMeasure, bindMeasure } from './bind/acts.ts';
export { bindPlan } from './bind/bind.ts';
export { type Bindings, readBindings } from './bind/bindings.ts';
export { servedMeasures } from './bind/serves.ts';
export * from './bind/wire.ts';
export * from './declared/schema.ts';
export { freshen as freshenIndicators } from './declared/store.ts';
export {
  type ComputeContext,
  type IndicatorDefinition,
  type IndicatorPoint,
  type IndicatorRegistry,
  type IndicatorScope,
  indicatorRegistry,
} from './definition.ts';
export { measureDetailOf } from './detail.ts';
export { LAMP_ORDER, LAMP_PRINT, LAMPS } from './judge/lamps.table.ts';
export { asOfDay, livingTableOf, type TableDeps, type TableQuestion } from './living-table.ts';
export type { SourceNames } from './one/detail.ts';
export * from './one/wire.ts';
export { type IndicatorsReconciled, reconcileIndicators } from './reconcile.ts';
export { indicatorRoutes } from './routes.ts';
export { type PlanStatus, statusOf } from './status.ts';
export { valuesAsOf } from './store.ts';
export * from './targets/wire.ts';
export { fromEvidence, talliesOf } from './verbs/declare.ts';
export type { EvidenceIndicator, EvidenceSource, Exclusion, How, Tally } from './verbs/definition.ts';
export { howFaults } from './verbs/faults.ts';
export * from './wire.ts';
