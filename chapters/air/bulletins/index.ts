/**
 * Bulletins of the air chapter 空气质量通报: what the district says each month of its air (measure 29.1), composed of the
 * evaluation's stored figures and of the plan's measure that they serve.
 */
import type { BulletinDefinition } from '#engines/bulletins';
import { monthlyAirBulletin } from './monthly.ts';
import type { ProgressRead } from './reads.ts';
import { storedAir } from './stored.ts';

export { monthlyAirBulletin } from './monthly.ts';
export { progressFrom, type TableRead } from './plan-progress.ts';
export type { PlanProgress, ProgressRead } from './reads.ts';

/** Every bulletin of this chapter; another one is another file and its line here. @param progress the plan beside the figures */
export const airBulletinsWith = (progress?: ProgressRead): readonly BulletinDefinition[] => [
  monthlyAirBulletin(storedAir, progress),
];

export const airBulletins = airBulletinsWith();
