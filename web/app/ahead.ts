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
  void queryClient.prefetchQuery(meQuery);
  const district = queryClient.ensureQueryData(districtQuery).catch(() => null);
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
    void queryClient.prefetchQuery(plansQuery);
    const table = (year: number) =>
      void queryClient.prefetchQuery(planTableQuery(year, search.get('version') ?? undefined, asOf));
    if (search.get('year')) table(Number(search.get('year')));
    else void district.then((found) => found?.planYears.length && table(Math.max(...found.planYears)));
  }
}
