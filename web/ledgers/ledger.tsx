import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { EntryRows } from './entry-rows.tsx';
import { Filters } from './filters.tsx';
import { entriesQuery, ledgerQuery } from './queries.ts';
import { StreetDuties } from './street-duties.tsx';
import './ledgers.css';

const Entry = lazy(() => import('./entry/index.tsx'));
const LedgerMap = lazy(() => import('./map.tsx'));
const Import = lazy(() => import('./import/index.tsx'));
const route = getRouteApi('/acting/ledgers/$ledger');

/** One ledger: what each street owes, its entries, one of them opened, and its files. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const format = useFormat();
  const { ledger } = route.useParams();
  const [search, set] = useUrlValues();
  const { entry, import: importing, view: as, ...filter } = search;
  const mayDeclare = useMay('ledger.declare');
  const view = useQuery(ledgerQuery(ledger));
  const list = useInfiniteQuery({ ...entriesQuery(ledger, filter), placeholderData: keepPreviousData });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  if (view.error) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <LoadingState rows={8} />;
  const { definition, declared, duties, mayKeep } = view.data;
  const rows = list.data?.pages.flatMap((page) => page.entries);
  const count = list.data?.pages[0]?.count;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <PageHead
        title={sentence(definition.title)}
        text={sentence(definition.about)}
        actions={
          <Space wrap>
            {declared && mayDeclare && (
              <Link to="/ledgers/declare" search={{ ledger }}>
                <Button>{t('ledgers.declare.edit')}</Button>
              </Link>
            )}
            <Button href={`/api/ledgers/${ledger}/template.xlsx`} download>
              {t('ledgers.template')}
            </Button>
            <Button href={address(`/api/ledgers/${ledger}/export.csv`, filter)} download>
              {t('ledgers.export')}
            </Button>
            {mayKeep && (
              <>
                <Button onClick={() => set({ import: '1' }, { replace: false })}>{t('ledgers.import')}</Button>
                <Button type="primary" onClick={() => set({ entry: 'new' }, { replace: false })}>
                  {t('ledgers.new')}
                </Button>
              </>
            )}
          </Space>
        }
      />
      <div className="ledger-page">
        <StreetDuties definition={definition} duties={duties} />
        <Panel
          flush
          title={
            count
              ? t(count.more ? 'ledgers.entriesMore' : 'ledgers.entries', { count: format.number(count.count) ?? '' })
              : t('ledgers.entries', { count: '' })
          }
          aside={
            <Space wrap>
              {definition.place !== 'none' && (
                <Button onClick={() => set({ view: as ? undefined : 'map' })}>
                  {t(as ? 'ledgers.asList' : 'ledgers.asMap')}
                </Button>
              )}
              <Filters definition={definition} />
            </Space>
          }
        >
          {as === 'map' ? (
            <Suspense fallback={<LoadingState rows={10} height={520} />}>
              <LedgerMap ledger={ledger} filter={filter} onOpen={(id) => set({ entry: id }, { replace: false })} />
            </Suspense>
          ) : list.error ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
          ) : !rows ? (
            <LoadingState rows={8} />
          ) : rows.length === 0 ? (
            <EmptyState
              compact
              title={t(filtered ? 'ledgers.noneFiltered' : 'ledgers.noneKept')}
              text={filtered ? undefined : t(mayKeep ? 'ledgers.noneMake' : 'ledgers.noneYet')}
            />
          ) : (
            <EntryRows
              definition={definition}
              rows={rows}
              onEnd={more}
              onOpen={(id) => set({ entry: String(id) }, { replace: false })}
            />
          )}
        </Panel>
      </div>
      <Suspense>
        {entry && <Entry key={entry} definition={definition} id={entry} onClose={() => set({ entry: undefined })} />}
        {importing && <Import definition={definition} onClose={() => set({ import: undefined })} />}
      </Suspense>
    </>
  );
}
