/**
 * VOCs 挥发性有机物: tasks 2 to 10 of the plan: the VOCs network, raw materials and products, key emitters, fuel and
 * petrol stations, enforcement.
 *
 * What is declared here: the ledgers that its units keep, the inspections that they make, and the indicators computed from
 * both. How a ledger is kept, a visit made and a figure computed is the engines' work.
 */
export { vocIndicators } from './indicators/index.ts';
export { vocInspections } from './inspections/index.ts';
export { vocLedgers } from './ledgers/index.ts';
