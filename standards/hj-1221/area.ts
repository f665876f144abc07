import { compareDecimal, divide, exact, type Numeric, roundExact, sum } from '#standards/gb-t-8170';
import { dustfallMean } from './dustfall.ts';
import { HJ1221 } from './limits.table.ts';
import { HJ1221_DEFAULTS, type Hj1221Settings } from './settings.table.ts';

/** A point's figure of a month, t/(km²·30 d) or per month, all alike; null = none. */
export type PointDustfall = { readonly point: string; readonly street: string; readonly value: Numeric | null };
export type DustfallOfArea = {
  /** one decimal; null of no point */
  readonly mean: string | null;
  readonly points: number;
  /** points without a figure */
  readonly missing: readonly string[];
};

const DETECTED = exact(HJ1221.detection);

/** What a value counts as in a mean: below the detection limit by setting. */
function counted(value: Numeric, countsAs: Hj1221Settings['belowDetectionCountsAs']) {
  if (countsAs === 'weighed' || compareDecimal(value, HJ1221.detection) >= 0) return exact(value);
  return countsAs === 'zero' ? exact(0) : divide(DETECTED, exact(2));
}

function meanOf(points: readonly PointDustfall[], settings: Hj1221Settings): DustfallOfArea {
  const values = points.flatMap(({ value }) =>
    value === null ? [] : [counted(value, settings.belowDetectionCountsAs)],
  );
  return {
    mean: values.length ? roundExact(divide(sum(values), exact(values.length)), HJ1221.decimals) : null,
    points: values.length,
    missing: points.filter(({ value }) => value === null).map(({ point }) => point),
  };
}

/** The mean of each street, in the order in which the streets come. */
export function streetDustfall(
  points: readonly PointDustfall[],
  own: Partial<Hj1221Settings> = {},
): ReadonlyMap<string, DustfallOfArea> {
  const settings = { ...HJ1221_DEFAULTS, ...own };
  const streets = [...new Set(points.map(({ street }) => street))];
  return new Map(
    streets.map((name) => [
      name,
      meanOf(
        points.filter(({ street }) => street === name),
        settings,
      ),
    ]),
  );
}

/** The district's mean: of all points, or of the printed means of its streets, by setting. */
export function districtDustfall(points: readonly PointDustfall[], own: Partial<Hj1221Settings> = {}): DustfallOfArea {
  const settings = { ...HJ1221_DEFAULTS, ...own };
  const all = meanOf(points, settings);
  if (settings.districtMeanOf === 'points') return all;
  const means = [...streetDustfall(points, own).values()].flatMap(({ mean }) => (mean === null ? [] : [mean]));
  return { ...all, mean: dustfallMean(means) };
}
