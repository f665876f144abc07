/**
 * Heavy-pollution emergency plan 重污染天气应急预案: which warning a forecast calls for.
 *
 * A plan lists, per colour, for how many consecutive days the daily AQI has to be forecast above which figure. Three plans
 * are known: the ministry's guidance of 2017, Beijing's of 2018 (in force in 2021; known only by report, so a district
 * checks it) and Beijing's of 2023, which counts in AQI levels. The highest level whose trigger is met is the answer.
 */
export { EMERGENCY_PLANS, type EmergencyPlan, planOn, type WarningLevel, warningLevel } from './warning.ts';
