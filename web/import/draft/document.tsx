import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#app/api';
import type { DocumentCell, DocumentTable, Place } from './places.ts';

type Props = {
  document: Draft['document'];
  /** the cell in question; it is marked and scrolled to */
  place: Place | null;
  onCell: (table: number, cell: DocumentCell) => void;
};

const cellId = (table: number, cell: { row: number; column: number }) => `cell-${table}-${cell.row}-${cell.column}`;

/** Names and deadlines stay on their lines, so that the wide column is the wording. */
const isShort = (text: string) => text.split('\n').every((line) => line.length <= 8);

/** The document as it was read: its paragraphs and its tables with their merged cells. */
export function DocumentGrid({ document: given, place, onCell }: Props) {
  const { t } = useTranslation();
  const at = useRef<HTMLElement>(null);
  const marked = place ? cellId(place.table, place.cell) : null;
  useEffect(() => {
    const box = at.current;
    const cell = marked ? box?.querySelector<HTMLElement>(`#${marked}`) : null;
    if (!box || !cell) return;
    cell.dataset.marked = 'true';
    const top = cell.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({ top: box.scrollTop + top - box.clientHeight / 3, behavior: 'instant' });
    return () => {
      delete cell.dataset.marked;
    };
  }, [marked]);
  const loose = (before: number | null) =>
    given.paragraphs
      .filter((p) => p.before === before)
      .map((p, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the document does not change while it is reviewed
        <p key={i} className="review-loose">
          {p.text}
        </p>
      ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section className="review-document" ref={at} aria-label={t('import.review.document')} tabIndex={0}>
      {given.tables.map((table, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table's index is its name
        <div key={i}>
          {loose(i)}
          <Grid table={table} index={i} onCell={onCell} />
        </div>
      ))}
      {loose(null)}
    </section>
  );
}

const Grid = memo(function Grid({
  table,
  index,
  onCell,
}: {
  table: DocumentTable;
  index: number;
  onCell: Props['onCell'];
}) {
  const { t } = useTranslation();
  const rows = new Map<number, DocumentCell[]>();
  for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return (
    <table className="review-grid">
      <caption className="unseen">{t('measure.source.table', { no: index + 1 })}</caption>
      <tbody>
        {[...Array(table.rows).keys()].map((row) => (
          <tr key={row}>
            {(rows.get(row) ?? [])
              .sort((a, b) => a.column - b.column)
              .map((cell) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the same finding is reached from the result beside it by keyboard
                <td
                  key={cell.column}
                  id={cellId(index, cell)}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.columnSpan}
                  className={isShort(cell.text) ? 'short' : undefined}
                  onClick={() => onCell(index, cell)}
                >
                  {cell.text}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
