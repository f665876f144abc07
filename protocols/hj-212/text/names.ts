import type { DeviationName } from '../tables/deviations.table.ts';
import type { Written } from './written.ts';

/** What an item's name says: `a34004-Rtd` is code a34004 with suffix Rtd. `odd`: how the name itself departs. */
export type ItemName = {
  readonly name: string;
  readonly code: string;
  readonly suffix: string | null;
  readonly odd: DeviationName | null;
  readonly kind: 'data-time' | 'flag' | 'other';
};

/** A name with its bytes, and the kept name that came after it the last time. */
export type KnownName = ItemName & { readonly codes: Uint8Array; next: KnownName | null };

/**
 * Devices send the same few names over and over: they are cut once and kept, at most one name a place. After so many new
 * ones everything is forgotten, so that names that point to names never keep more than that.
 */
const PLACES = 4096;
let kept: (KnownName | undefined)[] = new Array(PLACES).fill(undefined);
let keptSoFar = 0;
/** the longest name that is kept */
const LONGEST_KEPT = 40;

/** Adds a character to the running hash of a name. */
export const hashNext = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** The name that stands in a text from `start` to `end` after `last`; `hash` is its running hash. */
export function nameAt(
  { text, codes }: Written,
  start: number,
  end: number,
  hash: number,
  last: KnownName | null,
): KnownName {
  const place = (hash ^ (hash >>> 13)) & (PLACES - 1);
  let name = kept[place];
  if (name === undefined || name.codes.length !== end - start || !standsAt(name, codes, start)) {
    // a copy of its own: a part of the packet's text would keep the whole packet alive
    const own = Buffer.from(text.substring(start, end), 'utf8');
    name = { ...cut(own.toString('utf8')), codes: new Uint8Array(own), next: null };
    // of a name outside ASCII `codes` do not tell all
    if (own.length !== end - start || own.length > LONGEST_KEPT) return name;
    if (keptSoFar === PLACES) {
      kept = new Array(PLACES).fill(undefined);
      keptSoFar = 0;
      last = null;
    }
    kept[place] = name;
    keptSoFar += 1;
  }
  if (last !== null) last.next = name;
  return name;
}

/** Whether a name stands at a place. Outside ASCII no name does: there a byte stands for more than one character. */
export function standsAt({ codes: name }: KnownName, codes: Uint8Array, start: number): boolean {
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
