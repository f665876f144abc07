import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { MeasureCore } from '../wire.ts';
import { columnsOf, type PaperColumn, type PaperOptions, type PaperPlan, printable, rowsOf } from './layout.ts';

/** A4 between its margins, in twentieths of a point */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;
const PAGE_TWIPS = A4.height - 2 * MARGIN;

type Face = { eastAsia: string; halfPoints: number };
const TITLE: Face = { eastAsia: '方正小标宋简体', halfPoints: 44 };
const HEAD: Face = { eastAsia: '黑体', halfPoints: 24 };
const BODY: Face = { eastAsia: '仿宋_GB2312', halfPoints: 24 };

/** A plan in its official columns as a Word document: landscape, the heading row on every page, merged as issued. */
export async function planDocx<M extends MeasureCore>(
  plan: PaperPlan<M>,
  options: PaperOptions<M> = {},
): Promise<Uint8Array> {
  const columns = columnsOf(plan, !!options.lamp);
  const widths = columns.map((c) => Math.round(c.share * PAGE_TWIPS));
  const rows = rowsOf(plan, options).map((row) => {
    if (row.kind === 'chapter')
      return new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            columnSpan: columns.length,
            verticalAlign: VerticalAlignTable.CENTER,
            children: lines(row.text, HEAD, 'left', { keepNext: true }),
          }),
        ],
      });
    const cells = row.cells.map((text, i) => ({ text, rgb: undefined as string | undefined, i }));
    if (row.lamp) cells.push({ text: printable(row.lamp.text), rgb: row.lamp.rgb, i: columns.length - 1 });
    return new TableRow({
      cantSplit: true,
      children: cells
        .filter(({ i }) => i > 1 || row.span > 0)
        .map(({ text, rgb, i }) => cell(columns[i]!, widths[i]!, text, { rowSpan: i < 2 ? row.span : 1, rgb })),
    });
  });
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) =>
      cell({ ...column, align: 'center' }, widths[i]!, column.title, { face: HEAD }),
    ),
  });
  const document = new Document({
    title: printable(plan.title),
    styles: { default: { document: { run: { font: fonts(BODY), size: BODY.halfPoints } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: pageNumbers() },
        children: [
          ...lines(printable(plan.title), TITLE, 'center', { spacing: { after: 160 } }),
          ...(options.subtitle ? lines(printable(options.subtitle), BODY, 'center', { spacing: { after: 120 } }) : []),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: PAGE_TWIPS, type: WidthType.DXA },
            columnWidths: widths,
            rows: [heading, ...rows],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function cell(
  column: PaperColumn,
  width: number,
  text: string,
  look: { rowSpan?: number; rgb?: string; face?: Face } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    rowSpan: look.rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: lines(text, look.face ?? BODY, column.align, {}, look.rgb ? { color: look.rgb } : {}),
  });
}

/** Each line of a text as a paragraph of its own. */
function lines(
  text: string,
  face: Face,
  align: 'left' | 'center',
  more: Partial<IParagraphOptions> = {},
  run: Partial<IRunOptions> = {},
): Paragraph[] {
  return text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        ...more,
        children: [new TextRun({ text: line, font: fonts(face), size: face.halfPoints, ...run })],
      }),
  );
}

const fonts = (face: Face) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: face.eastAsia });

function pageNumbers(): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children, font: fonts(BODY), size: 24 })],
      }),
    ],
  });
}
