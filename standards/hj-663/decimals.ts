import { type Numeric, roundHalfEven } from '#standards/gb-t-8170';
import { POLLUTANTS, type Pollutant } from '#standards/pollutants';
import { settingsOf } from './editions.ts';
import type { FigureLevel, Hj663Edition, Hj663Settings } from './settings.table.ts';

export type { FigureLevel } from './settings.table.ts';

/** Decimals of a pollutant's figures at a level; the catalogue's where the standard names none (TVOC, weather). */
export const decimalsOf = (
  edition: Hj663Edition,
  pollutant: Pollutant,
  level: FigureLevel,
  own?: Partial<Hj663Settings>,
): number => settingsOf(edition, own).decimals[level][pollutant] ?? POLLUTANTS[pollutant].decimals;

/** A concentration rounded to its pollutant's decimals (HJ 663-2013 cl. 4.4; GB/T 8170). */
export const roundConcentration = (
  edition: Hj663Edition,
  pollutant: Pollutant,
  x: Numeric,
  level: FigureLevel,
  own?: Partial<Hj663Settings>,
): string => roundHalfEven(x, decimalsOf(edition, pollutant, level, own));
