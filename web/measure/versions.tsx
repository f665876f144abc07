import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MeasureDetail } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { DiffText } from './change/change-text.tsx';

const KINDS = ['same', 'changed', 'new', 'dropped', 'issued'] as const;

/** Every wording the measure has had, newest first, each beside the one before it. */
export function Versions({ detail }: { detail: MeasureDetail }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const list = [...detail.versions].sort((a, b) => b.year - a.year || b.versionNo - a.versionNo);
  if (list.length === 0) return null;
  return (
    <Panel title={t('measure.versions.title')}>
      <ol className="measure-versions">
        {list.map((version, i) => {
          const before = list[i + 1];
          const same = before?.text === version.text;
          const kind = KINDS.find((k) => k === version.kind);
          return (
            <li key={`${version.year}-${version.versionNo}`}>
              <div className="measure-version-head">
                <Link
                  to="/plan/$year/measures/$id"
                  params={{ year: String(version.year), id: version.id }}
                  search={{ version: String(version.versionNo) }}
                >
                  {t('measure.versions.name', { year: version.year, no: version.versionNo, id: version.id })}
                </Link>
                <span className="quiet">{t('measure.versions.from', { date: date(version.effectiveOn) })}</span>
                {before && kind && <span className="quiet">{t(`measure.versions.${kind}`)}</span>}
              </div>
              {before && same ? (
                <p className="quiet">{t('measure.versions.sameText')}</p>
              ) : (
                <p>{before ? <DiffText older={before.text} newer={version.text} /> : version.text}</p>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
