import type { Sentence } from '#platform/refusal';
import { POLLUTANTS, type Pollutant, printedName } from '#standards/pollutants';
import { knownUnit } from '../import/units.ts';
import { unitInName } from './names.ts';

/** The unit in the name or in the cell below it; else the catalogue's, but CO in hundreds cannot be mg/m³ and letters are wind directions. */
export function unitOf(
  column: string,
  pollutant: Pollutant,
  texts: readonly string[],
  warnings: Sentence[],
  below?: string,
): string {
  const unit = unitInName(column) ?? (below && !/^\d/.test(below) ? knownUnit(below) : undefined);
  if (unit && unit !== 'ppb' && unit !== 'ppm') return unit;
  if (unit) {
    warnings.push({
      zh: `“${column}”的单位是 ${unit}，请说明换算状态（298.15 K 或 273.15 K）。`,
      en: `“${column}” is in ${unit}: state the temperature it is converted at (298.15 K or 273.15 K).`,
    });
    return unit;
  }
  if (pollutant === 'WD' && texts.some((t) => /^[NESW]{1,3}$|[东南西北]/i.test(t))) return 'compass';
  const numbers = texts
    .map(Number)
    .filter((n) => Number.isFinite(n) && n > 0)
    .sort((a, b) => a - b);
  if (pollutant === 'CO' && (numbers[Math.floor(numbers.length / 2)] ?? 0) > 50) {
    warnings.push({
      zh: `“${column}”未写单位，按数值大小推断为 µg/m³（将换算为 mg/m³），请确认。`,
      en: `“${column}” states no unit; by the size of its values it is taken as µg/m³ (and becomes mg/m³): please confirm.`,
    });
    return 'µg/m³';
  }
  if (POLLUTANTS[pollutant].kind !== 'weather')
    warnings.push({
      zh: `“${column}”未写单位，按 ${POLLUTANTS[pollutant].unit} 理解，请确认。`,
      en: `“${column}” (${printedName(pollutant)}) states no unit and is taken as ${POLLUTANTS[pollutant].unit}: please confirm.`,
    });
  return POLLUTANTS[pollutant].unit;
}
