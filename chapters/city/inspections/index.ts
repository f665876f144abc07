import type { InspectionKind } from '#engines/inspections';
import { fireworksPatrol } from './fireworks-patrol.ts';
import { restaurantCheck } from './restaurant-check.ts';

/** The visits that this chapter orders; one line a kind. */
export const cityInspections: readonly InspectionKind[] = [fireworksPatrol, restaurantCheck];
