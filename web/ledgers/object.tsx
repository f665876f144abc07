import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LedgerObject } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useTitles } from '../inspections/rows.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Visits } from './entry/visits.tsx';
import { objectQuery } from './queries.ts';
import '../shared/data-table.css';
import './ledgers.css';

const route = getRouteApi('/acting/objects/$id');

/** One enterprise, site or vehicle: every ledger that speaks of it, its visits, and what happened, in one record. */
export function Page() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(objectQuery(id));
  if (error)
    return (
      <>
        <PageHead
          title={t('ledgers.object.title')}
          crumbs={[{ label: t('shell.pages.ledgers.long'), to: '/ledgers' }]}
        />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data) return <LoadingState rows={8} />;
  return (
    <>
      <PageHead
        title={data.name}
        crumbs={[{ label: t('shell.pages.ledgers.long'), to: '/ledgers' }]}
        text={`${t(`ledgers.object.kinds.${data.kind}`)} · ${data.key.toUpperCase()}`}
      />
      <div className="ledger-object">
        <Entries object={data} />
        {data.entries.map((entry) => (
          <Visits key={`${entry.ledger} ${entry.id}`} ledger={entry.ledger} id={entry.id} />
        ))}
        <Record object={data} />
      </div>
    </>
  );
}

function Entries({ object }: { object: LedgerObject }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const titles = useTitles();
  return (
    <Panel flush title={t('ledgers.object.entries', { count: object.entries.length })}>
      <table className="data-table">
        <caption className="unseen">{t('ledgers.object.entries', { count: object.entries.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledgers.ledger')}</th>
            <th scope="col">{t('ledgers.object.entry')}</th>
            <th scope="col">{t('ledgers.street')}</th>
            <th scope="col">{t('ledgers.refreshedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {object.entries.map((entry) => (
            <tr key={`${entry.ledger} ${entry.id}`} className={entry.state === 'struck' ? 'struck' : undefined}>
              <td data-label={t('ledgers.ledger')}>{sentence(entry.title)}</td>
              <th scope="row">
                <Link to="/ledgers/$ledger" params={{ ledger: entry.ledger }} search={{ entry: String(entry.id) }}>
                  {entry.name || `#${entry.id}`}
                </Link>
              </th>
              <td data-label={t('ledgers.street')}>{titles.street(entry.streetCode)}</td>
              <td data-label={t('ledgers.refreshedOn')}>{date(entry.refreshedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Record({ object }: { object: LedgerObject }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  return (
    <Panel title={t('ledgers.object.record')}>
      <ol className="ledger-record">
        {object.changes.map((change) => (
          <li key={`${change.ledger} ${change.entryId} ${change.at} ${change.kind}`}>
            <span className="quiet">{time(change.at)}</span> {sentence(change.title)} ·{' '}
            <strong>{t(`ledgers.kinds.${change.kind}`)}</strong> {change.by}
            {change.reason && <span className="quiet"> · {change.reason}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
