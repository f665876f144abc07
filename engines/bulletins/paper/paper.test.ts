import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { docxText, docxXml, pdfText } from '../../../tests/paper/read-back.ts';
import { figuresOf } from '../changes.ts';
import { figure } from '../wording.ts';
import { bulletinDocx, bulletinPdf, chartSvg, type Paper } from './index.ts';
import { markSize, signatureIndents } from './paper.ts';
import { unwrapWoff } from './woff.ts';

const paper: Paper = {
  title: '2021年10月西城区环境空气质量通报',
  issuer: '北京市西城区生态环境局',
  number: '西环空通〔2021〕10号',
  issuedOn: '2021-11-08',
  corrected: false,
  blocks: [
    { kind: 'heading', text: '一、本月概况' },
    {
      kind: 'paragraph',
      runs: [
        '细颗粒物（PM2.5）平均浓度为',
        figure('34', '/air', 'a'),
        '微克/立方米，同比下降',
        figure('15.0%', '/air', 'b'),
      ],
    },
    {
      kind: 'table',
      caption: '各站点浓度',
      unit: '微克/立方米',
      rows: [
        [
          { runs: ['站点'], header: true },
          { runs: ['浓度'], header: true },
        ],
        [{ runs: ['官园'] }, { runs: [figure('137', '/air', 'c')] }],
      ],
      notes: ['注：数值相同的并列。'],
    },
    {
      kind: 'chart',
      caption: '逐日指数',
      unit: null,
      alt: '两天',
      heightPx: 200,
      option: {
        xAxis: { type: 'category', data: ['1日', '2日'] },
        yAxis: { type: 'value' },
        series: [{ type: 'bar', data: [80, 120] }],
      },
    },
    { kind: 'note', runs: ['数据截止时间：10月31日24时。'] },
  ],
};

let docx: Buffer;
let pdf: Buffer;
beforeAll(async () => {
  [docx, pdf] = [await bulletinDocx(paper), await bulletinPdf(paper)];
});

describe('one composition, three renderings', () => {
  it('every figure of the blocks is printed in the Word file and in the PDF', () => {
    const [word, page] = [docxText(docx), pdfText(pdf).text];
    for (const { text } of figuresOf(paper.blocks)) {
      expect(word).toContain(text);
      expect(page).toContain(text);
    }
  });
  it('both say number, title, issuing unit, date, captions and notes', () => {
    const [word, page] = [docxText(docx), pdfText(pdf).text];
    for (const text of [
      paper.number!,
      paper.title,
      paper.issuer,
      '2021年11月8日',
      '表1',
      '图1',
      '注：数值相同的并列',
    ]) {
      expect(word).toContain(text);
      expect(page).toContain(text);
    }
  });
  it('a draft has neither number nor signature', async () => {
    const draft = { ...paper, number: null, issuedOn: null };
    const word = docxText(await bulletinDocx(draft));
    expect(word).toContain('草稿');
    expect(word).not.toContain('2021年11月8日');
  });
  it('a version that was corrected says so beside its number', async () => {
    expect(pdfText(await bulletinPdf({ ...paper, corrected: true })).text).toContain('已更正');
  });
});

describe('the Word file in the layout of GB/T 9704-2012', () => {
  it('A4 with margins of 37, 35, 28 and 26 mm', () => {
    const xml = docxXml(docx);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const margins = /<w:pgMar ([^>]*)\/>/.exec(xml)![1]!;
    const mm = (side: string) => Math.round((Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)![1]) * 25.4) / 1440);
    expect(['top', 'bottom', 'left', 'right'].map(mm)).toEqual([37, 35, 28, 26]);
  });
  it('body in 仿宋 of size 3 (16 pt), 22 lines a page; title of size 2 (22 pt)', () => {
    const xml = docxXml(docx);
    const body = xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf('细颗粒物')), xml.indexOf('细颗粒物'));
    expect(body).toContain('w:eastAsia="仿宋_GB2312"');
    expect(body).toContain('<w:sz w:val="32"/>');
    expect(body).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(body).toMatch(/w:firstLine="640"/);
    const title = xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf(paper.title)), xml.indexOf(paper.title));
    expect(title).toContain('<w:sz w:val="44"/>');
  });
  it('lowers the digits of PM2.5, and numbers its pages — 1 — at the outer edge', () => {
    expect(docxXml(docx)).toMatch(/<w:vertAlign w:val="subscript"\/>(?:(?!<\/w:r>).)*2\.5/);
    const parts = unzipSync(docx);
    const footers = Object.keys(parts).filter((name) => /footer\d\.xml$/.test(name));
    expect(footers.map((name) => /w:jc w:val="(\w+)"/.exec(strFromU8(parts[name]!))![1]).sort()).toEqual([
      'left',
      'right',
    ]);
  });
  it('describes each chart in words', () => {
    expect(docxXml(docx)).toContain('descr="两天"');
  });
});

describe('the PDF', () => {
  it('embeds its fonts and lacks no character', () => {
    expect(pdf.toString('latin1')).toContain('/FontFile');
    expect(pdfText(pdf).missing).toBe(0);
  });
  it('shows a character that no face has as missing, so that the check above means something', async () => {
    const odd: Paper = { ...paper, blocks: [{ kind: 'paragraph', runs: ['≤35'] }] };
    expect(pdfText(await bulletinPdf(odd)).missing).toBeGreaterThan(0);
  });
  it('draws charts as lines and text, not as a picture', () => {
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
    expect(pdfText(pdf).text).toContain('2日');
  });
});

describe('pieces', () => {
  it('the same option is drawn as on the web page', async () => {
    const chart = paper.blocks[3];
    if (chart?.kind !== 'chart') throw new Error('not the chart');
    expect(await chartSvg(chart)).toMatch(/^<svg[^>]*width="590"[^>]*height="200"/);
  });
  it('a WOFF is unwrapped to a font that opens; anything else is refused', () => {
    const path = '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff';
    const font = unwrapWoff(readFileSync(createRequire(import.meta.url).resolve(path)));
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    expect(() => unwrapWoff(Buffer.alloc(64))).toThrow(/WOFF/);
  });
  it('the date stands four characters in, the unit centred above it', () => {
    expect(signatureIndents('西城区局', '2021年11月8日')).toEqual({ issuer: 5.25, date: 4 });
    expect(signatureIndents('北京市西城区生态环境局', '2021年11月8日').issuer).toBeGreaterThan(0);
  });
  it('a long name of the issuing unit still fits on one line', () => {
    expect(markSize('区生态环境局')).toBe(36);
    expect(markSize('北京市西城区大气污染防治工作领导小组办公室') * 21).toBeLessThanOrEqual(442);
  });
});
