import type { IndicatorDefinition } from '#engines/indicators';
import { bulletinsIssued } from './bulletins-issued.ts';
import { goodRatio } from './good-ratio.ts';
import { heavyDays } from './heavy-days.ts';
import { pm10Mean } from './pm10-mean.ts';
import { pm25Mean } from './pm25-mean.ts';

/** What this chapter measures; one line an indicator. */
export const airIndicators: readonly IndicatorDefinition[] = [
  pm25Mean,
  heavyDays,
  goodRatio,
  pm10Mean,
  bulletinsIssued,
];
