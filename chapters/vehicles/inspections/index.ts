import type { InspectionKind } from '#engines/inspections';

/** The visits that this chapter orders; one line a kind. */
export const vehiclesInspections: readonly InspectionKind[] = [];
