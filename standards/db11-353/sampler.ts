import { compareDecimal, divide, exact, isNumeric, multiply, type Numeric, roundExact } from '#standards/gb-t-8170';
import { RESIDUE_DECIMALS, type Residue, residue } from './residue.ts';

const EFFICIENCY_DECIMALS = 1;

/** Suction efficiency 吸净率 of a sampler (annex A): what it took up of what was spread, %; null when nothing was spread. */
export function suctionEfficiency(takenUpGrams: Numeric, spreadGrams: Numeric): string | null {
  if (compareDecimal(spreadGrams, 0) <= 0) return null;
  const share = divide(exact(takenUpGrams), exact(spreadGrams));
  return roundExact(multiply(share, exact(100)), EFFICIENCY_DECIMALS);
}

export type PointSample = {
  /** dust of the point, g */
  readonly grams: Numeric | null;
  readonly areaSquareMetres: Numeric | null;
  /** %, divides the mass; 100 when the figure is not corrected (whether the standard corrects could not be read) */
  readonly efficiencyPercent?: Numeric;
};

/** The residue of one point, printed; null when something is missing or not positive. */
export function pointResidue({ grams, areaSquareMetres, efficiencyPercent = 100 }: PointSample): Residue | null {
  if (!isNumeric(grams) || !isNumeric(areaSquareMetres) || compareDecimal(grams, 0) < 0) return null;
  if ([areaSquareMetres, efficiencyPercent].some((x) => compareDecimal(x, 0) <= 0)) return null;
  const area = multiply(exact(areaSquareMetres), divide(exact(efficiencyPercent), exact(100)));
  return residue(roundExact(divide(exact(grams), area), RESIDUE_DECIMALS));
}
