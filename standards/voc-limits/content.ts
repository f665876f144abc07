import { compare, divide, type Exact, exact, isNumeric, multiply, type Numeric } from '#standards/gb-t-8170';
import type { VocLimitRow, VocUnit } from './limits.table.ts';

/** A VOC content as a certificate or a label has it; `below`: not detected, less than this. */
export type Content = { readonly value: Numeric } | { readonly below: Numeric };
export type ContentProblem = 'no-value' | 'implausible-value' | 'unit-not-comparable' | 'limit-without-water';

const TEN: Exact = exact(10);
/** g/kg in one unit of a mass fraction */
const PER_KILOGRAM = { '%': TEN, 'g/kg': exact(1) } as const;
/** no product holds more VOC than itself */
const ALL = exact(1000);

export const amount = (content: Content): Numeric => ('below' in content ? content.below : content.value);

/**
 * A content in the unit of a limit, exact. % and g/kg are mass fractions; g/L takes the density (kg/L, the same figure as
 * g/mL and g/cm³) unless the limit counts without water.
 */
export function inUnitOf(
  row: Pick<VocLimitRow, 'unit' | 'withoutWater'>,
  content: Content | null,
  unit: VocUnit,
  kilogramsPerLitre: Numeric | null,
): Exact | ContentProblem {
  if (content === null || !isNumeric(amount(content))) return 'no-value';
  const given = exact(amount(content));
  if (given.num < 0n) return 'implausible-value';
  if (unit !== 'g/L' && compare(multiply(given, PER_KILOGRAM[unit]), ALL) > 0) return 'implausible-value';
  if (unit === row.unit) return given;
  if (unit !== 'g/L' && row.unit !== 'g/L') return divide(multiply(given, PER_KILOGRAM[unit]), PER_KILOGRAM[row.unit]);
  if (row.withoutWater) return 'limit-without-water';
  if (kilogramsPerLitre === null || !isNumeric(kilogramsPerLitre)) return 'unit-not-comparable';
  const density = exact(kilogramsPerLitre);
  if (density.num <= 0n) return 'unit-not-comparable';
  if (unit === 'g/L') return divide(divide(given, density), PER_KILOGRAM[row.unit as '%' | 'g/kg']);
  return multiply(multiply(given, PER_KILOGRAM[unit]), density);
}
