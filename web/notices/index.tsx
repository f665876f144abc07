import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../app/queries.ts';
import { PageHead } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';
import { ErrorState, LoadingState, NoPermission } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { List } from './list.tsx';
import './notices.css';

const Settings = lazy(() => import('./settings.tsx'));

/** What waits for the person, and how the person is told. */
export function Page() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const [tab] = useUrlState('tab');
  if (me.error) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <LoadingState />;
  return (
    <>
      <PageHead title={t('notices.title')} text={t('notices.text')} />
      {me.data.actions.includes('notice.own') ? (
        <>
          <PageTabs label={t('notices.title')}>
            <Link to="/notices" activeOptions={{ exact: true }} aria-current={tab ? undefined : 'page'}>
              {t('notices.tabs.list')}
            </Link>
            <Link to="/notices" search={{ tab: 'settings' }} aria-current={tab ? 'page' : undefined}>
              {t('notices.tabs.settings')}
            </Link>
          </PageTabs>
          {tab === 'settings' ? (
            <Suspense fallback={<LoadingState rows={8} />}>
              <Settings />
            </Suspense>
          ) : (
            <List />
          )}
        </>
      ) : (
        <NoPermission />
      )}
    </>
  );
}
