import type { DeviationName } from './tables/deviations.table.ts';
import type { Written } from './written.ts';

/** What an item's name says: `a34004-Rtd` is code a34004 with suffix Rtd. `odd`: how the name itself departs. */
export type ItemName = {
  readonly name: string;
  readonly code: string;
  readonly suffix: string | null;
  readonly odd: DeviationName | null;
  readonly kind: 'data-time' | 'flag' | 'other';
};

type Kept = ItemName & { readonly codes: Uint8Array };

/** Devices send the same few names over and over: they are cut once and kept, at most one name a place. */
const PLACES = 4096;
const kept: (Kept | undefined)[] = new Array(PLACES).fill(undefined);
/** the longest name that is kept */
const LONGEST_KEPT = 40;

/** Adds a character to the running hash of a name. */
export const hashNext = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** The name that stands in a text from `start` to `end`; `hash` is its running hash. */
export function itemName({ text, codes }: Written, start: number, end: number, hash: number): ItemName {
  const place = (hash ^ (hash >>> 13)) & (PLACES - 1);
  const found = kept[place];
  if (found !== undefined && same(found.codes, codes, start, end)) return found;
  // a copy of its own: a part of the packet's text would keep the whole packet alive
  const own = Buffer.from(text.substring(start, end), 'utf8');
  const made = { ...cut(own.toString('utf8')), codes: new Uint8Array(own) };
  // of a name outside ASCII `codes` do not tell all
  if (own.length === end - start && own.length <= LONGEST_KEPT) kept[place] = made;
  return made;
}

function same(name: Uint8Array, codes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i += 1) if (name[i] !== codes[start + i]) return false;
  return true;
}

const STRAY = /^$|[^\w-]/;

function cut(name: string): ItemName {
  const dash = name.indexOf('-');
  if (dash < 0) {
    const dataTime = name.toLowerCase() === 'datatime';
    const odd = STRAY.test(name)
      ? 'name-stray'
      : dataTime && name !== 'DataTime'
        ? 'name-case'
        : name === 'Flag'
          ? 'flag-bare'
          : null;
    return { name, code: name, suffix: null, odd, kind: dataTime ? 'data-time' : 'other' };
  }
  const suffix = name.slice(dash + 1);
  const odd = STRAY.test(name)
    ? 'name-stray'
    : suffix.includes('-')
      ? 'double-suffix'
      : /^[A-Z]{3}/.test(suffix)
        ? 'name-case'
        : null;
  return { name, code: name.slice(0, dash), suffix, odd, kind: suffix === 'Flag' ? 'flag' : 'other' };
}
