import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { ledgersQuery } from './queries.ts';
import '../shared/data-table.css';
import './ledgers.css';

const DOUBTS = ['stale', 'incomplete', 'contradictory'] as const;

/** Every ledger, how many entries it keeps and how many wait for somebody. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const format = useFormat();
  const may = useMay('ledger.declare');
  const { data, error, refetch } = useQuery(ledgersQuery);
  return (
    <>
      <PageHead
        title={t('shell.pages.ledgers.long')}
        text={t('ledgers.text')}
        actions={
          may && (
            <Link to="/ledgers/declare">
              <Button>{t('ledgers.declare.title')}</Button>
            </Link>
          )
        }
      />
      <Panel flush title={t('ledgers.count', { count: data?.length ?? 0 })}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : !data ? (
          <LoadingState rows={6} />
        ) : data.length === 0 ? (
          <EmptyState compact title={t('ledgers.none')} />
        ) : (
          <table className="data-table">
            <caption className="unseen">{t('shell.pages.ledgers.long')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('ledgers.ledger')}</th>
                <th scope="col">{t('ledgers.keeper')}</th>
                <th scope="col">{t('ledgers.refresh')}</th>
                <th scope="col" className="number">
                  {t('ledgers.kept')}
                </th>
                {DOUBTS.map((doubt) => (
                  <th key={doubt} scope="col" className="number">
                    {t(`ledgers.doubts.${doubt}`)}
                  </th>
                ))}
                <th scope="col">{t('ledgers.updated')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((ledger) => (
                <tr key={ledger.id}>
                  <th scope="row">
                    <Link to="/ledgers/$ledger" params={{ ledger: ledger.id }}>
                      {sentence(ledger.title)}
                    </Link>
                    <p className="quiet ledger-about">{sentence(ledger.about)}</p>
                  </th>
                  <td data-label={t('ledgers.keeper')}>{t(`ledgers.keepers.${ledger.keeper}`)}</td>
                  <td data-label={t('ledgers.refresh')}>
                    {ledger.refreshDays === null ? '—' : t('ledgers.days', { count: ledger.refreshDays })}
                  </td>
                  <td data-label={t('ledgers.kept')} className="number">
                    {format.number(ledger.kept)}
                  </td>
                  {DOUBTS.map((doubt) => (
                    <td key={doubt} data-label={t(`ledgers.doubts.${doubt}`)} className="number">
                      {ledger[doubt] === 0 ? (
                        <span className="quiet">0</span>
                      ) : (
                        <Link to="/ledgers/$ledger" params={{ ledger: ledger.id }} search={{ doubt }}>
                          {format.number(ledger[doubt])}
                        </Link>
                      )}
                    </td>
                  ))}
                  <td data-label={t('ledgers.updated')}>{format.time(ledger.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
