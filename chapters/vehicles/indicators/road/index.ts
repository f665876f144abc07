import type { IndicatorDefinition } from '#engines/indicators';
import { catalystCases } from './catalyst-cases.ts';
import { catalystOverdue } from './catalyst-overdue.ts';
import { heavyFitted } from './heavy-fitted.ts';
import { heavyOnline } from './heavy-online.ts';
import { nonSitePenalties } from './non-site-penalties.ts';
import { oldPetrolGone } from './old-petrol-gone.ts';
import { oldPetrolLeft } from './old-petrol-left.ts';
import { overLimitHandled } from './over-limit-handled.ts';
import { repairsUploaded } from './repairs-uploaded.ts';
import { roadsideChecks } from './roadside-checks.ts';
import { saleChecks } from './sale-checks.ts';
import { saleFindingsMended } from './sale-findings-mended.ts';
import { stationPenalties } from './station-penalties.ts';
import { stationsConnected } from './stations-connected.ts';
import { testsClosed } from './tests-closed.ts';

/** Vehicles on the road: what goes, what is checked, tested and repaired (在用车监管). One line an indicator. */
export const roadIndicators: readonly IndicatorDefinition[] = [
  oldPetrolLeft,
  oldPetrolGone,
  catalystOverdue,
  catalystCases,
  heavyFitted,
  heavyOnline,
  saleChecks,
  saleFindingsMended,
  roadsideChecks,
  nonSitePenalties,
  overLimitHandled,
  testsClosed,
  repairsUploaded,
  stationsConnected,
  stationPenalties,
];
