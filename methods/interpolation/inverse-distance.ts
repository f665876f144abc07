import { distance, type Points } from './points.ts';

/**
 * Inverse distance weighting: the simple method that kriging is checked against.
 * @param nearest how many sensors count, `power` of the distance; a sensor at the very place gives its own value
 * @returns NaN where no sensor speaks
 */
export function inverseDistance(
  points: Points,
  values: ArrayLike<number>,
  at: Points,
  { power = 2, nearest = 12 } = {},
): Float64Array {
  return Float64Array.from({ length: at.x.length }, (_, p) => {
    const near: { metres: number; value: number }[] = [];
    for (let i = 0; i < values.length; i += 1)
      if (!Number.isNaN(values[i])) near.push({ metres: distance(points, i, at, p), value: values[i]! });
    near.sort((a, b) => a.metres - b.metres);
    if (near.length === 0) return Number.NaN;
    if (near[0]!.metres === 0) return near[0]!.value;
    let [sum, weights] = [0, 0];
    for (const { metres, value } of near.slice(0, nearest)) {
      const weight = metres ** -power;
      sum += weight * value;
      weights += weight;
    }
    return sum / weights;
  });
}
