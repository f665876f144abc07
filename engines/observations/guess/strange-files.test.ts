import { gzipSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { beforeAll, describe, expect, it } from 'vitest';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../../tests/database.ts';
import { twoStations } from '../fixtures/stations.ts';
import { importObservations } from '../import/import.ts';
import { importMapping } from '../wire.ts';
import { previewFile } from './preview.ts';

const HEAD = '时间,站点,PM2.5(μg/m³),CO(mg/m3)';
const PLAIN = `${HEAD}\n2016-01-05 13:00,官园,35,0.5\n2016-01-05 14:00,官园,36,0.6\n`;

describe('a file that nobody prepared', async () => {
  const store = await freshDatabase();
  beforeAll(() => twoStations(store));

  /** guessed as the page would, and tried; what no guess can know (one station for the whole file) is 官园 */
  const trial = async (content: string | Uint8Array) => {
    const source = bufferSource('数据', typeof content === 'string' ? Buffer.from(content) : content);
    const preview = await previewFile(store, source, '');
    const mapping = importMapping.parse({ station: { code: '1006A' }, ...preview.mapping });
    const options = { dryRun: true, actor: { accountId: null, name: '李明' } };
    const report = await importObservations(store, source, mapping, options);
    return { mapping, report, said: preview.warnings.map((w) => w.zh).join('') };
  };
  const refusal = (content: string | Uint8Array) =>
    trial(content).then(
      () => 'taken',
      (e) => e.sentence.zh as string,
    );
  const TWO_HOURS = { inserted: 2, refused: 0, values: 4, from: '2016-01-05T13:00:00+08:00' };

  it.each<[string, string | Uint8Array]>([
    ['lines that end with CR LF', PLAIN.replaceAll('\n', '\r\n')],
    ['lines that end with CR alone', PLAIN.replaceAll('\n', '\r')],
    ['lines that end now so, now so', PLAIN.replace('\n', '\r\n')],
    ['UTF-16 with its mark, big end first', Buffer.from(`\ufeff${PLAIN}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(PLAIN, 'utf16le')],
    ['semicolons and a line that says so', `sep=;\n${PLAIN.replaceAll(',', ';')}`],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    ['bars', PLAIN.replaceAll(',', '|')],
    ['line breaks inside quoted names', PLAIN.replace('PM2.5(', '"PM2.5\n(').replace('m³)', 'm³)"')],
    ['a title above', `西城区空气质量小时值,,,\n制表：监测科,,,\n${PLAIN}`],
    ['decimal commas', PLAIN.replaceAll(',', ';').replaceAll('0.', '0,')],
    ['days as Excel counts them', PLAIN.replace('2016-01-05 13:00', '42374.541666667')],
  ])('is read in spite of %s', async (_what, content) => {
    expect((await trial(content)).report).toMatchObject(TWO_HOURS);
  });

  it('may write its times in every way at once; what is ambiguous is refused by name', async () => {
    const times = [
      '2021/1/5 3:00',
      '2021-01-05T04:00+08:00',
      '20210105 05',
      '2021年1月5日6时',
      '5/1/2021 7:00',
      '2021-01-05 8:00 PM',
    ];
    const { report } = await trial(`时间,站点,PM10\n${times.map((t) => `${t},官园,1`).join('\n')}\n`);
    expect(report).toMatchObject({ inserted: 4, refused: 2, until: '2021-01-05T06:00:00+08:00' });
    expect(report.errors.map((e) => [e.row, e.column, e.value])).toEqual([
      [6, '时间', '5/1/2021 7:00'],
      [7, '时间', '2021-01-05 8:00 PM'],
    ]);
  });

  it('in UTC, by the name of its column, is brought to Beijing time', async () => {
    const { report } = await trial('utc,PM2.5\n2016-01-05 05:00,3\n');
    expect(report.from).toBe('2016-01-05T13:00:00+08:00');
  });

  it('has its marks for “no data”, however the number is written, and numbers with an exponent', async () => {
    const text = `${HEAD}\n2016-01-05 13:00,官园,-999.0,0.5\n2016-01-05 14:00,官园,1e2,9999\n2016-01-05 15:00,官园,1e-50,"1,0"\n`;
    const { report, said } = await trial(text);
    expect(said).toContain('“9999”按无数据处理');
    expect(report).toMatchObject({ inserted: 3, values: 2, suspect: 0, invalid: 0 });
    expect(report.errors.map((e) => [e.row, e.value])).toEqual([
      [4, '1e-50'],
      [4, '1,0'],
    ]);
  });

  it('with means and indices beside the hours takes the hours alone', async () => {
    const { mapping, said } = await trial(
      '时间,AQI,O3(8小时),O3(1小时),PM2.5_24h,臭氧8小时滑动平均,PM10日均\n2016-01-05 13:00,1,2,3,4,5,6\n',
    );
    expect(mapping.channels.map((c) => c.column)).toEqual(['O3(1小时)']);
    expect(said).toContain('“PM2.5_24h”');
  });

  it('of a public archive, with a column per station, is read by rows of hour and item', async () => {
    const text =
      'date,hour,type,1001A,1006A,3456A\n20210105,0,AQI,50,51,3\n20210105,0,PM2.5,35,36,3\n20210105,0,PM2.5_24h,30,31,3\n20210105,0,CO,,0.6,2\n20210105,1,PM2.5,坏,37,3\n20210105,1,PM2.5,3,37,3\n';
    const { mapping, report, said } = await trial(text);
    expect(mapping).toMatchObject({
      layout: 'across',
      station: { columns: ['1001A', '1006A'] },
      item: { column: 'type' },
      ignored: ['AQI', 'PM2.5_24h'],
    });
    expect(said).toContain('2列已对应到登记的站点');
    expect(report).toMatchObject({ rows: 6, inserted: 4, ignored: 2, values: 4, errorCount: 2 });
    expect(report.stations).toMatchObject([
      { code: '1001A', inserted: 2 },
      { code: '1006A', inserted: 2 },
    ]);
    expect(report.errors.map((e) => [e.row, e.column])).toEqual([
      [6, '1001A'],
      [7, '1001A'],
    ]);
  });

  it('in long form may call one quantity by two names and a station by a name of its own', async () => {
    const { mapping, report, said } = await trial(
      '站点名称,监测时间,监测项目,监测值\n西城官园子站,2016-01-05 13:00,PM2.5,35\n官园,2016-01-05 13:00,二氧化硫,3\n官园,2016-01-05 13:00,氡,3\n官园,2016-01-05 13:00,SO2,3.0\n官园,2016-01-05 13:00,SO2,4\n',
    );
    expect(mapping.stations).toEqual({ 西城官园子站: '1006A' });
    expect(said).toContain('“西城官园子站”→1006A，请确认');
    expect(report).toMatchObject({ inserted: 1, repeated: 1, refused: 2, unknownItems: [{ name: '氡', rows: 1 }] });
    expect(report.errors[1]?.message.zh).toContain('已在第3行出现且数值不同');
  });

  it('as a workbook may name station and day once for 24 hours, keep hours as times of day, and hold formulas', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('小时值');
    sheet.addRow(['西城区空气质量小时值']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(['站点', '日期', '小时', 'PM2.5(μg/m³)', 'CO(mg/m³)']);
    for (let h = 0; h < 24; h++) {
      const co = h === 3 ? { formula: 'D3/10' } : h === 5 ? { formula: 'D3/10', result: 0.55 } : 0.3;
      const day = h === 0 ? new Date(Date.UTC(2016, 0, 5)) : null;
      const row = sheet.addRow([h === 0 ? '官园' : null, day, new Date(Date.UTC(1899, 11, 30, h)), h + 0.5, co]);
      row.getCell(3).numFmt = 'hh:mm';
    }
    sheet.mergeCells('A3:A26');
    sheet.mergeCells('B3:B26');
    const { report } = await trial(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(report).toMatchObject({
      inserted: 24,
      values: 47,
      from: '2016-01-05T00:00:00+08:00',
      until: '2016-01-05T23:00:00+08:00',
    });
    // a formula without its result is not taken for “no data” silently
    expect(report.errors).toMatchObject([{ row: 6, column: 'CO(mg/m³)', value: '=D3/10' }]);
  });

  it('says what it would do by station, quantity and month before it does it', async () => {
    const { report } = await trial(PLAIN);
    expect(report.stations).toMatchObject([
      { code: '1006A', name: { zh: '官园' }, rows: 2, inserted: 2, changed: 0, unchanged: 0 },
    ]);
    expect(report.pollutants).toEqual([
      { code: 'PM25', values: 2, inserted: 2, changed: 0 },
      { code: 'CO', values: 2, inserted: 2, changed: 0 },
    ]);
    expect(report.coverage).toEqual([{ station: '1006A', month: '2016-01', hours: 2, values: { PM25: 2, CO: 2 } }]);
  });

  it('that cannot be read is refused in one sentence with its place and remedy', async () => {
    expect(await refusal('\n\n\n')).toBe('文件“数据”无法读取：没有找到表头，请把列名放在同一行。');
    expect(await refusal(`${HEAD}\n`)).toBe('文件“数据”里没有数据行，请检查工作表和表头行。');
    expect(await refusal(`${PLAIN}2016-01-05 15:00,"官园,1,2\n${'2016-01-05 16:00,官园,1,2\n'.repeat(50_000)}`)).toBe(
      '文件“数据”无法读取：第 4 行起超过 1 MB，多半是引号没有成对，请改正。',
    );
    const noise = Array.from({ length: 4000 }, (_, i) => `${i},${(i * 7919) % 1009},${(i * 104_729) % 10_007}`);
    expect(await refusal(gzipSync(Buffer.from(`${PLAIN}${noise.join('\n')}`)).subarray(0, 20_000))).toBe(
      '文件“数据”无法读取：压缩包已损坏，请重新获取。',
    );
  });
});
