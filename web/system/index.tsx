import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../app/queries.ts';
import { PageHead } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';
import { EmptyState, ErrorState, LoadingState, NoPermission } from '../shared/states.tsx';
import './system.css';

/** The sections in order: what opens each, and what draws it. */
const TABS = {
  units: { may: 'plan.read', Body: lazy(() => import('./units.tsx')) },
  users: { may: 'accounts.read', Body: lazy(() => import('./users.tsx')) },
  roles: { may: 'accounts.read', Body: lazy(() => import('./roles.tsx')) },
  audit: { may: 'audit.read', Body: lazy(() => import('./audit.tsx')) },
  jobs: { may: 'work.read', Body: lazy(() => import('./jobs.tsx')) },
  health: { may: 'health.read', Body: lazy(() => import('./health.tsx')) },
} as const satisfies Record<string, { may: string; Body: ComponentType }>;
type Tab = keyof typeof TABS;

export function Page() {
  const { t } = useTranslation();
  const { tab } = useParams({ strict: false }) as { tab: string };
  const me = useQuery(meQuery);
  if (me.error) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <LoadingState />;
  const actions = me.data.actions;
  if (!Object.hasOwn(TABS, tab))
    return <EmptyState title={t('shell.notFound.title')} text={t('shell.notFound.text')} />;
  const { may, Body } = TABS[tab as Tab];
  const offered = (Object.keys(TABS) as Tab[]).filter((key) => key === tab || actions.includes(TABS[key].may));
  return (
    <>
      <PageHead title={`${t('system.title')} · ${t(`system.tabs.${tab}`)}`} />
      <PageTabs label={t('system.title')}>
        {offered.map((key) => (
          <Link key={key} to="/system/$tab" params={{ tab: key }} aria-current={key === tab ? 'page' : undefined}>
            {t(`system.tabs.${key}`)}
          </Link>
        ))}
      </PageTabs>
      {actions.includes(may) ? (
        <Suspense fallback={<LoadingState rows={10} />}>
          <Body />
        </Suspense>
      ) : (
        <NoPermission />
      )}
    </>
  );
}
