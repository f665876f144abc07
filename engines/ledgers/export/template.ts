import type { Column, LedgerDefinition } from '../definition.ts';
import { headingOf, PLACE_HEADINGS } from '../import/headings.ts';

/** rows of a template that are given lists to choose from */
const READY_ROWS = 2000;
/** a list to choose from that Excel takes inside the cell's rule */
const LONGEST_LIST = 250;

const EXAMPLES: Readonly<Record<Column['type'], string>> = {
  text: '文字',
  long_text: '文字，可较长',
  integer: '整数',
  decimal: '数字',
  date: '如 2021-10-08',
  month: '如 2021-10',
  time: '如 07:30',
  choice: '从可选项中选一项',
  choices: '可选多项，用顿号隔开',
  yes_no: '是 / 否',
  unit: '单位名称，与辖区单位表一致',
  street: '街道名称',
  entry: '所引台账中的编号或名称',
  credit_code: '18位统一社会信用代码',
  plate: '如 京A12345',
  vin: '17位车辆识别代号',
};

/** A ledger's columns as a workbook to fill in: headings that the import knows, lists to choose from, a sheet that explains. */
export async function templateXlsx(definition: LedgerDefinition): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  const sheet = book.addWorksheet(definition.title.zh.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  const headings = [...definition.columns.map(headingOf), ...(definition.place === 'none' ? [] : [PLACE_HEADINGS.zh])];
  sheet.columns = headings.map((heading) => ({ width: Math.min(40, 4 + heading.length * 2.2) }));
  headings.forEach((heading, i) => {
    const cell = sheet.getCell(1, i + 1);
    cell.value = heading;
    cell.font = { bold: true };
  });
  for (const [i, column] of definition.columns.entries()) {
    // numbers that are names must not lose their zeros
    if (['text', 'credit_code', 'plate', 'vin', 'date', 'month', 'time'].includes(column.type))
      sheet.getColumn(i + 1).numFmt = '@';
    const choices =
      column.type === 'yes_no'
        ? ['是', '否']
        : column.type === 'choice'
          ? column.choices!.map(({ title }) => title.zh)
          : [];
    const list = choices.join(',');
    if (list === '' || list.length > LONGEST_LIST) continue;
    for (let row = 2; row <= READY_ROWS; row++)
      sheet.getCell(row, i + 1).dataValidation = {
        type: 'list',
        allowBlank: !column.required,
        formulae: [`"${list}"`],
      };
  }
  const notes = book.addWorksheet('填写说明');
  notes.columns = [{ width: 28 }, { width: 10 }, { width: 26 }, { width: 60 }];
  notes.addRow(['列', '必填', '写法', '说明']).font = { bold: true };
  for (const column of definition.columns) {
    const choices = column.choices ? `可选：${column.choices.map(({ title }) => title.zh).join('、')}` : '';
    notes.addRow([
      headingOf(column),
      column.required ? '是' : '',
      EXAMPLES[column.type],
      [column.help?.zh, choices].filter(Boolean).join('；'),
    ]);
  }
  if (definition.place !== 'none')
    notes.addRow([
      PLACE_HEADINGS.zh,
      definition.placeRequired ? '是' : '',
      '如 116.35,39.91',
      '经度在前；线和面写多个点，用空格隔开。',
    ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
