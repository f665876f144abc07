import type { LedgerDefinition } from '#engines/ledgers';
import { audits } from './audits.ts';
import { blackStations } from './black-stations.ts';
import { cases } from './cases.ts';
import { enterprises } from './enterprises.ts';
import { facilities } from './facilities.ts';
import { fuelSamples } from './fuel-samples.ts';
import { fundedProjects } from './funded-projects.ts';
import { gasStations } from './gas-stations.ts';
import { hotSpots } from './hot-spots.ts';
import { materials } from './materials.ts';
import { network } from './network.ts';
import { plantFiles } from './plant-files.ts';
import { procurement } from './procurement.ts';
import { productSamples } from './product-samples.ts';
import { recoveryPilots } from './recovery-pilots.ts';
import { repairShops } from './repair-shops.ts';
import { unloading } from './unloading.ts';
import { vapourAlarms } from './vapour-alarms.ts';
import { walkThroughs } from './walk-throughs.ts';

/** The ledgers of this chapter; one line a ledger. */
export const vocLedgers: readonly LedgerDefinition[] = [
  audits,
  blackStations,
  cases,
  enterprises,
  facilities,
  fuelSamples,
  fundedProjects,
  gasStations,
  hotSpots,
  materials,
  network,
  plantFiles,
  procurement,
  productSamples,
  recoveryPilots,
  repairShops,
  unloading,
  vapourAlarms,
  walkThroughs,
];
