import type { FieldRow, Personal } from './rows.ts';

const stars = (text: string, first: number, last: number) => {
  const characters = [...text];
  if (characters.length <= first + last) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - first - last);
  return characters.slice(0, first).join('') + hidden + characters.slice(characters.length - last).join('');
};

const MASKS: Readonly<Record<Personal, (value: unknown) => unknown>> = {
  // the maker's part stays, so that an operator sees which fleet is meant
  vin: (value) => stars(String(value), 3, 2),
  // the region stays: 京A·****5
  plate: (value) => stars(String(value), 2, 1),
  iccid: (value) => stars(String(value), 6, 2),
  phone: (value) => stars(String(value), 3, 2),
  imei: (value) => stars(String(value), 3, 2),
  secret: () => '***',
  // a hundredth of a degree is about a kilometre
  place: (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value),
  'place-micro': (value) => (typeof value === 'number' ? Math.round(value / 10_000) * 10_000 : value),
  // what no table could read may hold anything
  unread: (value) => `${String(value).length / 2} bytes`,
};

/** A vehicle number, plate, ICCID, phone number … as logs and names of tests may show it; '' and null stay. */
export function mask(kind: Personal, value: unknown): unknown {
  return value === null || value === undefined || value === '' ? value : MASKS[kind](value);
}

/** Names of personal fields that stand in no table of rows: heads of frames, and what is kept as hex. */
const IN_HEADS: Readonly<Record<string, Personal>> = { vin: 'vin', phone: 'phone', hex: 'unread', kept: 'unread' };

/** Which keys of decoded records are personal, by the tables. */
export function personalKeys(tables: readonly (readonly FieldRow[])[]): Readonly<Record<string, Personal>> {
  const keys: Record<string, Personal> = { ...IN_HEADS };
  const walk = (rows: readonly FieldRow[]): void => {
    for (const row of rows) {
      if (row.personal) keys[row.name] = row.personal;
      if (row.kind === 'list') walk(row.of);
    }
  };
  for (const rows of tables) walk(rows);
  return keys;
}

/** A decoded message as a log may show it: personal fields masked, raw bytes given as their number. */
export function masked(value: unknown, keys: Readonly<Record<string, Personal>>): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return value.map((one) => masked(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const kind = Object.hasOwn(keys, key) ? keys[key] : undefined;
      return [key, kind ? mask(kind, one) : masked(one, keys)];
    }),
  );
}
