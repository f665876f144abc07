import type { InspectionKind } from '#engines/inspections';
import { fuelCheck } from './fuel-check.ts';
import { materialCheck } from './material-check.ts';
import { repairCheck } from './repair-check.ts';
import { stationCheck } from './station-check.ts';

/** The visits that this chapter orders; one line a kind. */
export const vocInspections: readonly InspectionKind[] = [fuelCheck, materialCheck, repairCheck, stationCheck];
