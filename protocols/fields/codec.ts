import { type Cursor, Sink } from './bytes.ts';
import type { FieldRow, RecordOf } from './rows.ts';
import { verbOf } from './verbs.ts';

/** Reads and writes the record of one table. */
export type RecordCodec<Rows extends readonly FieldRow[]> = {
  readonly rows: Rows;
  /** Takes the record from the cursor; throws `DataEnds` when the data are too short. */
  readonly read: (cursor: Cursor) => RecordOf<Rows>;
  /** Writes the record; a RangeError that names the field when a value does not fit. */
  readonly write: (record: RecordOf<Rows>, sink: Sink) => void;
};

/** Turns a table of rows into a reader and a writer, once. */
export function codecOf<const Rows extends readonly FieldRow[]>(rows: Rows): RecordCodec<Rows> {
  const verbs = rows.map((row) => ({ name: row.name, ...verbOf(row, codecOf) }));
  // a copy of a record with all of its keys is filled several times faster than an empty one grows
  const empty: Readonly<Record<string, unknown>> = Object.fromEntries(rows.map(({ name }) => [name, null]));
  return {
    rows,
    read: (cursor) => {
      const record: Record<string, unknown> = { ...empty };
      for (let i = 0; i < verbs.length; i++) {
        const verb = verbs[i] as (typeof verbs)[number];
        record[verb.name] = verb.read(cursor);
      }
      return record as RecordOf<Rows>;
    },
    write: (record, sink) => {
      for (const { name, write } of verbs) write((record as Record<string, unknown>)[name], sink);
    },
  };
}

/** The bytes of a record. */
export function bytesOf<Rows extends readonly FieldRow[]>(
  codec: RecordCodec<Rows>,
  record: RecordOf<Rows>,
): Uint8Array {
  const sink = new Sink();
  codec.write(record, sink);
  return sink.done();
}
