/**
 * Heavy-pollution emergency plan 重污染天气应急预案: which warning a forecast calls for, and what it asks for.
 *
 * A plan lists, per colour, for how many consecutive days the daily AQI has to be forecast above which figure; the highest
 * level whose trigger is met is the answer. Beijing's plans of 2016, 2018 (in force in 2021; known only by report, so a
 * district checks it) and 2023 follow one another, as do the ministry's guidances of 2017, 2018 and 2024; since 2023 they
 * count in AQI levels. Two episodes with too short a pause between them are one; sand and ozone days do not count; a
 * warning is lifted when the air stays below the triggers for 36 hours: what of this is not certain is a setting.
 * Everything here is advice: the city decides, and a district follows the city's warning.
 */
export { announcement, type HoldReason, nextStep, type Step } from './course.ts';
export { type Assessment, assess, type ForecastDay } from './episode.ts';
export { explain, triggerText } from './explain.ts';
export { type Concerned, EMERGENCY_MEASURES, type EmergencyMeasure, type MeasureForce } from './measures.table.ts';
export { measuresOf } from './measures.ts';
export { LEVEL_NAMES, type PlanRow, type Trigger } from './plans.table.ts';
export { type Cause, EMERGENCY_DEFAULTS, type EmergencySettings } from './settings.table.ts';
export { STANDARD } from './standard.table.ts';
export {
  compareLevels,
  EMERGENCY_PLANS,
  type EmergencyPlan,
  emergencyPlan,
  guidanceOn,
  planOn,
  type WarningLevel,
  warningLevel,
} from './warning.ts';
