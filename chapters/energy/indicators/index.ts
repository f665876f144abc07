import type { IndicatorDefinition } from '#engines/indicators';
import { buildingDone } from './building-done.ts';
import { coalChecks } from './coal-checks.ts';
import { coalFound } from './coal-found.ts';
import { designPassed } from './design-passed.ts';
import { devicesServiced } from './devices-serviced.ts';
import { energyUsed } from './energy-used.ts';
import { heatingDone } from './heating-done.ts';
import { heatingRounds } from './heating-rounds.ts';
import { incentivesPaid } from './incentives-paid.ts';
import { noxCut } from './nox-cut.ts';
import { renewablesAdded } from './renewables-added.ts';
import { savingDocuments } from './saving-documents.ts';

/** What this chapter measures; one line an indicator. */
export const energyIndicators: readonly IndicatorDefinition[] = [
  buildingDone,
  coalChecks,
  coalFound,
  designPassed,
  devicesServiced,
  energyUsed,
  heatingDone,
  incentivesPaid,
  noxCut,
  renewablesAdded,
  savingDocuments,
  heatingRounds,
];
