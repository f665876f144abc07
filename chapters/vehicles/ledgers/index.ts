import type { LedgerDefinition } from '#engines/ledgers';
import { chargingSites } from './charging-sites.ts';
import { durability } from './durability.ts';
import { fleet } from './fleet.ts';
import { freightOperators } from './freight-operators.ts';
import { freightPermits } from './freight-permits.ts';
import { heavy } from './heavy.ts';
import { machineCredit } from './machine-credit.ts';
import { machinery } from './machinery.ts';
import { oldPetrol } from './old-petrol.ts';
import { overLimit } from './over-limit.ts';
import { penalties } from './penalties.ts';
import { promotion } from './promotion.ts';
import { purchases } from './purchases.ts';
import { repairStations } from './repair-stations.ts';
import { tests } from './tests.ts';

/** The ledgers of this chapter; one line a ledger. */
export const vehiclesLedgers: readonly LedgerDefinition[] = [
  fleet,
  purchases,
  promotion,
  chargingSites,
  freightPermits,
  freightOperators,
  oldPetrol,
  durability,
  heavy,
  penalties,
  overLimit,
  tests,
  repairStations,
  machinery,
  machineCredit,
];
