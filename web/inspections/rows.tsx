import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionSummary } from '#app/api';
import { useName, useSentence } from '../app/language.ts';
import { districtQuery, unitsQuery } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { kindsQuery } from './queries.ts';
import '../shared/data-table.css';

/** What streets, units and kinds are called. */
export function useTitles() {
  const [sentence, name] = [useSentence(), useName()];
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const kinds = useQuery(kindsQuery).data?.kinds ?? [];
  return {
    street: (code: string | null) => {
      const found = streets.find((one) => one.code === code);
      return found ? name(found) : '—';
    },
    unit: (id: string | null) => {
      const found = units.find((one) => one.id === id);
      return found ? name(found) : '—';
    },
    kind: (id: string) => {
      const found = kinds.find((one) => one.id === id);
      return found ? sentence(found.title) : id;
    },
  };
}

/** Visits as a table that draws only what is in view. */
export function InspectionRows({ rows, onEnd }: { rows: readonly InspectionSummary[]; onEnd?: () => void }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const titles = useTitles();
  const at = useRef<HTMLTableElement>(null);
  const drawn = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 42,
    overscan: 12,
    scrollMargin: at.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]!.id,
  });
  const items = drawn.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) onEnd?.();
  }, [last, rows.length, onEnd]);
  const margin = drawn.options.scrollMargin;
  const above = items[0] ? items[0].start - margin : 0;
  const below = items.length ? drawn.getTotalSize() - (items.at(-1)!.end - margin) : 0;
  return (
    <table ref={at} className="data-table" aria-rowcount={-1}>
      <caption className="unseen">{t('inspections.tabs.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspections.day')}</th>
          <th scope="col">{t('inspections.visited')}</th>
          <th scope="col">{t('inspections.kind')}</th>
          <th scope="col">{t('inspections.street')}</th>
          <th scope="col">{t('inspections.unit')}</th>
          <th scope="col">{t('inspections.result')}</th>
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Gap height={above} />}
        {items.map(({ index, key }) => {
          const row = rows[index]!;
          return (
            <tr key={key} ref={drawn.measureElement} data-index={index}>
              <td data-label={t('inspections.day')}>
                {date(row.visitedOn)} {row.atNight && <span title={t('inspections.night')}>☾</span>}
              </td>
              <th scope="row">
                <Link to="/inspections/$id" params={{ id: String(row.id) }}>
                  {row.name || `#${row.id}`}
                </Link>
                {row.simulated && <span className="provenance"> {t('ledgers.simulated')}</span>}
              </th>
              <td data-label={t('inspections.kind')}>{titles.kind(row.kind)}</td>
              <td data-label={t('inspections.street')}>{titles.street(row.street)}</td>
              <td data-label={t('inspections.unit')}>
                {titles.unit(row.unit)}
                {row.joint.length > 0 && <span className="quiet"> +{row.joint.length}</span>}
              </td>
              <td data-label={t('inspections.result')}>
                <ResultSign row={row} />
              </td>
            </tr>
          );
        })}
        {below > 0 && <Gap height={below} />}
      </tbody>
    </table>
  );
}

/** Sound, mended or still open, by shape and word. */
export function ResultSign({ row }: { row: InspectionSummary }) {
  const { t } = useTranslation();
  if (row.result === 'sound') return <span className="inspection-sound">● {t('inspections.results.sound')}</span>;
  if (row.openFindings === 0)
    return <span className="inspection-mended">◐ {t('inspections.mendedAll', { count: row.findings })}</span>;
  return (
    <span className="inspection-open">
      ▲ {t('inspections.openOf', { open: row.openFindings, count: row.findings })}
    </span>
  );
}

const Gap = ({ height }: { height: number }) => (
  <tr aria-hidden>
    <td colSpan={6} style={{ height, padding: 0 }} />
  </tr>
);
