import type { Choice, Column, ColumnType, Condition, Contradiction } from '../definition.ts';

type More = Omit<Column, 'id' | 'title' | 'type'>;
const of =
  (type: ColumnType) =>
  (id: string, zh: string, en: string, more: More = {}): Column => ({ id, title: { zh, en }, type, ...more });
const counted =
  (type: 'integer' | 'decimal') =>
  (id: string, zh: string, en: string, unit: string, more: More = {}): Column => ({
    id,
    title: { zh, en },
    type,
    unit,
    least: 0,
    ...more,
  });

/** `[id, Chinese, English, …other names]` */
export type ChoiceLine = readonly [id: string, zh: string, en: string, ...aliases: string[]];
export const choicesOf = (...lines: readonly ChoiceLine[]): readonly Choice[] =>
  lines.map(([id, zh, en, ...aliases]) => ({ id, title: { zh, en }, ...(aliases.length ? { aliases } : {}) }));

/** Columns in one line each: id, Chinese and English title, for numbers the unit, for choices what can be chosen. */
export const column = {
  text: of('text'),
  words: of('long_text'),
  date: of('date'),
  month: of('month'),
  time: of('time'),
  yes: of('yes_no'),
  unit: of('unit'),
  street: of('street'),
  creditCode: of('credit_code'),
  plate: of('plate'),
  integer: counted('integer'),
  decimal: counted('decimal'),
  choice: (id: string, zh: string, en: string, lines: readonly ChoiceLine[], more: More = {}): Column => ({
    id,
    title: { zh, en },
    type: 'choice',
    choices: choicesOf(...lines),
    ...more,
  }),
  entry: (id: string, zh: string, en: string, ledger: string, more: More = {}): Column => ({
    id,
    title: { zh, en },
    type: 'entry',
    ledger,
    ...more,
  }),
  remark: (): Column => ({ id: 'remark', title: { zh: '备注', en: 'Remark' }, type: 'long_text', longest: 500 }),
};

export const contradiction = (id: string, zh: string, en: string, when: Condition): Contradiction => ({
  id,
  title: { zh, en },
  when,
});
