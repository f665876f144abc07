/**
 * Comparability 可比性: whether a device that stood beside a reference can be believed.
 *
 * A line is laid through the pairs. Ordinary least squares puts all error on the device; Deming shares it between both by
 * the ratio of their error variances, because a reference is not free of error either and least squares then flattens the
 * slope. Slope, intercept and correlation are printed, and what is printed is held against the requirement, ends included.
 * Too few pairs, or a reference that does not vary, give no line.
 */
export { type ComparabilityLine, deming, leastSquares, type NoLine } from './line.ts';
export { REQUIREMENTS, type Requirement, type RequirementId } from './requirements.table.ts';
export { type ComparabilityVerdict, judgeComparability } from './verdict.ts';
