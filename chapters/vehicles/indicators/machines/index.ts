import type { IndicatorDefinition } from '#engines/indicators';
import { machineChecks } from './machine-checks.ts';
import { machineCreditEntered } from './machine-credit-entered.ts';
import { machineFindingsNoticed } from './machine-findings-noticed.ts';
import { machinesUncoded } from './machines-uncoded.ts';
import { machinesVerified } from './machines-verified.ts';

/** Non-road machinery (非道路移动机械). One line an indicator. */
export const machineIndicators: readonly IndicatorDefinition[] = [
  machinesUncoded,
  machinesVerified,
  machineChecks,
  machineFindingsNoticed,
  machineCreditEntered,
];
