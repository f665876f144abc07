import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { chartSvg } from './chart.ts';
import { mmToPt, SIZE, TEXT_WIDTH_MM } from './layout.table.ts';
import { captioned, columnShares, headerRows, type Paper, type Table } from './paper.ts';
import { textOf } from './pdf-text.ts';

const TEXT_WIDTH_PT = mmToPt(TEXT_WIDTH_MM);
const CELL_PADDING_PT = 3;
const LINE_PT = 0.5;

/** The blocks of a bulletin in order. */
export async function pdfBlocks(paper: Paper): Promise<Content[]> {
  const out: Content[] = [];
  for (const { block, caption } of captioned(paper.blocks)) {
    if (block.kind === 'heading')
      out.push({ text: block.text, style: 'heading', leadingIndent: 2 * SIZE.three, headlineLevel: 1 });
    if (block.kind === 'paragraph') {
      out.push({ text: textOf(block.runs), style: 'body', leadingIndent: 2 * SIZE.three, alignment: 'justify' });
    }
    if (block.kind === 'note') {
      out.push({ text: textOf(block.runs), style: 'note', leadingIndent: 2 * SIZE.four });
    }
    if (block.kind === 'table') out.push(...pdfTable(block, caption));
    if (block.kind === 'chart') {
      out.push({
        unbreakable: true,
        stack: [
          { svg: await chartSvg(block), width: TEXT_WIDTH_PT, margin: [0, 6, 0, 2] },
          {
            text: textOf([block.unit ? `${caption}（${block.unit}）` : caption]),
            style: 'caption',
            alignment: 'center',
            margin: [0, 0, 0, 6],
          },
        ],
      });
    }
  }
  return out;
}

function pdfTable(block: Table, caption: string): Content[] {
  const shares = columnShares(block);
  const inner = TEXT_WIDTH_PT - shares.length * 2 * CELL_PADDING_PT - (shares.length + 1) * LINE_PT;
  const table: ContentTable = {
    table: {
      headerRows: headerRows(block),
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: shares.map((share) => share * inner),
      body: block.rows.map((row) =>
        row.map(
          (cell): TableCell => ({
            text: textOf(cell.runs),
            style: 'cell',
            font: cell.header ? 'Sans' : 'Serif',
            alignment: cell.align ?? 'center',
            verticalAlignment: 'middle',
          }),
        ),
      ),
    },
    layout: {
      hLineWidth: (i, node) => (i === 0 || i === node.table.body.length ? 1 : LINE_PT),
      vLineWidth: (i, node) => (i === 0 || i === shares.length || !node ? 1 : LINE_PT),
      paddingLeft: () => CELL_PADDING_PT,
      paddingRight: () => CELL_PADDING_PT,
      paddingTop: () => CELL_PADDING_PT,
      paddingBottom: () => CELL_PADDING_PT,
    },
  };
  const head: Content[] = [
    { text: textOf([caption]), style: 'caption', alignment: 'center', margin: [0, 6, 0, 0], headlineLevel: 1 },
  ];
  if (block.unit) head.push({ text: `单位：${block.unit}`, style: 'small', alignment: 'right', headlineLevel: 1 });
  const notes = block.notes.map((note): Content => ({ text: textOf([note]), style: 'small' }));
  const whole: Content[] = [...head, table, ...notes];
  // a short table stays together with its caption and notes
  return block.rows.length <= 20 ? [{ unbreakable: true, stack: [...whole, { text: '', fontSize: 6 }] }] : whole;
}
