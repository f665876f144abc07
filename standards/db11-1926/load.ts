import { compareDecimal, isNumeric, type Numeric } from '#standards/gb-t-8170';
import { DB11_1926_DEFAULTS, type Db111926Settings } from './settings.table.ts';

declare const dustLoad: unique symbol;
/** A road dust load 道路尘负荷 in g/m², a decimal text; only this room makes one. */
export type Load = string & { readonly [dustLoad]: 'g/m²' };
/** The score of 2020, points of 100, more is cleaner. */
export type LoadScore = string & { readonly [dustLoad]: 'points' };

export const LOAD_DECIMALS = 2;
const FULL_SCORE = 100;

/** A figure as a load; a RangeError when it is not a number ≥ 0. */
export function load(gramsPerSquareMetre: Numeric): Load {
  if (!isNumeric(gramsPerSquareMetre) || compareDecimal(gramsPerSquareMetre, 0) < 0)
    throw new RangeError(`not a road dust load in g/m²: ${JSON.stringify(String(gramsPerSquareMetre))}`);
  return String(gramsPerSquareMetre) as Load;
}

/** A figure as a score of 2020; a RangeError outside 0 to 100. */
export function loadScore(points: Numeric): LoadScore {
  if (!isNumeric(points) || compareDecimal(points, 0) < 0 || compareDecimal(points, FULL_SCORE) > 0)
    throw new RangeError(`not a score of 0 to 100: ${JSON.stringify(String(points))}`);
  return String(points) as LoadScore;
}

export type ReadLoad =
  | { readonly value: Load; readonly doubt: null | 'looks-like-dust-residue' | 'too-small' }
  | { readonly value: null; readonly doubt: 'missing' | 'not-a-number' };

/** What stands in a cell of a sheet: empty is missing (not zero), and a figure of a residue's size is questioned, not refused. */
export function readLoad(cell: string | null, own: Partial<Db111926Settings> = {}): ReadLoad {
  const { believable } = { ...DB11_1926_DEFAULTS, ...own };
  const text = (cell ?? '').trim();
  if (text === '' || text === '—' || text === '-') return { value: null, doubt: 'missing' };
  if (!isNumeric(text) || compareDecimal(text, 0) < 0) return { value: null, doubt: 'not-a-number' };
  const value = load(text);
  if (compareDecimal(text, believable.to) > 0) return { value, doubt: 'looks-like-dust-residue' };
  return { value, doubt: compareDecimal(text, believable.from) < 0 ? 'too-small' : null };
}
