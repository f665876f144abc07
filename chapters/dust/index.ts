/**
 * Dust 扬尘: tasks 23 to 27 of the plan: sites, bare land, roads, muck trucks.
 *
 * What is declared here: the ledgers that streets and bureaus keep for it, the visits that they make, and the indicators
 * computed from both. Sites on the books make the denominator of the monthly inspection rate; bare land is one of the
 * four ledgers of every street.
 */
export { dustIndicators } from './indicators/index.ts';
export { dustInspections } from './inspections/index.ts';
export { dustLedgers } from './ledgers/index.ts';
