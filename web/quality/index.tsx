import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../app/queries.ts';
import { PageHead } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';
import { ErrorState, LoadingState, NoPermission } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { Marks } from './marks.tsx';
import './quality.css';

const VIEWS = {
  marks: Marks,
  interference: lazy(() => import('./interference.tsx')),
  calibrations: lazy(() => import('./calibration/index.tsx')),
  tests: lazy(() => import('./tests.tsx')),
} as const satisfies Record<string, ComponentType>;
type View = keyof typeof VIEWS;

/** Quality control: marks to review, suspected interference, calibrations, and the tests themselves. */
export function Page() {
  const { t } = useTranslation();
  const [search] = useUrlValues();
  const me = useQuery(meQuery);
  const view = (search.view ?? 'marks') as View;
  const Body = VIEWS[view];
  return (
    <>
      <PageHead title={t('shell.pages.quality.long')} text={t('quality.text')} />
      <PageTabs label={t('shell.pages.quality.long')}>
        {(Object.keys(VIEWS) as View[]).map((key) => (
          <Link
            key={key}
            to="/quality"
            search={key === 'marks' ? {} : { view: key }}
            aria-current={key === view ? 'page' : undefined}
            activeProps={{}}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          >
            {t(`quality.views.${key}`)}
          </Link>
        ))}
      </PageTabs>
      {me.error ? (
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      ) : !me.data ? (
        <LoadingState />
      ) : me.data.actions.includes('quality.read') ? (
        <Suspense fallback={<LoadingState rows={8} />}>
          <Body />
        </Suspense>
      ) : (
        <NoPermission />
      )}
    </>
  );
}
