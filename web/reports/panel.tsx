import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureReport } from '#app/api';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { ReportItem } from './item.tsx';
import { reportsQuery } from './queries.ts';
import './reports.css';

const ReportForm = lazy(() => import('./form.tsx'));

/** What the responsible units said they have done for a measure, and the form of whom may say so. */
export function ReportsPanel({ year, id }: { year: string; id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(reportsQuery(year, id));
  const [writing, setWriting] = useState(false);
  const [again, setAgain] = useState<MeasureReport>();
  const mayWrite = data !== undefined && (data.as.units.length > 0 || data.as.office);
  const standing = data?.reports.filter(({ withdrawn }) => !withdrawn).length ?? 0;
  return (
    <Panel
      title={t('reports.title')}
      aside={
        <>
          {standing > 0 && <span className="quiet">{t('reports.count', { count: standing })}</span>}
          {mayWrite && !writing && (
            <Button size="small" onClick={() => setWriting(true)}>
              {t('reports.form.open')}
            </Button>
          )}
        </>
      }
    >
      {writing && data && (
        <Suspense fallback={<LoadingState rows={3} />}>
          <ReportForm
            year={year}
            id={id}
            as={data.as}
            key={again?.id}
            again={again}
            onClose={() => {
              setWriting(false);
              setAgain(undefined);
            }}
          />
        </Suspense>
      )}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={2} />
      ) : data.reports.length === 0 ? (
        !writing && <EmptyState compact title={t('reports.none')} text={mayWrite ? t('reports.noneText') : undefined} />
      ) : (
        <ol className="reports">
          {data.reports.map((report) => (
            <ReportItem
              key={report.id}
              report={report}
              year={year}
              id={id}
              onAgain={(one) => {
                setAgain(one);
                setWriting(true);
              }}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}
