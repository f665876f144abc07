import type { Pool, PoolClient } from 'pg';
import type { Acting, record } from '#platform/audit';
import { Refusal, type Sentence } from '#platform/refusal';
import { type ImportSource, isBlank, openTable, type TableRow, textOf } from '#platform/sheets';
import type { Names } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';
import { checkEntry } from '../entry/check.ts';
import { placeOf } from '../entry/place.ts';
import { lostReferences, lostWords, namedKeys } from '../entry/references.ts';
import { headerOf } from './header.ts';
import type { HeadingMap } from './headings.ts';
import { type Keeper, type Landed, landRows, type SoundRow } from './land.ts';
import { type Meanings, type StrangeWord, StrangeWords } from './strange.ts';

export type RowFault = { row: number; column: string | null; value: string; message: Sentence };
export type LedgerImportReport = Landed & {
  rows: number;
  faulty: number;
  /** the first of them; all in the sheet to download */
  faults: RowFault[];
  faultCount: number;
  /** words that a closed list does not have; a person may say what they mean */
  strange: StrangeWord[];
  /** rows that only add up the others (合计), left out */
  sums: number;
  /** the row whose cells name the columns, as the file counts */
  headerRow: number;
  headings: { heading: string; column: string | null }[];
  dryRun: boolean;
};
export type LedgerImportOptions = {
  dryRun: boolean;
  sheet?: string;
  headerRow?: number;
  headings?: Readonly<Record<string, string>>;
  meanings?: Meanings;
  actor: Acting;
  workId: string | null;
  today: string;
  names: Names;
  /** streets and units whose entries the person may keep; null: all */
  within: { streets: readonly string[]; units: readonly string[] } | null;
  progress?: (done: number) => void;
  cancelled?: () => boolean;
  keepFaults?: (faults: readonly RowFault[]) => Promise<void>;
};

const BATCH = 1000;
/** after so many rows the database looks at the ledger again */
const MANY = 5000;
const SHOWN = 200;
const MOST_KEPT = 20_000;
const NOT_YOURS: Sentence = {
  zh: '这一行不属于您负责的街道或单位，未导入。',
  en: 'This row is of a street or unit that is not yours; it was left out.',
};
const NO_PLACE: Sentence = {
  zh: '位置无法识别，请写成 116.35,39.91（经度在前）。',
  en: 'This place cannot be read: write it like 116.35,39.91, longitude first.',
};
const repeated = (row: number): Sentence => ({
  zh: `与第${row}行是同一条记录，请保留一行。`,
  en: `This is the same entry as row ${row}: keep one of them.`,
});

/**
 * Imports a ledger from a file: sound rows are kept together or not at all, faulty ones are told row by row. The same file
 * again changes nothing.
 * @throws Refusal import_file_unreadable, import_mapping_incomplete, document_too_large, cancelled
 */
