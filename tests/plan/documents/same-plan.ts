import { strToU8 } from 'fflate';
import { type IssuedCell, issuedRows, TITLE } from './issued.ts';
import { docxOf, numbered, p, tbl, tr, type WordCell } from './word.ts';
import { type SheetCell, xlsxOf } from './workbook.ts';

/** The issued plan, the same in every word, as other programs and other hands would have written it down. */
const rows = issuedRows();
const body = rows.slice(1);
const isChapter = (row: readonly IssuedCell[]) => row.length === 1;
const titled = p('附件1') + p(TITLE);

const wordCell = (cell: IssuedCell): WordCell =>
  cell.continues
    ? { merge: 2 }
    : {
        text: cell.text,
        ...(cell.rowSpan > 1 ? { merge: 1 } : {}),
        ...(cell.columnSpan > 1 ? { span: cell.columnSpan } : {}),
      };
const head = rows[0]!.map(wordCell);
const wordRows = body.map((row) => row.map(wordCell));

/** Whether the table can be cut before this row without cutting a merge. */
const mayCut = (i: number) => body[i]!.every((cell) => !cell.continues);

/** One table a page, each with its head, sentences between them. */
function pages(size: number): string {
  const tables: WordCell[][][] = [[]];
  for (const [i, row] of wordRows.entries()) {
    if (tables.at(-1)!.length >= size && mayCut(i)) tables.push([]);
    tables.at(-1)!.push(row);
  }
  return tables.map((rows) => tbl(head, ...rows)).join(p('<w:r><w:br w:type="page"/></w:r>'));
}

/** Merged cells repeated in every row, as programs do that know no merges. */
const repeated = body.map((row, i) =>
  isChapter(row) ? [row[0]!.text] : row.map((cell, c) => (c < 2 && cell.continues ? above(i, c) : cell.text)),
);
function above(i: number, c: number): string {
  return body[i]![c]!.continues ? above(i - 1, c) : body[i]![c]!.text;
}

const numberedRows = body.map(
  (row) =>
    row.map((cell, c) =>
      c === 0 && !isChapter(row) && !cell.continues
        ? { ...(wordCell(cell) as object), xml: numbered(1) }
        : wordCell(cell),
    ) as WordCell[],
);
const NUMBERING =
  '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>';

const tracked = (cells: readonly WordCell[]) => `<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>${tr(cells).slice(6)}`;
const DELETED = tr(['99', '已删除的任务', '此行已删除。', '年底前', '区财政局', '——'], '<w:del w:id="2"/>');

