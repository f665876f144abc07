import type { MeasuringChannel } from '#engines/devices';
import { pollutantOfHj212 } from '#standards/pollutants';
import { AVERAGING, type Averaging, LEAST_RESULTANT, STATISTIC_AVERAGING } from './rules.table.ts';

/** How a channel is averaged; an unmapped one by the quantity that its factor names, so that mapping it changes no figure. */
export function averagingOf(channel: MeasuringChannel | undefined): Averaging {
  if (!channel) return 'mean';
  if (channel.statistic !== 'value') return STATISTIC_AVERAGING[channel.statistic];
  const pollutant = channel.pollutant ?? (channel.factor === null ? null : pollutantOfHj212(channel.factor));
  return (pollutant !== null && AVERAGING[pollutant]) || 'mean';
}

export type Averaged = { readonly mean: number | null; readonly min: number | null; readonly max: number | null };
const NONE: Averaged = { mean: null, min: null, max: null };
const RADIANS = Math.PI / 180;

/**
 * One value of several, in the order of time.
 * @param moments the values are of moments, not of periods
 */
export function average(how: Averaging, values: readonly number[], moments: boolean): Averaged {
  if (values.length === 0 || (how === 'amount' && moments)) return NONE;
  if (how === 'vector') return { ...NONE, mean: direction(values) };
  let [sum, least, greatest] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (how === 'least') return { ...NONE, mean: least };
  if (how === 'greatest') return { ...NONE, mean: greatest };
  const total = tidy(sum);
  return { mean: how === 'mean' ? tidy(sum / values.length) : total, min: least, max: greatest };
}

/** Degrees from 0 up to, not including, 360; null when the directions cancel each other out. */
function direction(degrees: readonly number[]): number | null {
  let [east, north] = [0, 0];
  for (const degree of degrees) {
    east += Math.sin(degree * RADIANS);
    north += Math.cos(degree * RADIANS);
  }
  if (Math.hypot(east, north) / degrees.length < LEAST_RESULTANT) return null;
  const angle = Number((Math.atan2(east, north) / RADIANS).toFixed(3));
  return (angle + 360) % 360;
}

/** the noise that decimals leave in binary sums taken off: 0.1 + 0.2 is 0.3 */
const tidy = (value: number) => Number(value.toPrecision(12));
