import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ISSUED } from '../../../tests/plan/documents/issued.ts';
import { docxOf, p, tbl } from '../../../tests/plan/documents/word.ts';
import { xlsxOf } from '../../../tests/plan/documents/workbook.ts';
import { readPlan } from '../reading.ts';

const NO_UNITS = { units: [] };
const issued = readFileSync(ISSUED);

/** The refusal's code; its sentence is checked to be one, in both languages, and to name a remedy. */
function refused(name: string, bytes: Uint8Array): string {
  try {
    readPlan(name, bytes, NO_UNITS);
  } catch (error) {
    const { code, sentence } = error as { code: string; sentence: { zh: string; en: string } };
    expect(sentence.zh).toMatch(/^[^。]+(请|只能)[^。]+。$/);
    expect(sentence.en).toMatch(/^[A-Z][^\n]+: [^\n]+\.$/);
    return code;
  }
  return 'read';
}

const ole = (text: string) => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    [...text].flatMap((c) => [c.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
};
const xml = (declaration: string, text: string) =>
  docxOf('', {
    more: {
      'word/document.xml': strToU8(
        `<?xml version="1.0"?>${declaration}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    },
  });
const plan = tbl(['序号', '任务', '措施', '时限', '主责单位'], ['1', '甲', '开展检查。', '年底前', '区财政局']);
const flipped = (at: number) => issued.map((byte, i) => (i === at ? byte ^ 0xff : byte));
/** Places where the directory of an archive says how large an entry becomes. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let i = 0; i < copy.length - 46; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
  return copy;
}

describe('a file that is broken', () => {
  it.each<[string, Uint8Array]>([
    ['cut off in the middle', issued.subarray(0, issued.length / 2)],
    ['cut off at the end', issued.subarray(0, issued.length - 30)],
    ['a byte changed in the text', flipped(3000)],
    ['nothing but the beginning of an archive', strToU8('PK\u0003\u0004')],
    ['a text with the name of a Word document', strToU8('附件1 行动计划')],
    ['not well-formed', docxOf('', { more: { 'word/document.xml': strToU8('<w:document><w:body>') } })],
    ['without its main part', zipSync({ 'word/styles.xml': strToU8('<s/>') })],
    ['a sheet that is missing', xlsxOf([], { properties: '<sheets><sheet name="a" r:id="x"/></sheets>' })],
    [
      'an entry of an unknown way of packing',
      lying(zipSync({ 'word/document.xml': [strToU8('<a/>'), { level: 0 }] }), 77),
    ],
  ])('%s', (_, bytes) => {
    expect(refused('计划.docx', bytes)).toBe('document_unreadable');
  });
});

describe('a file that means harm', () => {
  it('names that lead out of the folder', () => {
    const more = { '../../etc/passwd': strToU8('x') };
    expect(refused('a.docx', docxOf(plan, { more }))).toBe('document_unreadable');
    expect(refused('a.docx', docxOf(plan, { more: { 'C:\\autorun.inf': strToU8('x') } }))).toBe('document_unreadable');
  });

  it('entities: of files, of the net, and that unfold by the billion', () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    expect(refused('a.docx', xml('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'))).toBe(
      'document_unreadable',
    );
    expect(refused('a.docx', xml('<!DOCTYPE a SYSTEM "http://localhost/a.dtd">', '1'))).toBe('document_unreadable');
    expect(refused('a.docx', xml(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>`, '&l12;'))).toBe('document_unreadable');
    expect(refused('a.docx', xml('', '&undefined;'))).toBe('document_unreadable');
  });

  it('an archive that unfolds to an absurd size, in one part or in many', () => {
    const zeros = new Uint8Array(5 << 20);
    expect(refused('a.docx', docxOf('', { more: { 'word/document.xml': zeros } }))).toBe('document_too_large');
    expect(refused('a.docx', lying(docxOf(plan), 100 << 20))).toBe('document_too_large');
    const entries = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/${i}.xml`, Uint8Array.of()]));
    expect(refused('a.docx', docxOf(plan, { more: entries }))).toBe('document_too_large');
  });

  it('one that unfolds to more than it says is not believed; one inside it is not opened', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(5 << 20) });
    expect(refused('a.docx', lying(bomb, 1000))).toBe('document_unreadable');
    expect(refused('a.docx', docxOf(plan, { more: { 'word/embeddings/b.docx': bomb } }))).toBe('read');
  });

  it('macros, under whatever name', () => {
    const vba = { 'word/vbaProject.bin': Uint8Array.of(1) };
    expect(refused('a.docx', docxOf(plan, { more: vba }))).toBe('document_has_macros');
    expect(refused('a.docm', docxOf(plan, { more: vba }))).toBe('document_has_macros');
    const sheet = [{ name: 'a', rows: [['甲']] }];
    expect(refused('a.xlsm', xlsxOf(sheet, { more: { 'xl/vbaProject.bin': Uint8Array.of(1) } }))).toBe(
      'document_has_macros',
    );
    expect(refused('a.xlsx', xlsxOf(sheet, { more: { 'xl/macrosheets/sheet1.xml': strToU8('<a/>') } }))).toBe(
      'document_has_macros',
    );
  });

  it('elements nested without end, columns without end, rows without end', () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`;
    expect(refused('a.docx', docxOf(deep))).toBe('document_unreadable');
    const nested = Array.from({ length: 90 }).reduce<string>((inner) => tbl([{ xml: inner + p('a') }, 'b']), '');
    expect(refused('a.docx', docxOf(nested))).toBe('document_empty');
    expect(refused('a.docx', docxOf(tbl([{ text: '甲', span: 2_000_000_000 }])))).toBe('document_unreadable');
    const rows = Array.from({ length: 6000 }, (_, i) => [i, '任务', '措施', '年底前', '区财政局', '——']);
    expect(refused('a.xlsx', xlsxOf([{ name: '大表', rows }]))).toBe('document_too_large');
    const wide = xlsxOf([
      { name: 'a', rows: [['甲']], merges: ['A1:XFD1048576'] },
      { name: 'b', rows: [['乙']] },
    ]);
    expect(refused('a.xlsx', wide)).toBe('document_empty');
  });

  it('words without end, in one cell or in lines; blank lines without end do no harm', () => {
    expect(refused('a.docx', docxOf(plan + p('甲'.repeat(40_000))))).toBe('document_too_large');
    expect(refused('a.txt', strToU8(`一、甲\n${'1.开展检查。（责任单位：区财政局）\n'.repeat(70_000)}`))).toBe(
      'document_too_large',
    );
    expect(refused('a.docx', docxOf(p(`${' '.repeat(300_000)}甲${' '.repeat(300_000)}乙`)))).toBe('document_too_large');
    expect(
      refused('a.txt', strToU8(`\t序号\n\t任务\n\t措施\n\t时限\n\t单位\n\n\t1\n\t甲${'\n'.repeat(200_000)}备注`)),
    ).toBe('read');
  });

  it('more than 20 MB', () => {
    expect(refused('a.docx', new Uint8Array((20 << 20) + 1))).toBe('document_too_large');
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['加密.docx', ole('EncryptedPackage'), 'document_encrypted'],
    ['加密.xlsx', ole('EncryptedPackage'), 'document_encrypted'],
    ['旧版.doc', ole('WordDocument'), 'document_kind_unknown'],
    ['旧版.xls', ole('Workbook'), 'document_kind_unknown'],
    ['金山.wps', ole('WordDocument'), 'document_kind_unknown'],
    ['金山.et', ole('Workbook'), 'document_kind_unknown'],
    ['旧版改名.docx', ole('WordDocument'), 'document_kind_unknown'],
    ['计划.pdf', strToU8('%PDF-1.7'), 'document_kind_unknown'],
    ['计划.rtf', strToU8('{\\rtf1\\ansi }'), 'document_kind_unknown'],
    ['网页.doc', strToU8('<html><table></table></html>'), 'document_kind_unknown'],
    ['网页.xls', strToU8('\ufeff<!DOCTYPE html><table></table>'), 'document_kind_unknown'],
    ['计划.odt', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }), 'document_kind_unknown'],
    ['计划.xlsb', zipSync({ '_rels/.rels': strToU8('<a/>'), 'xl/workbook.bin': strToU8('') }), 'document_kind_unknown'],
    ['压缩包.zip', zipSync({ '计划.txt': strToU8('甲') }), 'document_kind_unknown'],
    ['扫描.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'document_is_picture'],
    ['扫描.jpg', Uint8Array.of(0xff, 0xd8, 0xff), 'document_is_picture'],
    ['计划.exe', Uint8Array.of(0x4d, 0x5a, 0), 'document_kind_unknown'],
  ])('%s', (name, bytes, code) => {
    expect(refused(name, bytes)).toBe(code);
  });
});

