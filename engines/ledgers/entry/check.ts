import type { Sentence } from '#platform/refusal';
import { KINDS, type Names, type Value } from '../columns/kinds.ts';
import type { Column, LedgerDefinition } from '../definition.ts';
import { computedOf } from './computed.ts';
import { type Place, placeFault } from './place.ts';

export type Values = Record<string, Value>;
export type ColumnFault = { column: string; value: string; message: Sentence };

/** An entry that has been read: what would be stored, and everything that is wrong with it. */
export type CheckedEntry = {
  values: Values;
  faults: ColumnFault[];
  key: string;
  name: string;
  missing: string[];
  contradictions: string[];
  unitId: string | null;
  streetCode: string | null;
  object: { kind: string; key: string } | null;
};

/** words stay as they were written; everything else is read whatever width its characters have */
const FREE_TEXT: ReadonlySet<Column['type']> = new Set(['text', 'long_text', 'entry', 'choice', 'choices']);
/** between the parts of a key */
const PART = '\u001f';
const REQUIRED: Sentence = { zh: '必填项，请补上。', en: 'This is required: fill it in.' };
const UNKNOWN: Sentence = { zh: '台账没有这一列，请核对列名。', en: 'The ledger has no such column: check its name.' };

/** Reads what was given for columns: values, and a fault for each that is missing, wrong or unknown. */
export function readValues(
  columns: readonly Column[],
  given: Readonly<Record<string, unknown>>,
  names: Names,
): { values: Values; faults: ColumnFault[] } {
  const values: Values = {};
  const faults: ColumnFault[] = [];
  for (const column of columns) {
    const text = FREE_TEXT.has(column.type) ? written(given[column.id]) : written(given[column.id]).normalize('NFKC');
    if (text === '') {
      if (column.required) faults.push({ column: column.id, value: '', message: REQUIRED });
      continue;
    }
    const read = KINDS[column.type].read(text, column, names);
    if ('fault' in read) faults.push({ column: column.id, value: text.slice(0, 80), message: read.fault });
    else values[column.id] = read.value;
  }
  for (const id of Object.keys(given))
    if (!columns.some((column) => column.id === id))
      faults.push({ column: id, value: written(given[id]).slice(0, 80), message: UNKNOWN });
  return { values, faults };
}

/**
 * Reads what was given for an entry.
 * @param given texts, numbers, truths or lists by column id; a column that is not named is empty
 */
export function checkEntry(
  definition: LedgerDefinition,
  given: Readonly<Record<string, unknown>>,
  place: Place | null,
  names: Names,
): CheckedEntry {
  const derived = new Set(definition.columns.flatMap(({ id, derived: of }) => (of ? [id] : [])));
  // what is computed comes back with an export and is computed again, whatever a file says
  const byHand = Object.fromEntries(Object.entries(given).filter(([id]) => !derived.has(id)));
  const { values: read, faults } = readValues(
    definition.columns.filter(({ id }) => !derived.has(id)),
    byHand,
    names,
  );
  const wrong = placeFault(definition, place);
  if (wrong) faults.push({ column: 'place', value: '', message: wrong });
  const { unitId, streetCode } = keeperOf(definition, read);
  // a formula is not asked about what cannot be read
  const computed = computedOf(
    faults.length === 0 ? definition : { ...definition, derive: undefined },
    read,
    place !== null,
  );
  const { values } = computed;
  return {
    ...computed,
    faults,
    key: definition.key.map((id) => keyPart(values[id])).join(PART),
    name: String(values[definition.name] ?? '').slice(0, 200),
    unitId,
    streetCode,
    object: objectOf(definition, values),
  };
}

/** Keys compare without regard to case, blanks and full-width forms. */
export const keyPart = (value: Value | undefined) =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase();

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(String).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).trim();
}

/** Who keeps an entry: the unit and street that its columns name first. */
export function keeperOf(definition: LedgerDefinition, values: Values) {
  const first = (type: Column['type']) => {
    const column = definition.columns.find((one) => one.type === type);
    const value = column && values[column.id];
    return typeof value === 'string' ? value : null;
  };
  return { unitId: first('unit'), streetCode: first('street') };
}

function objectOf({ object }: LedgerDefinition, values: Values): CheckedEntry['object'] {
  if (!object) return null;
  const key = keyPart(values[object.by]);
  return key === '' ? null : { kind: object.kind, key };
}
