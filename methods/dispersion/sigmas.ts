import { BRIGGS_URBAN, type Curve, type Stability } from './briggs.table.ts';

/** Standard deviations of a plume, m. */
export type Sigmas = { readonly across: number; readonly up: number };

const along = ({ a, b, power }: Curve, x: number): number => a * x * (b === 0 ? 1 : (1 + b * x) ** power);

/** Briggs' urban width and height of a plume `downwindMetres` behind its source; 0 at the source. */
export function sigmas(stability: Stability, downwindMetres: number): Sigmas {
  const x = Math.max(0, downwindMetres);
  const row = BRIGGS_URBAN[stability];
  return { across: along(row.across, x), up: along(row.up, x) };
}
