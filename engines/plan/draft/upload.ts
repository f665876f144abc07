import { unitDirectory } from '#engines/district';
import { type Acting, record } from '#platform/audit';
import { keepFile } from '#platform/files';
import type { Db } from '#platform/store';
import { readPlan } from '../reading.ts';
import { whole } from '../transaction.ts';
import { keptDocument, keptReading, keptWarnings } from './keep.ts';
import type { ReviewedAt } from './review.ts';
import { insertDraft } from './store.ts';

const MEDIA_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
};

/**
 * Reads a document and keeps it as a draft for review.
 * @throws Refusal document_… ; then nothing is kept
 */
export async function uploadDraft(
  db: Db,
  actor: Acting,
  at: ReviewedAt,
  document: { name: string; bytes: Uint8Array },
): Promise<string> {
  const directory = await unitDirectory(db, at.districtCode, at.on);
  const reading = readPlan(document.name, document.bytes, directory);
  return whole(db, async (tx) => {
    const file = await keepFile(tx, {
      name: document.name,
      mediaType: MEDIA_TYPES[reading.document.kind] ?? 'application/octet-stream',
      content: document.bytes,
      createdBy: actor.accountId,
    });
    const id = await insertDraft(tx, actor, {
      district_code: at.districtCode,
      file_id: file.id,
      file_name: document.name,
      reading: keptReading(reading),
      document: keptDocument(reading.document),
      warnings: keptWarnings(reading.warnings),
    });
    await record(tx, actor, {
      action: 'plan.draft.upload',
      subjectKind: 'plan-draft',
      subjectId: id,
      after: { fileId: file.id, fileName: document.name, title: reading.title, year: reading.year },
    });
    return id;
  });
}
