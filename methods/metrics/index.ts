/**
 * Metrics 管理指标: the rates and verdicts that measures of a plan are counted by.
 *
 * How much of what should be done was done (coverage, monthly inspection rate), how many against a target, and the three
 * rates of VOC abatement 三率 (collection, synchronous running, removal). No public text defines the three rates
 * numerically: the formulas are the usual ones. Percentages have one decimal; on a base of zero there is no rate and no
 * verdict.
 */
export {
  type Comparison,
  countTargetMet,
  coverageRate,
  monthlySiteInspection,
  vocCollectionRate,
  vocRemovalRate,
  vocSyncRate,
} from './metrics.ts';
