import {
  columnNames,
  firstRows,
  type ImportSource,
  isBlank,
  noHeader,
  type OpenTable,
  openTable,
  type TableRow,
  textOf,
} from '#platform/sheets';
import type { Names } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';
import { guessHeadings } from './guess.ts';
import { headerOf, likelyHeader } from './header.ts';
import { mapHeadings } from './headings.ts';

/** What a person sees of a file before it is imported. */
export type FileLook = {
  /** empty of a CSV */
  sheets: string[];
  sheet: string | null;
  /** the row whose cells name the columns, as the file counts */
  headerRow: number;
  /** rows that a heading may stand in, each with its first words */
  heads: { row: number; text: string }[];
  headings: {
    heading: string;
    /** the ledger's column by name, or as it is guessed; null: none */
    column: string | null;
    guessed: boolean;
    /** some of what stands below it */
    samples: string[];
  }[];
};

const LOOKED_AT = 20;
const SAMPLED = 40;
const SHOWN = 3;
const SHEETS = 10;

/**
 * Looks at the head of a file: its sheets, where its headings stand, which column each is or may be, what stands below.
 * @throws Refusal import_file_unreadable, document_too_large
 */
export async function lookAtFile(
  definition: LedgerDefinition,
  source: ImportSource,
  names: Names,
  { sheet, headerRow }: { sheet?: string; headerRow?: number } = {},
): Promise<FileLook> {
  const table = await openTable(source);
  const count = Math.max(LOOKED_AT, headerRow ?? 0) + SAMPLED;
  const { chosen, head, named } = await sheetOf(table, source.name, definition, count, sheet);
  const first = head.slice(0, LOOKED_AT);
  const row = headerRow ?? named ?? likelyHeader(first);
  const header = head.find((line) => line.row === row);
  if (row === null || !header) throw noHeader(source.name);
  const headings = columnNames(header);
  const below = head.filter((line) => line.row > row && !isBlank(line));
  const samples = headings.map((_, i) => [...new Set(below.map(({ cells }) => textOf(cells[i])).filter(Boolean))]);
  const byName = mapHeadings(definition, headings).columns;
  const guessed = guessHeadings(definition, headings, samples, byName, names);
  return {
    sheets: table.sheets,
    sheet: chosen ?? null,
    headerRow: row,
    heads: first
      .filter((line) => !isBlank(line))
      .map((line) => ({
        row: line.row,
        text: [...new Set(line.cells.map(textOf).filter(Boolean))].join(' · ').slice(0, 80),
      })),
    headings: headings.map((heading, i) => ({
      heading,
      column: byName.get(i) ?? guessed.get(i) ?? null,
      guessed: guessed.has(i),
      samples: samples[i]!.slice(0, SHOWN).map((text) => text.slice(0, 60)),
    })),
  };
}

type Head = { chosen: string | undefined; head: TableRow[]; named: number | null };

/** The sheet that was asked for, or the first whose headings the ledger knows, or the first. */
async function sheetOf(
  table: OpenTable,
  file: string,
  definition: LedgerDefinition,
  count: number,
  asked: string | undefined,
): Promise<Head> {
  let first: Head | null = null;
  for (const chosen of asked === undefined && table.sheets.length > 0 ? table.sheets.slice(0, SHEETS) : [asked]) {
    const head = await firstRows(table.rows(chosen), count);
    const named = await namedRow(head, file, definition);
    if (named !== null) return { chosen, head, named };
    first ??= { chosen, head, named };
  }
  return first!;
}

async function namedRow(head: readonly TableRow[], file: string, definition: LedgerDefinition): Promise<number | null> {
  async function* rows() {
    yield* head;
  }
  return headerOf(rows(), file, definition, {}).then(
    ({ row }) => row,
    () => null,
  );
}
