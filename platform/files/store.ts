import { createHash } from 'node:crypto';
import type { Generated } from 'kysely';
import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';

export type FileTables = {
  file: {
    id: Generated<string>;
    sha256: Buffer;
    name: string;
    media_type: string;
    byte_size: number;
    content: Buffer;
    created_at: Generated<Date>;
    created_by: string | null;
  };
};

export type KeptFile = {
  id: string;
  name: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  createdAt: Date;
};

/**
 * Keeps a file, once per content.
 * @returns the kept row, and whether this content was here before (then under its first name)
 */
export async function keepFile(
  db: Db,
  given: { name: string; mediaType: string; content: Uint8Array; createdBy: string | null },
): Promise<KeptFile & { known: boolean }> {
  const t = db.withTables<FileTables>();
  const content = Buffer.from(given.content.buffer, given.content.byteOffset, given.content.byteLength);
  const sha256 = createHash('sha256').update(content).digest();
  const inserted = await t
    .insertInto('file')
    .values({
      sha256,
      name: nameOf(given.name),
      media_type: given.mediaType,
      byte_size: content.length,
      content,
      created_by: given.createdBy,
    })
    .onConflict((c) => c.column('sha256').doNothing())
    .returning('id')
    .executeTakeFirst();
  const row = await select(t).where('sha256', '=', sha256).executeTakeFirstOrThrow();
  return { ...shape(row), known: !inserted };
}

/** @throws Refusal not_found */
export async function readFile(db: Db, id: string): Promise<KeptFile & { content: Buffer }> {
  const t = db.withTables<FileTables>();
  const row = await select(t).select('content').where('id', '=', id).executeTakeFirst();
  if (!row) throw missing(id);
  return { ...shape(row), content: row.content };
}

/** A file without its content. @throws Refusal not_found */
export async function fileInfo(db: Db, id: string): Promise<KeptFile> {
  const row = await select(db.withTables<FileTables>()).where('id', '=', id).executeTakeFirst();
  if (!row) throw missing(id);
  return shape(row);
}

const select = (t: ReturnType<typeof tables>) =>
  t
    .selectFrom('file')
    .select(['id', 'name', 'media_type', 'byte_size', 'created_at', sql<string>`encode(sha256, 'hex')`.as('sha256')]);
const tables = (db: Db) => db.withTables<FileTables>();

const shape = (row: {
  id: string;
  name: string;
  media_type: string;
  byte_size: number;
  created_at: Date;
  sha256: string;
}): KeptFile => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  byteSize: row.byte_size,
  sha256: row.sha256,
  createdAt: row.created_at,
});

/** the last part of a path, without control characters; never empty */
function nameOf(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e]/g, '').trim();
  return clean.slice(0, 200) || 'file';
}

const missing = (id: string) =>
  new Refusal(
    'not_found',
    { zh: '没有这个文件，可能链接有误。', en: 'There is no such file; the link may be wrong.' },
    { id },
  );
