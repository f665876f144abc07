import { bytesOfHex, type Cursor, hexOf, type Sink } from '#protocols/fields';
import { ITEMS, VENDOR_ITEMS } from './items.table.ts';

/** One item behind a position: its bytes as they came, and its value where the standard gives it one. */
export type Item = {
  readonly id: number;
  readonly hex: string;
  /** null where the standard does not define it */
  readonly name: string | null;
  /** in the unit of the table; null where it is no number */
  readonly value: number | null;
};

const KNOWN = new Map<number, (typeof ITEMS)[number]>(ITEMS.map((row) => [row.id, row]));
const ofStep = (row: (typeof ITEMS)[number]): number => ('step' in row ? 1 / Number(row.step) : 1);

/** Reads items up to the end; returns as hex what does not divide into items any more. */
export function readItems(cursor: Cursor): { items: Item[]; rest: string } {
  const items: Item[] = [];
  while (cursor.left > 0) {
    const { at, bytes, end } = cursor;
    const length = at + 1 < end ? (bytes[at + 1] as number) : Number.POSITIVE_INFINITY;
    if (at + 2 + length > end) {
      cursor.deviations.add('truncated', 'items');
      return { items, rest: hexOf(cursor.rest()) };
    }
    cursor.at = at + 2 + length;
    items.push(itemOf(bytes[at] as number, bytes.subarray(at + 2, cursor.at), cursor));
  }
  return { items, rest: '' };
}

function itemOf(id: number, bytes: Uint8Array, cursor: Cursor): Item {
  const row = KNOWN.get(id);
  const item = { id, hex: hexOf(bytes), name: row?.name ?? null, value: null };
  if (!row) {
    if (id < VENDOR_ITEMS.from) cursor.deviations.add('item-undefined', `0x${id.toString(16).padStart(2, '0')}`);
    return item;
  }
  if (row.bytes === null) return item;
  if (row.bytes !== bytes.length) {
    cursor.deviations.add('item-length-wrong', row.name, String(bytes.length));
    return item;
  }
  let raw = 0;
  for (const byte of bytes) raw = raw * 256 + byte;
  return { ...item, value: raw / ofStep(row) };
}

/** Writes items by their bytes. */
export function writeItems(items: readonly Pick<Item, 'id' | 'hex'>[], sink: Sink): void {
  for (const { id, hex } of items) {
    const bytes = bytesOfHex(hex);
    sink.unsigned(id, 1, 'itemId');
    sink.unsigned(bytes.length, 1, 'itemLength');
    sink.put(bytes);
  }
}

/** An item by its name and value, for devices that are simulated. */
export function itemFor(name: (typeof ITEMS)[number]['name'], value: number): Item {
  const row = ITEMS.find((one) => one.name === name);
  if (!row?.bytes) throw new RangeError(`${name} is not a number`);
  const raw = Math.round(value * ofStep(row));
  if (raw < 0 || raw >= 256 ** row.bytes) throw new RangeError(`${name}: ${value} does not fit`);
  return {
    id: row.id,
    hex: raw
      .toString(16)
      .toUpperCase()
      .padStart(2 * row.bytes, '0'),
    name,
    value,
  };
}
