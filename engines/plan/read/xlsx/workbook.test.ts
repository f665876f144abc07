import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type BookParts, type SheetCell, type SheetOf, xlsxOf } from '../../../../tests/plan/documents/workbook.ts';
import { readDocument } from '../read.ts';

const read = (sheets: SheetOf[], parts?: BookParts) => readDocument('计划.xlsx', xlsxOf(sheets, parts));
const sheet = (rows: SheetCell[][], more: Partial<SheetOf> = {}): SheetOf => ({ name: '计划', rows, ...more });
const textOf = (cell: SheetCell, parts?: BookParts) => read([sheet([['头', cell]])], parts).tables[0]!.cells[1]!.text;
const cellsOf = (of: SheetOf) =>
  read([of]).tables[0]!.cells.map(({ row, column, rowSpan, columnSpan, text }) =>
    rowSpan + columnSpan > 2 ? `${row},${column} ${text} ${rowSpan}×${columnSpan}` : `${row},${column} ${text}`,
  );

describe('a cell reads as it shows itself', () => {
  it.each<[string, SheetCell, string]>([
    ['a whole number', { inside: '<v>12.0</v>' }, '12'],
    ['a number with binary noise', { inside: '<v>5.0999999999999996</v>' }, '5.1'],
    ['a large number', { inside: '<v>3.4E4</v>' }, '34000'],
    ['words with line breaks', '区生态环境局\n各街道办事处', '区生态环境局\n各街道办事处'],
    ['a carriage return in the manner of workbooks', '甲_x000D_\n乙', '甲\n乙'],
    [
      'rich words, without their pronunciation',
      {
        attributes: 't="inlineStr"',
        inside: '<is><r><rPr><b/></rPr><t>区城</t></r><r><t>管委</t></r><rPh sb="0" eb="1"><t>qu</t></rPh></is>',
      },
      '区城管委',
    ],
    ['the result of a formula, words', { attributes: 't="str"', inside: '<f>A1&amp;"前"</f><v>年底前</v>' }, '年底前'],
    ['the result of a formula, a number', { inside: '<f>6*2</f><v>12</v>' }, '12'],
    ['yes and no', { attributes: 't="b"', inside: '<v>1</v>' }, 'TRUE'],
    ['a date as ISO writes it', { attributes: 't="d"', inside: '<v>2021-06-30T00:00:00</v>' }, '2021年6月30日'],
  ])('%s', (_, cell, expected) => {
    expect(textOf(cell)).toBe(expected);
  });

  it.each<[string, number, string]>([
    ['0%', 0.8, '80%'],
    ['0.00%', 0.125, '12.5%'],
    ['#,##0', 34_000, '34000'],
    ['0"组"', 12, '12组'],
    ['0组', 12, '12组'],
    ['"不低于"0"组"', 12, '不低于12组'],
    ['"第"0"季度";[Red]"负"0', 3, '第3季度'],
    ['0.0_ ', 5.1, '5.1'],
    ['General"家"', 20, '20家'],
    ['yyyy/m/d', 44_377, '2021年6月30日'],
    ['yyyy/m/d;@', 44_377, '2021年6月30日'],
    ['[$-804]yyyy"年"m"月"d"日";@', 44_377, '2021年6月30日'],
    ['yyyy"年"m"月"', 44_377, '2021年6月'],
    ['yyyy\\年m\\月', 44_377, '2021年6月'],
    ['yyyy年mm月dd日', 44_377, '2021年6月30日'],
    ['m"月底前"', 44_377, '6月底前'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 44_377, '2021年6月30日'],
    ['yyyy-mm', 44_377, '2021年6月'],
    ['mmm-yy', 44_377, '2021年6月'],
    ['yyyy', 44_377, '2021年'],
    ['m/d', 44_377, '2021年6月30日'],
    ['yyyy/m/d h:mm', 44_377.5, '2021年6月30日'],
    ['h:mm', 0.5, '0.5'],
    ['@', 12, '12'],
  ])('the format %s', (format, n, expected) => {
    expect(textOf({ attributes: 's="1"', inside: `<v>${n}</v>` }, { formats: [format] })).toBe(expected);
  });

  it('dates of a workbook that counts from 1904, and of one that knows 29 February 1900', () => {
    const day = (n: number): SheetCell => ({ attributes: 's="1"', inside: `<v>${n}</v>` });
    const formats = ['yyyy/m/d'];
    expect(textOf(day(42_915), { formats, properties: '<workbookPr date1904="1"/>' })).toBe('2021年6月30日');
    expect([textOf(day(59), { formats }), textOf(day(61), { formats })]).toEqual(['1900年2月28日', '1900年3月1日']);
  });

  it('an error is blank and told, as is a formula that was never computed', () => {
    const { tables, warnings } = read([
      sheet([['甲', { attributes: 't="e"', inside: '<v>#REF!</v>' }, { inside: '<f>1+1</f>' }, '乙']]),
    ]);
    expect(tables[0]!.cells.map((c) => c.text)).toEqual(['甲', '', '', '乙']);
    expect(warnings.map((w) => w.code)).toEqual(['error_cells', 'formula_without_result']);
    expect(warnings[0]!.zh).toContain('B1');
  });
});

