/** A Beijing local standard on TSP grid monitoring (public excerpt, number not known; confidence M), checked 2026-11-23. */
export const TSP_GRID = {
  flowTolerancePercent: '10',
  massTolerancePercent: '20',
  inletMetres: { from: '2', to: '5' },
  leastR: '0.90',
} as const;

/** Decimals of a comparison on paper. */
export const DECIMALS = { deviation: 1, slope: 4, intercept: 3, r: 4, meanRelativeError: 1, rmse: 2 } as const;
