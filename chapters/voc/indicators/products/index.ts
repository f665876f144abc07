import type { IndicatorDefinition } from '#engines/indicators';
import { failuresHandled } from './failures-handled.ts';
import { lowVocClauses } from './low-voc-clauses.ts';
import { materialLedgers } from './material-ledgers.ts';
import { materialsWithin } from './materials-within.ts';
import { projectsSampled } from './projects-sampled.ts';
import { samplesTaken } from './samples-taken.ts';

/** Materials, products and their samples. */
export const productIndicators: readonly IndicatorDefinition[] = [
  failuresHandled,
  lowVocClauses,
  materialLedgers,
  materialsWithin,
  projectsSampled,
  samplesTaken,
];
