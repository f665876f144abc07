import { airOverviewQuery, tableQuery } from '../overview/queries.ts';
import { plansQuery, tableQuery as planTableQuery } from '../plan/queries.ts';
import { queryClient } from './api.ts';
import { districtQuery, meQuery } from './queries.ts';
import { router } from './router.tsx';

/**
 * Before the first drawing: the page's code and the data that the two most visited pages begin with are sent for
 * together, so that nothing waits for what it does not need.
 */
export function sendForFirstPage(): void {
  const me = queryClient.ensureQueryData(meQuery);
  /** the district, for whom may read its plan */
  const district = Promise.all([queryClient.ensureQueryData(districtQuery), me])
    .then(([found, { actions }]) => (actions.includes('plan.read') ? found : null))
    .catch(() => null);
  void router.load();
  const { pathname, searchStr } = router.state.location;
  const search = new URLSearchParams(searchStr);
  const asOf = search.get('asOf') ?? undefined;
  if (pathname === '/') {
    void queryClient.prefetchQuery(airOverviewQuery(asOf));
    void district.then((found) => {
      if (found?.planYears.length) void queryClient.prefetchQuery(tableQuery(Math.max(...found.planYears), asOf));
    });
  }
  if (pathname === '/plan') {
    void district.then((found) => {
      if (!found) return;
      void queryClient.prefetchQuery(plansQuery);
      const year = search.get('year') ? Number(search.get('year')) : Math.max(...found.planYears);
      const version = search.get('version') ?? undefined;
      if (Number.isFinite(year)) void queryClient.prefetchQuery(planTableQuery(year, version, asOf));
    });
  }
}