export async function importLedger(
  pool: Pool,
  definition: LedgerDefinition,
  source: ImportSource,
  options: LedgerImportOptions,
): Promise<LedgerImportReport> {
  const table = await openTable(source);
  const lines = table.rows(options.sheet ?? table.sheets[0]);
  const header = await headerOf(lines, source.name, definition, options);
  const map = header.map;
  needColumns(definition, options.headings);
  if (map.absent.length > 0) throw incomplete(definition, map);
  const client = await pool.connect();
  const reader = new RowReader(definition, map, options);
  const landed: Landed = { created: 0, changed: 0, unchanged: 0 };
  let rows = 0;
  let sums = 0;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7301217))', [definition.id]);
    let batch: SoundRow[] = [];
    const land = async () => {
      if (batch.length > 0) {
        const { refused, ...counts } = await landBatch(client, definition, map, batch, options, reader);
        add(landed, counts);
        for (const { row, checked } of refused) reader.refuse(row, checked.name);
      }
      batch = [];
    };
    for await (const line of header.below) {
      if (isBlank(line)) continue;
      if (isSum(line)) {
        sums++;
        continue;
      }
      rows++;
      const sound = reader.read(line);
      if (sound) batch.push(sound);
      if (batch.length >= BATCH) await land();
      if (rows % BATCH === 0) {
        options.progress?.(rows);
        if (options.cancelled?.())
          throw new Refusal('cancelled', {
            zh: '导入已取消，台账未改动。',
            en: 'The import was cancelled; the ledger is as it was.',
          });
      }
    }
    await land();
    if (options.dryRun) await client.query('rollback');
    else {
      await client.query('commit');
      if (rows >= MANY) await client.query('select analyze_ledger($1)', [definition.id]);
    }
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  await options.keepFaults?.(reader.faults);
  return {
    ...landed,
    rows,
    faulty: reader.faultyRows,
    faults: reader.faults.slice(0, SHOWN),
    faultCount: reader.faultCount,
    strange: reader.strange.all,
    sums,
    headerRow: header.row,
    headings: header.names.map((heading, i) => ({ heading, column: map.columns.get(i) ?? null })),
    dryRun: options.dryRun,
  };
}

const add = (to: Landed, more: Landed) => {
  to.created += more.created;
  to.changed += more.changed;
  to.unchanged += more.unchanged;
};

/** Rows that name an entry which its ledger does not keep are left out, each with its column. */
async function withReferences(
  client: PoolClient,
  definition: LedgerDefinition,
  batch: readonly SoundRow[],
  reader: RowReader,
): Promise<SoundRow[]> {
  const kept = new Set<string>();
  const values = batch.map(({ checked }) => checked.values);
  for (const [ledger, keys] of namedKeys(definition, values)) {
    const { rows } = await client.query<{ key: string }>(
      "select key from ledger_entry where ledger = $1 and state = 'kept' and key = any($2)",
      [ledger, keys],
    );
    for (const { key } of rows) kept.add(`${ledger}|${key}`);
  }
  return batch.filter(({ row, checked }) => {
    const lost = lostReferences(definition, checked.values, kept);
    if (lost.length)
      reader.lose(
        row,
        lost.map(({ id }) => [id, String(checked.values[id])] as const),
      );
    return lost.length === 0;
  });
}

async function landBatch(
  client: PoolClient,
  definition: LedgerDefinition,
  { columns }: HeadingMap,
  batch: readonly SoundRow[],
  { actor, workId, today, names }: LedgerImportOptions,
  reader: RowReader,
) {
  const by = { id: actor.accountId, name: actor.name, workId, today };
  return landRows(
    client,
    definition,
    await withReferences(client, definition, batch, reader),
    new Set(columns.values()),
    by,
    (values, place) => checkEntry(definition, values, place, names),
    (keeper) => reader.mine(keeper),
  );
}

class RowReader {
  readonly #definition: LedgerDefinition;
  readonly #map: HeadingMap;
  readonly #options: LedgerImportOptions;
  readonly #meanings: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #seen = new Map<string, number>();
  readonly faults: RowFault[] = [];
  readonly strange: StrangeWords;
  faultCount = 0;
  faultyRows = 0;

