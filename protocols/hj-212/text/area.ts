import type { CpItem } from '../message.ts';
import type { Deviation } from '../tables/deviations.table.ts';
import { hashNext, type ItemName, type KnownName, nameAt, standsAt } from './names.ts';
import type { Written } from './written.ts';

const [SEMICOLON, COMMA, EQUALS, SLASH, BLANK] = [0x3b, 0x2c, 0x3d, 0x2f, 0x20];
const NO_GROUPS: readonly (readonly CpItem[])[] = [];
/** groups up to this size are compared item by item */
const SMALL_GROUP = 8;

/**
 * The items of a data area, from `from` to `to`, split by `;` and `,`. Text between `//` is free (2017 table 9, CN 3020)
 * and is not split. What is odd is added to `odd`.
 */
export function readArea(area: Written, from: number, to: number, odd: Deviation[]): readonly (readonly CpItem[])[] {
  if (from >= to) return NO_GROUPS;
  const { codes, text } = area;
  const groups: CpItem[][] = [];
  let group: CpItem[] = [];
  let last: KnownName | null = null;
  for (let i = from; i <= to; i += 1) {
    const start = i;
    let c = SEMICOLON;
    // devices send their items in the same order each time: the name that came next the last time is tried first
    let name: KnownName | null = last === null ? null : last.next;
    if (name !== null && codes[start + name.codes.length] === EQUALS && standsAt(name, codes, start)) {
      i = start + name.codes.length;
      c = EQUALS;
    } else {
      name = null;
      let hash = 0;
      for (; i < to; i += 1) {
        c = codes[i] as number;
        if (c === EQUALS || c === SEMICOLON || c === COMMA) break;
        hash = hashNext(hash, c);
      }
      if (i < to && c === EQUALS) name = nameAt(area, start, i, hash, last);
    }
    if (name !== null) {
      last = name;
      const value = i + 1;
      i = value;
      if (codes[i] === SLASH && codes[i + 1] === SLASH) i = afterFree(area, i, to, odd);
      for (; i < to; i += 1) {
        c = codes[i] as number;
        if (c === SEMICOLON || c === COMMA) break;
      }
      group.push(readItem(area, name, value, i, odd));
    } else if (i > start) group.push(withoutValue(text.substring(start, i), odd));
    else odd.push({ name: i < to ? 'item-empty' : 'trailing-semicolon', detail: '' });
    if ((i >= to || c === SEMICOLON) && group.length > 0) {
      if (group.length > 1) checkGroup(group, odd);
      groups.push(group);
      group = [];
    }
  }
  return groups;
}

/** The place after a free text that opens at `at`; `at` when it is not closed. */
function afterFree({ text, codes }: Written, at: number, to: number, odd: Deviation[]): number {
  const close = text.indexOf('//', at + 2);
  const after = close >= 0 && close + 2 <= to ? close + 2 : at;
  if (after === at || (after < to && codes[after] !== SEMICOLON && codes[after] !== COMMA))
    odd.push({ name: 'text-free-open', detail: '' });
  return after;
}

function withoutValue(name: string, odd: Deviation[]): CpItem {
  odd.push({ name: 'item-without-value', detail: name });
  return { name, code: name, suffix: null, value: '' };
}

function readItem({ text, codes }: Written, known: ItemName, from: number, to: number, odd: Deviation[]): CpItem {
  const value = text.substring(from, to);
  if (known.odd !== null) odd.push({ name: known.odd, detail: known.name });
  if (known.kind !== 'other') checkValue(known, value, odd);
  if (codes[from] === BLANK || (to > from && codes[to - 1] === BLANK))
    odd.push({ name: 'value-blank', detail: known.name });
  return { name: known.name, code: known.code, suffix: known.suffix, value };
}

function checkValue({ kind }: ItemName, value: string, odd: Deviation[]): void {
  if (kind === 'data-time') {
    if (value.length !== 14) odd.push({ name: 'data-time-length', detail: String(value.length) });
  } else if (value.length === 1) {
    const flag = value.charCodeAt(0);
    if (flag >= 0x61 && flag <= 0x7a) odd.push({ name: 'flag-case', detail: value });
  }
}

function checkGroup(group: readonly CpItem[], odd: Deviation[]): void {
  const first = group[0] as CpItem;
  if (first.suffix === 'Flag') odd.push({ name: 'flag-before-value', detail: first.name });
  const seen = group.length > SMALL_GROUP ? new Set<string>() : null;
  for (let i = 0; i < group.length; i += 1) {
    const { name } = group[i] as CpItem;
    if (seen ? seen.has(name) : isAmong(group, i, name)) odd.push({ name: 'item-repeated', detail: name });
    seen?.add(name);
  }
}

function isAmong(group: readonly CpItem[], before: number, name: string): boolean {
  for (let j = 0; j < before; j += 1) if ((group[j] as CpItem).name === name) return true;
  return false;
}
