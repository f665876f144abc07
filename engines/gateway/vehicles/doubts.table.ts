import type { PositionDoubt } from '#protocols/gb-17691';
import type { LocationDoubt } from '#protocols/jt-808';
import type { FlagLetter } from '../intake/row-sink.ts';

/**
 * What a doubt about a position makes of its coordinates: N there are none of now, I they cannot be, S they may be somewhere
 * else. Without a doubt they are valid.
 */
export const DOUBT_FLAGS: Readonly<Record<PositionDoubt | LocationDoubt, FlagLetter>> = {
  'fixed-without-coordinates': 'I',
  'coordinates-without-fix': 'N',
  'hemisphere-bits-differ': 'S',
  'out-of-range': 'I',
  'latitude-and-longitude-swapped': 'I',
};

/** The flag of coordinates with these doubts: the gravest counts. */
export function positionFlag(doubts: readonly (PositionDoubt | LocationDoubt)[]): FlagLetter {
  const flags = doubts.map((doubt) => DOUBT_FLAGS[doubt]);
  return (['I', 'N', 'S'] as const).find((flag) => flags.includes(flag)) ?? 'V';
}