describe('a file without a plan in it', () => {
  const picture = p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>');

  it.each<[string, string, Uint8Array, string]>([
    ['nothing at all', 'a.docx', new Uint8Array(), 'document_empty'],
    ['a blank text', 'a.txt', strToU8(' \n\n'), 'document_empty'],
    ['a blank document', 'a.docx', docxOf(p('')), 'document_empty'],
    ['an empty table', 'a.docx', docxOf(tbl(['', ''], ['', ''])), 'document_empty'],
    [
      'a table with nothing below its head',
      'a.docx',
      docxOf(tbl(['序号', '任务', '措施', '时限', '主责单位'])),
      'document_empty',
    ],
    ['an empty sheet', 'a.xlsx', xlsxOf([{ name: '计划', rows: [] }]), 'document_empty'],
    ['a picture of a table', 'a.docx', docxOf(p('附件1') + picture), 'document_is_picture'],
    ['a picture in an empty table', 'a.docx', docxOf(tbl([{ xml: picture }])), 'document_is_picture'],
    [
      'a picture in a sheet',
      'a.xlsx',
      xlsxOf([{ name: 'a', rows: [] }], { more: { 'xl/media/1.png': Uint8Array.of(1) } }),
      'document_is_picture',
    ],
    ['all of it in another document inside', 'a.docx', docxOf('<w:altChunk r:id="c"/>'), 'document_unreadable'],
    ['a letter', 'a.docx', docxOf(p('各街道办事处：') + p('现将会议通知印发，请参加。')), 'document_empty'],
    [
      'a text whose cells have lost their borders',
      'a.txt',
      strToU8('序号\n重点任务\n工作措施\n完成\n时限\n主责单位\n协办单位\n1\n甲\n开展检查。\n年底前\n区财政局\n——\n'),
      'document_unreadable',
    ],
    ['bytes that are no text', 'a.txt', Uint8Array.of(1, 2, 3, 4, 0xff, 0xfe), 'document_unreadable'],
  ])('%s', (_, name, bytes, code) => {
    expect(refused(name, bytes)).toBe(code);
  });
});

describe('the name of a file says nothing', () => {
  it.each<[string, Uint8Array, string]>([
    ['计划.xlsx', docxOf(plan), 'docx'],
    [
      '计划.docx',
      xlsxOf([
        {
          name: 'a',
          rows: [
            ['序号', '任务', '措施', '时限', '主责单位'],
            [1, '甲', '开展检查。', '年底前', '区财政局'],
          ],
        },
      ]),
      'xlsx',
    ],
    ['计划.wps', docxOf(plan), 'docx'],
    ['计划', docxOf(plan), 'docx'],
    ['计划', strToU8('一、空气\n1.开展检查。（责任单位：区财政局）\n'), 'txt'],
    ['二〇二一年.计划', strToU8('一、空气\n1.开展检查。（责任单位：区财政局）\n'), 'txt'],
  ])('%s', (name, bytes, kind) => {
    expect(readPlan(name, bytes, NO_UNITS).document.kind).toBe(kind);
  });
});
