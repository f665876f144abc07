import type { InspectionKind } from '#engines/inspections';
import { emergencyCheck } from './emergency-check.ts';

/** The visits that this chapter orders; one line a kind. */
export const responseInspections: readonly InspectionKind[] = [emergencyCheck];
