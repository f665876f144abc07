import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../app/queries.ts';
import { PageHead } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';
import { ErrorState, LoadingState, NoPermission } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { Overview } from './overview.tsx';
import { overviewQuery } from './queries.ts';
import { VIEW_NAMES, type ViewName } from './search.ts';
import './devices.css';

const VIEWS: Record<ViewName, ComponentType> = {
  overview: Overview,
  list: lazy(() => import('./list/index.tsx')),
  map: lazy(() => import('./map/index.tsx')),
  alarms: lazy(() => import('./alarms.tsx')),
  waiting: lazy(() => import('./waiting/index.tsx')),
  factors: lazy(() => import('./waiting/factors.tsx')),
  models: lazy(() => import('./models/index.tsx')),
  settings: lazy(() => import('./settings.tsx')),
};

/** Devices: what is wrong now, all of them, the map, who knocks, models, the numbers by which they are judged. */
export function Page() {
  const { t } = useTranslation();
  const [search] = useUrlValues();
  const me = useQuery(meQuery);
  const view = (search.view ?? 'overview') as ViewName;
  const Body = VIEWS[view];
  const may = me.data?.actions.includes('devices.read') ?? false;
  return (
    <>
      <PageHead title={t('shell.pages.devices.long')} />
      <PageTabs label={t('shell.pages.devices.long')}>
        {VIEW_NAMES.map((key) => (
          <Link
            key={key}
            to="/devices"
            search={key === 'overview' ? {} : { view: key }}
            aria-current={key === view ? 'page' : undefined}
            activeProps={{}}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          >
            {t(`devices.views.${key}`)}
            {may && <Waiting view={key} />}
          </Link>
        ))}
      </PageTabs>
      {me.error ? (
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      ) : !me.data ? (
        <LoadingState />
      ) : may ? (
        <Suspense fallback={<LoadingState rows={8} />}>
          <Body />
        </Suspense>
      ) : (
        <NoPermission />
      )}
    </>
  );
}

/** how much waits behind a tab */
function Waiting({ view }: { view: ViewName }) {
  const data = useQuery(overviewQuery).data;
  const count = view === 'waiting' ? data?.probation : view === 'factors' ? data?.unmapped.factors : undefined;
  return count ? <span className="device-count"> {count}</span> : null;
}
