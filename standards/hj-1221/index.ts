/**
 * HJ 1221 降尘量: how much dust falls on a square kilometre in thirty days.
 *
 * A dish stands open for about a month, is dried and weighed: M = (W1 − W0 − Wc)/(S·n)·30·10⁴ in t/(km²·30 d), printed
 * with one decimal, below 0.3 as '<0.3'. A calendar month's value is the 30-day value × days/30, and 1 g/m² is 1 t/km².
 * A figure exists with and without sand-dust weather; how the sand is taken out is a setting (`settings.table.ts`), and
 * both figures carry their label. Dustfall (5 to 10 a month) is not road dust: neither residue (6 g/m²) nor load
 * (0.3 g/m²) shares its unit of time.
 */
export { type DustfallOfArea, districtDustfall, type PointDustfall, streetDustfall } from './area.ts';
export { convertDustfall, type DustfallSample, dustfall, dustfallMean, dustfallReport, targetMet } from './dustfall.ts';
export { DUSTFALL_CEILINGS, type DustfallCeiling, HJ1221 } from './limits.table.ts';
export { type Dish, exposureDays, per30Days, perCalendarMonth, type Weighed, weigh } from './sample.ts';
export { type Deducted, deductSand, type NoDeduction, type SandOfMonth } from './sand.ts';
export { HJ1221_DEFAULTS, type Hj1221Settings, SAND_WAYS, type SandWay } from './settings.table.ts';
export { STANDARD } from './standard.table.ts';
export { type DustfallYear, dustfallYear, type MonthDustfall } from './year.ts';
