/**
 * Energy 能源清洁低碳: tasks 17 to 22 of the plan: energy use, heating, buildings, renewable energy, clean heating, NOx
 * reduction.
 *
 * What is declared here: the ledgers that its units keep, the inspections that they make, and the indicators computed from
 * both. How a ledger is kept, a visit made and a figure computed is the engines' work.
 */
export { energyIndicators } from './indicators/index.ts';
export { energyInspections } from './inspections/index.ts';
export { energyLedgers } from './ledgers/index.ts';
