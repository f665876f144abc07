import type { Cell } from '@cj-tech-master/excelts';
import type { MeasureCore } from '../wire.ts';
import { columnsOf, linesOf, type PaperOptions, type PaperPlan, printable, rowsOf } from './layout.ts';

/** width of an A4 landscape page between its margins, in Excel's characters of the body size */
const PAGE_CHARACTERS = 138;
/** a Chinese glyph of the body size in the same characters */
const CHARACTERS_A_GLYPH = 2.15;
const LINE_POINTS = 16;
const MOST_POINTS = 409;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const BODY = { name: '仿宋', size: 11 };
const HEAD = { name: '黑体', size: 12 };

/**
 * A plan in its official columns as a workbook: merged as issued, ready to print (A4 landscape, one page wide, the
 * heading repeated). Every text is a text: one that begins like a formula stays words.
 */
export async function planXlsx<M extends MeasureCore>(
  plan: PaperPlan<M>,
  options: PaperOptions<M> = {},
): Promise<Uint8Array> {
  const columns = columnsOf(plan, !!options.lamp);
  const widths = columns.map((c) => c.share * PAGE_CHARACTERS);
  // loaded when first needed: the library is large, and reading a plan does without it
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  const sheet = book.addWorksheet('行动计划');
  sheet.columns = widths.map((width) => ({ width }));
  const last = columns.length;
  let at = 1;
  const across = (text: string, font: Cell['font'], height: number) => {
    sheet.mergeCells(at, 1, at, last);
    const cell = sheet.getCell(at, 1);
    cell.value = printable(text);
    cell.font = font;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    sheet.getRow(at).height = height;
    at++;
  };
  across(plan.title, { name: '方正小标宋简体', size: 20 }, 36);
  if (options.subtitle) across(options.subtitle, BODY, 20);

  const heading = at;
  columns.forEach((column, i) => {
    const cell = sheet.getCell(at, i + 1);
    cell.value = column.title;
    put(cell, { font: HEAD, align: 'center' });
  });
  sheet.getRow(at).height = 24;
  at++;

  for (const row of rowsOf(plan, options)) {
    if (row.kind === 'chapter') {
      for (let c = 1; c <= last; c++) put(sheet.getCell(at, c), { font: HEAD, align: 'left' });
      sheet.mergeCells(at, 1, at, last);
      sheet.getCell(at, 1).value = row.text;
      sheet.getRow(at).height = 24;
      at++;
      continue;
    }
    const texts = row.lamp ? [...row.cells, printable(row.lamp.text)] : row.cells;
    texts.forEach((text, i) => {
      const cell = sheet.getCell(at, i + 1);
      put(cell, { font: BODY, align: columns[i]!.align });
      // a cell inside a merge writes to the merge's first cell: it is left alone
      if (i > 1 || row.span > 0) cell.value = i === 0 ? Number(text) : text;
    });
    if (row.lamp?.rgb) sheet.getCell(at, last).font = { ...BODY, color: { argb: `FF${row.lamp.rgb}` } };
    if (row.span > 1) for (const c of [1, 2]) sheet.mergeCells(at, c, at + row.span - 1, c);
    // a merged title may be taller than its rows: it counts in parts
    const lines = texts.map(
      (text, i) => linesOf(text, widths[i]! / CHARACTERS_A_GLYPH - 0.5) / (i === 1 ? Math.max(1, row.span) : 1),
    );
    sheet.getRow(at).height = Math.min(MOST_POINTS, Math.max(...lines.map(Math.ceil)) * LINE_POINTS + 8);
    at++;
  }

  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: heading }];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${heading}:${heading}`,
    margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function put(cell: Cell, look: { font: Cell['font']; align: 'left' | 'center' }): void {
  cell.font = look.font;
  cell.border = BORDER;
  cell.alignment = { horizontal: look.align, vertical: 'middle', wrapText: true };
}
