import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BulletinSummary } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { StateTag } from './state-tag.tsx';
import '../shared/data-table.css';

/** One row a version, newest period first; the papers at its end. */
export function List({ rows }: { rows: BulletinSummary[] }) {
  const { t } = useTranslation();
  const { date, month } = useFormat();
  return (
    <table className="data-table">
      <caption className="unseen">{t('shell.pages.bulletins.long')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bulletins.title')}</th>
          <th scope="col">{t('bulletins.number')}</th>
          <th scope="col">{t('bulletins.period')}</th>
          <th scope="col">{t('bulletins.state')}</th>
          <th scope="col">{t('bulletins.issuedOn')}</th>
          <th scope="col">{t('bulletins.issuedBy')}</th>
          <th scope="col">{t('bulletins.papers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/bulletins/$id" params={{ id: row.id }}>
                {row.title}
              </Link>{' '}
              {row.versionNo > 1 && <span className="quiet">{t('bulletins.version', { no: row.versionNo })}</span>}{' '}
              <ProvenanceTag provenance={row.provenance} />
            </th>
            <td data-label={t('bulletins.number')}>{row.number ?? '—'}</td>
            <td data-label={t('bulletins.period')}>{month(row.period.from)}</td>
            <td data-label={t('bulletins.state')}>
              <StateTag state={row.state} />
            </td>
            <td data-label={t('bulletins.issuedOn')}>{date(row.issuedOn)}</td>
            <td data-label={t('bulletins.issuedBy')}>
              {row.issuedBy === 'system' ? t('bulletins.system') : (row.issuedBy ?? '—')}
            </td>
            <td data-label={t('bulletins.papers')}>
              <span className="bulletin-papers">
                {(['docx', 'pdf'] as const).map((ending) => (
                  <a
                    key={ending}
                    href={`/api/bulletins/${row.id}/bulletin.${ending}`}
                    download
                    aria-label={`${row.title} ${t(`bulletins.paper.${ending}`)}`}
                  >
                    {t(`bulletins.paper.${ending}`)}
                  </a>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
