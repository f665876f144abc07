import type { LedgerDefinition } from '#app/api';
import type { Sentence } from '../../app/language.ts';

/** What is being declared: the whole declaration, so that what the form has no field for is kept as it is. */
export type Draft = LedgerDefinition;
export type Column = Draft['columns'][number];
export type Choice = NonNullable<Column['choices']>[number];
export type Rule = NonNullable<Draft['contradictions']>[number];
export type Part = Rule['when'][number];

export const TYPES = [
  'text',
  'long_text',
  'integer',
  'decimal',
  'date',
  'month',
  'time',
  'choice',
  'choices',
  'yes_no',
  'unit',
  'street',
  'entry',
  'credit_code',
  'plate',
  'vin',
] as const;
export const OBJECTS = ['enterprise', 'site', 'vehicle', 'machine', 'building', 'road', 'plot'] as const;

export const isNumber = ({ type }: Column) => type === 'integer' || type === 'decimal';
export const isWords = ({ type }: Column) => type === 'text' || type === 'long_text';
export const isChosen = ({ type }: Column) => type === 'choice' || type === 'choices';

/** A ledger to begin with: what every ledger has. */
export const emptyDraft = (): Draft => ({
  id: 'local.',
  title: { zh: '', en: '' },
  entry: { zh: '条记录', en: 'entries' },
  about: { zh: '', en: '' },
  key: ['number'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 31,
  columns: [
    { id: 'number', title: { zh: '编号', en: 'Number' }, type: 'text', required: true },
    { id: 'name', title: { zh: '名称', en: 'Name' }, type: 'text', required: true, sort: true },
    { id: 'street', title: { zh: '街道', en: 'Subdistrict' }, type: 'street', required: true, filter: true },
  ],
});

/** `word1`, `word2` …: the first that is free */
export function freeId(word: string, taken: readonly { id: string }[]): string {
  let n = taken.length + 1;
  while (taken.some(({ id }) => id === `${word}${n}`)) n++;
  return `${word}${n}`;
}

export const emptyColumn = (columns: readonly Column[]): Column => ({
  id: freeId('column', columns),
  title: { zh: '', en: '' },
  type: 'text',
});
export const emptyChoice = (choices: readonly Choice[]): Choice => ({
  id: freeId('choice-', choices),
  title: { zh: '', en: '' },
});
export const emptyRule = ({ contradictions = [], columns }: Draft): Rule => ({
  id: freeId('rule', contradictions),
  title: { zh: '', en: '' },
  when: [{ column: columns[0]?.id ?? '', is: 'given' }],
});

/** `whole` with a part of it set; what is empty is left out, as a declaration leaves it out. */
export function having<T extends object>(whole: T, part: Partial<T>): T {
  const next = { ...whole, ...part };
  for (const [key, value] of Object.entries(part)) {
    const gone = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
    if (gone) delete next[key as keyof T];
  }
  return next;
}

/** The declaration that a draft says; what is not said in one language is said in the other. */
export function definitionOf(draft: Draft): Draft {
  const title = spoken(draft.title);
  return {
    ...draft,
    id: draft.id.trim(),
    title,
    entry: spoken(draft.entry),
    about: isSilent(draft.about) ? title : spoken(draft.about),
    columns: draft.columns.map(columnOf),
    ...(draft.contradictions
      ? { contradictions: draft.contradictions.map((rule) => ({ ...rule, title: spoken(rule.title) })) }
      : {}),
  };
}

/** Choices and the ledger that is referred to outlive a change of the type in the form, and only there. */
function columnOf({ choices, ledger, help, ...rest }: Column): Column {
  return {
    ...rest,
    title: spoken(rest.title),
    ...(help && !isSilent(help) ? { help: spoken(help) } : {}),
    ...(choices && isChosen(rest) ? { choices: choices.map((one) => ({ ...one, title: spoken(one.title) })) } : {}),
    ...(ledger && rest.type === 'entry' ? { ledger } : {}),
  };
}

const isSilent = ({ zh, en }: Sentence) => zh.trim() === '' && en.trim() === '';

function spoken({ zh, en }: Sentence): Sentence {
  return { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() };
}
