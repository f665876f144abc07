import type pg from 'pg';
import { type Acting, record } from '#platform/audit';
import { enqueue } from '#platform/jobs';
import { Refusal, type Sentence } from '#platform/refusal';
import type { ImportSource, TableRow } from '#platform/sheets';
import { columnNames, isBlank, noHeader, openTable } from '#platform/sheets';
import type { Store } from '#platform/store';
import { WOKEN_BY_HOURS } from '../store.ts';
import type { ImportMapping, ImportReport } from '../wire.ts';
import { type Comparison, compareStaged } from './compare.ts';
import { registerDevices, stationDevices } from './devices.ts';
import { FaultList, type RowError } from './faults.ts';
import { dbOn, inTransaction, landStaged, lockRecords, mergeStored } from './land.ts';
import { rowReader } from './row-reader.ts';
import { stage } from './stage.ts';
import { stationFinder } from './station-finder.ts';
import type { Tally } from './tally.ts';
import { ValueReader } from './values.ts';

export type ImportOptions = {
  /** read and compare everything, keep nothing */
  dryRun?: boolean;
  /** bytes of the file read so far, of all (null: not known for workbooks) */
  progress?: (done: number, total: number | null, note: Sentence) => void;
  cancelled?: () => boolean;
  actor: Acting;
  fileId?: string;
  workId?: string;
  /** told every error that is kept (20,000 at most), for the downloadable sheet */
  errorSheet?: (errors: readonly RowError[], total: number) => Promise<void>;
};

const READING_STEP = 5000;
const SHOWN_ERRORS = 200;

/**
 * Imports hour values from a file, all or nothing, streamed.
 *
 * The same file again changes nothing and leaves no source behind. A row that differs from the stored one takes its
 * place, the old one stays in `packet_replaced`. Rows whose station or hour cannot be read are refused one by one.
 * @throws Refusal import_file_unreadable, import_mapping_incomplete, document_empty, document_too_large, cancelled
 */
export async function importObservations(
  store: Pick<Store, 'pool'>,
  source: ImportSource,
  mapping: ImportMapping,
  options: ImportOptions,
): Promise<ImportReport> {
  const faults = new FaultList();
  const table = await openTable(source);
  let consumed = 0;
  const lines = table.rows(mapping.sheet, (bytes) => {
    consumed = bytes;
  });
  const reader = rowReader(mapping, await header(lines, source.name, mapping.headerRow));
  const report = await inTransaction(store.pool, async (client) => {
    await lockRecords(client);
    const devices = await stationDevices(
      client,
      reader.channels.map((c) => c.pollutant),
    );
    const values = new ValueReader(reader, stationFinder(devices, mapping), faults);
    const total = table.kind.content === 'csv' ? source.bytes : null;
    const watched = watch(lines, options, () => consumed, total);
    await stage(client, mapping.layout, watched, values, devices);
    if (values.tally.rows === 0) throw empty(source.name);
    const rows = values.tally.rows;
    options.progress?.(total ?? rows, total, { zh: `已读${rows}行，正在入库`, en: `${rows} rows read, storing` });
    await mergeStored(client);
    const compared = await compareStaged(client, devices);
    const result = reportOf(compared, values.tally, faults, options.dryRun ?? false);
    const keep = !options.dryRun && compared.inserted + compared.changed > 0;
    if (keep) {
      const sourceId = await addSource(client, source, mapping, options);
      await registerDevices(client, devices);
      const landed = await landStaged(client, sourceId, false);
      if (landed.inserted !== compared.inserted || landed.changed !== compared.changed)
        throw new Error('an import did something else than its comparison said');
      const short = { ...result, errors: [], coverage: [] };
      await client.query('update record_source set report = $2 where id = $1', [sourceId, JSON.stringify(short)]);
      const after = { file: source.name, fileId: options.fileId, ...landed, refused: result.refused };
      const db = dbOn(client);
      await enqueue(db, WOKEN_BY_HOURS);
      await record(db, options.actor, {
        action: 'observations.import',
        subjectKind: 'record_source',
        subjectId: String(sourceId),
        after,
      });
    }
    return { result, keep };
  });
  await options.errorSheet?.(faults.kept, faults.count);
  return report;
}

/** Reads up to the header and leaves the stream behind it. */
async function header(lines: AsyncGenerator<TableRow>, name: string, wanted?: number): Promise<string[]> {
  for (;;) {
    const next = await lines.next();
    if (next.done) throw wanted ? noHeader(name) : empty(name);
    if (wanted ? next.value.row >= wanted : !isBlank(next.value)) return columnNames(next.value);
  }
}

async function* watch(
  lines: AsyncIterable<TableRow>,
  options: ImportOptions,
  consumed: () => number,
  total: number | null,
) {
  let rows = 0;
  for await (const line of lines) {
    if (isBlank(line)) continue;
    if (++rows % READING_STEP === 0) {
      if (options.cancelled?.())
        throw new Refusal('cancelled', {
          zh: '导入已取消，数据未改动。',
          en: 'The import was cancelled; nothing was changed.',
        });
      options.progress?.(total ? consumed() : rows, total, { zh: `已读${rows}行`, en: `${rows} rows read` });
    }
    yield line;
  }
}

async function addSource(client: pg.ClientBase, source: ImportSource, mapping: ImportMapping, options: ImportOptions) {
  const states = [...new Set(mapping.channels.flatMap((c) => /@\s*([\d.]+)\s*K/i.exec(c.unit)?.[1] ?? []))];
  const at = states.map((k) => `${k} K、1013.25 hPa`).join('；');
  const label = {
    zh: `导入 ${source.name}${at && `（体积分数按 ${at} 换算）`}`,
    en: `import of ${source.name}${at && ` (volume shares converted at ${at.replaceAll('、', ', ').replaceAll('；', '; ')})`}`,
  };
  const { rows } = await client.query<{ id: number }>(
    `insert into record_source (kind, label, file_id, mapping, created_by, created_by_name, work_id)
     values ('import', $1, $2, $3, $4, $5, $6) returning id`,
    [
      JSON.stringify(label),
      options.fileId ?? null,
      JSON.stringify(mapping),
      options.actor.accountId,
      options.actor.name,
      options.workId ?? null,
    ],
  );
  return rows[0]!.id;
}

function reportOf(compared: Comparison, tally: Tally, faults: FaultList, dryRun: boolean): ImportReport {
  return {
    ...compared,
    rows: tally.rows,
    refused: tally.refused,
    repeated: tally.repeated,
    ignored: tally.ignored,
    values: tally.values,
    suspect: tally.suspect,
    invalid: tally.invalid,
    from: beijingHour(tally.first),
    until: beijingHour(tally.last),
    unknownStations: tally.unknownStations,
    unknownItems: tally.unknownItems,
    errors: faults.kept.slice(0, SHOWN_ERRORS),
    errorCount: faults.count,
    dryRun,
  };
}

/** '2016-01-05T13:00:00+08:00' */
export function beijingHour(instant: number): string | null {
  if (!Number.isFinite(instant)) return null;
  return `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

const empty = (name: string) =>
  new Refusal('document_empty', {
    zh: `文件“${name}”里没有数据行，请检查工作表和表头行。`,
    en: `The file “${name}” has no rows of data: check the sheet and the header row.`,
  });
