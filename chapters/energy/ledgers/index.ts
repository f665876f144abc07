import type { LedgerDefinition } from '#engines/ledgers';
import { buildingProjects } from './building-projects.ts';
import { cleanHeating } from './clean-heating.ts';
import { consumption } from './consumption.ts';
import { designChecks } from './design-checks.ts';
import { heatingProjects } from './heating-projects.ts';
import { reductionProjects } from './reduction-projects.ts';
import { renewables } from './renewables.ts';

/** The ledgers of this chapter; one line a ledger. */
export const energyLedgers: readonly LedgerDefinition[] = [
  buildingProjects,
  cleanHeating,
  consumption,
  designChecks,
  heatingProjects,
  reductionProjects,
  renewables,
];
