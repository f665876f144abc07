import type { MatterSource } from '#engines/notices';
import { visitsThatWait } from './inspections.ts';
import { ledgersThatAge } from './ledgers.ts';
import { measuresThatWait } from './measures.ts';
import { supervisionMatters } from './supervision.ts';

/** What waits for people, gathered from the rooms that know of it. */
export const matterSources = (districtCode: string): readonly MatterSource[] => [
  measuresThatWait(districtCode),
  ledgersThatAge(districtCode),
  visitsThatWait(),
  supervisionMatters(districtCode),
];
