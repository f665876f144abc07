import type { LedgerDefinition } from '#engines/ledgers';
import { bareLand } from './bare-land.ts';
import { cameras } from './cameras.ts';
import { cleaningEvents } from './cleaning-events.ts';
import { demolition } from './demolition.ts';
import { disposalSites } from './disposal-sites.ts';
import { dustfallSamples } from './dustfall-samples.ts';
import { enforcement } from './enforcement.ts';
import { greenPlots } from './green-plots.ts';
import { muckLoads } from './muck-loads.ts';
import { muckTrips } from './muck-trips.ts';
import { muckTrucks } from './muck-trucks.ts';
import { overheadLines } from './overhead-lines.ts';
import { residueSamples } from './residue-samples.ts';
import { roads } from './roads.ts';
import { sites } from './sites.ts';
import { smallWorks } from './small-works.ts';
import { tspRanking } from './tsp-ranking.ts';
import { washers } from './washers.ts';

/** The ledgers that the dust chapter orders to be kept. */
export const dustLedgers: readonly LedgerDefinition[] = [
  sites,
  cameras,
  muckTrucks,
  muckTrips,
  disposalSites,
  enforcement,
  smallWorks,
  demolition,
  overheadLines,
  bareLand,
  greenPlots,
  roads,
  residueSamples,
  dustfallSamples,
  cleaningEvents,
  tspRanking,
  washers,
  muckLoads,
];
