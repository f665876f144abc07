import type { Cursor, Sink } from './bytes.ts';
import type {
  CodeRow,
  CountedTextRow,
  FieldRow,
  HexRow,
  ListRow,
  NumberRow,
  SeriesRow,
  TextRow,
  TextsRow,
  TimeRow,
} from './rows.ts';
import { rawOf, scaled, scaleOf } from './scale.ts';
import { ofBcd, partsOf, stampOf, toBcd } from './stamp.ts';
import { bytesOfGbk, bytesOfHex, bytesOfLatin1, gbkOf, hexOf, latin1Of } from './text.ts';

export type Verb = { readonly read: (cursor: Cursor) => unknown; readonly write: (value: unknown, sink: Sink) => void };
type Nested = (rows: readonly FieldRow[]) => {
  read: (cursor: Cursor) => unknown;
  write: (record: never, sink: Sink) => void;
};

const largest = (bytes: number) => 256 ** bytes - 1;

function number({ name, bytes, step, offset, abnormal }: NumberRow): Verb {
  const scale = scaleOf(step, offset);
  const invalid = largest(bytes);
  const nonsense = abnormal ? invalid - 1 : -1;
  return {
    read: (cursor) => {
      const raw = cursor.unsigned(bytes, name);
      return raw === invalid ? null : raw === nonsense ? 'abnormal' : scaled(raw, scale);
    },
    write: (value, sink) => {
      const raw =
        value === null ? invalid : value === 'abnormal' && abnormal ? nonsense : rawOf(value as number, scale);
      if (typeof value === 'number' && (raw === invalid || raw === nonsense))
        throw new RangeError(`${name}: ${value} is the mark of an invalid value`);
      sink.unsigned(raw, bytes, name);
    },
  };
}

const whole = ({ name, bytes }: { name: string; bytes: 1 | 2 | 4 }): Verb => ({
  read: (cursor) => cursor.unsigned(bytes, name),
  write: (value, sink) => sink.unsigned(value as number, bytes, name),
});

function code({ name, values, invalid = 0xff, abnormal }: CodeRow): Verb {
  return {
    read: (cursor) => {
      const raw = cursor.unsigned(1, name);
      if (raw === invalid) return null;
      if (abnormal && raw === 0xfe) return 'abnormal';
      if (raw in values) return raw;
      cursor.deviations.add('value-reserved', name, String(raw));
      return raw === 0xff ? null : raw;
    },
    write: (value, sink) =>
      sink.unsigned(value === null ? invalid : value === 'abnormal' ? 0xfe : (value as number), 1, name),
  };
}

function padded(bytes: Uint8Array): { content: Uint8Array; invalid: boolean } {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  let invalid = bytes.length > 0 && end === bytes.length;
  for (let i = 0; invalid && i < end; i++) invalid = bytes[i] === 0xff;
  return { content: bytes.subarray(0, end), invalid };
}

function textIn(content: Uint8Array, name: string, charset: 'gbk' | undefined, cursor: Cursor): string {
  const { text, printable } = latin1Of(content);
  if (printable) return text;
  if (charset === 'gbk') {
    const decoded = gbkOf(content);
    const again = bytesOfGbk(decoded);
    if (again && hexOf(again) === hexOf(content)) return decoded;
    cursor.deviations.add('text-undecodable', name);
    return text;
  }
  cursor.deviations.add('text-unprintable', name);
  return text;
}

function textBytes(text: string, name: string, charset: 'gbk' | undefined): Uint8Array {
  const bytes = charset === 'gbk' ? bytesOfGbk(text) : bytesOfLatin1(text, name);
  if (!bytes) throw new RangeError(`${name}: ${JSON.stringify(text)} is not in GBK`);
  return bytes;
}

