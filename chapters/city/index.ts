/**
 * City 城市精细化管理: what chapter 5 of the plan orders besides dust: catering fumes, fireworks, civil mourning.
 *
 * What is declared here: the ledgers that its units keep, the inspections that they make, and the indicators computed from
 * both. How a ledger is kept, a visit made and a figure computed is the engines' work.
 */
export { cityIndicators } from './indicators/index.ts';
export { cityInspections } from './inspections/index.ts';
export { cityLedgers } from './ledgers/index.ts';
