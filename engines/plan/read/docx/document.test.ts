import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  docxOf,
  numbered,
  p,
  run,
  tbl,
  tr,
  type WordCell,
  type WordParts,
} from '../../../../tests/plan/documents/word.ts';
import { readDocument } from '../read.ts';

const read = (body: string, parts?: WordParts) => readDocument('计划.docx', docxOf(body, parts));
/** The cells of the first table as text, with spans where there are any. */
const cellsOf = (body: string, parts?: WordParts) =>
  read(body, parts).tables[0]!.cells.map(({ row, column, rowSpan, columnSpan, text }) =>
    rowSpan + columnSpan > 2 ? `${row},${column} ${text} ${rowSpan}×${columnSpan}` : `${row},${column} ${text}`,
  );
const wordsOf = (body: string, parts?: WordParts) => read(body, parts).paragraphs.map((paragraph) => paragraph.text);
const cell = (xml: string, more: Exclude<WordCell, string> = {}): WordCell => ({ xml, ...more });
const codes = (body: string, parts?: WordParts) => read(body, parts).warnings.map((warning) => warning.code);

describe('merged cells', () => {
  it('reach down (vMerge), across (gridSpan), and across in the way of old files (hMerge)', () => {
    const across = '<w:hMerge w:val="restart"/>';
    const body = tbl(
      [{ text: '甲', merge: 1 }, '乙', '丙'],
      [{ merge: 2 }, { text: '丁', span: 2 }],
      ['戊', { text: '己', properties: across }, { text: '', properties: '<w:hMerge w:val="continue"/>' }],
    );
    expect(cellsOf(body)).toEqual(['0,0 甲 2×1', '0,1 乙', '0,2 丙', '1,1 丁 1×2', '2,0 戊', '2,1 己 1×2']);
  });

  it('a continuation in another column or of another width than what stands above begins a cell of its own', () => {
    const body = tbl([{ text: '甲', merge: 1, span: 2 }, '乙'], [{ text: '丙', merge: 2 }, '丁', '戊']);
    expect(cellsOf(body)).toEqual(['0,0 甲 1×2', '0,2 乙', '1,0 丙', '1,1 丁', '1,2 戊']);
  });

  it('a row may begin further right and end before the others; a row of one cell reaches across', () => {
    const body = tbl(['甲', '乙', '丙'], tr(['丁'], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'), ['一、章']);
    expect(cellsOf(body)).toEqual(['0,0 甲', '0,1 乙', '0,2 丙', '1,1 丁', '2,0 一、章 1×3']);
  });

  it('merges that are tracked count as done, deleted cells and rows as gone', () => {
    const merged = (to: 'rest' | 'cont') => `<w:cellMerge w:id="1" w:vMerge="${to}"/>`;
    const body = tbl(
      [{ text: '甲', properties: merged('rest') }, '乙', { text: '丙', properties: '<w:cellDel w:id="3"/>' }],
      tr(['删', '删'], '<w:del w:id="2"/>'),
      [{ text: '', properties: merged('cont') }, '丁'],
    );
    expect(cellsOf(body)).toEqual(['0,0 甲 2×1', '0,1 乙', '1,1 丁']);
  });

  it('hidden rows are left out, and that is told', () => {
    const body = tbl(['甲', '乙'], tr(['丙', '丁'], '<w:hidden/>'));
    expect(cellsOf(body)).toEqual(['0,0 甲', '0,1 乙']);
    expect(codes(body)).toEqual(['hidden_text']);
  });
});

describe('numbers that Word counts', () => {
  const level = (inside: string, at = 0) => `<w:lvl w:ilvl="${at}">${inside}</w:lvl>`;
  const abstract = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const num = (id: number, of: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
  const plain = (format: string, text: string) =>
    level(`<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/>`);

  it.each([
    ['decimal', '%1.', ['1.', '2.', '3.']],
    ['chineseCounting', '%1、', ['一、', '二、', '三、']],
    ['chineseCountingThousand', '（%1）', ['（一）', '（二）', '（三）']],
    ['ideographDigital', '%1', ['一', '二', '三']],
    ['chineseLegalSimplified', '%1', ['壹', '贰', '叁']],
    ['decimalEnclosedCircleChinese', '%1', ['①', '②', '③']],
    ['decimalEnclosedParen', '%1', ['(1)', '(2)', '(3)']],
    ['decimalFullWidth', '%1．', ['１．', '２．', '３．']],
    ['decimalZero', '%1', ['01', '02', '03']],
    ['upperRoman', '%1', ['I', 'II', 'III']],
    ['ideographTraditional', '%1', ['甲', '乙', '丙']],
    ['none', '任务', ['任务', '任务', '任务']],
  ])('%s', (format, text, expected) => {
    const numbering = abstract(0, plain(format, text)) + num(1, 0);
    expect(wordsOf(numbered(1, '事') + numbered(1, '事') + numbered(1, '事'), { numbering })).toEqual(
      expected.map((label) => `${label}事`),
    );
  });

  it('of a cell without any words are the words of that cell', () => {
    const numbering = abstract(0, plain('decimal', '%1')) + num(1, 0);
    const body = tbl([cell(numbered(1)), '甲'], [cell(numbered(1)), '乙']);
    expect(cellsOf(body, { numbering })).toEqual(['0,0 1', '0,1 甲', '1,0 2', '1,1 乙']);
  });

  it('go on in a second list of the same definition, and begin anew where a start is given', () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="25"/></w:lvlOverride>';
    const numbering = abstract(0, plain('decimal', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, again);
    const body = numbered(1, '甲') + numbered(2, '乙') + numbered(3, '丙') + numbered(3, '丁');
    expect(wordsOf(body, { numbering })).toEqual(['1.甲', '2.乙', '25.丙', '26.丁']);
  });

  it('of an overridden level are written as the override says', () => {
    const other = `<w:lvlOverride w:ilvl="0">${plain('chineseCounting', '第%1条')}</w:lvlOverride>`;
    const numbering = abstract(0, plain('decimal', '%1.')) + num(1, 0, other);
    expect(wordsOf(numbered(1, '甲'), { numbering })).toEqual(['第一条甲']);
  });

  it('of several levels hold one another, and deeper ones begin anew', () => {
    const two = level(
      '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/><w:isLgl/>',
      1,
    );
    const numbering = abstract(0, plain('chineseCounting', '%1、'), two) + num(1, 0);
    const body =
      numbered(1, '甲') + numbered(1, '乙', 1) + numbered(1, '丙', 1) + numbered(1, '丁') + numbered(1, '戊', 1);
    expect(wordsOf(body, { numbering })).toEqual(['一、甲', '1.1 乙', '1.2 丙', '二、丁', '2.1 戊']);
  });

  it('come with a style, its ancestors’ too, and from the level that names the style', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="C"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const named = level('<w:numFmt w:val="decimal"/><w:pStyle w:val="C"/><w:lvlText w:val="（%2）"/>', 1);
    const numbering = abstract(0, plain('chineseCounting', '%1、'), named) + num(1, 0);
    const body = p('甲', '<w:pStyle w:val="A"/>') + p('乙', '<w:pStyle w:val="B"/>') + p('丙', '<w:pStyle w:val="C"/>');
    expect(wordsOf(body, { numbering, styles })).toEqual(['一、甲', '二、乙', '（1）丙']);
  });

  it('are taken away by number 0, and not counted for a paragraph that is deleted', () => {
    const numbering = abstract(0, plain('decimal', '%1.')) + num(1, 0);
    const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
    expect(wordsOf(numbered(1, '甲') + gone + numbered(1, '乙') + numbered(0, '丙'), { numbering })).toEqual([
      '1.甲',
      '2.乙',
      '丙',
    ]);
  });

  it('of a format of newer Word are written in the one given for older readers', () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>';
    const numbering = abstract(0, level(`${format}<w:suff w:val="nothing"/><w:lvlText w:val="%1 "/>`)) + num(1, 0);
    expect(wordsOf(numbered(1, '甲'), { numbering })).toEqual(['01 甲']);
  });
});

describe('what a paragraph says', () => {
  it.each([
    [
      'insertions are taken, deletions not',
      `${run('完成')}<w:del w:id="1"><w:r><w:delText>10</w:delText></w:r></w:del><w:ins w:id="2">${run('12')}</w:ins>${run('组')}`,
      '完成12组',
    ],
    [
      'moved words stand at their new place',
      `<w:moveFrom w:id="1">${run('年底前')}</w:moveFrom>${run('完成')}<w:moveTo w:id="2">${run('年底前')}</w:moveTo>`,
      '完成年底前',
    ],
    [
      'a field counts with its result',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SUM(A1) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('34000')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('辆次')}`,
      '34000辆次',
    ],
    [
      'a simple field too',
      `<w:fldSimple w:instr=" DATE ">${run('2021年6月')}</w:fldSimple>${run('底前')}`,
      '2021年6月底前',
    ],
    [
      'a ringed figure is drawn by a field without a result',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> eq \\o\\ac(○,</w:instrText></w:r><w:r><w:instrText>3</w:instrText></w:r><w:r><w:instrText>)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('治理')}`,
      '③治理',
    ],
    [
      'links, smart tags and inline controls are looked through',
      `<w:hyperlink r:id="x">${run('区')}</w:hyperlink><w:smartTag>${run('城')}</w:smartTag><w:sdt><w:sdtContent>${run('管委')}</w:sdtContent></w:sdt>`,
      '区城管委',
    ],
    [
      'the prompt of an empty control is nothing',
      `${run('完成')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字')}</w:sdtContent></w:sdt>`,
      '完成',
    ],
    [
      'a guide to pronunciation is not read',
      `<w:r><w:ruby><w:rt>${run('sui')}</w:rt><w:rubyBase>${run('穗')}</w:rubyBase></w:ruby></w:r>`,
      '穗',
    ],
    [
      'symbols of symbol fonts',
      '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r><w:r><w:t>5</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
      '≤5√',
    ],
    [
      'a soft hyphen is nothing, one that does not break is a hyphen',
      '<w:r><w:t>PM</w:t><w:softHyphen/><w:t>2.5，6</w:t><w:noBreakHyphen/><w:t>9月</w:t></w:r>',
      'PM2.5，6-9月',
    ],
    [
      'a break of the line breaks, one of the page or column does not',
      '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t><w:br w:type="column"/><w:t>丁</w:t><w:lastRenderedPageBreak/></w:r>',
      '甲\n乙丙丁',
    ],
    ['ideographic blanks around the words go, within them stay', run('　　一、总体　要求　'), '一、总体　要求'],
    [
      'a formula keeps its stroke and its small figures',
      `${run('PM')}<m:oMath><m:sSub><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sub><m:r><m:t>2</m:t></m:r></m:sub></m:sSub><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>`,
      'PMx21/3',
    ],
  ])('%s', (_, xml, expected) => {
    expect(wordsOf(p(xml))).toEqual([expected]);
  });

  it('hidden words are left out, by themselves or by their style, unless shown again', () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="H"/></w:style>';
    const body =
      p(run('甲', '<w:vanish/>') + run('乙', '<w:vanish w:val="0"/>') + run('丙', '<w:rStyle w:val="H"/>')) +
      p('全段', '<w:pStyle w:val="P"/>');
    expect(wordsOf(body, { styles })).toEqual(['乙']);
    expect(codes(body, { styles })).toEqual(['hidden_text']);
  });

  it('a paragraph whose end is deleted goes on in the next', () => {
    const broken = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('区科学技术')}</w:p>`;
    expect(wordsOf(broken + p('和信息化局'))).toEqual(['区科学技术和信息化局']);
    expect(cellsOf(tbl([cell(broken + p('和信息化局')), '乙']))).toEqual(['0,0 区科学技术和信息化局', '0,1 乙']);
  });

  it('headers, footers and comments are no part of it', () => {
    const more = {
      'word/header1.xml': strToU8('<w:hdr xmlns:w="w"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>'),
      'word/comments.xml': strToU8('<w:comments xmlns:w="w"><w:comment><w:p/></w:comment></w:comments>'),
    };
    expect(wordsOf(p(`${run('正文')}<w:commentReference w:id="1"/>`), { more })).toEqual(['正文']);
  });
});

describe('what could be lost is told', () => {
  const box = (inside: string) => `<w:txbxContent>${inside}</w:txbxContent>`;

  it('the words of a text box are kept, once although they are written twice', () => {
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box(p('附注'))}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p('附注'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(wordsOf(p(shape + run('正文')))).toEqual(['附注', '正文']);
    expect(codes(p(shape))).toEqual(['text_box']);
  });

  it('a table in a text box is a table', () => {
    expect(cellsOf(p(`<w:r><w:pict><v:textbox>${box(tbl(['甲', '乙']))}</v:textbox></w:pict></w:r>`))).toEqual([
      '0,0 甲',
      '0,1 乙',
    ]);
  });

  it('a table in a cell is joined to its words', () => {
    const body = tbl([cell(p('清单') + tbl(['甲', '1'], ['乙', '2']) + p('')), '局']);
    expect(cellsOf(body)).toEqual(['0,0 清单\n甲 1\n乙 2', '0,1 局']);
    expect(codes(body)).toEqual(['nested_table']);
  });

  it('a footnote is told with its words and place', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('—')}</w:footnote><w:footnote w:id="2">${p('不含怠速')}</w:footnote>`;
    const { warnings } = read(tbl([cell(p(`${run('检查')}<w:r><w:footnoteReference w:id="2"/></w:r>`)), '局']), {
      footnotes,
    });
    expect(warnings).toMatchObject([{ code: 'note', source: { table: 0, row: 0, column: 0 } }]);
    expect(warnings[0]!.zh).toContain('不含怠速');
  });

  it('tracked changes, pictures and embedded documents are told once', () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>';
    const inserted = p(`<w:ins w:id="2">${run('甲')}</w:ins>`);
    const body = `${tbl(['甲', '乙'])}${inserted}${inserted}${p(picture)}${p(picture)}<w:altChunk r:id="c"/>`;
    expect(codes(body)).toEqual(['tracked_changes', 'embedded_document', 'picture']);
  });
});
