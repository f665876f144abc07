import { KINDS, type Names } from '../columns/kinds.ts';
import type { Column, LedgerDefinition } from '../definition.ts';
import { placeOf } from '../entry/place.ts';
import { bare, namesOfColumn } from './headings.ts';

/** from here on two names are taken to mean the same column, for a person to confirm */
const ALIKE = 0.45;
/** share of samples that must be readable before a column is proposed by what stands in it */
const READABLE = 0.8;
const SOME = 0.3;
/** what people call the column by which a thing is called */
const CALLED = ['名称', 'name'];
/** what is written so distinctly that a column is known by its values alone */
const TELLING: ReadonlySet<Column['type']> = new Set([
  'credit_code',
  'plate',
  'vin',
  'street',
  'unit',
  'choice',
  'date',
  'month',
]);

/**
 * Proposes a column for each heading that has none by name: by how alike the names are and by whether the samples can be
 * read as the column's type. A proposal is never applied unless a person confirms it.
 * @returns index of the heading → column id or 'place'
 */
export function guessHeadings(
  definition: LedgerDefinition,
  headings: readonly string[],
  samples: readonly (readonly string[])[],
  taken: ReadonlyMap<number, string>,
  names: Names,
): Map<number, string> {
  const used = new Set(taken.values());
  const free = definition.columns.filter(({ id, derived }) => !used.has(id) && !derived);
  const offers: { i: number; id: string; score: number }[] = [];
  for (const [i, heading] of headings.entries()) {
    if (taken.has(i)) continue;
    const given = (samples[i] ?? []).filter((text) => text !== '');
    for (const column of free) {
      const readable = shareOf(
        given,
        (text) => 'value' in KINDS[column.type].read(text.normalize('NFKC'), column, names),
      );
      const called = column.id === definition.name ? [...namesOfColumn(column), ...CALLED] : namesOfColumn(column);
      const alike = Math.max(...called.map((name) => likeness(stem(heading), stem(name))));
      const telling = TELLING.has(column.type) && given.length > 0 && readable >= READABLE;
      // one choice list does not look like another; of two dates nobody can say which is which
      const alone = column.type === 'choice' || free.filter(({ type }) => type === column.type).length === 1;
      // a list of choices is known by some of its words: the others are asked for later
      const somewhat = column.type === 'choice' && readable >= SOME && alike >= SOME;
      if (given.length > 0 && readable < READABLE && !somewhat) continue;
      if (alike >= ALIKE || somewhat || (telling && alone))
        offers.push({ i, id: column.id, score: alike + (telling ? 0.3 : 0) + (column.required ? 0.05 : 0) });
    }
    if (definition.place !== 'none' && !used.has('place') && given.length > 0) {
      const places = shareOf(given, (text) => placeOf(text, definition.place) !== null);
      if (places >= READABLE) offers.push({ i, id: 'place', score: 1 });
    }
  }
  const guessed = new Map<number, string>();
  for (const { i, id } of offers.sort((a, b) => b.score - a.score || a.i - b.i)) {
    if (guessed.has(i) || used.has(id)) continue;
    used.add(id);
    guessed.set(i, id);
  }
  return guessed;
}

/** 发现时间 and 发现日期 are the same column */
const stem = (name: string) => bare(name).replace(/(时间|时刻|年月日)$/, '日期');

const shareOf = (texts: readonly string[], holds: (text: string) => boolean) =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;

/** How alike two names are, 0 to 1: pairs of neighbouring characters in common (Dice), or one within the other. */
export function likeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 2 && long.includes(short)) return 0.5 + (0.5 * short.length) / long.length;
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const rest = pairs(other);
  let common = 0;
  for (const pair of pairs(one)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / Math.max(1, one.length + other.length - 2);
}
