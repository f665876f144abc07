import type { IndicatorDefinition } from '#engines/indicators';
import { busCleanShare } from './bus-clean-share.ts';
import { chargingPilesNew } from './charging-piles-new.ts';
import { chargingSubsidiesPaid } from './charging-subsidies-paid.ts';
import { dutyBoughtElectric } from './duty-bought-electric.ts';
import { encouragedCleanShare } from './encouraged-clean-share.ts';
import { fleetCleanShare } from './fleet-clean-share.ts';
import { freightFuelAdmitted } from './freight-fuel-admitted.ts';
import { fuelVehiclesReplaced } from './fuel-vehicles-replaced.ts';
import { heavierPermitsElectric } from './heavier-permits-electric.ts';
import { lightPermitsElectric } from './light-permits-electric.ts';
import { muckChina6Share } from './muck-china-6-share.ts';
import { muckClean } from './muck-clean.ts';
import { nevPromoted } from './nev-promoted.ts';
import { postBoughtElectric } from './post-bought-electric.ts';
import { publicBoughtElectric } from './public-bought-electric.ts';
import { sanitationBoughtClean } from './sanitation-bought-clean.ts';
import { taxiCleanShare } from './taxi-clean-share.ts';
import { tourDocumentsIssued } from './tour-documents-issued.ts';
import { transitPoliciesIssued } from './transit-policies-issued.ts';

/** Fleets, purchases, permits and charging (更新推广). One line an indicator. */
export const fleetIndicators: readonly IndicatorDefinition[] = [
  nevPromoted,
  fuelVehiclesReplaced,
  chargingPilesNew,
  chargingSubsidiesPaid,
  busCleanShare,
  taxiCleanShare,
  encouragedCleanShare,
  fleetCleanShare,
  freightFuelAdmitted,
  lightPermitsElectric,
  heavierPermitsElectric,
  sanitationBoughtClean,
  postBoughtElectric,
  publicBoughtElectric,
  dutyBoughtElectric,
  tourDocumentsIssued,
  transitPoliciesIssued,
  muckChina6Share,
  muckClean,
];
