import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureReport } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Act } from '../supervision/act.tsx';

const WithdrawDialog = lazy(() => import('./withdraw.tsx'));

/** One report: who, as of when, the words, the documents; a withdrawn one struck through with its reason. */
type Props = { report: MeasureReport; year: string; id: string; onAgain?: (report: MeasureReport) => void };
export function ReportItem({ report, year, id, onAgain }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, time } = useFormat();
  const { withdrawn } = report;
  const elsewhere = String(report.year) !== year || report.measureId !== id;
  return (
    <li className={withdrawn ? 'report withdrawn' : 'report'}>
      <div className="report-head">
        <strong>{report.unit ? sentence(report.unit) : t('reports.form.office')}</strong>
        {report.month ? (
          <span>
            {t('reports.month', { month: report.month })} · {t(`reports.states.${report.state}`)}
          </span>
        ) : (
          <span>{t('reports.asOf', { date: date(report.asOf) })}</span>
        )}
        {report.mayWithdraw && <Withdraw report={report} />}
      </div>
      <p className="report-words">{report.words}</p>
      {report.figures.length > 0 && (
        <ul className="report-files" aria-label={t('reports.figures')}>
          {report.figures.map((figure) => (
            <li key={`${figure.indicatorId} ${figure.scope.code}`}>
              {sentence(figure.title)} {figure.value ?? '—'} {figure.value && sentence(figure.unit)}{' '}
              <span className="quiet">{figure.target && sentence(figure.target)}</span>
            </li>
          ))}
        </ul>
      )}
      {report.steps
        .filter(({ state }) => state === 'returned')
        .map((step) => (
          <p key={step.at} className="report-withdrawn">
            {t('reports.states.returned')}：{step.reason}（{step.by}）
          </p>
        ))}
      {report.acts
        .filter((act) => act !== 'again')
        .map((act) => (
          <Act
            key={act}
            primary={act !== 'return'}
            ask={act === 'return' ? 'must' : 'may'}
            label={t(`reports.acts.${act}`)}
            path={`/api/measure-reports/${report.id}/move`}
            body={(reason) => ({ act, reason })}
          />
        ))}
      {report.acts.includes('again') && onAgain && (
        <Button size="small" onClick={() => onAgain(report)}>
          {t('reports.acts.again')}
        </Button>
      )}
      {report.files.length > 0 && (
        <ul className="report-files">
          {report.files.map((file) => (
            <li key={file.id}>
              <PaperClipOutlined aria-hidden />{' '}
              <a href={`/api/files/${file.id}`} download={file.name}>
                {file.name}
              </a>{' '}
              <span className="quiet">{sizeOf(file.byteSize)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet report-by">
        {t(report.onBehalf ? 'reports.byOnBehalf' : 'reports.by', {
          name: report.reportedBy,
          time: time(report.reportedAt),
        })}
        {elsewhere && <> · {t('reports.earlier', { year: report.year, id: report.measureId })}</>}
      </p>
      {withdrawn && (
        <p className="report-withdrawn">
          {t('reports.withdraw.said', { name: withdrawn.by, time: time(withdrawn.at), reason: withdrawn.reason })}
        </p>
      )}
    </li>
  );
}

const sizeOf = (bytes: number) =>
  bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;

function Withdraw({ report }: { report: MeasureReport }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="link" size="small" className="report-withdraw" onClick={() => setAsking(true)}>
        {t('reports.withdraw.act')}
      </Button>
      {asking && (
        <Suspense fallback={null}>
          <WithdrawDialog id={report.id} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
