import { type Hj212Draft, item } from './encode.ts';
import { EDITIONS, type Edition } from './tables/editions.table.ts';
import { REQUESTS, type RequestItem, type RequestName } from './tables/requests.table.ts';

/** To whom a request goes. `qn`: see `qnAt`. */
export type Addressee = {
  readonly edition: Edition;
  readonly qn: string;
  readonly st: string;
  readonly pw: string;
  readonly mn: string;
};
/** Values by item name: `{ OverTime: '5', ReCount: '3' }`. */
export type RequestValues = Readonly<Record<string, string>>;

/** What is wrong with one value; null when the standard allows it. */
function faultOf(row: RequestItem, value: string | undefined): string | null {
  if (value === undefined || value === '') return row.optional ? null : `${row.item} is missing`;
  if (row.kind === 'time') return /^\d{14}$/.test(value) ? null : `${row.item} is not 14 digits`;
  if (row.kind === 'text') {
    if (/[;,=&\s]/.test(value)) return `${row.item} holds a separator`;
    return row.length === undefined || value.length === row.length
      ? null
      : `${row.item} is not ${row.length} characters`;
  }
  const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (row.kind === 'choice')
    return row.of.includes(number) ? null : `${row.item} is none of ${row.of.join(', ')} ${row.unit}`.trimEnd();
  return number >= row.from && number <= row.to
    ? null
    : `${row.item} is not between ${row.from} and ${row.to} ${row.unit}`.trimEnd();
}

/** What keeps a request from being sent: values that are missing, outside the bounds, or of no such item. */
export function requestFaults(name: RequestName, values: RequestValues): string[] {
  const rows: readonly RequestItem[] = REQUESTS[name].items;
  const unknown = Object.keys(values).filter((key) => !rows.some((row) => row.item === key));
  return [
    ...rows.flatMap((row) => faultOf(row, values[row.item]) ?? []),
    ...unknown.map((key) => `${key} is no item of it`),
  ];
}

/**
 * A request (or a notice that stops an upload) of the platform, with the wish for an answer. Throws a RangeError with
 * `requestFaults`. In 2005 a period is one item, `BeginTime=…,EndTime=…`.
 */
export function request(name: RequestName, values: RequestValues, to: Addressee): Hj212Draft {
  const faults = requestFaults(name, values);
  if (faults.length > 0) throw new RangeError(faults.join('; '));
  const { cn, items }: { cn: string; items: readonly RequestItem[] } = REQUESTS[name];
  const sent = items.flatMap((row) => (values[row.item] ? [item(row.item, values[row.item] as string)] : []));
  const { edition, qn, st, pw, mn } = to;
  const groups = edition === '2005' && sent.length > 0 && name.endsWith('-history') ? [sent] : sent.map((one) => [one]);
  return { qn, st, cn, pw, mn, flag: (EDITIONS[edition].versionBits << 2) | 1, groups };
}
