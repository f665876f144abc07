import { Refusal, type Sentence } from '#platform/refusal';
import { SHEET_COLUMNS, type SheetColumn, type SheetNames } from './columns.table.ts';

export type SheetRow = {
  /** of the file; 1 is the first */
  row: number;
  code: string;
  /** fields that are not blank, by the column's key */
  fields: Record<string, unknown>;
};
export type SheetError = { row: number; column: string | null; value: string; message: Sentence };

/** rows that are looked at for the heading: above it there may be titles and notes */
const HEADING_WITHIN = 5;

/** The rows of a sheet of devices, each cell read by its column. @throws Refusal import_file_unreadable: no heading, no rows */
export function readSheet(
  texts: readonly { row: number; cells: readonly string[] }[],
  names: SheetNames,
): { rows: SheetRow[]; errors: SheetError[] } {
  const at = texts
    .slice(0, HEADING_WITHIN)
    .findIndex(({ cells }) => cells.some((cell) => columnOf(cell)?.key === 'code'));
  if (at < 0)
    throw unreadable('没有找到“编号”一列，请用模板填写', 'there is no column “code” (编号): use the template');
  const columns = texts[at]!.cells.map(columnOf);
  const twice = columns.find((column, i) => column && columns.indexOf(column) !== i);
  if (twice) throw unreadable(`“${twice.zh}”一列出现了两次`, `the column “${twice.en}” stands twice`);
  const body = texts.slice(at + 1).filter(({ cells }) => !cells[0]?.startsWith('#'));
  if (body.length === 0) throw unreadable('表头下没有设备', 'there is no device below the heading');
  const rows: SheetRow[] = [];
  const errors: SheetError[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of body) {
    const fields: Record<string, unknown> = {};
    const wrong = (column: SheetColumn, value: string, message: Sentence) =>
      errors.push({ row, column: column.zh, value, message });
    columns.forEach((column, i) => {
      const text = cells[i] ?? '';
      if (!column || text === '') return;
      const value = column.read(text, names);
      if (value === undefined) wrong(column, text, misread(column));
      else fields[column.key] = value;
    });
    const code = typeof fields.code === 'string' ? fields.code : '';
    const [codes] = SHEET_COLUMNS as readonly [SheetColumn];
    if (code === '') wrong(codes, '', { zh: '编号必填', en: 'a code is needed' });
    else if (seen.has(code))
      wrong(codes, code, { zh: `与第 ${seen.get(code)} 行编号相同`, en: `row ${seen.get(code)} has the same code` });
    seen.set(code, row);
    rows.push({ row, code, fields });
  }
  return { rows, errors };
}

function columnOf(heading: string): SheetColumn | undefined {
  const plain = heading.replace(/[*＊]/g, '').trim().toLowerCase();
  return SHEET_COLUMNS.find(({ zh, en, key }) => zh === plain || en === plain || key.toLowerCase() === plain);
}

const misread = ({ hint }: SheetColumn): Sentence => ({
  zh: `填写不对${hint.zh ? `，应为：${hint.zh}` : ''}`,
  en: `cannot be read${hint.en ? `; it takes: ${hint.en}` : ''}`,
});

const unreadable = (zh: string, en: string) =>
  new Refusal('import_file_unreadable', {
    zh: `设备表无法读取：${zh}。`,
    en: `The sheet of devices cannot be read: ${en}.`,
  });
