import { readFile } from '#platform/files';
import { type WorkKind, workKind } from '#platform/jobs';
import { bufferSource } from '#platform/sheets';
import type { Db } from '#platform/store';
import { MOST_KEPT, type RowError } from './import/faults.ts';
import { importObservations } from './import/import.ts';
import { tables } from './store.ts';
import type { ImportMapping } from './wire.ts';

export const IMPORT_WORK = 'observations.import';
export type ImportInput = { fileId: string; mapping: ImportMapping; dryRun: boolean };

/** The import of a kept file as a work: progress, cancelling, a report as its result. Cut off, it starts again: nothing was kept. */
export function importWork(): WorkKind {
  return workKind<ImportInput>({
    kind: IMPORT_WORK,
    resumable: true,
    async run({ id, db, pool, input, by, progress, cancelled }) {
      const file = await readFile(db, input.fileId);
      return importObservations({ pool }, bufferSource(file.name, file.content), input.mapping, {
        dryRun: input.dryRun,
        actor: by,
        fileId: file.id,
        workId: id,
        progress,
        cancelled,
        errorSheet: (errors) => keepErrors(db, id, errors),
      });
    },
  });
}

async function keepErrors(db: Db, workId: string, errors: readonly RowError[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tables(tx).deleteFrom('import_error').where('work_id', '=', workId).execute();
    const rows = errors.map((e, seq) => ({
      work_id: workId,
      seq: seq + 1,
      row_no: e.row,
      column_name: e.column,
      value: e.value.replaceAll('\0', ''),
      message: JSON.stringify(e.message) as unknown as RowError['message'],
    }));
    for (let at = 0; at < rows.length; at += 1000)
      await tables(tx)
        .insertInto('import_error')
        .values(rows.slice(at, at + 1000))
        .execute();
  });
}

/** The errors that were kept of an import, in the order of the file; all of them, or a stretch. */
export async function importErrors(
  db: Db,
  workId: string,
  stretch: { from: number; limit: number } = { from: 0, limit: MOST_KEPT },
): Promise<RowError[]> {
  const rows = await tables(db)
    .selectFrom('import_error')
    .where('work_id', '=', workId)
    .where('seq', '>', stretch.from)
    .where('seq', '<=', stretch.from + stretch.limit)
    .orderBy('seq')
    .selectAll()
    .execute();
  return rows.map((r) => ({ row: r.row_no, column: r.column_name, value: r.value, message: r.message }));
}

export async function countErrors(db: Db, workId: string): Promise<number> {
  const { n } = await tables(db)
    .selectFrom('import_error')
    .where('work_id', '=', workId)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
