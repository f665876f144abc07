import type { IndicatorDefinition } from '#engines/indicators';
import { casesClosed } from './cases-closed.ts';
import { hotSpotsDisposed } from './hot-spots-disposed.ts';
import { networkStreets } from './network-streets.ts';
import { targetedCases } from './targeted-cases.ts';
import { vocsCut } from './vocs-cut.ts';
import { walkDistance } from './walk-distance.ts';

/** The network, hot spots, enforcement and the account of cuts. */
export const controlIndicators: readonly IndicatorDefinition[] = [
  casesClosed,
  hotSpotsDisposed,
  networkStreets,
  targetedCases,
  vocsCut,
  walkDistance,
];
