import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { Panel } from '../../shared/page.tsx';
import { ErrorState, LoadingState } from '../../shared/states.tsx';
import { isOpen, reportOf, workQuery } from './asked.ts';
import { Report } from './report/report.tsx';
import { WorkProgress } from './report/work-progress.tsx';

/** An import under way or at its end; the address leads back to it from anywhere. */
export function Outcome({ workId, onAgain }: { workId: string; onAgain: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const { data: work, error, refetch } = useQuery(workQuery(workId));
  const done = work?.state === 'done';
  useEffect(() => {
    if (!done) return;
    // figures of the air and of the plan are computed again from what came in
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'work' && queryKey[0] !== 'me' });
  }, [done, queries]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!work) return <LoadingState rows={8} />;
  const report = reportOf(work);
  return (
    <Panel
      title={sentence(work.title)}
      aside={
        <Button size="small" onClick={onAgain}>
          {isOpen(work) ? t('import.obs.backToList') : t('import.obs.another')}
        </Button>
      }
    >
      {!report && <WorkProgress work={work} />}
      {isOpen(work) && <p className="quiet">{t('import.obs.runsOn')}</p>}
      {report && (
        <>
          <Alert
            type={report.dryRun || report.inserted + report.changed === 0 ? 'info' : 'success'}
            showIcon
            className="obs-alert"
            title={headline(report, t)}
            description={report.dryRun || !report.until ? undefined : <ToTheAir report={report} />}
          />
          <Report report={report} workId={work.id} />
        </>
      )}
    </Panel>
  );
}

function headline(report: ImportReport, t: (key: string) => string): string {
  if (report.dryRun) return t('import.obs.onlyTried');
  return report.inserted + report.changed === 0 ? t('import.obs.nothingNew') : t('import.obs.imported');
}

/** The way to the air page as of the last day that came in. */
function ToTheAir({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const until = report.until!.slice(0, 10);
  const [only] = report.stations;
  const scope = report.stations.length === 1 && only ? `station:${only.code}` : undefined;
  return (
    <>
      {t('import.obs.evaluating')}{' '}
      <Link to="/air" search={{ asOf: until, scope, view: 'hours', date: until }}>
        {t('import.obs.toTheAir')}
      </Link>
    </>
  );
}
