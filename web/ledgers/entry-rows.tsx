import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerEntry } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { useUnitWord } from './unit-words.ts';
import { type LedgerColumn, listedColumns, useShown } from './values.ts';
import '../shared/data-table.css';

type Props = {
  definition: LedgerDefinition;
  rows: readonly LedgerEntry[];
  onOpen: (id: number) => void;
  onEnd: () => void;
};

const ROW = 45;
/** what reads badly over two lines */
const SHORT: ReadonlySet<LedgerColumn['type']> = new Set(['date', 'month', 'time', 'plate']);
const isNumber = ({ type }: LedgerColumn) => type === 'integer' || type === 'decimal';

/** The entries as a table that draws only what is in view; more is fetched while scrolling. */
export function EntryRows({ definition, rows, onOpen, onEnd }: Props) {
  const { t } = useTranslation();
  const [sentence, shown, format] = [useSentence(), useShown(), useFormat()];
  const unitOf = useUnitWord();
  const columns = listedColumns(definition);
  const at = useRef<HTMLTableElement>(null);
  const window_ = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: at.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]!.id,
  });
  const items = window_.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
  const margin = window_.options.scrollMargin;
  const above = items[0] ? items[0].start - margin : 0;
  const below = items.length ? window_.getTotalSize() - (items.at(-1)!.end - margin) : 0;
  const title = definition.columns.find(({ id }) => id === definition.name)?.title;
  return (
    <table ref={at} className="data-table ledger-table" aria-rowcount={-1}>
      <caption className="unseen">{sentence(definition.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{sentence(title)}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={isNumber(column) ? 'number' : undefined}>
              {sentence(column.title)}
              {column.unit && unitOf(column.unit) && (
                <span className="quiet">{t('ledgers.inUnit', { unit: unitOf(column.unit) })}</span>
              )}
            </th>
          ))}
          <th scope="col">{t('ledgers.standing')}</th>
          <th scope="col">{t('ledgers.refreshedOn')}</th>
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Gap height={above} columns={columns.length + 3} />}
        {items.map(({ index, key }) => {
          const row = rows[index]!;
          return (
            <tr
              key={key}
              ref={window_.measureElement}
              data-index={index}
              className={row.state === 'struck' ? 'struck' : undefined}
            >
              <th scope="row">
                <button type="button" className="ledger-open" onClick={() => onOpen(row.id)}>
                  {row.name || `#${row.id}`}
                </button>
                {row.simulated && <span className="provenance"> {t('ledgers.simulated')}</span>}
              </th>
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-label={sentence(column.title)}
                  className={isNumber(column) ? 'number' : SHORT.has(column.type) ? 'short' : undefined}
                >
                  {shown(column, row.values[column.id])}
                </td>
              ))}
              <td data-label={t('ledgers.standing')}>
                <Standing entry={row} />
              </td>
              <td data-label={t('ledgers.refreshedOn')}>{format.date(row.refreshedOn)}</td>
            </tr>
          );
        })}
        {below > 0 && <Gap height={below} columns={columns.length + 3} />}
      </tbody>
    </table>
  );
}

const Gap = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden>
    <td colSpan={columns} style={{ height, padding: 0 }} />
  </tr>
);

/** What somebody has to do about an entry, by shape and word. */
export function Standing({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  if (entry.state === 'struck') return <span className="quiet">⊘ {t('ledgers.states.struck')}</span>;
  const said = [
    entry.contradictions.length > 0 && (['≠', 'contradictory'] as const),
    entry.stale && (['◷', 'stale'] as const),
    entry.missing.length > 0 && (['◌', 'incomplete'] as const),
  ].filter((one) => one !== false);
  if (said.length === 0) return <span className="ledger-good">● {t('ledgers.good')}</span>;
  return (
    <>
      {said.map(([sign, doubt]) => (
        <span key={doubt} className={`ledger-doubt ${doubt}`}>
          {sign} {t(`ledgers.doubts.${doubt}`)}
        </span>
      ))}
    </>
  );
}
