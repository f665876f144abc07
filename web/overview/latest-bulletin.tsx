import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shared/format.ts';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { bulletinsQuery } from './queries.ts';

/** The bulletin issued last, with its papers. */
export function LatestBulletin() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(bulletinsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState rows={2} />;
  const [latest] = data
    .filter(({ issuedOn, state }) => issuedOn && state === 'issued')
    .sort((a, b) => b.issuedOn!.localeCompare(a.issuedOn!) || b.versionNo - a.versionNo);
  if (!latest) return <EmptyState compact title={t('overview.bulletin.none')} />;
  return (
    <div className="bulletin-latest">
      <Link to="/bulletins/$id" params={{ id: latest.id }}>
        {latest.title}
      </Link>
      <p className="quiet">
        {[latest.number, latest.issuer, t('overview.bulletin.issued', { date: date(latest.issuedOn) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="bulletin-papers">
        <a href={`/api/bulletins/${latest.id}/bulletin.docx`} download>
          Word
        </a>
        <a href={`/api/bulletins/${latest.id}/bulletin.pdf`} download>
          PDF
        </a>
        <ProvenanceTag provenance={latest.provenance} />
      </p>
    </div>
  );
}
