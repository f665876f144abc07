import type { IndicatorDefinition } from '#engines/indicators';
import { camerasConnected } from './cameras-connected.ts';
import { camerasOnline } from './cameras-online.ts';
import { casesFollowed } from './cases-followed.ts';
import { casesPushed } from './cases-pushed.ts';
import { exitSpills } from './exit-spills.ts';
import { linearVisits } from './linear-visits.ts';
import { loadsClosed } from './loads-closed.ts';
import { siteInspectionRate } from './site-inspection-rate.ts';
import { sitesWashing } from './sites-washing.ts';
import { sitesWatched } from './sites-watched.ts';
import { smallWorksManaged } from './small-works-managed.ts';
import { smallWorksSeen } from './small-works-seen.ts';
import { tripsHandled } from './trips-handled.ts';
import { trucksConnected } from './trucks-connected.ts';
import { videoPatrols } from './video-patrols.ts';
import { washersWatched } from './washers-watched.ts';
import { washersWorking } from './washers-working.ts';

/** Sites, muck trucks, small works, enforcement. */
export const siteIndicators: readonly IndicatorDefinition[] = [
  camerasConnected,
  casesPushed,
  exitSpills,
  siteInspectionRate,
  smallWorksManaged,
  tripsHandled,
  trucksConnected,
  videoPatrols,
  camerasOnline,
  washersWorking,
  washersWatched,
  loadsClosed,
  casesFollowed,
  linearVisits,
  sitesWatched,
  sitesWashing,
  smallWorksSeen,
];
