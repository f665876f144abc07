import { compare, compareDecimal, type Exact, exact, isNumeric, multiply, type Numeric } from '#standards/gb-t-8170';
import { initialRate } from './rates.ts';
import type { FacilityKind } from './requirements.table.ts';
import { bindsOn, type Corrections, requirement } from './settings.ts';

export type TreatmentVerdict = {
  /** whether a treatment of at least 80 % is required; null = cannot be said */
  readonly required: boolean | null;
  /** whether the removal keeps it; null = not required or cannot be said */
  readonly keeps: boolean | null;
  readonly reason:
    | 'not-in-force'
    | 'low-voc-materials'
    | 'small-source'
    | 'rate-missing'
    | 'removal-missing'
    | 'removal-reached'
    | 'removal-too-low';
};

/**
 * Whether a workshop's treatment suffices (10.3.2). Stacks of one workshop with gas of one kind are added together, lest a
 * source be split below the threshold.
 * @param stacks initial NMHC rates, kg/h; null = not measured
 * @param removal exact share, 1 = 100 %; null = not measured
 */
export function treatmentVerdict(
  date: string,
  workshop: {
    readonly kind: FacilityKind;
    readonly keyRegion: boolean;
    readonly lowVocMaterialsOnly: boolean;
    readonly stacks: readonly (Numeric | null)[];
    readonly removal: Exact | null;
  },
  corrections: Corrections = {},
): TreatmentVerdict {
  const { kind, keyRegion, lowVocMaterialsOnly, stacks, removal } = workshop;
  if (!bindsOn(date, kind)) return { required: null, keeps: null, reason: 'not-in-force' };
  if (lowVocMaterialsOnly) return { required: false, keeps: null, reason: 'low-voc-materials' };
  const threshold = exact(requirement(keyRegion ? 'treatmentFromKeyRegion' : 'treatmentFrom', corrections));
  const { atLeast, missing } = initialRate(stacks);
  if (compare(atLeast, threshold) < 0)
    return missing > 0 || stacks.length === 0
      ? { required: null, keeps: null, reason: 'rate-missing' }
      : { required: false, keeps: null, reason: 'small-source' };
  if (!removal) return { required: true, keeps: null, reason: 'removal-missing' };
  const keeps = compare(multiply(removal, exact(100)), exact(requirement('leastRemoval', corrections))) >= 0;
  return { required: true, keeps, reason: keeps ? 'removal-reached' : 'removal-too-low' };
}

/** Whether a hood draws fast enough at the farthest source (10.2.2), m/s; null without a value. */
export const hoodFastEnough = (metresPerSecond: Numeric | null, corrections: Corrections = {}): boolean | null =>
  metresPerSecond === null || !isNumeric(metresPerSecond)
    ? null
    : compareDecimal(metresPerSecond, requirement('hoodSpeed', corrections)) >= 0;
