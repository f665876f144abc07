import type { IndicatorDefinition } from '#engines/indicators';
import { exceedancesHandled } from './exceedances-handled.ts';
import { fireworksConfirmed } from './fireworks-confirmed.ts';
import { fireworksHandled } from './fireworks-handled.ts';
import { fireworksPatrols } from './fireworks-patrols.ts';
import { fumeMetersOnline } from './fume-meters-online.ts';
import { mourningHeld } from './mourning-held.ts';
import { mourningStreets } from './mourning-streets.ts';
import { restaurantChecks } from './restaurant-checks.ts';
import { restaurantsCleaned } from './restaurants-cleaned.ts';
import { restaurantsPurified } from './restaurants-purified.ts';
import { restaurantsUpgraded } from './restaurants-upgraded.ts';

/** What this chapter measures; one line an indicator. */
export const cityIndicators: readonly IndicatorDefinition[] = [
  fireworksConfirmed,
  fireworksHandled,
  mourningHeld,
  restaurantChecks,
  restaurantsCleaned,
  restaurantsPurified,
  restaurantsUpgraded,
  fumeMetersOnline,
  fireworksPatrols,
  mourningStreets,
  exceedancesHandled,
];
