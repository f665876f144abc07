import { record } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { readFile } from '#platform/files';
import { enqueue, FIGURES_TASK, type JobTask, type WorkKind, workKind } from '#platform/jobs';
import { bufferSource } from '#platform/sheets';
import type { Db } from '#platform/store';
import type { LedgerBooks } from './books.ts';
import { reconcileComputed } from './entry/anew.ts';
import { auditOf, importLedger, type RowFault } from './import/import.ts';
import { namesOf } from './names.ts';

export const LEDGER_IMPORT = 'ledger.import';
export type LedgerImportInput = {
  ledger: string;
  fileId: string;
  dryRun: boolean;
  sheet?: string;
  headerRow?: number;
  headings?: Record<string, string>;
  meanings?: Record<string, Record<string, string>>;
  within: { streets: string[]; units: string[] } | null;
};

/** The import of a kept file into a ledger, as a work: progress, cancelling, faults to download. Cut off, it starts again. */
export function ledgerImportWork(deps: { books: LedgerBooks; districtCode: string; clock: Clock }): WorkKind {
  return workKind<LedgerImportInput>({
    kind: LEDGER_IMPORT,
    resumable: true,
    async run({ id, db, pool, input, by, progress, cancelled }) {
      const definition = await deps.books.need(db, input.ledger);
      const file = await readFile(db, input.fileId);
      const today = deps.clock.today();
      const report = await importLedger(pool, definition, bufferSource(file.name, file.content), {
        ...input,
        actor: by,
        workId: id,
        today,
        names: await namesOf(db, deps.districtCode, today),
        progress: (done) => progress(done, null),
        cancelled,
        keepFaults: (faults) => keepFaults(db, id, faults),
      });
      if (!report.dryRun)
        await db.transaction().execute(async (tx) => {
          await record(tx, by, { ...auditOf(definition, report), subjectId: id });
          await enqueue(tx, FIGURES_TASK);
        });
      return report;
    },
  });
}

export const COMPUTED_TASK = 'ledgers.compute';

/** What rules say of entries, computed anew where a ledger was declared anew or the program has other rules. */
export const computedTask = (books: LedgerBooks): JobTask => ({
  name: COMPUTED_TASK,
  cron: '*/10 * * * *',
  atStart: true,
  run: async ({ db, signal }) => {
    const definitions = await books.all(db);
    const { version } = books;
    const differ = await reconcileComputed(db, { definitions, version, cancelled: () => signal.aborted });
    if (differ > 0) await enqueue(db, FIGURES_TASK);
  },
});

type FaultTables = {
  ledger_import_error: {
    work_id: string;
    seq: number;
    row_no: number;
    column_name: string | null;
    value: string;
    message: RowFault['message'];
  };
};

async function keepFaults(db: Db, workId: string, faults: readonly RowFault[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const t = tx.withTables<FaultTables>();
    await t.deleteFrom('ledger_import_error').where('work_id', '=', workId).execute();
    for (let at = 0; at < faults.length; at += 1000)
      await t
        .insertInto('ledger_import_error')
        .values(
          faults.slice(at, at + 1000).map((f, i) => ({
            work_id: workId,
            seq: at + i + 1,
            row_no: f.row,
            column_name: f.column,
            value: f.value.replaceAll('\0', ''),
            message: JSON.stringify(f.message) as unknown as RowFault['message'],
          })),
        )
        .execute();
  });
}

/** Every fault that was kept of an import, in the order of the file. */
export async function importFaults(db: Db, workId: string): Promise<RowFault[]> {
  const rows = await db
    .withTables<FaultTables>()
    .selectFrom('ledger_import_error')
    .where('work_id', '=', workId)
    .orderBy('seq')
    .selectAll()
    .execute();
  return rows.map((r) => ({ row: r.row_no, column: r.column_name, value: r.value, message: r.message }));
}