function text({ name, bytes: size, charset }: TextRow): Verb {
  return {
    read: (cursor) => {
      const bytes = size === 'rest' ? cursor.rest() : cursor.take(size, name);
      if (size === 'rest') return textIn(bytes, name, charset, cursor);
      const { content, invalid } = padded(bytes);
      return invalid ? null : textIn(content, name, charset, cursor);
    },
    write: (value, sink) => {
      if (value === null) return sink.put(new Uint8Array(size === 'rest' ? 0 : size).fill(0xff));
      const bytes = textBytes(value as string, name, charset);
      if (size === 'rest') return sink.put(bytes);
      if (bytes.length > size) throw new RangeError(`${name}: ${JSON.stringify(value)} is longer than ${size} bytes`);
      const room = new Uint8Array(size);
      room.set(bytes);
      sink.put(room);
    },
  };
}

const countedText = ({ name }: CountedTextRow): Verb => ({
  read: (cursor) => textIn(cursor.take(cursor.unsigned(1, name), name), name, undefined, cursor),
  write: (value, sink) => {
    const bytes = textBytes(value as string, name, undefined);
    sink.unsigned(bytes.length, 1, name);
    sink.put(bytes);
  },
});

const hex = ({ name, bytes: size }: HexRow): Verb => ({
  read: (cursor) => hexOf(size === 'rest' ? cursor.rest() : cursor.take(size, name)),
  write: (value, sink) => {
    const bytes = bytesOfHex(value as string);
    if (size !== 'rest' && bytes.length !== size) throw new RangeError(`${name}: ${size} bytes of hex are needed`);
    sink.put(bytes);
  },
});

function time({ name, kind }: TimeRow): Verb {
  const bcd = kind === 'bcd-time';
  return {
    read: (cursor) => {
      const bytes = cursor.take(6, name);
      const stamp = stampOf(bcd ? bytes.map(ofBcd) : bytes);
      if (stamp === null && !bytes.every((byte) => byte === 0xff))
        cursor.deviations.add('time-impossible', name, hexOf(bytes));
      return stamp;
    },
    write: (value, sink) => {
      if (value === null) return sink.put(new Uint8Array(6).fill(0xff));
      const parts = partsOf(value as string, name);
      sink.put(Uint8Array.from(bcd ? parts.map(toBcd) : parts));
    },
  };
}

/** A count, with its marks where the standard gives it some; `each` reads and writes one element. */
function many({ name, countBytes, absent }: ListRow | SeriesRow, each: Verb): Verb {
  const invalid = largest(countBytes);
  return {
    read: (cursor) => {
      const count = cursor.unsigned(countBytes, name);
      if (absent && count >= invalid - 1) return count === invalid ? null : 'abnormal';
      const values: unknown[] = [];
      for (let i = 0; i < count; i++) values.push(each.read(cursor));
      return values;
    },
    write: (value, sink) => {
      if (absent && !Array.isArray(value))
        return sink.unsigned(value === null ? invalid : invalid - 1, countBytes, name);
      const values = value as readonly unknown[];
      sink.unsigned(values.length, countBytes, name);
      for (const one of values) each.write(one, sink);
    },
  };
}

const texts = ({ name }: TextsRow): Verb => ({
  read: (cursor) => {
    const [count, length] = [cursor.unsigned(1, name), cursor.unsigned(1, name)];
    const each = text({ kind: 'text', name, zh: '', bytes: length });
    return { length, texts: Array.from({ length: count }, () => each.read(cursor) as string | null) };
  },
  write: (value, sink) => {
    const { length, texts: all } = value as { length: number; texts: readonly (string | null)[] };
    sink.unsigned(all.length, 1, name);
    sink.unsigned(length, 1, name);
    const each = text({ kind: 'text', name, zh: '', bytes: length });
    for (const one of all) each.write(one, sink);
  },
});

/** The reader and writer of one row; `nested` turns the rows of a list into a record's. */
export function verbOf(row: FieldRow, nested: Nested): Verb {
  switch (row.kind) {
    case 'number':
      return number(row);
    case 'count':
    case 'flags':
      return whole(row);
    case 'code':
      return code(row);
    case 'text':
      return text(row);
    case 'counted-text':
      return countedText(row);
    case 'hex':
      return hex(row);
    case 'time':
    case 'bcd-time':
      return time(row);
    case 'list':
      return many(row, nested(row.of) as Verb);
    case 'series':
      return many(row, verbOf(row.of, nested));
    case 'texts':
      return texts(row);
  }
}
