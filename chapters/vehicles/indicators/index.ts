import type { IndicatorDefinition } from '#engines/indicators';
import { fleetIndicators } from './fleets/index.ts';
import { machineIndicators } from './machines/index.ts';
import { roadIndicators } from './road/index.ts';

/** What this chapter measures, in the order of the plan's tasks; each group lists its own. */
export const vehiclesIndicators: readonly IndicatorDefinition[] = [
  ...fleetIndicators,
  ...roadIndicators,
  ...machineIndicators,
];
