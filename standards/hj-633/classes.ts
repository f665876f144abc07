import type { SixPollutant } from '#standards/pollutants';
import { AQI_CLASSES, type AqiClass, SENSITIVE_GROUPS, type SensitiveGroup } from './classes.table.ts';

export { AQI_CLASSES, type AqiClass, type SensitiveGroup } from './classes.table.ts';

/** The class of an AQI, which is an integer ≥ 0; a RangeError for anything else. */
export function aqiCategory(aqi: number): AqiClass {
  if (!Number.isInteger(aqi) || aqi < 0) throw new RangeError(`not an AQI: ${aqi}`);
  return AQI_CLASSES.find(({ to }) => to === null || aqi <= to) as AqiClass;
}

/** Who should take care while these pollutants exceed; each group once (HJ 633-2026 table 2). */
export const sensitiveGroups = (over100: readonly SixPollutant[]): SensitiveGroup[] => [
  ...new Set(over100.flatMap((pollutant) => SENSITIVE_GROUPS[pollutant])),
];
