import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { record } from '#platform/audit';
import { attachmentType, type GivenFile, keepFile, MAX_FILES } from '#platform/files';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { LedgerDefinition } from '../definition.ts';

export type EntryFile = {
  id: number;
  file_id: string;
  name: string;
  media_type: string;
  byte_size: number;
  sha256: string;
  by_name: string;
  at: Date;
  withdrawn_at: Date | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
};

/** The documents and pictures of an entry, newest first, withdrawn ones too. */
export async function filesOf(db: Db, ledger: string, entryId: number): Promise<EntryFile[]> {
  const { rows } = await sql<EntryFile>`select * from ledger_file
    where ledger = ${ledger} and entry_id = ${entryId} order by id desc limit 200`.execute(db);
  return rows;
}

/**
 * Keeps documents and pictures of an entry, all of them or none.
 * @throws Refusal bad_request (none, too many), document_…
 */
export async function attach(
  db: Db,
  definition: LedgerDefinition,
  actor: Actor,
  entryId: number,
  files: readonly GivenFile[],
): Promise<void> {
  if (files.length === 0 || files.length > MAX_FILES)
    throw new Refusal('bad_request', {
      zh: `请选择1到${MAX_FILES}个文件。`,
      en: `Choose 1 to ${MAX_FILES} files.`,
    });
  const types = files.map(({ name, bytes }) => attachmentType(name, bytes));
  await db.transaction().execute(async (tx) => {
    for (const [i, { name, bytes }] of files.entries()) {
      const kept = await keepFile(tx, { name, mediaType: types[i]!, content: bytes, createdBy: actor.accountId });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await sql`insert into ledger_file (ledger, entry_id, file_id, name, media_type, byte_size, sha256, by_id, by_name)
        values (${definition.id}, ${entryId}, ${kept.id}, ${name.slice(0, 200)}, ${types[i]}, ${bytes.length}, ${sha256},
          ${actor.accountId}, ${actor.name})`.execute(tx);
    }
    await record(tx, actor, {
      action: 'ledger.attach',
      subjectKind: definition.id,
      subjectId: String(entryId),
      after: { files: files.map(({ name }) => name) },
    });
  });
}

/** Takes a mistaken file back; it stays listed. @throws Refusal not_found */
export async function withdrawFile(
  db: Db,
  definition: LedgerDefinition,
  actor: Actor,
  { entryId, id, reason }: { entryId: number; id: number; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const done = await sql`update ledger_file set withdrawn_at = now(), withdrawn_by_name = ${actor.name},
      withdrawn_reason = ${reason} where id = ${id} and ledger = ${definition.id} and entry_id = ${entryId}
      and withdrawn_at is null`.execute(tx);
    if (Number(done.numAffectedRows ?? 0) === 0)
      throw new Refusal('not_found', {
        zh: '没有这个附件，或已经撤回。',
        en: 'There is no such file, or it is withdrawn.',
      });
    await record(tx, actor, {
      action: 'ledger.detach',
      subjectKind: definition.id,
      subjectId: String(entryId),
      after: { fileId: id, reason },
    });
  });
}
