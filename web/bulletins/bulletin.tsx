import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bulletin } from '#app/api';
import { get } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead } from '../shared/page.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Acts } from './acts.tsx';
import { Paper } from './paper.tsx';
import { StateTag } from './state-tag.tsx';

/** One bulletin as it reads on paper, with its acts, versions and papers. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => get<Bulletin>(`/api/bulletins/${id}`, {}, signal),
  });
  const crumbs = [{ label: t('shell.pages.bulletins.long'), to: '/bulletins' }];
  if (found.error || !found.data)
    return (
      <>
        <PageHead title={t('bulletins.one')} crumbs={crumbs} />
        {found.error ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState rows={14} height={900} />
        )}
      </>
    );
  const bulletin = found.data;
  return (
    <>
      <PageHead
        title={bulletin.title}
        crumbs={crumbs}
        aside={
          <>
            <StateTag state={bulletin.state} />
            <ProvenanceTag provenance={bulletin.provenance} />
          </>
        }
        actions={<Acts bulletin={bulletin} />}
      />
      <p className="quiet bulletin-facts">
        <span>{t('bulletins.preview.cutOff', { cutOff: sentence(bulletin.cutOff) })}</span>
        <span>{sentence(bulletin.validity)}</span>
        {bulletin.issuedBy && (
          <span>
            {t('bulletins.issuedByOn', {
              name: bulletin.issuedBy === 'system' ? t('bulletins.system') : bulletin.issuedBy,
              date: date(bulletin.issuedOn),
            })}
          </span>
        )}
      </p>
      {bulletin.state === 'corrected' && <Alert type="warning" showIcon title={t('bulletins.superseded')} />}
      {bulletin.correction && (
        <Alert
          type="info"
          showIcon
          title={t('bulletins.correction', { reason: bulletin.correction })}
          description={
            <ul>
              {bulletin.changes.map((change) => (
                <li key={change.what}>
                  {change.what}: {change.before} → {change.after}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Paper bulletin={bulletin} />
      {bulletin.versions.length > 1 && (
        <nav aria-label={t('bulletins.versions')} className="paper-versions">
          {t('bulletins.versions')}
          {bulletin.versions.map((version) => (
            <Link
              key={version.id}
              to="/bulletins/$id"
              params={{ id: version.id }}
              aria-current={version.id === id ? 'page' : undefined}
            >
              {t('bulletins.version', { no: version.versionNo })} {t(`bulletins.states.${version.state}`)}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}
