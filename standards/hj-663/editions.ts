import { inForceOn } from '#standards/editions';
import type { Gb3095Edition } from '#standards/gb-3095';
import {
  EVALUATION_EDITIONS,
  type EvaluationEdition,
  type Hj663Edition,
  type Hj663Settings,
} from './settings.table.ts';

export type { Hj663Edition, Hj663Settings } from './settings.table.ts';
export const HJ663_EDITIONS = EVALUATION_EDITIONS.map(({ edition }) => edition);

/** The edition in force on a day ('YYYY-MM-DD'); null before 2013, when the system knows no edition. */
export const editionOn = (date: string): Hj663Edition | null => inForceOn(EVALUATION_EDITIONS, date)?.edition ?? null;

/** The row of an edition. */
export const evaluationEdition = (edition: Hj663Edition): EvaluationEdition =>
  EVALUATION_EDITIONS.find((row) => row.edition === edition) as EvaluationEdition;

/** The edition of GB 3095 whose validity table goes with an edition of HJ 663. */
export const qualityEdition = (edition: Hj663Edition): Gb3095Edition => evaluationEdition(edition).quality;

/** The edition's default settings with what a district sets otherwise. */
export function settingsOf(edition: Hj663Edition, own: Partial<Hj663Settings> = {}): Hj663Settings {
  return { ...evaluationEdition(edition).defaults, ...own };
}

/** Which document an edition is. */
export const citationOf = (edition: Hj663Edition): string => evaluationEdition(edition).citation;