describe('a sheet reads as it shows itself', () => {
  it('from its first used row and column, each cell with its place in the sheet', () => {
    const { tables } = read([sheet([[], [null, '甲', '乙'], [null, '丙', null]])]);
    expect(tables[0]).toMatchObject({ rows: 2, columns: 2 });
    expect(tables[0]!.cells.map((c) => [c.text, c.source.row, c.source.column])).toEqual([
      ['甲', 1, 1],
      ['乙', 1, 2],
      ['丙', 2, 1],
      ['', 2, 2],
    ]);
  });

  it('with its merges, under which nothing else shows', () => {
    const merged = sheet(
      [
        ['甲', '乙'],
        ['没有显示', '丙'],
        ['一、章', null],
      ],
      { merges: ['A1:A2', 'A3:B3'] },
    );
    expect(cellsOf(merged)).toEqual(['0,0 甲 2×1', '0,1 乙', '1,1 丙', '2,0 一、章 1×2']);
  });

  it('without hidden rows and columns, nor those without height or width; a merge shows what stands in its hidden part', () => {
    const hidden = sheet(
      [
        ['甲', '藏', '乙'],
        ['任务', '藏', '藏'],
        [null, '藏', '丙'],
        ['藏', '藏', '藏'],
      ],
      {
        merges: ['A2:A3'],
        columns: '<col min="2" max="2" width="0"/>',
        rowAttributes: { 1: 'hidden="1"', 3: 'ht="0" customHeight="1"' },
      },
    );
    expect(cellsOf(hidden)).toEqual(['0,0 甲', '0,1 乙', '1,0 任务', '1,1 丙']);
    expect(read([hidden]).warnings.map((w) => w.code)).toEqual(['hidden_cells']);
  });

  it('rows and cells without their references follow one another', () => {
    const bare = xlsxOf([sheet([])], {
      more: {
        'xl/worksheets/sheet1.xml': strToU8(
          '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        ),
      },
    });
    expect(readDocument('a.xlsx', bare).tables[0]!.cells.map((c) => `${c.row},${c.column} ${c.text}`)).toEqual([
      '0,0 1',
      '0,1 2',
      '1,0 3',
      '1,1 ',
    ]);
  });
});

describe('a workbook', () => {
  it('gives a table for each sheet that is shown and holds anything', () => {
    const grid = read([
      { name: '封面', rows: [['标题']] },
      { name: '空', rows: [] },
      { name: '计划', rows: [['甲']] },
      { name: '藏', rows: [['乙']], state: 'hidden' },
    ]);
    expect(grid.tables.map((t) => t.name)).toEqual(['封面', '计划']);
    expect(grid.warnings.map((w) => w.code)).toEqual(['hidden_sheet']);
  });

  it('has words in text boxes too, and pictures that are told', () => {
    const relation = (kind: string, target: string) =>
      strToU8(
        `<Relationships><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`,
      );
    const grid = read([sheet([['甲']])], {
      more: {
        'xl/worksheets/_rels/sheet1.xml.rels': relation('drawing', '../drawings/drawing1.xml'),
        'xl/drawings/drawing1.xml': strToU8(
          '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody><a:p><a:r><a:t>西城区</a:t></a:r><a:r><a:t>行动计划</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        ),
        'xl/media/image1.png': Uint8Array.of(1),
      },
    });
    expect(grid.paragraphs.map((p) => p.text)).toEqual(['西城区行动计划']);
    expect(grid.warnings.map((w) => w.code)).toEqual(['text_box', 'picture']);
  });
});
