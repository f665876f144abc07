import { hj212Target } from './hj-212.ts';
import type { FuzzTarget } from './target.ts';
import { JT_808 } from './targets.trucks.ts';
import { GB_17691, GB_32960, HJ_1239 } from './targets.vehicles.ts';

/** One line per protocol: what `npm run fuzz` beats. */
export const FUZZ_TARGETS: Readonly<Record<string, () => FuzzTarget>> = {
  gb17691: GB_17691,
  gb32960: GB_32960,
  hj1239: HJ_1239,
  hj212: hj212Target,
  jt808: JT_808,
};
