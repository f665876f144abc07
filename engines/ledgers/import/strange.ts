import type { Column, LedgerDefinition } from '../definition.ts';

/** column id → word of the file → what it means there, by a person: a choice's id, a street's code, a unit's id, yes or no */
export type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** A word that a column does not know, and how many rows have it. */
export type StrangeWord = { column: string; value: string; rows: number };

/** columns whose words are of a closed list, so that a person can say which of them a strange one means */
const CLOSED: ReadonlySet<Column['type']> = new Set(['choice', 'street', 'unit', 'yes_no']);
const SHOWN = 50;

/** Counts the words of a file that closed lists do not have. */
export class StrangeWords {
  readonly #columns: ReadonlySet<string>;
  readonly #rows = new Map<string, StrangeWord>();

  constructor({ columns }: LedgerDefinition) {
    this.#columns = new Set(columns.flatMap(({ id, type }) => (CLOSED.has(type) ? [id] : [])));
  }

  take(column: string, value: string): void {
    if (value === '' || !this.#columns.has(column)) return;
    const key = `${column}|${value}`;
    const seen = this.#rows.get(key);
    if (seen) seen.rows++;
    else if (this.#rows.size < SHOWN) this.#rows.set(key, { column, value, rows: 1 });
  }

  /** the most frequent first */
  get all(): StrangeWord[] {
    return [...this.#rows.values()].sort((a, b) => b.rows - a.rows);
  }
}
