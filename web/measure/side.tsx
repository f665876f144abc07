import { useTranslation } from 'react-i18next';
import type { MeasureDetail } from '#app/api';
import { useDue } from '../plan/status.tsx';
import { Panel } from '../shared/page.tsx';
import { DutyList } from './duty-list.tsx';

/** Beside the measure: until when, by whom, and where it stands in the issued document. */
export function Side({ detail, year }: { detail: MeasureDetail; year: string }) {
  const { t } = useTranslation();
  const { measure } = detail;
  const due = useDue()(measure);
  const { source, fileId, fileName } = measure;
  // places count from 0 in the records and from 1 for people
  const place = [
    source.table === null ? null : t('measure.source.table', { no: source.table + 1 }),
    source.row === null ? null : t('measure.source.row', { no: source.row + 1 }),
    source.column === null ? null : t('measure.source.column', { no: source.column + 1 }),
  ].filter(Boolean);
  return (
    <div className="measure-side">
      <Panel title={t('plan.column.deadline')}>
        <p className="measure-due">
          <strong>{measure.deadline.raw || '——'}</strong>
          <span>{due.date}</span>
          {due.left && (
            <span className={due.past && measure.lamp !== 'done' ? 'measure-past' : 'quiet'}>{due.left}</span>
          )}
        </p>
      </Panel>
      <Panel title={t('measure.duties')}>
        <DutyList duties={measure.duties} year={year} />
      </Panel>
      <Panel title={t('measure.source.title')}>
        <p>
          {fileId ? (
            <a href={`/api/files/${fileId}`} download={fileName ?? undefined}>
              {fileName ?? source.document}
            </a>
          ) : (
            (fileName ?? source.document)
          )}
        </p>
        {place.length > 0 && <p className="quiet">{place.join(' · ')}</p>}
        <p className="quiet">{t('measure.source.version', { year: detail.year, no: detail.versionNo })}</p>
      </Panel>
    </div>
  );
}
