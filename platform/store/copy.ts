import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Rows of plain values; arrays become PostgreSQL arrays, null becomes NULL. */
export type CopySource = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;

/**
 * Loads rows by COPY (text format), the fastest way in.
 * @param client one connection, in the caller's transaction if it has one
 * @param target `table (column, column)`: a literal of the calling code, never input
 * @returns how many rows the server took
 */
export async function copyRows(client: pg.ClientBase, target: string, rows: CopySource): Promise<number> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  await pipeline(Readable.from(lines(rows), { objectMode: false, highWaterMark: 1 << 18 }), stream);
  return stream.rowCount ?? 0;
}

async function* lines(rows: CopySource): AsyncGenerator<Buffer> {
  let chunk = '';
  for await (const row of rows) {
    chunk += `${row.map(field).join('\t')}\n`;
    if (chunk.length > 1 << 16) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  if (chunk) yield Buffer.from(chunk);
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  return escapeField(Array.isArray(value) ? arrayText(value) : scalar(value));
}

function scalar(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function arrayText(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return `"${scalar(value).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapeField = (text: string) => text.replace(/[\\\n\r\t]/g, (c) => ESCAPES[c]!);
