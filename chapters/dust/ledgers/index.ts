import { bareLand } from './bare-land.ts';
import { sites } from './sites.ts';

/** The ledgers that the dust chapter orders to be kept. */
export const dustLedgers = [sites, bareLand] as const;
