import type { IndicatorDefinition } from '#engines/indicators';
import { alleysSampled } from './alleys-sampled.ts';
import { cleaningPassed } from './cleaning-passed.ts';
import { machineSwept } from './machine-swept.ts';
import { residueMean } from './residue-mean.ts';
import { residuePublished } from './residue-published.ts';
import { roadsSampled } from './roads-sampled.ts';

/** Roads: residue, sampling, cleaning. */
export const roadIndicators: readonly IndicatorDefinition[] = [
  cleaningPassed,
  machineSwept,
  residueMean,
  residuePublished,
  roadsSampled,
  alleysSampled,
];
