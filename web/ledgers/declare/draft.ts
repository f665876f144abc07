import type { LedgerDefinition } from '#app/api';
import type { Part } from '../conditions.tsx';

/** A column as it is written in the form: choices as lines `id 中文 English`. */
export type ColumnDraft = {
  id: string;
  zh: string;
  en: string;
  type: LedgerDefinition['columns'][number]['type'];
  unit: string;
  ledger: string;
  choices: string;
  required: boolean;
  filter: boolean;
  sort: boolean;
  complete: boolean;
};
/** A contradiction as it is written: what it is called, and when it is one. */
export type Rule = { zh: string; en: string; when: Part[] };
export type Draft = {
  id: string;
  zh: string;
  en: string;
  entryZh: string;
  entryEn: string;
  aboutZh: string;
  aboutEn: string;
  keeper: 'street' | 'unit';
  place: LedgerDefinition['place'];
  refreshDays: number | null;
  key: string;
  name: string;
  columns: ColumnDraft[];
  /** an entry without a place is not complete */
  placeComplete: boolean;
  rules: Rule[];
};

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

const column = (id: string, zh: string, en: string, more: Partial<ColumnDraft> = {}): ColumnDraft => ({
  id,
  zh,
  en,
  type: 'text',
  unit: '',
  ledger: '',
  choices: '',
  required: false,
  filter: false,
  sort: false,
  complete: false,
  ...more,
});

/** A ledger to begin with: what every ledger has. */
export const emptyDraft = (): Draft => ({
  id: 'local.',
  zh: '',
  en: '',
  entryZh: '条记录',
  entryEn: 'entries',
  aboutZh: '',
  aboutEn: '',
  keeper: 'street',
  place: 'point',
  refreshDays: 31,
  key: 'number',
  name: 'name',
  columns: [
    column('number', '编号', 'Number', { required: true }),
    column('name', '名称', 'Name', { required: true, sort: true }),
    column('street', '街道', 'Subdistrict', { type: 'street', required: true, filter: true }),
  ],
  placeComplete: false,
  rules: [],
});

export const emptyColumn = (n: number): ColumnDraft => column(`column${n}`, '', '');

export function draftOf(definition: LedgerDefinition): Draft {
  return {
    id: definition.id,
    zh: definition.title.zh,
    en: definition.title.en,
    entryZh: definition.entry.zh,
    entryEn: definition.entry.en,
    aboutZh: definition.about.zh,
    aboutEn: definition.about.en,
    keeper: definition.keeper,
    place: definition.place,
    refreshDays: definition.refreshDays,
    key: definition.key[0] ?? '',
    name: definition.name,
    columns: definition.columns.map((one) =>
      column(one.id, one.title.zh, one.title.en, {
        type: one.type,
        unit: one.unit ?? '',
        ledger: one.ledger ?? '',
        choices: (one.choices ?? []).map(({ id, title }) => `${id} ${title.zh} ${title.en}`).join('\n'),
        required: one.required ?? false,
        filter: one.filter ?? false,
        sort: one.sort ?? false,
        complete: definition.complete?.includes(one.id) ?? false,
      }),
    ),
    placeComplete: definition.complete?.includes('place') ?? false,
    rules: (definition.contradictions ?? []).map(({ title, when }) => ({
      zh: title.zh,
      en: title.en,
      when: when as Part[],
    })),
  };
}

/** The declaration that a draft says; what it lacks in English is said in Chinese. */
export function definitionOf(draft: Draft): object {
  return {
    id: draft.id.trim(),
    title: spoken(draft.zh, draft.en),
    entry: spoken(draft.entryZh, draft.entryEn),
    about: spoken(draft.aboutZh || draft.zh, draft.aboutEn || draft.en),
    key: [draft.key],
    name: draft.name,
    keeper: draft.keeper,
    place: draft.place,
    refreshDays: draft.refreshDays,
    columns: columnsOf(draft),
    complete: [
      ...draft.columns.filter(({ complete }) => complete).map(({ id }) => id.trim()),
      ...(draft.placeComplete && draft.place !== 'none' ? ['place'] : []),
    ],
    contradictions: draft.rules.map(({ zh, en, when }, i) => ({ id: `rule${i + 1}`, title: spoken(zh, en), when })),
  };
}

const spoken = (zh: string, en: string) => ({ zh: zh.trim(), en: en.trim() || zh.trim() });

/** The columns that a draft says. */
export const columnsOf = (draft: Draft) =>
  draft.columns.map((one) => ({
    id: one.id.trim(),
    title: spoken(one.zh, one.en),
    type: one.type,
    ...(one.unit.trim() ? { unit: one.unit.trim() } : {}),
    ...(one.type === 'entry' ? { ledger: one.ledger } : {}),
    ...(one.type === 'choice' || one.type === 'choices' ? { choices: choicesOf(one.choices) } : {}),
    ...(one.required || one.id === draft.key ? { required: true } : {}),
    ...(one.filter ? { filter: true } : {}),
    ...(one.sort ? { sort: true } : {}),
  }));

/** Lines `id 中文 English`; a line of one word is its own id. */
function choicesOf(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, i) => {
      const [id, zh, ...en] = line.split(/\s+/);
      const known = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id!);
      const title = known ? (zh ?? id!) : line;
      return { id: known ? id! : `choice-${i + 1}`, title: { zh: title, en: known ? en.join(' ') || title : title } };
    });
}
