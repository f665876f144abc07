import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { dateZh } from '../period.ts';
import { CHART_FONT } from './chart.ts';
import { FACE_NAMES, type Face, fontFile } from './fonts.ts';
import { mmToPt, PAGE, RED, SIZE, TEXT_WIDTH_MM } from './layout.table.ts';
import { markSize, numberLine, type Paper, signatureIndents } from './paper.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { PDF_STYLES } from './pdf-text.ts';

/**
 * Drawings do not look into pdfmake's memory of files but among the fonts that the document has loaded, by PostScript
 * name: a chart's caption, which is laid out before any chart is drawn, loads this one.
 */
const DRAWING_FACE = 'NotoSansSCThin-Regular';

/** pdfmake's own memory of files; its type declarations leave it out */
const { virtualfs } = pdfmake as unknown as {
  virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, content: Buffer): void };
};

/** Fonts are given once; nothing is ever fetched, and no file is read, for the sake of a document. */
function prepare(): void {
  if (virtualfs.existsSync('serif-400')) return;
  for (const face of FACE_NAMES) virtualfs.writeFileSync(face, fontFile(face));
  const family = (normal: Face, bold: Face) => ({ normal, bold });
  virtualfs.writeFileSync(DRAWING_FACE, fontFile('sans-400'));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.addFonts({
    Serif: family('serif-400', 'serif-700'),
    Sans: family('sans-400', 'sans-700'),
    [CHART_FONT]: { normal: DRAWING_FACE, bold: DRAWING_FACE },
  });
}

/** A bulletin as PDF in the layout of GB/T 9704-2012, with its fonts embedded. */
export async function bulletinPdf(paper: Paper): Promise<Buffer> {
  prepare();
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [PAGE.leftMm, PAGE.topMm, PAGE.rightMm, PAGE.bottomMm].map(mmToPt) as [number, number, number, number],
    info: { title: paper.title, author: paper.issuer, creator: 'Lantian' },
    language: 'zh-CN',
    defaultStyle: { ...PDF_STYLES.body },
    styles: PDF_STYLES,
    content: [...masthead(paper), ...signed(await pdfBlocks(paper), paper)],
    footer: (page) => ({
      text: `— ${page} —`,
      fontSize: SIZE.four,
      lineHeight: 1,
      alignment: page % 2 ? 'right' : 'left',
      margin: [mmToPt(PAGE.leftMm) + SIZE.four, mmToPt(4), mmToPt(PAGE.rightMm) + SIZE.four, 0],
    }),
    pageBreakBefore: (node, query) => node.headlineLevel === 1 && query.getFollowingNodesOnPage().length === 0,
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** The issuing organ in red, the number, the red rule, the title (cl. 7.2.4–7.3.1). */
function masthead(paper: Paper): Content[] {
  return [
    {
      text: paper.issuer,
      bold: true,
      fontSize: markSize(paper.issuer),
      lineHeight: 1,
      color: `#${RED}`,
      alignment: 'center',
      margin: [0, 10, 0, 16],
    },
    { text: numberLine(paper), alignment: 'center', margin: [0, 0, 0, 4] },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: mmToPt(TEXT_WIDTH_MM), y2: 0, lineWidth: 2.25, lineColor: `#${RED}` }],
    },
    { text: paper.title, style: 'title', alignment: 'center', margin: [0, 1.5 * PAGE.linePt, 0, PAGE.linePt] },
  ];
}

/**
 * The blocks with the issuing unit and the date at the right below them; a draft has neither. A page with nothing but the
 * signature is not allowed (cl. 7.3.5.5): the last paragraph goes with it.
 */
function signed(blocks: readonly Content[], paper: Paper): Content[] {
  const last = blocks.at(-1);
  if (!paper.issuedOn || last === undefined) return [...blocks];
  const date = dateZh(paper.issuedOn);
  const indents = signatureIndents(paper.issuer, date);
  const line = (text: string, characters: number, above: number): Content => ({
    text,
    alignment: 'right',
    margin: [0, above, characters * SIZE.three, 0],
  });
  const lines = [line(paper.issuer, indents.issuer, 2 * PAGE.linePt), line(date, indents.date, 0)];
  return [...blocks.slice(0, -1), { unbreakable: true, stack: [last, ...lines] }];
}
