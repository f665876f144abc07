/**
 * Pollutants 污染物: the one catalogue of substances and quantities that are measured.
 *
 * A new one is one row in `pollutants.table.ts`: how it is named and printed in both languages, in which unit it is
 * stored and shown, with how many decimals, under which code devices send it (HJ 212 annex B.2 and field practice), and
 * between which values an instrument can be believed. Weather quantities are rows like the others.
 * Concentrations are stored in µg/m³; CO, NMHC and CO₂ in mg/m³.
 */
export {
  isPollutant,
  OLD_NUMERIC_CODES,
  POLLUTANTS,
  type Pollutant,
  type PollutantKind,
  type PollutantRow,
  pollutantOfHj212,
  printedName,
  SIX_POLLUTANTS,
  type SixPollutant,
  type SymbolPart,
  symbolParts,
} from './pollutants.ts';
