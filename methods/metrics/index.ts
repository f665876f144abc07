/**
 * Metrics 管理指标: the rates and verdicts that measures of a plan are counted by.
 *
 * How much of what should be done was done (coverage, monthly inspection rate), and how many against a target. Percentages
 * have one decimal; on a base of zero there is no rate and no verdict. The three rates of VOC abatement 三率 stand in
 * `#standards/gb-37822`.
 */
export {
  type Comparison,
  countTargetMet,
  coverageRate,
  monthlySiteInspection,
} from './metrics.ts';
