import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '#platform/sheets';
import { KINDS, type Names } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';
import { likeness } from './guess.ts';
import { lookAtFile } from './look.ts';

const plots: LedgerDefinition = {
  id: 'dust.plots',
  title: { zh: '地块台账', en: 'Plots' },
  entry: { zh: '处地块', en: 'plots' },
  about: { zh: '地块。', en: 'Plots.' },
  key: ['number'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: null,
  columns: [
    { id: 'number', title: { zh: '地块编号', en: 'Number' }, type: 'text', required: true },
    { id: 'name', title: { zh: '地块名称', en: 'Name' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Street' }, type: 'street', required: true },
    { id: 'area', title: { zh: '面积', en: 'Area' }, type: 'decimal', unit: '平方米', decimals: 1 },
    { id: 'foundOn', title: { zh: '发现日期', en: 'Found on' }, type: 'date' },
    { id: 'coveredOn', title: { zh: '苫盖日期', en: 'Covered on' }, type: 'date' },
    {
      id: 'cover',
      title: { zh: '覆盖方式', en: 'Cover' },
      type: 'choice',
      choices: [
        { id: 'net', title: { zh: '防尘网', en: 'net' } },
        { id: 'green', title: { zh: '绿化', en: 'planting' } },
      ],
    },
  ],
};
const STREETS: Record<string, string> = { 月坛: '110102007', 德胜: '110102012' };
const names: Names = {
  unit: () => undefined,
  street: (text) => STREETS[text],
  unitName: () => undefined,
  streetName: () => undefined,
};
const look = (content: string | Buffer, where: { sheet?: string; headerRow?: number } = {}) =>
  lookAtFile(plots, bufferSource('地块', Buffer.from(content)), names, where);
const columns = async (content: string | Buffer, where: { sheet?: string; headerRow?: number } = {}) =>
  (await look(content, where)).headings.map(({ heading, column, guessed }) => [heading, column, guessed]);
const book = async (...sheets: [name: string, rows: unknown[][], merged?: string[]][]) => {
  const made = new Workbook();
  for (const [name, rows, merged = []] of sheets) {
    const sheet = made.addWorksheet(name);
    for (const row of rows) sheet.addRow(row);
    for (const range of merged) sheet.mergeCells(range);
  }
  return Buffer.from(await made.xlsx.writeBuffer());
};

describe('a file that is about to be imported', () => {
  it('says which column each heading is by its name, and what stands below it', async () => {
    const seen = await look('地块编号*,地块名称,街道,面积（平方米）\nA1,一号,月坛,30\nA2,二号,德胜,40\n');
    expect(seen).toMatchObject({ sheets: [], sheet: null, headerRow: 1 });
    expect(seen.headings.map(({ column, guessed, samples }) => [column, guessed, samples])).toEqual([
      ['number', false, ['A1', 'A2']],
      ['name', false, ['一号', '二号']],
      ['street', false, ['月坛', '德胜']],
      ['area', false, ['30', '40']],
    ]);
  });

  it('proposes columns for other names by their likeness and by what stands in them', async () => {
    const text =
      '编号,裸露地块名称,所属辖区,裸地面积,覆盖情况,备注\nA1,一号,月坛,30㎡,防尘网,好\nA2,二号,德胜,40,绿化,无\n';
    expect(await columns(text)).toEqual([
      ['编号', 'number', true],
      ['裸露地块名称', 'name', true],
      ['所属辖区', 'street', true],
      ['裸地面积', 'area', true],
      ['覆盖情况', 'cover', true],
      ['备注', null, false],
    ]);
  });

  it('knows a list of choices by some of its words, and a day by any word for it', async () => {
    const text =
      '地块编号,地块名称,街道,覆盖情况,发现时间\nA1,一号,月坛,防尘网,2021-03-05\nA2,二号,德胜,密目网,2021.4.1\n';
    expect((await columns(text)).slice(3)).toEqual([
      ['覆盖情况', 'cover', true],
      ['发现时间', 'foundOn', true],
    ]);
  });

  it('does not propose a column whose values cannot be read as its type', async () => {
    expect(await columns('地块编号,地块名称,街道,面积说明\nA1,一号,月坛,待测\n')).toContainEqual([
      '面积说明',
      null,
      false,
    ]);
  });

  it('does not choose between two columns of days by their values alone', async () => {
    expect(await columns('地块编号,地块名称,街道,何时\nA1,一号,月坛,2021-03-05\n')).toContainEqual([
      '何时',
      null,
      false,
    ]);
  });

  it('takes coordinates for the place', async () => {
    expect(await columns('地块编号,地块名称,街道,经纬\nA1,一号,月坛,"116.35,39.91"\n')).toContainEqual([
      '经纬',
      'place',
      true,
    ]);
  });

  it('finds the headings below a title, and the lowest of two storeys', async () => {
    const workbook = await book([
      '台账',
      [
        ['西城区地块台账'],
        ['填报单位：月坛街道', null, '2021年10月'],
        ['地块编号', '地块名称', '街道', '治理情况', null],
        [null, null, null, '面积', '苫盖日期'],
        ['A1', '一号', '月坛', 30, '2021-03-05'],
      ],
      ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3'],
    ]);
    const seen = await look(workbook);
    expect(seen.headerRow).toBe(4);
    expect(seen.headings.map(({ column }) => column)).toEqual(['number', 'name', 'street', 'area', 'coveredOn']);
    expect(seen.heads.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  });

  it('opens the sheet that has the ledger, or the one that is asked for', async () => {
    const workbook = await book(
      ['说明', [['请按表填写']]],
      [
        '数据',
        [
          ['地块编号', '地块名称', '街道'],
          ['A1', '一号', '月坛'],
        ],
      ],
      [
        '其他',
        [
          ['甲', '乙', '丙'],
          ['1', '2', '3'],
        ],
      ],
    );
    expect(await look(workbook)).toMatchObject({ sheets: ['说明', '数据', '其他'], sheet: '数据', headerRow: 1 });
    expect((await look(workbook, { sheet: '其他' })).headings.map(({ heading }) => heading)).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  it('takes the row that a person points at', async () => {
    const text = '甲,乙\n编号,名称\nA1,一号\n';
    expect((await look(text, { headerRow: 2 })).headings.map(({ heading }) => heading)).toEqual(['编号', '名称']);
    await expect(look(text, { headerRow: 9 })).rejects.toMatchObject({ code: 'import_file_unreadable' });
  });

  it('is refused in one sentence when it has no table', async () => {
    await expect(look('\n')).rejects.toMatchObject({ code: 'import_file_unreadable' });
  });
});

describe('a number as people write it', () => {
  const area = plots.columns.find(({ id }) => id === 'area')!;
  const read = (text: string, unit = area.unit) => KINDS.decimal.read(text.normalize('NFKC'), { ...area, unit }, names);

  it('may carry its own unit, whichever way that is written', () => {
    for (const text of ['300㎡', '300 平方米', '３００m²', '300平米', '+300'])
      expect([text, read(text)]).toEqual([text, { value: '300' }]);
    expect(read('95%', '%')).toEqual({ value: '95' });
  });

  it('of another unit is not taken for its own', () => {
    for (const text of ['3公顷', '0.3万平方米', '95%'])
      expect(read(text)).toHaveProperty('fault.zh', '单位应为平方米，请换算后只填数字。');
    expect(read('三百')).toHaveProperty('fault');
    expect(read('12-13')).toHaveProperty('fault');
  });
});

describe('two names of a column', () => {
  it('are alike by the characters that they share', () => {
    expect(likeness('面积', '裸地面积')).toBeGreaterThan(0.7);
    expect(likeness('面积', '日期')).toBe(0);
    expect(likeness('苫盖日期', '苫盖时期')).toBeLessThan(likeness('苫盖日期', '苫盖的日期'));
  });
});
