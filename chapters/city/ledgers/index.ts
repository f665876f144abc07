import type { LedgerDefinition } from '#engines/ledgers';
import { documents } from './documents.ts';
import { fireworksReports } from './fireworks-reports.ts';
import { fumeMeters } from './fume-meters.ts';
import { mourningCampaigns } from './mourning-campaigns.ts';
import { purifierCleanings } from './purifier-cleanings.ts';
import { restaurants } from './restaurants.ts';

/** The ledgers of this chapter; one line a ledger. */
export const cityLedgers: readonly LedgerDefinition[] = [
  documents,
  fireworksReports,
  mourningCampaigns,
  purifierCleanings,
  restaurants,
  fumeMeters,
];
