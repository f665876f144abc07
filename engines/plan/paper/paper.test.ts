import { Workbook } from '@cj-tech-master/excelts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Duty, MeasureCore } from '../wire.ts';
import { planDocx } from './docx.ts';
import { chineseNumber, linesOf, type PaperPlan } from './layout.ts';
import { planXlsx } from './xlsx.ts';

const duty = (role: Duty['role'], name: string): Duty => ({ role, name, unitId: null, members: null });
const measure = (taskNo: number, no: number, text: string, duties = [duty('lead', '区生态环境局')]): MeasureCore => ({
  id: `${taskNo}.${no}`,
  position: no,
  chapterNo: 1,
  taskNo,
  no,
  text,
  deadline: { kind: 'by_date', raw: '年底前', date: '2021-12-31', months: null },
  duties,
  targets: [],
});

const PLAN: PaperPlan = {
  title: '北京市西城区大气污染防治2021年行动计划',
  chapters: [
    {
      no: 1,
      title: '空气质量目标',
      tasks: [{ no: 1, title: '目标任务', measures: [measure(1, 1, '力争继续下降。')] }],
    },
    {
      no: 2,
      title: '二、扬尘管控',
      tasks: [
        {
          no: 2,
          title: '严控降尘量',
          measures: [
            measure(2, 1, '降尘量控制在5.1吨/平方公里·月以内。\n定期更新台账。', [
              duty('lead', '区住房城市建设委'),
              duty('lead', '各街道办事处'),
              duty('support', '区财政局'),
            ]),
            measure(2, 2, '=HYPERLINK("http://example.com","夜间巡查")\u0007'),
          ],
        },
      ],
    },
  ],
};

async function sheetOf(bytes: Uint8Array) {
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(bytes));
  return book.worksheets[0]!;
}
const xmlOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!);

describe('the workbook of a plan', async () => {
  const sheet = await sheetOf(await planXlsx(PLAN));
  const text = (row: number, column: number) => String(sheet.getCell(row, column).value ?? '');

  it('has the official columns under the title', () => {
    expect(text(1, 1)).toBe(PLAN.title);
    expect([1, 2, 3, 4, 5, 6].map((c) => text(2, c))).toEqual([
      '序号',
      '重点任务',
      '工作措施',
      '完成时限',
      '主责单位',
      '协办单位',
    ]);
  });

  it('has chapters across and tasks merged over their measures', () => {
    expect(text(3, 1)).toBe('一、空气质量目标');
    expect(text(5, 1)).toBe('二、扬尘管控');
    expect(sheet.getCell(5, 6).master.address).toBe('A5');
    expect([sheet.getCell(7, 1).master.address, sheet.getCell(7, 2).master.address]).toEqual(['A6', 'B6']);
    expect([text(4, 1), text(6, 1), text(6, 2)]).toEqual(['1', '2', '严控降尘量']);
    expect([text(6, 5), text(6, 6), text(4, 6)]).toEqual(['区住房城市建设委\n各街道办事处', '区财政局', '——']);
  });

  it('prints on A4 landscape, one page wide, the heading on every page', () => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    });
  });

  it('keeps what looks like a formula as words, without control characters', () => {
    const cell = sheet.getCell(7, 3);
    expect(cell.value).toBe('=HYPERLINK("http://example.com","夜间巡查")');
    expect(cell.formula).toBeUndefined();
  });

  it('has a column of lamps where one is wanted', async () => {
    const lit = await sheetOf(
      await planXlsx(PLAN, {
        lamp: (m) => ({ text: m.no === 1 ? '正常' : '滞后', rgb: 'C00000' }),
        subtitle: '截至11月8日',
      }),
    );
    expect([lit.getCell(2, 1).value, lit.getCell(3, 7).value, lit.getCell(8, 7).value]).toEqual([
      '截至11月8日',
      '进展',
      '滞后',
    ]);
    expect(lit.getCell(8, 7).font?.color?.argb).toBe('FFC00000');
  });
});

describe('the document of a plan', async () => {
  const xml = xmlOf(await planDocx(PLAN));

  it('is landscape, with the heading row on every page and merged cells', () => {
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/);
    expect(xml).toContain('<w:tblHeader');
    expect(xml).toContain('<w:gridSpan w:val="6"/>');
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(2);
  });

  it('is set in the faces of official documents', () => {
    for (const face of ['方正小标宋简体', '黑体', '仿宋_GB2312']) expect(xml).toContain(`w:eastAsia="${face}"`);
  });

  it('has a column of lamps where one is wanted', async () => {
    const lit = xmlOf(await planDocx(PLAN, { lamp: () => ({ text: '滞后', rgb: 'C00000' }), subtitle: '截至11月8日' }));
    expect(lit).toContain('进展');
    expect(lit.match(/<w:color w:val="C00000"\/>/g)).toHaveLength(3);
    expect(lit).toContain('<w:gridSpan w:val="7"/>');
  });

  it('has each line of a measure as a paragraph, without control characters', () => {
    expect(xml).toContain('定期更新台账。');
    expect(xml).not.toContain('\u0007');
  });
});

it('a plan that names leading units has a column for them', async () => {
  const plan = structuredClone(PLAN) as { chapters: { tasks: { measures: MeasureCore[] }[] }[] } & PaperPlan;
  plan.chapters[0]!.tasks[0]!.measures[0]!.duties.unshift(duty('coordinator', '区大气办'));
  const sheet = await sheetOf(await planXlsx(plan));
  expect([sheet.getCell(2, 5).value, sheet.getCell(4, 5).value, sheet.getCell(6, 5).value]).toEqual([
    '牵头单位',
    '区大气办',
    '——',
  ]);
});

it('chapters are numbered in Chinese numerals', () => {
  expect([1, 6, 10, 11, 20, 32].map(chineseNumber)).toEqual(['一', '六', '十', '十一', '二十', '三十二']);
});

it('a row is as high as its longest cell needs', () => {
  expect(linesOf('一二三四五六', 3)).toBe(2);
  expect(linesOf('一\n二三四五', 3)).toBe(3);
});
