import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { STYLES, textRuns, twips } from './docx-text.ts';
import { mmToTwips, TEXT_WIDTH_MM, WORD_FONTS } from './layout.table.ts';
import { columnShares, headerRows, type Table as TableBlock } from './paper.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const FRAME = { ...LINE, size: 8 } as const;

/** A table in small print: heads repeat on the next page, rows do not break. */
export function docxTable(block: TableBlock): Table {
  const whole = mmToTwips(TEXT_WIDTH_MM);
  const widths = columnShares(block).map((share) => Math.round(share * whole));
  const heads = headerRows(block);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: LINE, insideVertical: LINE },
    rows: block.rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i < heads,
          cantSplit: true,
          children: row.map(
            (cell, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.CENTER,
                margins: { top: 40, bottom: 40, left: 60, right: 60 },
                children: [
                  new Paragraph({
                    alignment: ALIGN[cell.align ?? 'center'],
                    // a short table stays on one page
                    keepNext: block.rows.length <= 20 && i < block.rows.length - 1,
                    spacing: { line: twips(16), lineRule: LineRuleType.EXACT },
                    children: textRuns(
                      cell.runs,
                      cell.header ? { ...STYLES.small, font: WORD_FONTS.heading } : STYLES.small,
                    ),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}
