/**
 * Quality control of sensors 传感器质控: named tests that say which values cannot be believed, and why.
 *
 * The tests run in a fixed order, each sees what those before it left, and each writes its own mark: test, edition of its
 * numbers, channel, interval, state, evidence. Values are never changed. Three end states: valid (no mark), suspect (kept
 * out of means and calibration, still visible), invalid (kept out of everything). **A high value alone is never invalid**,
 * and what stands out high against its neighbours is told as a local peak that keeps nothing out: it is what the network
 * was built to find. Low outliers and flat lines are faults. Where nobody is near enough to compare, the answer is
 * "not checked", which is not "good".
 *
 * The numbers of all tests are rows of `checks.table.ts`; what differs by quantity is in `quantities.table.ts`.
 */
export {
  CHECK_IDS,
  CHECKS,
  type CheckId,
  type CheckRow,
  type Parameter,
  type ParameterMark,
  toldOn,
} from './checks.table.ts';
export { FILL_VALUES, FRACTIONS, type Quantity, quantityOf, TRANSPORT_FLAGS } from './quantities.table.ts';
export { RollingMedian } from './rolling.ts';
export { type QcOptions, testInSteps, testNetwork } from './run.ts';
export type { Evidence, Findings, Mark, MarkState, Network, Notice, SensorSeries, Series } from './series.ts';
export { siteRatios } from './site-ratio.ts';
export { kolmogorovSmirnov } from './statistics.ts';
