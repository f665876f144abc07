export type NowcastVersion = 'pm' | 'pmAsian';

export type NowcastRow = {
  /** hours looked at, the present one included */
  readonly hours: number;
  /** least weight that the hour before has against the next */
  readonly leastWeight: number;
  /** of the last `recentHours` hours this many must be there */
  readonly recentHours: number;
  readonly leastRecent: number;
  readonly citation: string;
  readonly checkedOn: string;
};

/**
 * EPA's NowCast of particles, and the variant for fast Asian episodes. EPA's ozone NowCast is left out on purpose: it is a
 * regression fitted to each station's past, no formula of the last hours.
 */
export const NOWCAST_VERSIONS = {
  pm: {
    hours: 12,
    leastWeight: 0.5,
    recentHours: 3,
    leastRecent: 2,
    citation: 'US EPA, NowCast for PM2.5 and PM10 (2013)',
    checkedOn: '2026-11-25',
  },
  pmAsian: {
    hours: 3,
    leastWeight: 0.1,
    recentHours: 3,
    leastRecent: 2,
    citation: 'version pmAsian of the R package AirMonitor',
    checkedOn: '2026-11-25',
  },
} as const satisfies Record<NowcastVersion, NowcastRow>;
