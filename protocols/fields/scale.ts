/** How a raw whole number stands for a quantity: value = raw × numerator / denominator + offset. */
export type Scale = { readonly numerator: number; readonly denominator: number; readonly offset: number };

/**
 * A step as the standard prints it ('0.05', '1/256') as a fraction of whole numbers, so that raw values decode to the
 * double next to the true decimal: 0x1324 × 0.05 − 200 is 45, not 45.00000000000003.
 */
export function scaleOf(step = '1', offset = 0): Scale {
  const fraction = /^(\d+)\/(\d+)$/.exec(step);
  if (fraction) return { numerator: Number(fraction[1]), denominator: Number(fraction[2]), offset };
  const decimals = step.split('.')[1]?.length ?? 0;
  return { numerator: Math.round(Number(step) * 10 ** decimals), denominator: 10 ** decimals, offset };
}

export const scaled = (raw: number, { numerator, denominator, offset }: Scale): number =>
  (raw * numerator + offset * denominator) / denominator;

/** The raw number nearest to a value. */
export const rawOf = (value: number, { numerator, denominator, offset }: Scale): number =>
  Math.round(((value - offset) * denominator) / numerator);
