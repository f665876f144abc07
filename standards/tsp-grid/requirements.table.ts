import type { Cited } from '#standards/editions';

/** Requirements of TSP grid devices; tolerances and ends included. */
export const TSP_GRID = {
  flowTolerancePercent: '10',
  massTolerancePercent: '20',
  inletMetres: { from: '2', to: '5' },
  leastR: '0.90',
  inForce: { from: '2021-07-01' },
  citation:
    'a Beijing local standard on TSP grid monitoring (public excerpt, number and first day not known), beside DB11/T 1819-2021',
  checkedOn: '2026-11-25',
  confidence: 'M',
} as const satisfies Cited & Record<string, unknown>;

/** Decimals of a comparison on paper. */
export const DECIMALS = { deviation: 1, slope: 4, intercept: 3, r: 4, meanRelativeError: 1, rmse: 2 } as const;
