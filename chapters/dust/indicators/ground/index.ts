import type { IndicatorDefinition } from '#engines/indicators';
import { bareLandLeft } from './bare-land-left.ts';
import { dustfallMean } from './dustfall-mean.ts';
import { greenRounds } from './green-rounds.ts';
import { greenTreated } from './green-treated.ts';
import { ledgersFresh } from './ledgers-fresh.ts';
import { nightPatrols } from './night-patrols.ts';
import { tspFromTheEnd } from './tsp-from-the-end.ts';
import { weekendCleanings } from './weekend-cleanings.ts';

/** Dustfall, bare and green land, ledgers, ranking, nights and weekends. */
export const groundIndicators: readonly IndicatorDefinition[] = [
  bareLandLeft,
  dustfallMean,
  greenRounds,
  greenTreated,
  ledgersFresh,
  nightPatrols,
  tspFromTheEnd,
  weekendCleanings,
];
