/**
 * HJ 633 环境空气质量指数 (AQI): from concentrations to the one number that people know.
 *
 * Each item (a pollutant over an averaging time, e.g. PM25_24h) has an individual index IAQI, linear between breakpoints
 * and always rounded up; the AQI is the largest of them; above 50 the pollutant that gives it is the primary pollutant,
 * and equal indices are all named. HJ 633-2012 ruled until 2026-02-28, HJ 633-2026 from 2026-03-01: two breakpoints
 * moved (PM10 150→120, PM2.5 75→60), particles count by the hour in the real-time report, and a report with a gap is
 * published only when it exceeds 100. The edition is always an argument.
 *
 * "2.2 mg/m³ of CO" is 55, not 56: the indices are computed on integers, because floating point breaks the rounding-up.
 */
export { type AqiResult, type AqiValues, dailyAqi, type NotMonitored, realtimeAqi } from './aqi.ts';
export type { AqiItem, Hj633Edition } from './breakpoints.table.ts';
export { AQI_CLASSES, type AqiClass, aqiCategory, type SensitiveGroup, sensitiveGroups } from './classes.ts';
export {
  type DailyAqiColumns,
  dailyAqiColumns,
  NO_INDEX,
  NO_UNITS,
  pollutantsOf,
  scaledIaqi,
  type UnitColumn,
} from './columns.ts';
export {
  citationOf,
  editionOn,
  HJ633_EDITIONS,
  type Hj633Settings,
  itemPollutant,
  itemsOf,
  type ReportKind,
  settingsOf,
} from './editions.ts';
export { type IaqiReason, type IaqiResult, iaqi, roundThenIaqi } from './iaqi.ts';
export { STANDARD } from './standard.table.ts';
