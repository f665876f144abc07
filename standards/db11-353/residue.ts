import {
  compareDecimal,
  exact,
  isNumeric,
  type Numeric,
  roundExact,
  roundHalfEven,
  subtract,
} from '#standards/gb-t-8170';
import { DB11_353_DEFAULTS, type Db11353Settings, type RoadClass } from './settings.table.ts';

declare const dustResidue: unique symbol;
/** A road dust residue 尘土残存量 in g/m², a decimal text; only this room makes one. */
export type Residue = string & { readonly [dustResidue]: 'g/m²' };

export const RESIDUE_DECIMALS = 1;

/** A measured or printed figure as a residue; a RangeError when it is not a number ≥ 0. */
export function residue(gramsPerSquareMetre: Numeric): Residue {
  if (!isNumeric(gramsPerSquareMetre) || compareDecimal(gramsPerSquareMetre, 0) < 0)
    throw new RangeError(`not a dust residue in g/m²: ${JSON.stringify(String(gramsPerSquareMetre))}`);
  return String(gramsPerSquareMetre) as Residue;
}

export type ReadResidue =
  | { readonly value: Residue; readonly doubt: null | 'looks-like-road-dust-load' | 'too-large' }
  | { readonly value: null; readonly doubt: 'missing' | 'not-a-number' };

/** What stands in a cell of a sheet: empty is missing (not zero), and a figure of a load's size is questioned, not refused. */
export function readResidue(cell: string | null, own: Partial<Db11353Settings> = {}): ReadResidue {
  const { believable } = { ...DB11_353_DEFAULTS, ...own };
  const text = (cell ?? '').trim();
  if (text === '' || text === '—' || text === '-') return { value: null, doubt: 'missing' };
  if (!isNumeric(text) || compareDecimal(text, 0) < 0) return { value: null, doubt: 'not-a-number' };
  const value = residue(text);
  if (compareDecimal(text, believable.from) < 0) return { value, doubt: 'looks-like-road-dust-load' };
  return { value, doubt: compareDecimal(text, believable.to) > 0 ? 'too-large' : null };
}

export type ResidueVerdict = 'meets' | 'exceeds' | 'no-limit' | 'no-value';

/** Whether a printed mean meets the limit that is set for its class; equal to it does. */
export function residueVerdict(
  mean: Residue | null,
  roadClass: RoadClass,
  own: Partial<Db11353Settings> = {},
): ResidueVerdict {
  const limit = { ...DB11_353_DEFAULTS, ...own }.limits[roadClass];
  if (mean === null) return 'no-value';
  if (limit === null) return 'no-limit';
  return compareDecimal(roundHalfEven(mean, RESIDUE_DECIMALS), limit) <= 0 ? 'meets' : 'exceeds';
}

export type ResidueChange =
  | { readonly gramsPerSquareMetre: string; readonly direction: 'down' | 'level' | 'up' }
  | { readonly gramsPerSquareMetre: null; readonly direction: null };

/** Change of printed figures in g/m², signed, one decimal, as the notices print it (下降、上升、持平); none without both. */
export function residueChange(current: Residue | null, base: Residue | null): ResidueChange {
  if (current === null || base === null) return { gramsPerSquareMetre: null, direction: null };
  const print = (x: Residue) => exact(roundHalfEven(x, RESIDUE_DECIMALS));
  const change = roundExact(subtract(print(current), print(base)), RESIDUE_DECIMALS);
  const order = compareDecimal(change, 0);
  return { gramsPerSquareMetre: change, direction: order < 0 ? 'down' : order > 0 ? 'up' : 'level' };
}
