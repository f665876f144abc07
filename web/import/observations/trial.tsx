import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Work } from '#app/api';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { ErrorState } from '../../shared/states.tsx';
import { isOpen, reportOf } from './asked.ts';
import { Report } from './report/report.tsx';
import { WorkProgress } from './report/work-progress.tsx';

type Props = {
  work: Work | undefined;
  error: unknown;
  /** the mapping is complete and can be read by */
  ready: boolean;
  /** the mapping is another one than that of the dry run shown */
  stale: boolean;
  starting: boolean;
  onTry: () => void;
  onImport: () => void;
};

/** The dry run reads and compares the whole file and keeps nothing; only what it has shown can be imported. */
export function Trial(props: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { work, ready, stale, starting } = props;
  const report = work && reportOf(work);
  const running = work !== undefined && isOpen(work);
  const hours = report ? report.inserted + report.changed : 0;
  const may = ready && report && !stale && hours > 0;
  return (
    <Panel
      title={t('import.obs.trial')}
      aside={
        <div className="obs-acts">
          <Button
            type={may ? 'default' : 'primary'}
            disabled={!ready || running}
            loading={starting && !may}
            onClick={props.onTry}
          >
            {report ? t('import.obs.tryAgain') : t('import.obs.try')}
          </Button>
          <Button
            type={may ? 'primary' : 'default'}
            disabled={!may}
            loading={starting && !!may}
            onClick={props.onImport}
          >
            {may ? t('import.obs.importHours', { count: number(hours) }) : t('import.obs.import')}
          </Button>
        </div>
      }
    >
      {props.error ? <ErrorState error={props.error} compact /> : null}
      {!work && !props.error && <p className="quiet">{t('import.obs.trialText')}</p>}
      {work && !report && <WorkProgress work={work} />}
      {report && stale && <Alert type="warning" showIcon title={t('import.obs.stale')} className="obs-alert" />}
      {report && !stale && hours === 0 && (
        <Alert
          type="info"
          showIcon
          className="obs-alert"
          title={report.unchanged > 0 ? t('import.obs.nothingNew') : t('import.obs.nothingAtAll')}
        />
      )}
      {report && work && <Report report={report} workId={work.id} />}
    </Panel>
  );
}
