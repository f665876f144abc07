import type { IndicatorDefinition } from '#engines/indicators';
import { groundIndicators } from './ground/index.ts';
import { roadIndicators } from './roads/index.ts';
import { siteIndicators } from './sites/index.ts';

/** What this chapter measures; each group lists its own. */
export const dustIndicators: readonly IndicatorDefinition[] = [
  ...groundIndicators,
  ...roadIndicators,
  ...siteIndicators,
];
