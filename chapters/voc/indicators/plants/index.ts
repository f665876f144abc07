import type { IndicatorDefinition } from '#engines/indicators';
import { auditsAccepted } from './audits-accepted.ts';
import { captureRate } from './capture-rate.ts';
import { enterpriseChecks } from './enterprise-checks.ts';
import { keyMonitored } from './key-monitored.ts';
import { pilotsRunning } from './pilots-running.ts';
import { plantsRefined } from './plants-refined.ts';
import { removalRate } from './removal-rate.ts';
import { runRate } from './run-rate.ts';
import { shopsUpgraded } from './shops-upgraded.ts';

/** Enterprises, their facilities, audits and upgrades. */
export const plantIndicators: readonly IndicatorDefinition[] = [
  auditsAccepted,
  captureRate,
  enterpriseChecks,
  keyMonitored,
  pilotsRunning,
  plantsRefined,
  removalRate,
  runRate,
  shopsUpgraded,
];
