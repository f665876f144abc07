import { type Concerned, EMERGENCY_MEASURES, type EmergencyMeasure } from './measures.table.ts';
import type { EmergencyPlan, WarningLevel } from './warning.ts';

/**
 * What a level asks for by a plan, whole (a higher level repeats what it keeps of a lower one).
 * @param concerns only what concerns these; without it all
 */
export const measuresOf = (
  plan: EmergencyPlan,
  level: WarningLevel,
  concerns?: readonly Concerned[],
): EmergencyMeasure[] =>
  EMERGENCY_MEASURES.filter(
    (row) => row.plan === plan && row.level === level && (!concerns || concerns.includes(row.concerns)),
  );
