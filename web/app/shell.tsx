import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Bell } from '../notices/bell.tsx';
import { LoadingState } from '../shared/states.tsx';
import { useName } from './language.ts';
import { Navigation } from './navigation.tsx';
import { districtQuery, meQuery, usePlanYear } from './queries.ts';
import './shell.css';
import { AppearanceMenu, LanguageSwitch } from './taste.tsx';
import { UserMenu } from './user-menu.tsx';

const BARE = ['/login', '/first-administrator'];

/** The frame around every page: bar, navigation, the page itself. */
export function Shell() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const bare = BARE.includes(path);
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    // a screen reader follows to the new page; the first page keeps the browser's own focus
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  if (me.data?.needsFirstAdministrator && path !== '/first-administrator')
    return <Navigate to="/first-administrator" replace />;
  return (
    <div className={bare ? 'shell bare' : 'shell'}>
      <a className="shell-skip" href="#content">
        {t('shell.skip')}
      </a>
      <header className="shell-bar">
        <Brand />
        <div className="shell-tools">
          <LanguageSwitch />
          <AppearanceMenu />
          {!bare && <Bell />}
          {!bare && <UserMenu />}
        </div>
      </header>
      {!bare && <Navigation />}
      <main className="shell-main" id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function Brand() {
  const { t } = useTranslation();
  const district = useQuery(districtQuery).data;
  const year = usePlanYear();
  const name = useName();
  return (
    <>
      <Link to="/" className="shell-brand">
        <img src="/icon.svg" alt="" />
        {t('shell.product')}
        {district && <small>· {name(district)}</small>}
      </Link>
      {year && <span className="shell-year">{t('shell.planYear', { year })}</span>}
      {district?.demoToday && (
        <span className="shell-demo" title={t('shell.demoLong')}>
          <b>{t('shell.demoShort')}</b>
          <span> · {t('shell.demo')}</span>
        </span>
      )}
    </>
  );
}

/** While a page's code is on its way. */
export function RoutePending() {
  return <LoadingState />;
}
