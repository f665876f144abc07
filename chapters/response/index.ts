/**
 * Response 联防联控与应急: tasks 29 to 32 of the plan: scheduling, regional exchange, heavy-pollution response, freight
 * structure.
 *
 * What is declared here: the ledgers that its units keep, the inspections that they make, and the indicators computed from
 * both. How a ledger is kept, a visit made and a figure computed is the engines' work.
 */
export { responseIndicators } from './indicators/index.ts';
export { responseInspections } from './inspections/index.ts';
export { responseLedgers } from './ledgers/index.ts';
