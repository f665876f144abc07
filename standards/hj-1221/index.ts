/**
 * HJ 1221 降尘量: how much dust falls on a square kilometre in thirty days.
 *
 * A dish stands open for about a month, is dried and weighed: M = (W1 − W0 − Wc)/(S·n)·30·10⁴ in t/(km²·30 d), printed
 * with one decimal. A calendar month's value is the 30-day value × days/30, and 1 g/m² is 1 t/km². Dustfall (5 to 10
 * a month) is not road dust: neither residue (6 g/m²) nor load (0.3 g/m²) shares its unit of time.
 */
export { convertDustfall, type DustfallSample, dustfall, dustfallMean, dustfallReport, targetMet } from './dustfall.ts';
