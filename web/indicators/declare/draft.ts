import type { DeclaredIndicator } from '#app/api';
import type { Part } from '../../ledgers/conditions.tsx';

/** events of the year, what is there on the day, a share of these, or a mean of the year */
export type Way = 'events' | 'stock' | 'share' | 'mean';
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
  /** of a share: what makes a record count */
  done: Part[];
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
});

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
  const one = (over: 'year' | 'stock', verb: string) => ({ verb, of: tally(over, draft.base) });
  const how =
    draft.way === 'share'
      ? share
      : draft.way === 'mean'
        ? one('year', 'mean')
        : one(draft.way === 'events' ? 'year' : 'stock', draft.amount ? 'sum' : 'count');
  const unit = draft.way === 'share' ? '%' : draft.unit.trim();
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

/** The form of a declaration that the form can say; null: it was declared through the API with more than that. */
export function draftOf(definition: DeclaredIndicator): Draft | null {
  const { how } = definition;
  const plain = (tally: typeof how.of) =>
    !tally.exclude &&
    !tally.distinct &&
    !tally.sameYear &&
    !tally.backed &&
    !tally.untilYearEnd &&
    !Array.isArray(tally.until) &&
    tally.over !== 'latest';
  const source =
    'ledger' in how.of.of
      ? how.of.of.ledger
      : 'inspections' in how.of.of && how.of.of.inspections.length === 1
        ? `kind:${how.of.of.inspections[0]}`
        : null;
  if (source === null || !plain(how.of)) return null;
  const said = {
    ...emptyDraft(),
    id: definition.id,
    zh: definition.title.zh,
    en: definition.title.en,
    unit: definition.unit,
    better: definition.better,
    decimals: definition.decimals,
    scopes: definition.scopes,
    words: definition.words.join('、'),
    source,
    on: how.of.on,
    until: typeof how.of.until === 'string' ? how.of.until : '',
    amount: how.of.amount ?? '',
    base: (how.of.where ?? []) as Part[],
  };
  const stock = how.of.over === 'stock';
  if (how.verb === 'count' || how.verb === 'sum') return { ...said, way: stock ? 'stock' : 'events' };
  if (how.verb === 'mean' && !stock) return { ...said, way: 'mean' };
  if (how.verb !== 'share' || !plain(how.in) || how.in.on !== how.of.on) return null;
  const base = (how.in.where ?? []) as Part[];
  return { ...said, way: 'share', over: stock ? 'stock' : 'year', base, done: said.base.slice(base.length) };
}
