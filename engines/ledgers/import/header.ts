import { columnNames, isBlank, noHeader, type TableRow } from '#platform/sheets';
import type { LedgerDefinition } from '../definition.ts';
import { type HeadingMap, mapHeadings } from './headings.ts';

/** a table may stand below its title, its date and who filled it in */
const LOOKED_AT = 20;

export type Header = {
  /** the row's number in the file */
  row: number;
  names: string[];
  map: HeadingMap;
  /** the rows below it */
  below: AsyncGenerator<TableRow>;
};

/**
 * The row that names the columns: the one that a person said, or the one of the first twenty in which most columns are
 * found; of a heading of several storeys the lowest, whose names are the narrowest.
 * @throws Refusal import_file_unreadable when no row names any column and none was said
 */
export async function headerOf(
  rows: AsyncGenerator<TableRow>,
  file: string,
  definition: LedgerDefinition,
  { headerRow, headings }: { headerRow?: number; headings?: Readonly<Record<string, string>> },
): Promise<Header> {
  const looked = await firstOf(rows, headerRow ?? LOOKED_AT, headerRow);
  const found = looked.map((line) => {
    const names = columnNames(line);
    return { line, names, map: mapHeadings(definition, names, headings) };
  });
  const wanted = Math.min(2, definition.columns.length);
  let best = found.findIndex(({ line }) => line.row === headerRow);
  if (headerRow === undefined)
    for (const [i, { map }] of found.entries()) {
      const most = best < 0 ? wanted : found[best]!.map.columns.size + (i === best + 1 ? 0 : 1);
      if (map.columns.size >= most) best = i;
    }
  if (best < 0) throw noHeader(file);
  const { line, names, map } = found[best]!;
  async function* below() {
    yield* looked.slice(best + 1);
    yield* rows;
  }
  return { row: line.row, names, map, below: below() };
}

/** The first rows, or all down to one that a person named; what follows stays to be read. */
async function firstOf(rows: AsyncGenerator<TableRow>, count: number, last = Number.POSITIVE_INFINITY) {
  const taken: TableRow[] = [];
  while (taken.length < count && (taken.at(-1)?.row ?? 0) < last) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

/** The row that most looks like headings when no column is found by name: the first of those with the most texts. */
export function likelyHeader(rows: readonly TableRow[]): number | null {
  const texts = rows.map(
    (row) => new Set(row.cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '')).size,
  );
  const most = Math.max(0, ...texts);
  const at = rows.findIndex((row, i) => !isBlank(row) && texts[i] === most);
  return most >= 2 && at >= 0 ? rows[at]!.row : null;
}
