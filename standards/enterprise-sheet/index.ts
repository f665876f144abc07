/**
 * The enterprise sheet 一厂一策: what a firm stops or cuts at each level of a heavy-pollution warning, and how it is checked.
 *
 * Firms are graded by their equipment and management: grade A and 引领性 firms decide themselves, B takes few measures, C, D
 * and 非引领性 firms act first. No rule fixes a percentage by grade: the firm's own sheet rules. It names lines, emission
 * points, kilograms a day of SO₂, NOₓ, PM and VOCs, and for yellow, orange and red what stops or by how much, how that is
 * seen (power use, state of the line), which transport stands still, and who answers for it. A district adds the sheets up
 * and holds the sum against the share of all emissions that the ministry asks for: 10, 20, 30 %. A point without a figure
 * is missing, not zero.
 */

export { creditCodeValid } from './credit-code.ts';
export { type DistrictCut, districtCut, type FirmCut, firmCut, type PollutantCut } from './cut.ts';
export {
  type FirmGrade,
  GRADE_EDITIONS,
  type GradeEdition,
  gradesOn,
  REQUIRED_CUTS,
  type RequiredCut,
} from './grades.ts';
export {
  type Action,
  type Check,
  type EmissionPoint,
  type EnterpriseSheet,
  type Kilograms,
  LEVELS,
  type LevelPlan,
  type Line,
  POLLUTANTS,
  type Responsible,
  type SheetLevel,
  type SheetPollutant,
  type Transport,
} from './sheet.ts';
export { STANDARD } from './standard.table.ts';
export { checkSheet, type SheetProblem } from './validate.ts';
