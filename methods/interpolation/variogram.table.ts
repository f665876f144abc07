/** How a variogram is fitted. Marks: S read in a source, R recommended by us, to be tuned on the district's own data. */
export const VARIOGRAM_FIT = {
  lags: { value: 15, unit: '1', mark: 'S', source: 'gstat: cutoff / 15' },
  cutoffOfDiagonal: { value: 1 / 3, unit: '1', mark: 'S', source: 'gstat: a third of the diagonal of the area' },
  /** longer than gstat's: a district is small, and its correlation reaches across half of it */
  leastCutoff: { value: 3000, unit: 'm', mark: 'R', source: 'district of 7 × 7 km' },
  rangeFrom: { value: 400, unit: 'm', mark: 'R', source: 'spacing of sensors 500 m' },
  rangeTo: { value: 4000, unit: 'm', mark: 'R', source: 'district of 7 × 7 km' },
  leastNuggetShare: { value: 0.02, unit: '1', mark: 'R', source: 'noise of sensors is never nothing' },
  leastPairs: { value: 300, unit: '1', mark: 'R', source: 'pairs × moments in all lags together' },
  fallbackRange: { value: 1200, unit: 'm', mark: 'R', source: 'exponential, simulated district' },
  fallbackNuggetShare: { value: 0.12, unit: '1', mark: 'R', source: 'nugget over sill, simulated district' },
} as const;
