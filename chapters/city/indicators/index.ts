import type { IndicatorDefinition } from '#engines/indicators';

/** What this chapter measures; one line an indicator. */
export const cityIndicators: readonly IndicatorDefinition[] = [];
