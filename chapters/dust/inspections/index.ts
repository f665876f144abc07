import type { InspectionKind } from '#engines/inspections';
import { siteVisit } from './site-visit.ts';

/** The visits that this chapter orders; one line a kind. */
export const dustInspections: readonly InspectionKind[] = [siteVisit];
