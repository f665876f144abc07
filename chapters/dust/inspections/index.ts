import type { InspectionKind } from '#engines/inspections';
import { alleyCleaning } from './alley-cleaning.ts';
import { greenRound } from './green-round.ts';
import { linearWorks } from './linear-works.ts';
import { nightPatrol } from './night-patrol.ts';
import { siteVisit } from './site-visit.ts';
import { videoPatrol } from './video-patrol.ts';

/** The visits that this chapter orders; one line a kind. */
export const dustInspections: readonly InspectionKind[] = [
  siteVisit,
  videoPatrol,
  nightPatrol,
  linearWorks,
  greenRound,
  alleyCleaning,
];
