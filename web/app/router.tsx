import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { validateAir } from '../air/search.ts';
import { validateBulletins } from '../bulletins/search.ts';
import { validateDevice, validateDevices } from '../devices/search.ts';
import { validateImport } from '../import/search.ts';
import { validateDeclared, validateIndicator, validateIndicators } from '../indicators/search.ts';
import {
  validateCalendar,
  validateDue,
  validateInspections,
  validateMissing,
  validateNew,
} from '../inspections/search.ts';
import { validateLedger } from '../ledgers/search.ts';
import { validateMeasure } from '../measure/search.ts';
import { validateNotices } from '../notices/search.ts';
import { validateOverview } from '../overview/search.ts';
import { validatePlan } from '../plan/search.ts';
import { validateQuality } from '../quality/search.ts';
import { validateScores, validateSupervision } from '../supervision/search.ts';
import { validateSystem } from '../system/search.ts';
import { NotFound, RouteError } from './failures.tsx';
import { parseSearch, searchOf, stringifySearch, words } from './search.ts';
import { RoutePending, Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: RouteError });
const getParentRoute = () => root;
/** the pages on which one acts: notices and questions around them */
const acting = createRoute({
  getParentRoute,
  id: 'acting',
  component: lazyRouteComponent(() => import('./notices.tsx'), 'Notices'),
});
const getActing = () => acting;

/** Every page and the module that draws it; a page's code is fetched when it is first opened. */
const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: validateOverview,
    component: lazyRouteComponent(() => import('../overview/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/plan',
    validateSearch: validatePlan,
    component: lazyRouteComponent(() => import('../plan/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/plan/$year/measures/$id',
    validateSearch: validateMeasure,
    component: lazyRouteComponent(() => import('../measure/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/indicators',
    validateSearch: validateIndicators,
    component: lazyRouteComponent(() => import('../indicators/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/indicators/declare',
    validateSearch: validateDeclared,
    component: lazyRouteComponent(() => import('../indicators/declare/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/indicators/$id',
    validateSearch: validateIndicator,
    component: lazyRouteComponent(() => import('../indicators/one.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/air',
    validateSearch: validateAir,
    component: lazyRouteComponent(() => import('../air/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/system',
    beforeLoad: () => {
      throw redirect({ to: '/system/$tab', params: { tab: 'units' }, replace: true });
    },
  }),
  createRoute({
    getParentRoute,
    path: '/login',
    validateSearch: searchOf({ next: words }),
    component: lazyRouteComponent(() => import('../login/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/first-administrator',
    component: lazyRouteComponent(() => import('../login/first-administrator.tsx'), 'Page'),
  }),
];
const actingRoutes = [
  createRoute({
    getParentRoute: getActing,
    path: '/supervision',
    validateSearch: validateSupervision,
    component: lazyRouteComponent(() => import('../supervision/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/scores',
    validateSearch: validateScores,
    component: lazyRouteComponent(() => import('../supervision/scores.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/units/$unit',
    component: lazyRouteComponent(() => import('../supervision/unit.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/streets/$street',
    component: lazyRouteComponent(() => import('../supervision/unit.tsx'), 'StreetPage'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/ledgers',
    component: lazyRouteComponent(() => import('../ledgers/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/objects/$id',
    component: lazyRouteComponent(() => import('../ledgers/object.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/ledgers/declare',
    validateSearch: searchOf({ ledger: words }),
    component: lazyRouteComponent(() => import('../ledgers/declare/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/ledgers/$ledger',
    validateSearch: validateLedger,
    component: lazyRouteComponent(() => import('../ledgers/ledger.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/inspections',
    validateSearch: validateInspections,
    component: lazyRouteComponent(() => import('../inspections/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/inspections/due',
    validateSearch: validateDue,
    component: lazyRouteComponent(() => import('../inspections/due.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute,
    path: '/inspections/missing',
    validateSearch: validateMissing,
    component: lazyRouteComponent(() => import('../inspections/missing.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/inspections/calendar',
    validateSearch: validateCalendar,
    component: lazyRouteComponent(() => import('../inspections/calendar.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/inspections/new',
    validateSearch: validateNew,
    component: lazyRouteComponent(() => import('../inspections/new/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/inspections/$id',
    component: lazyRouteComponent(() => import('../inspections/one.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/bulletins',
    validateSearch: validateBulletins,
    component: lazyRouteComponent(() => import('../bulletins/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/bulletins/$id',
    component: lazyRouteComponent(() => import('../bulletins/bulletin.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/devices',
    validateSearch: validateDevices,
    component: lazyRouteComponent(() => import('../devices/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/devices/$id',
    validateSearch: validateDevice,
    component: lazyRouteComponent(() => import('../devices/one/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/import',
    validateSearch: validateImport,
    component: lazyRouteComponent(() => import('../import/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/import/drafts/$id',
    component: lazyRouteComponent(() => import('../import/draft.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/notices',
    validateSearch: validateNotices,
    component: lazyRouteComponent(() => import('../notices/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/quality',
    validateSearch: validateQuality,
    component: lazyRouteComponent(() => import('../quality/index.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: getActing,
    path: '/system/$tab',
    validateSearch: validateSystem,
    component: lazyRouteComponent(() => import('../system/index.tsx'), 'Page'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([...routes, acting.addChildren(actingRoutes)]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
