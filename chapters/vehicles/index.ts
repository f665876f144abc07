/**
 * Vehicles 机动车结构优化: tasks 11 to 16 of the plan: new-energy fleets, old vehicles, heavy vehicles, road-side checks,
 * inspection and repair, non-road machinery.
 *
 * What is declared here: the ledgers that its units keep, the inspections that they make, and the indicators computed from
 * both. How a ledger is kept, a visit made and a figure computed is the engines' work.
 */
export { vehiclesIndicators } from './indicators/index.ts';
export { vehiclesInspections } from './inspections/index.ts';
export { vehiclesLedgers } from './ledgers/index.ts';
