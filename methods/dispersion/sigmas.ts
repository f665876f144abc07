import { BRIGGS_URBAN, type Curve, type Stability } from './briggs.table.ts';

/** Standard deviations of a plume, m. */
export type Sigmas = { readonly across: number; readonly up: number };

function along({ a, b, power }: Curve, x: number): number {
  if (b === 0) return a * x;
  const root = Math.sqrt(1 + b * x);
  return power < 0 ? (a * x) / root : a * x * root;
}

/** Briggs' urban width and height of a plume `downwindMetres` behind its source; 0 at the source. */
export function sigmas(stability: Stability, downwindMetres: number): Sigmas {
  const x = Math.max(0, downwindMetres);
  const row = BRIGGS_URBAN[stability];
  return { across: along(row.across, x), up: along(row.up, x) };
}
