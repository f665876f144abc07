import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#app/api';
import { useSentence } from '../../../app/language.ts';
import { useFormat } from '../../../shared/format.ts';
import { keptUnit, useNameOf } from '../mapping/quantities.ts';
import { Coverage } from './coverage.tsx';
import { Errors } from './errors.tsx';
import '../../../shared/data-table.css';

type Props = { report: ImportReport; workId: string };

/** What an import does, or would do: hours and values that are new, corrected, the same; by station, quantity, month; what was refused. */
export function Report({ report, workId }: Props) {
  const { t } = useTranslation();
  const { number, time } = useFormat();
  const span = report.from ? `${time(report.from)} – ${time(report.until)}` : '—';
  return (
    <div className="obs-report">
      <dl className="obs-figures">
        <Count label={t('import.obs.figures.inserted')} value={report.inserted} tone="new" />
        <Count label={t('import.obs.figures.changed')} value={report.changed} tone={report.changed ? 'changed' : ''} />
        <Count label={t('import.obs.figures.unchanged')} value={report.unchanged} />
        <Count label={t('import.obs.figures.refused')} value={report.refused} tone={report.refused ? 'bad' : ''} />
        <div className="broad">
          <dt>{t('import.obs.figures.span')}</dt>
          <dd className="span">{span}</dd>
        </div>
      </dl>
      <p className="quiet">
        {t('import.obs.figures.rows', { count: number(report.rows) })}
        {notes(report).map(
          ([key, count]) => `${t('shared.listComma')}${t(`import.obs.figures.${key}`, { count: number(count) })}`,
        )}
      </p>
      {(report.replays ?? 0) > 0 && (
        <p className="obs-remark">{t('import.obs.figures.replays', { count: number(report.replays) })}</p>
      )}
      {(report.coverage?.length ?? 0) > 0 && <Coverage report={report} />}
      <div className="obs-tables">
        <ByStation report={report} />
        <ByQuantity report={report} />
      </div>
      {(report.errorCount ?? 0) > 0 && <Errors workId={workId} count={report.errorCount ?? 0} />}
    </div>
  );
}

function notes(report: ImportReport): ['repeated' | 'ignored' | 'suspect' | 'invalid', number][] {
  return (['repeated', 'ignored', 'suspect', 'invalid'] as const).flatMap((key) =>
    report[key] ? [[key, report[key]]] : [],
  );
}

function Count({ label, value, tone }: { label: string; value: number; tone?: string }) {
  const { number } = useFormat();
  return (
    <div className={tone}>
      <dt>{label}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
}

function ByStation({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  if (report.stations.length === 0) return null;
  return (
    <table className="data-table obs-table">
      <caption>{t('import.obs.byStation')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('import.obs.station')}</th>
          {(['inserted', 'changed', 'unchanged'] as const).map((key) => (
            <th scope="col" key={key} className="number">
              {t(`import.obs.short.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.stations.map((one) => {
          return (
            <tr key={one.code}>
              <th scope="row">
                {one.name ? sentence(one.name) : one.code} <span className="quiet">{one.name && one.code}</span>
              </th>
              {(['inserted', 'changed', 'unchanged'] as const).map((key) => (
                <td key={key} className="number" data-label={t(`import.obs.short.${key}`)}>
                  {number(one[key])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ByQuantity({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { number } = useFormat();
  if (!report.pollutants?.length) return null;
  return (
    <table className="data-table obs-table">
      <caption>{t('import.obs.byQuantity')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('import.obs.quantity')}</th>
          <th scope="col" className="number">
            {t('import.obs.short.values')}
          </th>
          <th scope="col" className="number">
            {t('import.obs.short.inserted')}
          </th>
          <th scope="col" className="number">
            {t('import.obs.short.changed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.pollutants.map((one) => (
          <tr key={one.code}>
            <th scope="row">
              {nameOf(one.code)} <span className="quiet">{keptUnit(one.code)}</span>
            </th>
            {(['values', 'inserted', 'changed'] as const).map((key) => (
              <td key={key} className="number" data-label={t(`import.obs.short.${key}`)}>
                {number(one[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
