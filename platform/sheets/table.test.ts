import { deflateRawSync, gzipSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textOf } from './cells.ts';
import { bufferSource } from './source.ts';
import { firstRows, openTable } from './table.ts';

const read = async (content: Uint8Array, sheet?: string) => {
  const table = await openTable(bufferSource('数据', content));
  const rows = await firstRows(table.rows(sheet), 100);
  return { kind: table.kind, sheets: table.sheets, texts: rows.map((row) => row.cells.map(textOf)), rows };
};
const refusal = (content: Uint8Array) =>
  read(content).then(
    () => 'read',
    (e) => e.code,
  );

/** 站点,值 / 官园,5 as Excel on a Chinese Windows writes it */
const GB18030 = Buffer.from([0xd5, 0xbe, 0xb5, 0xe3, 0x2c, 0xd6, 0xb5, 0x0a, 0xb9, 0xd9, 0xd4, 0xb0, 0x2c, 0x35, 0x0a]);

describe('a file of measurements', () => {
  it('is read as GB18030, UTF-8 with and without mark, UTF-16', async () => {
    const wanted = [
      ['站点', '值'],
      ['官园', '5'],
    ];
    const text = '站点,值\n官园,5\n';
    expect((await read(GB18030)).texts).toEqual(wanted);
    expect((await read(Buffer.from(text))).texts).toEqual(wanted);
    expect((await read(Buffer.from(`\ufeff${text}`))).texts).toEqual(wanted);
    expect((await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).texts).toEqual(wanted);
  });

  it('is known by its content: gzip under any name', async () => {
    const found = await read(gzipSync(GB18030));
    expect(found.kind).toMatchObject({ packed: 'gzip', encoding: 'gb18030' });
    expect(found.texts[1]).toEqual(['官园', '5']);
  });

  it('finds its separator, also where quoted cells hold others', async () => {
    expect((await read(Buffer.from('a;"b,c,d";e\n1;"2,2,2";3\n'))).texts).toEqual([
      ['a', 'b,c,d', 'e'],
      ['1', '2,2,2', '3'],
    ]);
    expect((await read(Buffer.from('a\tb\n1,5\t2\n'))).texts[1]).toEqual(['1,5', '2']);
  });

  it('makes full-width digits and signs narrow', () => {
    expect(['－１２．５', '２０１６／１／５　１３：００', ' 官园 '].map(textOf)).toEqual([
      '-12.5',
      '2016/1/5 13:00',
      '官园',
    ]);
  });

  it('as a workbook shows a share as per cent: 0.95 formatted 0 % is 95%, not 0.95', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('a');
    sheet.addRow(['share', 'plain', 'worded']);
    sheet.addRow([0.95, 0.95, 7]);
    sheet.addRow([0.285, 0.5, 7]);
    sheet.getCell('A2').numFmt = '0%';
    sheet.getCell('A3').numFmt = '0.00%';
    sheet.getCell('C2').numFmt = '0"%"';
    const found = await read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(found.texts.slice(1)).toEqual([
      ['95%', '0.95', '7'],
      ['28.5%', '0.5', '7'],
    ]);
  });

  it('as a workbook keeps dates as wall time, results of formulas, and row numbers of the sheet', async () => {
    const book = new Workbook();
    book.addWorksheet('说明').addRow(['西城区']);
    const sheet = book.addWorksheet('小时值');
    sheet.addRow(['北京市西城区空气质量']);
    sheet.addRow([]);
    sheet.addRow(['时间', 'PM2.5', 'CO']);
    const row = sheet.addRow([new Date(Date.UTC(2016, 0, 5, 13)), 35.5, { formula: 'B4/100', result: 0.355 }]);
    row.getCell(1).numFmt = 'yyyy-mm-dd hh:mm';
    const found = await read(new Uint8Array(await book.xlsx.writeBuffer()), '小时值');
    expect(found.sheets).toEqual(['说明', '小时值']);
    expect(found.texts.at(-1)).toEqual(['2016-01-05 13:00:00', '35.5', '0.355']);
    expect(found.rows.at(-1)?.row).toBe(4);
  });

  it('that is none is refused in one sentence: a picture, an old or locked workbook, a zip of something else, a torn gzip', async () => {
    expect(
      await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0, 0, 0, 0])),
    ).toBe('import_file_unreadable');
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('import_file_unreadable');
    expect(await refusal(zipSync({ 'a.csv': strToU8('a,b') }))).toBe('import_file_unreadable');
    expect(await refusal(gzipSync(Buffer.from('a,b\n'.repeat(9000))).subarray(0, 40))).toBe('import_file_unreadable');
    expect(await refusal(Buffer.alloc(0))).toBe('document_empty');
  });

  it('that unpacks beyond reason is stopped on the way', { timeout: 60_000 }, async () => {
    const megabyte = Buffer.alloc(1 << 20);
    const member = deflateRawSync(Buffer.concat(Array.from({ length: 64 }, () => megabyte)), { level: 1 });
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(member.length, 18);
    header.writeUInt32LE(1000, 22); // what it says about itself
    const entry = (name: string) => {
      const own = Buffer.from(header);
      own.writeUInt16LE(name.length, 26);
      return Buffer.concat([own, Buffer.from(name), member]);
    };
    const bomb = Buffer.concat(Array.from({ length: 17 }, (_, i) => entry(`xl/worksheets/sheet${i}.xml`)));
    expect(await refusal(bomb)).toBe('document_too_large');
  });
});
