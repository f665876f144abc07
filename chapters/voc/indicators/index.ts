import type { IndicatorDefinition } from '#engines/indicators';
import { controlIndicators } from './control/index.ts';
import { plantIndicators } from './plants/index.ts';
import { productIndicators } from './products/index.ts';
import { stationIndicators } from './stations/index.ts';

/** What this chapter measures; each group lists its own. */
export const vocIndicators: readonly IndicatorDefinition[] = [
  ...controlIndicators,
  ...plantIndicators,
  ...productIndicators,
  ...stationIndicators,
];
