import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidencePage, IndicatorDetail } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { rowsQuery } from './queries.ts';
import '../shared/data-table.css';

type Row = EvidencePage['rows'][number];
const ROW = 41;

/** The rows behind the figure: what is counted, what it is measured against, what is missing, what is left out and why. */
export function Rows({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const part = detail.parts.find((one) => one === search.part) ?? detail.parts[0]!;
  const list = useInfiniteQuery(
    rowsQuery(detail.id, { scope: `${detail.scope.kind}:${detail.scope.code}`, until: detail.asOf, part }),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  return (
    <Panel
      flush
      title={t('indicators.rows')}
      aside={
        <fieldset className="indicator-parts" aria-label={t('indicators.rows')}>
          {detail.parts.map((one) => (
            <button key={one} type="button" aria-pressed={one === part} onClick={() => set({ part: one })}>
              {t(`indicators.parts.${one}`)}
            </button>
          ))}
        </fieldset>
      }
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
      ) : !rows ? (
        <LoadingState rows={6} />
      ) : rows.length === 0 ? (
        <EmptyState compact title={t(`indicators.noRows.${part}`)} />
      ) : (
        <Table
          rows={rows}
          onEnd={() => {
            if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
          }}
        />
      )}
    </Panel>
  );
}

function Table({ rows, onEnd }: { rows: readonly Row[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const format = useFormat();
  const at = useRef<HTMLTableElement>(null);
  const drawn = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 15,
    scrollMargin: at.current?.offsetTop ?? 0,
  });
  const items = drawn.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
  const margin = drawn.options.scrollMargin;
  const above = items[0] ? items[0].start - margin : 0;
  const below = items.length ? drawn.getTotalSize() - (items.at(-1)!.end - margin) : 0;
  const amounts = rows.some(({ amount }) => amount !== null);
  const reasons = rows.some(({ reason }) => reason !== null);
  const columns = 4 + (amounts ? 1 : 0) + (reasons ? 1 : 0);
  return (
    <table ref={at} className="data-table" aria-rowcount={-1}>
      <caption className="unseen">{t('indicators.rows')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('indicators.day')}</th>
          <th scope="col">{t('indicators.record')}</th>
          {amounts && (
            <th scope="col" className="number">
              {t('indicators.amount')}
            </th>
          )}
          <th scope="col">{t('indicators.street')}</th>
          <th scope="col">{t('indicators.unit')}</th>
          {reasons && <th scope="col">{t('indicators.reason')}</th>}
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Gap height={above} columns={columns} />}
        {items.map(({ index }) => {
          const row = rows[index]!;
          return (
            <tr key={`${row.source}-${row.id}`} ref={drawn.measureElement} data-index={index}>
              <td data-label={t('indicators.day')}>{format.date(row.day)}</td>
              <th scope="row">
                <Link to={row.href as '/'}>{row.name || `#${row.id}`}</Link>
                {row.simulated && <span className="provenance"> {t('ledgers.simulated')}</span>}
              </th>
              {amounts && (
                <td className="number" data-label={t('indicators.amount')}>
                  {format.number(row.amount)}
                </td>
              )}
              <td data-label={t('indicators.street')}>{row.street ? sentence(row.street) : '—'}</td>
              <td data-label={t('indicators.unit')}>{row.unit ? sentence(row.unit) : '—'}</td>
              {reasons && <td data-label={t('indicators.reason')}>{row.reason ? sentence(row.reason) : ''}</td>}
            </tr>
          );
        })}
        {below > 0 && <Gap height={below} columns={columns} />}
      </tbody>
    </table>
  );
}

const Gap = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden>
    <td colSpan={columns} style={{ height, padding: 0 }} />
  </tr>
);
