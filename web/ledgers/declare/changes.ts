import { type Choice, type Column, type Draft, freeId, having, isNumber, isWords, type Part } from './draft.ts';

/** The draft with other key columns; what tells entries apart cannot be empty. */
export const withKey = (draft: Draft, key: readonly string[]): Draft => ({
  ...draft,
  key,
  columns: draft.columns.map((one) => (key.includes(one.id) ? required(one) : one)),
});

export const withName = (draft: Draft, name: string): Draft => ({
  ...draft,
  name,
  columns: draft.columns.map((one) => (one.id === name ? required(one) : one)),
});

const required = (column: Column): Column => (column.required ? column : { ...column, required: true });

/** Without places none can be asked for. */
export const withPlace = (draft: Draft, place: Draft['place']): Draft =>
  place === 'none'
    ? withComplete(having({ ...draft, place }, { placeRequired: false }), 'place', false)
    : { ...draft, place };

/** Says that an entry is, or is not, complete without a column (or `place`). */
export function withComplete(draft: Draft, id: string, needed: boolean): Draft {
  const { complete = [] } = draft;
  if (complete.includes(id) === needed) return draft;
  return having(draft, { complete: needed ? [...complete, id] : complete.filter((one) => one !== id) });
}

/** A column of another type keeps what that type can have. */
export const withType = (column: Column, type: Column['type']): Column => {
  const next = { ...column, type };
  const numbers = isNumber(next) ? {} : { unit: undefined, least: undefined, most: undefined };
  return having(next, {
    ...numbers,
    ...(type === 'decimal' ? {} : { decimals: undefined }),
    ...(isWords(next) ? {} : { longest: undefined }),
  });
};

/** A column by another id, wherever the declaration names it; an id that another column has is not followed. */
export function withColumnId(draft: Draft, at: number, to: string): Draft {
  const from = draft.columns[at]!.id;
  const columns = draft.columns.map((one, i) => (i === at ? { ...one, id: to } : one));
  const others = draft.columns.filter((_, i) => i !== at);
  if (to === '' || others.some(({ id }) => id === from || id === to)) return { ...draft, columns };
  const named = (id: string) => (id === from ? to : id);
  const part = (one: Part): Part => ({
    ...one,
    column: named(one.column),
    ...(typeof one.than === 'object' ? { than: { column: named(one.than.column) } } : {}),
  });
  return {
    ...draft,
    columns,
    key: draft.key.map(named),
    name: named(draft.name),
    ...(draft.complete ? { complete: draft.complete.map(named) } : {}),
    ...(draft.object ? { object: { ...draft.object, by: named(draft.object.by) } } : {}),
    ...(draft.contradictions
      ? { contradictions: draft.contradictions.map((rule) => ({ ...rule, when: rule.when.map(part) })) }
      : {}),
  };
}

/** Without a column; rules and the name that need it stay and are told to be faulty. */
export function withoutColumn(draft: Draft, at: number): Draft {
  const { id } = draft.columns[at]!;
  const columns = draft.columns.filter((_, i) => i !== at);
  if (columns.some((one) => one.id === id)) return { ...draft, columns };
  return withComplete({ ...draft, columns, key: draft.key.filter((one) => one !== id) }, id, false);
}

/** A row one place up. */
export function raised<T>(rows: readonly T[], at: number): T[] {
  const next = [...rows];
  next.splice(at - 1, 0, ...next.splice(at, 1));
  return next;
}

/** Choices out of lines that were pasted: `id 中文 English`, or a title alone, which is given an id. */
export function choicesOfLines(text: string, before: readonly Choice[]): Choice[] {
  const choices = [...before];
  for (const line of text.split('\n').flatMap((one) => one.trim() || [])) {
    const [id = '', zh, ...en] = line.split(/\s+/);
    const known = zh !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
    choices.push(
      known ? { id, title: { zh, en: en.join(' ') } } : { id: freeId('choice-', choices), title: { zh: line, en: '' } },
    );
  }
  return choices;
}
