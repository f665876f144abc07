import type pg from 'pg';
import { type Letter, MARKED_SHARE } from './rules.table.ts';

/** What quality control says of a stretch of a channel: its values count as suspect, invalid, maintenance or calibration. */
export type Mark = {
  readonly deviceId: number;
  /** number of the channel, from 1 */
  readonly channel: number;
  /** ms since 1970; `until` not included */
  readonly from: number;
  readonly until: number;
  readonly letter: Exclude<Letter, 'V' | 'N'>;
};

/** Where hours get their marks from; `asOf`: those that were known then. */
export type MarksOf = (
  client: pg.ClientBase,
  deviceIds: readonly number[],
  from: Date,
  until: Date,
  asOf?: Date,
) => Promise<readonly Mark[]>;

export const NO_MARKS: MarksOf = async () => [];

/** the worse of two marks on one value */
const WORSE: readonly Letter[] = ['I', 'C', 'M', 'S'];

/**
 * The letter of a value under marks: what the device itself calls valid or suspect takes the worst mark on it, what it does not
 * vouch for stays. A period is marked when marks cover more than a quarter of it.
 */
export function markedLetter(own: Letter, marks: readonly Mark[], at: number, spanMs: number): Letter {
  if (own !== 'V' && own !== 'S') return own;
  let letter: Letter = own;
  for (const mark of marks) {
    const covered =
      spanMs === 0
        ? at >= mark.from && at < mark.until
        : Math.min(mark.until, at + spanMs) - Math.max(mark.from, at) > spanMs * MARKED_SHARE;
    if (covered && rank(mark.letter) < rank(letter)) letter = mark.letter;
  }
  return letter;
}

const rank = (letter: Letter) => {
  const at = WORSE.indexOf(letter);
  return at < 0 ? WORSE.length : at;
};
