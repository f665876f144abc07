import fc from 'fast-check';
import type { FieldRow } from '#protocols/fields';
import { COMMAND_ITSELF, closeFrame, type Dialect, type HeadKind } from '#protocols/vehicle-link';

type Bytes = fc.Arbitrary<Uint8Array>;

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
export const joined = (...parts: readonly Bytes[]): Bytes => fc.tuple(...parts).map(join);
export const joinedBytes = join;

const size = (length: number): Bytes => fc.uint8Array({ minLength: length, maxLength: length });
const one = (values: readonly number[]): Bytes => fc.constantFrom(...values).map((value) => Uint8Array.of(value));
const counted = (count: number, bytes: 1 | 2) => (bytes === 1 ? [count] : [count >> 8, count & 0xff]);

const PRINTABLE = fc.integer({ min: 0x20, max: 0x7e });
const printable = (from: number, to: number): Bytes =>
  fc.array(PRINTABLE, { minLength: from, maxLength: to }).map((codes) => Uint8Array.from(codes));
const filled = (length: number): Bytes =>
  printable(0, length).map((text) => {
    const room = new Uint8Array(length);
    room.set(text);
    return room;
  });
/** Filled text, or FF throughout: invalid. */
const text = (length: number): Bytes => fc.oneof(filled(length), fc.constant(new Uint8Array(length).fill(0xff)));

const PARTS = [
  [0, 99],
  [1, 12],
  [1, 28],
  [0, 23],
  [0, 59],
  [0, 59],
] as const;
const time = (bcd: boolean): Bytes =>
  fc
    .tuple(...PARTS.map(([min, max]) => fc.integer({ min, max })))
    .map((parts) => Uint8Array.from(parts.map((n) => (bcd ? (Math.floor(n / 10) << 4) | (n % 10) : n))));

const FEW = 4;

/** Bytes that a device which keeps to the standard could send for a row. */
function bytesOfRow(row: FieldRow): Bytes {
  switch (row.kind) {
    case 'number':
    case 'count':
    case 'flags':
      return fc.oneof(size(row.bytes), fc.constant(new Uint8Array(row.bytes).fill(0xff)));
    case 'code':
      return one([...Object.keys(row.values).map(Number), row.invalid ?? 0xff, ...(row.abnormal ? [0xfe] : [])]);
    case 'text':
      return row.bytes === 'rest' ? printable(0, 12) : text(row.bytes);
    case 'counted-text':
      return printable(0, 20).map((bytes) => join([Uint8Array.of(bytes.length), bytes]));
    case 'hex':
      return row.bytes === 'rest' ? fc.uint8Array({ maxLength: 30 }) : size(row.bytes);
    case 'time':
    case 'bcd-time':
      return time(row.kind === 'bcd-time');
    case 'list':
    case 'series': {
      const each = row.kind === 'list' ? bytesOfRows(row.of) : bytesOfRow(row.of);
      const some = fc
        .array(each, { maxLength: FEW })
        .map((list) => join([Uint8Array.from(counted(list.length, row.countBytes)), ...list]));
      if (!row.absent) return some;
      const marks = [0xff, 0xfe].map((mark) =>
        row.countBytes === 1 ? Uint8Array.of(mark) : Uint8Array.of(0xff, mark),
      );
      return fc.oneof({ weight: 4, arbitrary: some }, { weight: 1, arbitrary: fc.constantFrom(...marks) });
    }
    case 'texts':
      return fc
        .tuple(fc.nat(FEW), fc.nat(8))
        .chain(([count, length]) =>
          joined(fc.constant(Uint8Array.of(count, length)), ...Array.from({ length: count }, () => filled(length))),
        );
  }
}

export const bytesOfRows = (rows: readonly FieldRow[]): Bytes =>
  rows.length === 0 ? fc.constant(new Uint8Array()) : joined(...rows.map(bytesOfRow));

const vin = fc.integer({ min: 0, max: 99999 }).map((n) => `LTEST${String(n).padStart(12, '0')}`);

/** A frame as a device that keeps to the standard could send it. */
export function conformantFrame(dialect: Dialect, head: HeadKind): Bytes {
  const certain = dialect.blocks.filter(({ rows, confidence }) => rows && confidence !== 'L');
  const blockHead = bytesOfRows(dialect.blockHead);
  const blocks = certain.map(({ type, rows }) => joined(one([type]), blockHead, bytesOfRows(rows ?? [])));
  if (dialect.vendorBlocks) {
    const vendor = fc.uint8Array({ maxLength: 40 }).map((bytes) => join([Uint8Array.of(0, bytes.length), bytes]));
    blocks.push(joined(one([...dialect.vendorBlocks]), blockHead, vendor));
  }
  const signature = dialect.signed ? [joined(one([0x20]), size(32), one([0x20]), size(32))] : [];
  const report = joined(
    bytesOfRows(dialect.reportHead),
    fc.array(fc.oneof(...blocks), { maxLength: FEW }).map(join),
    fc.oneof(fc.constant(new Uint8Array()), ...signature),
  );
  return fc.constantFrom(...dialect.commands).chain(({ command, data }) =>
    fc
      .record({
        vin,
        data: data === 'report' ? report : bytesOfRows(data === 'nothing' ? [] : data),
        softwareVersion: fc.integer({ min: 0x20, max: 250 }),
        start: fc.constantFrom(...dialect.starts),
      })
      .map((drawn) =>
        closeFrame(
          {
            start: drawn.start,
            head,
            command,
            vin: drawn.vin,
            response: head === 'platform' ? COMMAND_ITSELF : null,
            softwareVersion: head === 'terminal' ? drawn.softwareVersion % 32 : null,
            encryption: dialect.plain[0] as number,
          },
          drawn.data,
        ),
      ),
  );
}

/** Cuts bytes into pieces of the given lengths, over and over. */
export function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = Math.max(1, lengths[i % lengths.length] ?? bytes.length);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

/** Lengths to cut by. */
export const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });

/** Bytes without the given ones. */
export const noiseWithout = (...absent: readonly number[]): Bytes =>
  fc.uint8Array({ maxLength: 60 }).map((bytes) => bytes.filter((byte) => !absent.includes(byte)));
