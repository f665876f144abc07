import type { InspectionKind } from '#engines/inspections';
import { coalCheck } from './coal-check.ts';
import { heatingRound } from './heating-round.ts';

/** The visits that this chapter orders; one line a kind. */
export const energyInspections: readonly InspectionKind[] = [coalCheck, heatingRound];
