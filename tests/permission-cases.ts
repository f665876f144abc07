/** What exists in the database of the permission test; cases put these into addresses and bodies. */
export type World = { accountId: string; fileId: string; workId: string };

export type Shot = {
  /** the address with its parameters filled; the route's own address when left out */
  url?: string | ((world: World) => string);
  body?: object | ((world: World) => object);
};

/**
 * One route's case: an example request, who rightly makes it, and what they are answered. The test shoots the same
 * request as nobody, as every role without the permission, without the csrf value, and rightly.
 */
export type RouteCase = Shot & {
  right: number;
  /** the role that rightly asks; the first one that holds the action anywhere when left out */
  as?: string;
  /** a request about another unit's or street's things, refused to a person who holds the action for their own only */
  elsewhere?: Shot & { as: string };
};

const GRANTS = [{ role: 'inspector' }];

const SCOPE = 'scope=district:110102';
const MONTH = 'from=2021-10-01&until=2021-10-31';

/** keyed by method and route */
export const PERMISSION_CASES: Record<string, RouteCase> = {
  'GET /api/openapi.json': { right: 200 },
  'GET /healthz': { right: 200 },
  // from another machine
  'GET /metrics': { as: 'administrator', right: 200 },
  'GET /api/health': { right: 200 },

  'GET /api/me': { right: 200 },
  'POST /api/login': { body: { login: 'nobody', password: 'a wrong password' }, right: 401 },
  'POST /api/logout': { body: {}, right: 200 },
  'POST /api/password': { body: { current: 'x', password: 'y' }, right: 401 },
  'POST /api/first-administrator': {
    body: { login: 'late', name: '迟到', password: '来晚了就没有了呀呀' },
    right: 409,
  },
  'GET /api/oidc/start': { right: 404 },
  'GET /api/oidc/callback': { right: 404 },

  'GET /api/accounts': { right: 200 },
  'POST /api/accounts': { body: { login: 'made-by-test', name: '新人', grants: GRANTS }, right: 200 },
  'PATCH /api/accounts/:id': { url: (w) => `/api/accounts/${w.accountId}`, body: { name: '改名' }, right: 200 },
  'GET /api/roles': { right: 200 },

  'GET /api/audit': { right: 200 },
  'GET /api/audit/check': { right: 200 },
  'GET /api/files/:id': { url: (w) => `/api/files/${w.fileId}`, right: 200 },
  'GET /api/work': { right: 200 },
  'GET /api/work/:id': { url: (w) => `/api/work/${w.workId}`, right: 200 },
  'POST /api/work/:id/cancel': { url: (w) => `/api/work/${w.workId}/cancel`, right: 200 },

  'GET /api/district': { right: 200 },
  'GET /api/district/map': { right: 200 },
  'GET /api/units': { right: 200 },

  'GET /api/air/overview': { right: 200 },
  'GET /api/air/days': { url: `/api/air/days?${SCOPE}&${MONTH}`, right: 200 },
  'GET /api/air/months': { url: `/api/air/months?${SCOPE}&year=2021`, right: 200 },
  'GET /api/air/period': { url: `/api/air/period?${SCOPE}&kind=month&until=2021-10-31`, right: 422 },
  'GET /api/air/evidence': { url: `/api/air/evidence?${SCOPE}&${MONTH}&statistic=PM25_mean`, right: 200 },
};