const utf16 = (xml: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...xml].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
const controlled = (inner: string) =>
  `<w:sdt><w:sdtPr><w:id w:val="4"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

export const wordFiles: Record<string, Uint8Array> = {
  'one table': docxOf(titled + tbl(head, ...wordRows)),
  'one table a page with its head repeated': docxOf(titled + pages(9)),
  'numbers that Word counts': docxOf(titled + tbl(head, ...numberedRows), { numbering: NUMBERING }),
  'every row inserted, one deleted, all tracked': docxOf(
    titled + tbl(head, ...wordRows.flatMap((row, i) => (mayCut(i) ? [DELETED, tracked(row)] : [tracked(row)]))),
  ),
  'rows, cells and the table in content controls': docxOf(
    titled + controlled(tbl(head, ...wordRows.map((row) => controlled(tr(row))))),
  ),
  'strict OOXML': docxOf(titled + tbl(head, ...wordRows), { strict: true }),
  'parts in UTF-16': docxOf(titled + tbl(head, ...wordRows), { encode: utf16 }),
  'a main part of another name in another folder': docxOf(titled + tbl(head, ...wordRows), {
    main: 'office/plan/main2.xml',
  }),
  'a frame table around the table': docxOf(titled + tbl([{ xml: tbl(head, ...wordRows) + p('') }])),
  'chapters as cells without a span': docxOf(
    titled + tbl(head, ...body.map((row) => (isChapter(row) ? [row[0]!.text] : row.map(wordCell)))),
  ),
  'merged numbers and titles repeated in every row': docxOf(
    titled +
      tbl(
        head,
        ...repeated.map((row, i) =>
          isChapter(body[i]!)
            ? [{ text: row[0]!, span: 6 }]
            : row.map((text, c) => (c > 1 ? wordCell(body[i]![c]!) : text)),
        ),
      ),
  ),
  'every word a run of its own': docxOf(
    titled +
      tbl(head, ...wordRows).replace(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g, (_, text: string) =>
        [...text.matchAll(/&\w+;|./gu)]
          .map(([c]) => `<w:t xml:space="preserve">${c}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r>`)
          .join(''),
      ),
  ),
};

const sheetRows: SheetCell[][] = [
  ['附件1'],
  [TITLE],
  ...rows.map((row): SheetCell[] =>
    isChapter(row)
      ? [row[0]!.text]
      : row.map((cell, c) =>
          cell.continues ? null : c === 0 && /^\d+$/.test(cell.text) ? Number(cell.text) : cell.text,
        ),
  ),
];
const column = 'ABCDEF';
const merges = rows.flatMap((row, r) =>
  row.flatMap((cell, c) =>
    !cell.continues && (cell.rowSpan > 1 || cell.columnSpan > 1)
      ? [`${column[c]}${r + 3}:${column[c + cell.columnSpan - 1]}${r + 2 + cell.rowSpan}`]
      : [],
  ),
);
/** A sheet for each chapter. */
function sheetsByChapter() {
  const sheets: { name: string; rows: SheetCell[][] }[] = [];
  for (const [i, row] of body.entries()) {
    if (isChapter(row)) sheets.push({ name: `${sheets.length + 1}`, rows: [[TITLE], [], sheetRows[2]!] });
    sheets
      .at(-1)!
      .rows.push(
        isChapter(row) ? [row[0]!.text] : row.map((cell, c) => (cell.continues && c > 1 ? above(i, c) : cell.text)),
      );
  }
  return sheets;
}

export const workbooks: Record<string, Uint8Array> = {
  'one sheet with merged cells': xlsxOf([{ name: '行动计划', rows: sheetRows, merges: ['A2:F2', ...merges] }]),
  'a cover, instructions, the plan and a hidden draft': xlsxOf([
    { name: '封面', rows: [[TITLE], ['西城区生态环境局']] },
    {
      name: '填报说明',
      rows: [
        ['序号', '说明'],
        [1, '按月填报'],
        [2, '逾期通报'],
      ],
    },
    { name: '行动计划', rows: sheetRows, merges },
    { name: '草稿', rows: [['作废']], state: 'veryHidden' },
  ]),
  'a sheet for each chapter': xlsxOf(sheetsByChapter()),
  'texts inside the cells, rich and with phonetic guides': xlsxOf([
    {
      name: '行动计划',
      merges,
      rows: sheetRows.map((row) =>
        row.map((cell) =>
          typeof cell === 'string'
            ? {
                attributes: 't="inlineStr"',
                inside: `<is><r><t xml:space="preserve">${cell.slice(0, 2)}</t></r><r><t xml:space="preserve">${cell.slice(2)}</t></r><rPh sb="0" eb="1"><t>pinyin</t></rPh></is>`,
              }
            : cell,
        ),
      ),
    },
  ]),
  'numbers and texts as results of formulas': xlsxOf([
    {
      name: '行动计划',
      merges,
      rows: sheetRows.map((row) =>
        row.map((cell) =>
          cell === null
            ? null
            : typeof cell === 'number'
              ? { inside: `<f>ROW()</f><v>${cell}.0</v>` }
              : { attributes: 't="str"', inside: `<f>X!A1</f><v>${cell}</v>` },
        ),
      ),
    },
  ]),
};

const plain = body.map((row) => row.map((cell) => cell.text));
const headTexts = rows[0]!.map((cell) => cell.text);
const quoted = (text: string) => (/["\n,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lines = (write: (row: string[]) => string, between = '\n') =>
  `附件1\n${TITLE}\n${[headTexts, ...plain].map(write).join(between)}\n`;
const md = (row: string[]) =>
  `| ${(row.length === 1 ? [row[0]!, '', '', '', '', ''] : row).map((cell) => cell.replaceAll('\n', '<br>')).join(' | ')} |`;
const pasted = lines((row) => row.join('\t'));
const gb18030 = new Map<string, number[]>();
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++)
    gb18030.set(new TextDecoder('gb18030').decode(Uint8Array.of(high, low)), [high, low]);

/** A text in GBK. */
export const gbk = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (gb18030.get(c) ?? [0x3f]))));
const wide = (text: string, big: boolean, mark: boolean) =>
  Uint8Array.from(
    [...(mark ? `\ufeff${text}` : text)].flatMap((c) => {
      const [high, low] = [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255];
      return big ? [high, low] : [low, high];
    }),
  );
const paged = pasted
  .split('\n')
  .flatMap((line, i) => (i > 0 && i % 40 === 0 ? [`- ${i / 40} -`, `\f${line}`] : [line]))
  .join('\n');

/** Half widths of a text in a font of fixed width. */
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2010' ? 2 : 1), 0);
const COLUMNS = [8, 24, 60, 12, 30, 30];
const fill = (text: string, i: number) => text + ' '.repeat(Math.max(0, COLUMNS[i]! - widthOf(text)));
function wrapped(cell: string, width: number): string[] {
  const out: string[] = [];
  for (const line of cell.split('\n')) {
    out.push('');
    for (const c of line)
      if (widthOf(out.at(-1)! + c) > width) out.push(c);
      else out[out.length - 1] += c;
  }
  return out;
}
/** Columns set with blanks, cells broken where their column ends. */
const set = (row: string[]) => {
  if (row.length === 1) return row[0]!;
  const cells = row.map((cell, i) => wrapped(cell, COLUMNS[i]! - 3));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((cell, i) => fill(cell[at] ?? '', i))
      .join('')
      .trimEnd(),
  ).join('\n');
};
/** A table in a box, a rule below each row. */
const boxed = (row: string[]) => {
  const cells = row.map((cell) => cell.split('\n'));
  const height = Math.max(...cells.map((cell) => cell.length));
  const drawn = Array.from({ length: height }, (_, at) => `│${cells.map((cell) => ` ${cell[at] ?? ''} `).join('│')}│`);
  return [...drawn, '├────┼────┼────┼────┼────┼────┤'].join('\n');
};

export const texts: Record<string, Uint8Array> = {
  'pasted from Word: tabs between cells, lines within them': strToU8(pasted),
  'the same with a mark and Windows line ends': strToU8(`\ufeff${pasted.replaceAll('\n', '\r\n')}`),
  'the same in GBK': gbk(pasted),
  'the same in UTF-16 with a mark': wide(pasted, false, true),
  'the same in UTF-16, big end first, without a mark': wide(pasted, true, false),
  'the same in UTF-16, little end first, without a mark': wide(pasted, false, false),
  'the same with page numbers and form feeds': strToU8(paged),
  'saved from Excel: tabs, cells of several lines in quotes': strToU8(lines((row) => row.map(quoted).join('\t'))),
  'columns set with blanks': strToU8(lines(set)),
  'columns set with blanks, a blank line between rows': strToU8(lines(set, '\n\n')),
  'a table in a box': strToU8(lines(boxed)),
  'commas between the cells': strToU8(lines((row) => row.map(quoted).join(','))),
  Markdown: strToU8(
    `# ${TITLE}\n\n${[headTexts, ['---', '---', '---', '---', '---', '---'], ...plain].map(md).join('\n')}\n`,
  ),
};
