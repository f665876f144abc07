import { WorkbookReader } from '@cj-tech-master/excelts';
import { Unzip, UnzipInflate } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Cell, TableRow } from './cells.ts';
import { type Merge, mergeFiller, mergeFinder } from './merges.ts';
import { allBytes, type ImportSource, MOST_UNPACKED_BYTES, tooLarge, unreadable } from './source.ts';

/** A workbook that has been unpacked once to see that it is one, how much is in it, and which cells are merged. */
export type Workbook = { name: string; bytes: Buffer; merges: ReadonlyMap<number, readonly Merge[]>; index: string };

/** Words shared by all cells are held in memory while a sheet is read. */
const MOST_SHARED_BYTES = 200 * 1024 * 1024;
const MOST_INDEX_BYTES = 4 * 1024 * 1024;

/** @throws Refusal import_file_unreadable, document_too_large (also for a zip that unpacks beyond reason) */
export async function openWorkbook(source: ImportSource): Promise<Workbook> {
  const bytes = await allBytes(source);
  const { names, merges, index } = look(source.name, bytes);
  if (!names.has('xl/workbook.xml')) {
    throw unreadable(
      source.name,
      '它是压缩包，但不是 Excel 工作簿，请解压后导入其中的表格',
      'it is a zip file but no Excel workbook; unpack it and import the tables in it',
    );
  }
  return { name: source.name, bytes, merges, index };
}

/** Inflates everything once, keeps the merged ranges only, believes no size that the file states about itself. */
function look(name: string, bytes: Buffer): { names: Set<string>; merges: Map<number, Merge[]>; index: string } {
  const names = new Set<string>();
  const merges = new Map<number, Merge[]>();
  const index: Uint8Array[] = [];
  let unpacked = 0;
  const unzip = new Unzip((entry) => {
    const path = entry.name.replaceAll('\\', '/').replace(/^\//, '');
    names.add(path);
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path);
    const finder = sheet ? mergeFinder() : undefined;
    if (finder) merges.set(Number(sheet![1]), finder.found);
    let own = 0;
    entry.ondata = (error, piece) => {
      if (error) throw error;
      own += piece.length;
      unpacked += piece.length;
      if (unpacked > MOST_UNPACKED_BYTES || (path === 'xl/sharedStrings.xml' && own > MOST_SHARED_BYTES))
        throw tooLarge(name);
      finder?.take(piece);
      if (path === 'xl/workbook.xml' && own < MOST_INDEX_BYTES) index.push(piece);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += 1 << 16) {
      unzip.push(bytes.subarray(at, at + (1 << 16)), at + (1 << 16) >= bytes.length);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    throw damaged(name, error);
  }
  return { names, merges, index: Buffer.concat(index).toString('utf8') };
}

const damaged = (name: string, error: unknown) =>
  unreadable(
    name,
    '工作簿已损坏，请在 Excel 中打开后另存',
    'the workbook is damaged; open and save it in Excel',
    error,
  );

const READING = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' } as const;

/** Names of the visible sheets, in the order of the workbook. @throws Refusal import_file_unreadable */
export function sheetNames(book: Workbook): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const visible = (attributes.state ?? 'visible') === 'visible';
    if (/(^|:)sheet$/.test(name) && attributes.name && visible) names.push(attributes.name);
  });
  try {
    parser.write(book.index).close();
  } catch (error) {
    throw damaged(book.name, error);
  }
  return names;
}

/**
 * Rows of one sheet, the first visible one when no name is given.
 * @throws Refusal import_file_unreadable when the sheet is not there
 */
export async function* sheetRows(book: Workbook, wanted?: string): AsyncGenerator<TableRow> {
  const name = wanted ?? sheetNames(book)[0];
  let found = false;
  try {
    for await (const sheet of new WorkbookReader(book.bytes, READING)) {
      if (sheet.name !== name) {
        for await (const _row of sheet);
        continue;
      }
      found = true;
      const fill = mergeFiller(book.merges.get(sheet.sheetNo) ?? []);
      for await (const row of sheet) {
        const values = row.values as unknown[];
        const cells = Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => {
          const cell = cellOf(values[i + 1]);
          return typeof cell === 'number' && isPercent(row.findCell(i + 1)?.numFmt) ? percentText(cell) : cell;
        });
        yield { row: row.number, cells: fill(row.number, cells) };
      }
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'Refusal' ? error : damaged(book.name, error);
  }
  if (!found) {
    throw unreadable(
      book.name,
      `没有名为“${name ?? ''}”的工作表，请重新选择`,
      `there is no sheet “${name ?? ''}”; choose another`,
    );
  }
}

const isPercent = (format: unknown) => typeof format === 'string' && /%(?!\])/.test(format.replace(/"[^"]*"/g, ''));
/** 0.95 that the sheet shows as 95 % is 95%; the digits of the binary fraction beyond what a sheet keeps are none. */
const percentText = (value: number) => `${Number((value * 100).toPrecision(15))}%`;

/**
 * What a cell shows: a formula's result, the words of a link or of rich text. An error stays visible as text, and so does
 * a formula that was saved without its result: neither is “no data”.
 */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  const shape = value as { result?: unknown; text?: unknown; richText?: { text: string | null }[]; error?: string };
  if (shape.richText) return shape.richText.map((piece) => piece.text ?? '').join('');
  if (shape.error) return shape.error;
  if ('result' in shape && shape.result !== undefined)
    return typeof shape.result === 'number' && Number.isNaN(shape.result) ? '#VALUE!' : cellOf(shape.result);
  if ('formula' in shape) return `=${String(shape.formula ?? '')}`;
  if ('text' in shape) return cellOf(shape.text);
  return null;
}