  constructor(definition: LedgerDefinition, map: HeadingMap, options: LedgerImportOptions) {
    this.#definition = definition;
    this.#map = map;
    this.#options = options;
    this.#meanings = new Map(
      Object.entries(options.meanings ?? {}).map(([id, words]) => [id, new Map(Object.entries(words))]),
    );
    this.strange = new StrangeWords(definition);
  }

  /** @returns the row when nothing is wrong with it */
  read({ row, cells }: TableRow): SoundRow | null {
    const given: Record<string, string> = {};
    let placeText: string | null = null;
    for (const [i, id] of this.#map.columns) {
      const text = undefuse(textOf(cells[i]));
      if (id === 'place') placeText = text;
      else given[id] = this.#meanings.get(id)?.get(text) ?? text;
    }
    const before = this.faultCount;
    const place = placeText ? placeOf(placeText, this.#definition.place) : null;
    if (placeText && !place) this.#fault(row, 'place', placeText, NO_PLACE);
    const checked = checkEntry(this.#definition, given, place, this.#options.names);
    for (const { column, value, message } of checked.faults) {
      this.#fault(row, column, value, message);
      this.strange.take(column, value);
    }
    const earlier = this.#seen.get(checked.key);
    if (this.faultCount === before && earlier !== undefined) this.#fault(row, null, checked.name, repeated(earlier));
    if (this.faultCount === before && !this.mine(checked)) this.#fault(row, null, checked.name, NOT_YOURS);
    if (this.faultCount > before) {
      this.faultyRows++;
      return null;
    }
    this.#seen.set(checked.key, row);
    return { row, checked, place, placeGiven: placeText !== null };
  }

  /** A row that names what is not there. */
  lose(row: number, columns: readonly (readonly [id: string, value: string])[]): void {
    for (const [id, value] of columns) this.#fault(row, id, value, lostWords(undefined));
    this.faultyRows++;
  }

  /** A row whose entry is kept by somebody else. */
  refuse(row: number, name: string): void {
    this.#fault(row, null, name, NOT_YOURS);
    this.faultyRows++;
  }

  mine({ streetCode, unitId }: Keeper): boolean {
    const { within } = this.#options;
    if (within === null) return true;
    return (
      (streetCode !== null && within.streets.includes(streetCode)) || (unitId !== null && within.units.includes(unitId))
    );
  }

  #fault(row: number, column: string | null, value: string, message: Sentence): void {
    this.faultCount++;
    if (this.faults.length < MOST_KEPT) this.faults.push({ row, column, value: value.slice(0, 80), message });
  }
}

const SUM = /^[（(]?(本页)?(合计|小计|总计|共计|累计|total|subtotal)[)）:：]?$/i;
/** A row of sums under a table: its first words say so. */
function isSum({ cells }: TableRow): boolean {
  const first = cells.map(textOf).find((text) => text !== '');
  return first !== undefined && SUM.test(first.replace(/\s/g, ''));
}

/** A choice of columns names only those that the ledger has. */
function needColumns({ columns, place, title }: LedgerDefinition, chosen: Readonly<Record<string, string>> = {}): void {
  const known = new Set(['', ...columns.map(({ id }) => id), ...(place === 'none' ? [] : ['place'])]);
  const lost = Object.values(chosen).find((id) => !known.has(id));
  if (lost !== undefined)
    throw new Refusal('import_mapping_incomplete', {
      zh: `《${title.zh}》没有“${lost.slice(0, 60)}”这一列，请重新选择对应的列。`,
      en: `“${title.en}” has no column ${lost.slice(0, 60)}: choose again which column it is.`,
    });
}

/** What an export put before a text that a spreadsheet would run. */
const undefuse = (text: string) => (/^'[=+\-@]/.test(text) ? text.slice(1) : text);

function incomplete(definition: LedgerDefinition, { absent }: HeadingMap): Refusal {
  const titles = absent.map((id) => definition.columns.find((column) => column.id === id)!.title);
  return new Refusal('import_mapping_incomplete', {
    zh: `文件中没有必填列“${titles.map((t) => t.zh).join('”、“')}”，请按模板补上，或指明是哪一列。`,
    en: `The file lacks the required ${titles.map((t) => t.en).join(', ')}: add it as the template has it, or say which column it is.`,
  });
}

/** The audit's row of an import, written by the work in a transaction of its own. */
export const auditOf = (definition: LedgerDefinition, report: LedgerImportReport): Parameters<typeof record>[2] => ({
  action: 'ledger.import',
  subjectKind: definition.id,
  subjectId: 'import',
  after: { rows: report.rows, created: report.created, changed: report.changed, faulty: report.faulty },
});
