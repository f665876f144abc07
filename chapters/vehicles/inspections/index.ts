import type { InspectionKind } from '#engines/inspections';
import { catalystCheck } from './catalyst-check.ts';
import { machineCheck } from './machine-check.ts';
import { repairShopCheck } from './repair-shop-check.ts';
import { roadsideCheck } from './roadside-check.ts';
import { saleCheck } from './sale-check.ts';

/** The visits that this chapter orders; one line a kind. */
export const vehiclesInspections: readonly InspectionKind[] = [
  roadsideCheck,
  saleCheck,
  repairShopCheck,
  machineCheck,
  catalystCheck,
];
