import type { DeclaredIndicator } from '#app/api';
import type { Part } from '../../ledgers/conditions.tsx';

/** events of the year, what is there on the day, a share of these, a mean of the year, or the entries that something else speaks of */
export type Way = 'events' | 'stock' | 'share' | 'mean' | 'coverage';
/** An indicator as it is written in the form; `source` is a ledger's id, or `kind:` and a kind of inspection. */
export type Draft = {
  id: string;
  zh: string;
  en: string;
  unit: string;
  better: 'higher' | 'lower';
  decimals: number;
  scopes: DeclaredIndicator['scopes'];
  words: string;
  source: string;
  way: Way;
  /** the date from which a record counts */
  on: string;
  /** of a stock: the date from which it counts no more */
  until: string;
  /** of a share: whether records of the year or all on the books are its whole */
  over: 'year' | 'stock';
  /** the number that is added up; empty: records are counted */
  amount: string;
  base: Part[];
  /** of a share: what makes a record count; of a coverage: which records speak of an entry */
  done: Part[];
  /** of a coverage: the records that speak of the entries, the column that names them, and when they do */
  cover: { source: string; by: string; on: string; until: string; over: 'year' | 'stock' };
};

export const emptyDraft = (): Draft => ({
  id: 'local.',
  zh: '',
  en: '',
  unit: '',
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  words: '',
  source: '',
  way: 'events',
  on: '',
  until: '',
  over: 'stock',
  amount: '',
  base: [],
  done: [],
  cover: { source: '', by: '', on: '', until: '', over: 'year' },
});

export const isPercent = (way: Way) => way === 'share' || way === 'coverage';

export const sourceOf = (source: string) =>
  source.startsWith('kind:') ? { inspections: [source.slice(5)] } : { ledger: source };

/** The declaration that a draft says; what it lacks in English is said in Chinese. */
export function definitionOf(draft: Draft, method: { zh: string; en: string }, counts: { zh: string; en: string }) {
  const tally = (over: 'year' | 'stock', where: Part[]) => ({
    of: sourceOf(draft.source),
    on: draft.on,
    over,
    ...(over === 'stock' && draft.until ? { until: draft.until } : {}),
    ...(where.length > 0 ? { where } : {}),
    ...(draft.amount ? { amount: draft.amount } : {}),
  });
  const share = {
    verb: 'share',
    of: tally(draft.over, [...draft.base, ...draft.done]),
    in: tally(draft.over, draft.base),
  };
  const { cover } = draft;
  const coverage = {
    verb: 'coverage',
    of: {
      of: sourceOf(cover.source),
      on: cover.on,
      over: cover.over,
      ...(cover.over === 'stock' && cover.until ? { until: cover.until } : {}),
      ...(draft.done.length > 0 ? { where: draft.done } : {}),
    },
    by: cover.by,
    in: tally('stock', draft.base),
  };
  const one = (over: 'year' | 'stock', verb: string) => ({ verb, of: tally(over, draft.base) });
  const how =
    draft.way === 'share'
      ? share
      : draft.way === 'coverage'
        ? coverage
        : draft.way === 'mean'
          ? one('year', 'mean')
          : one(draft.way === 'events' ? 'year' : 'stock', draft.amount ? 'sum' : 'count');
  const unit = isPercent(draft.way) ? '%' : draft.unit.trim();
  return {
    id: draft.id.trim(),
    title: { zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
    unit,
    spokenUnit: { zh: unit, en: unit },
    better: draft.better,
    decimals: draft.decimals,
    scopes: draft.scopes,
    method,
    words: draft.words.split(/[\s、,，]+/).filter((word) => word.length > 1),
    counts,
    how,
  };
}

type How = DeclaredIndicator['how'];
type Tally = How['of'];

/** The form of a declaration that the form can say; null: it was declared through the API with more than that. */
export function draftOf(definition: DeclaredIndicator): Draft | null {
  const { how } = definition;
  const said = howDraft(how);
  if (!said) return null;
  const draft = {
    ...emptyDraft(),
    id: definition.id,
    zh: definition.title.zh,
    en: definition.title.en,
    unit: definition.unit,
    better: definition.better,
    decimals: definition.decimals,
    scopes: definition.scopes,
    words: definition.words.join('、'),
    ...said,
  };
  // what the form would not say again is not for the form
  return sorted(definitionOf(draft, definition.method, definition.counts).how) === sorted(how) ? draft : null;
}

function howDraft(how: How): Partial<Draft> | null {
  const main = how.verb === 'coverage' ? how.in : how.of;
  const source = sourceIn(main);
  if (source === null) return null;
  const where = (tally: Tally) => (tally.where ?? []) as Part[];
  const until = (tally: Tally) => (typeof tally.until === 'string' ? tally.until : '');
  const said = { source, on: main.on, until: until(main), amount: main.amount ?? '', base: where(main) };
  switch (how.verb) {
    case 'count':
    case 'sum':
      return { ...said, way: how.of.over === 'stock' ? 'stock' : 'events' };
    case 'mean':
      return { ...said, way: 'mean' };
    case 'share': {
      const base = where(how.in);
      const over = how.of.over === 'stock' ? 'stock' : 'year';
      return { ...said, way: 'share', over, base, done: said.base.slice(base.length) };
    }
    case 'coverage': {
      const { of, by } = how;
      const over = of.over === 'stock' ? 'stock' : 'year';
      const cover = { source: sourceIn(of) ?? '', by, on: of.on, until: until(of), over } as const;
      return { ...said, way: 'coverage', done: where(of), cover };
    }
    default:
      return null;
  }
}

function sourceIn({ of }: Tally): string | null {
  if ('ledger' in of) return of.ledger;
  return 'inspections' in of && of.inspections.length === 1 ? `kind:${of.inspections[0]}` : null;
}

/** A structure as text, whatever order its keys stand in. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
