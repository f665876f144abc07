import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { dateZh } from '../period.ts';
import { chartPng } from './chart.ts';
import { docxTable } from './docx-table.ts';
import {
  bodyParagraph,
  captionParagraph,
  headingParagraph,
  noteParagraph,
  STYLES,
  smallParagraph,
  textRuns,
  twips,
} from './docx-text.ts';
import { mmToTwips, PAGE, RED, SIZE, WORD_FONTS } from './layout.table.ts';
import { captioned, markSize, numberLine, type Paper, signatureIndents } from './paper.ts';

/** A bulletin as a Word document in the layout of GB/T 9704-2012. */
export async function bulletinDocx(paper: Paper): Promise<Buffer> {
  const children: FileChild[] = [...masthead(paper), ...recipient(paper), ...(await body(paper)), ...signature(paper)];
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: { ascii: WORD_FONTS.latin, hAnsi: WORD_FONTS.latin, eastAsia: WORD_FONTS.body }, size: 32 },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mmToTwips(PAGE.widthMm), height: mmToTwips(PAGE.heightMm) },
            margin: {
              top: mmToTwips(PAGE.topMm),
              bottom: mmToTwips(PAGE.bottomMm),
              left: mmToTwips(PAGE.leftMm),
              right: mmToTwips(PAGE.rightMm),
              footer: mmToTwips(PAGE.pageNumberMm - 5),
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The issuing organ in red, the number, the red rule, the title (cl. 7.2.4–7.3.1). */
function masthead(paper: Paper): Paragraph[] {
  const exact = { line: twips(PAGE.linePt), lineRule: LineRuleType.EXACT };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: twips(24), after: twips(PAGE.linePt) },
      children: textRuns([paper.issuer], {
        font: WORD_FONTS.title,
        pt: markSize(paper.issuer),
        color: RED,
        bold: true,
      }),
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...exact, after: twips(11) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 11 } },
      children: textRuns([numberLine(paper)], STYLES.body),
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: {
        before: twips(2 * PAGE.linePt),
        after: twips(PAGE.linePt),
        line: twips(34),
        lineRule: LineRuleType.EXACT,
      },
      children: textRuns([paper.title], STYLES.title),
    }),
  ];
}

/** To whom it goes, flush left (cl. 7.3.2). */
const recipient = (paper: Paper): Paragraph[] =>
  paper.recipient
    ? [
        new Paragraph({
          spacing: { line: twips(PAGE.linePt), lineRule: LineRuleType.EXACT },
          children: textRuns([`${paper.recipient}：`], STYLES.body),
        }),
      ]
    : [];

async function body(paper: Paper): Promise<FileChild[]> {
  const out: FileChild[] = [];
  for (const [i, { block, caption }] of captioned(paper.blocks).entries()) {
    // a page with nothing but the signature is not allowed (cl. 7.3.5.5): the last paragraph goes with it
    const last = i === paper.blocks.length - 1;
    if (block.kind === 'heading') out.push(headingParagraph(block.text));
    if (block.kind === 'paragraph') out.push(bodyParagraph(block.runs, last));
    if (block.kind === 'note') out.push(noteParagraph(block.runs, last));
    if (block.kind === 'table') {
      out.push(captionParagraph(caption, true));
      if (block.unit) out.push(smallParagraph([`单位：${block.unit}`], 'unit'));
      out.push(docxTable(block), ...block.notes.map((note) => smallParagraph([note], 'note')));
    }
    if (block.kind === 'chart') {
      const { png, width, height } = await chartPng(block);
      out.push(
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 200 },
          children: [
            new ImageRun({
              type: 'png',
              data: png,
              transformation: { width, height },
              altText: { name: caption, title: caption, description: block.alt },
            }),
          ],
        }),
        captionParagraph(block.unit ? `${caption}（${block.unit}）` : caption, false),
      );
    }
  }
  return out;
}

/** The issuing unit and the date at the right below the text; a draft has neither. */
function signature(paper: Paper): Paragraph[] {
  if (!paper.issuedOn) return [];
  const date = dateZh(paper.issuedOn);
  const indents = signatureIndents(paper.issuer, date);
  const line = (text: string, characters: number, before: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext: before > 0,
      indent: { right: twips(characters * SIZE.three) },
      spacing: { line: twips(PAGE.linePt), lineRule: LineRuleType.EXACT, before: twips(before) },
      children: textRuns([text], STYLES.body),
    });
  return [line(paper.issuer, indents.issuer, 2 * PAGE.linePt), line(date, indents.date, 0)];
}

/** — 1 — in size 4, one character in from the outer edge (cl. 7.5). */
function pageNumber(alignment: 'right' | 'left'): Footer {
  const indent = twips(SIZE.four);
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.RIGHT ? { right: indent } : { left: indent },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: WORD_FONTS.table, size: SIZE.four * 2 }),
        ],
      }),
    ],
  });
}
