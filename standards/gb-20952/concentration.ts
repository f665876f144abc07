import { compareDecimal, isNumeric, type Numeric } from '#standards/gb-t-8170';
import type { ConcentrationRule } from './rules.table.ts';
import type { DayLevel } from './streak.ts';

export type ConcentrationDay = DayLevel & {
  readonly reason: 'below' | 'from-pre-alarm' | 'from-alarm' | 'no-values' | 'no-rule';
  /** µmol/mol, the highest value; null of none */
  readonly highest: string | null;
};

/**
 * Vapour concentration of a natural day (E.3.3.4), µmol/mol: the highest value decides, at once.
 * @param rule null: the rule set has none, and nothing is judged
 */
export function concentrationDay(
  rule: ConcentrationRule | null,
  values: readonly (Numeric | null)[],
): ConcentrationDay {
  const highest = values
    .filter((x): x is Numeric => x !== null && isNumeric(x))
    .reduce<Numeric | null>((best, x) => (best !== null && compareDecimal(best, x) >= 0 ? best : x), null);
  if (highest === null) return { level: null, reason: 'no-values', highest: null };
  const figure = { highest: String(highest) };
  if (!rule) return { level: null, reason: 'no-rule', ...figure };
  if (compareDecimal(highest, rule.alarmFrom) >= 0) return { level: 'alarm', reason: 'from-alarm', ...figure };
  if (compareDecimal(highest, rule.preAlarmFrom) >= 0)
    return { level: 'pre-alarm', reason: 'from-pre-alarm', ...figure };
  return { level: 'normal', reason: 'below', ...figure };
}
