import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { latestReportsQuery } from './queries.ts';
import './reports.css';

/** The newest reports over all measures of a year. */
export function LatestReportsPanel({ year }: { year: number }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(latestReportsQuery(year));
  return (
    <Panel
      title={t('reports.latest.title')}
      aside={!!data?.total && <span className="quiet">{t('reports.latest.total', { count: data.total })}</span>}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={3} />
      ) : data.reports.length === 0 ? (
        <EmptyState compact title={t('reports.latest.none')} />
      ) : (
        <ol className="reports">
          {data.reports.map((report) => (
            <li key={report.id} className="report">
              <div className="report-head">
                <Link
                  to="/plan/$year/measures/$id"
                  params={{ year: String(report.year), id: report.measureId }}
                  search={{}}
                >
                  {t('reports.latest.measure', { id: report.measureId })}
                </Link>
                <strong>{report.unit ? sentence(report.unit) : t('reports.form.office')}</strong>
                <span className="quiet">{t('reports.asOf', { date: date(report.asOf) })}</span>
              </div>
              <p className="report-words short">{report.words}</p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
