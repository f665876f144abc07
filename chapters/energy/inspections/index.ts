import type { InspectionKind } from '#engines/inspections';

/** The visits that this chapter orders; one line a kind. */
export const energyInspections: readonly InspectionKind[] = [];
