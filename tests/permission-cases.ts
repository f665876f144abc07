/** What exists in the database of the permission test; cases put these into addresses and bodies. */
export type World = { accountId: string; fileId: string; workId: string; reportId: string };

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

/** an id that nothing has: who is let in learns that, who is not learns nothing */
const NONE = '00000000-0000-4000-8000-000000000000';
const DRAFT = `/api/plan-drafts/${NONE}`;
const BULLETIN = `/api/bulletins/${NONE}`;
const SITES = '/api/ledgers/dust.sites';
const MAPPING = {
  layout: 'wide',
  station: { code: '1006A' },
  time: { column: 'time' },
  hours: '0-23',
  stamp: 'start',
  channels: [{ column: 'PM2.5', pollutant: 'PM25', unit: 'µg/m³' }],
};
const NO_DEVICE = '/api/devices/999999';
const MODEL = {
  id: 'made-by-test',
  title: { zh: '测试型号', en: 'test model' },
  maker: null,
  kind: 'micro-station',
  protocol: 'hj-212',
  settings: {},
};
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

  'GET /api/quality/tests': { right: 200 },
  'GET /api/quality/marks': { url: '/api/quality/marks?from=2021-10-01&until=2021-10-02', right: 200 },
  'GET /api/quality/marks/:id': { url: '/api/quality/marks/1', right: 404 },
  'GET /api/quality/interference': { url: '/api/quality/interference?from=2021-10-01&until=2021-10-02', right: 200 },
  'GET /api/quality/calibrations': { right: 200 },
  'POST /api/quality/reviews': { body: { markIds: [1], verdict: 'accepted', reason: '现场核实' }, right: 404 },
  'POST /api/quality/audits': { body: { markIds: [1], outcome: 'audited', reason: '同意' }, right: 404 },
  'POST /api/quality/usual': { body: { first: '2021-10-01', last: '2021-10-07' }, right: 422 },
  'POST /api/quality/calibrations': {
    body: {
      device: 'nobody',
      pollutant: 'PM25',
      beside: [{ reference: '1006A', first: '2021-10-01', last: '2021-10-31' }],
    },
    right: 404,
  },
  'POST /api/quality/calibrations/:id/admit': {
    url: `/api/quality/calibrations/${NONE}/admit`,
    body: { validFrom: '2021-11-01', reason: '比对合格' },
    right: 404,
  },
  'POST /api/quality/calibrations/:id/withdraw': {
    url: `/api/quality/calibrations/${NONE}/withdraw`,
    body: { reason: '传感器更换' },
    right: 404,
  },

  'GET /api/district': { right: 200 },
  'GET /api/district/map': { right: 200 },
  'GET /api/units': { right: 200 },

  'GET /api/devices/latest': { right: 200 },
  'GET /api/devices/:id/series': { url: `/api/devices/999/series?${MONTH}`, right: 404 },
  'GET /api/air/overview': { right: 200 },
  'GET /api/air/hours': { url: `/api/air/hours?station=1006A&${MONTH}`, right: 200 },
  'GET /api/plans/:year/table': { url: '/api/plans/2021/table', right: 404 },
  'GET /api/plans/:year/table.xlsx': { url: '/api/plans/2021/table.xlsx', right: 404 },
  'GET /api/plans/:year/table.docx': { url: '/api/plans/2021/table.docx', right: 404 },
  'GET /api/plans/:year/measures/:id': { url: '/api/plans/2021/measures/1.1', right: 404 },
  'GET /api/indicators': { right: 200 },
  'GET /api/air/days': { url: `/api/air/days?${SCOPE}&${MONTH}`, right: 200 },
  'GET /api/air/months': { url: `/api/air/months?${SCOPE}&year=2021`, right: 200 },
  'GET /api/air/years': { url: `/api/air/years?${SCOPE}`, right: 200 },
  'GET /api/air/primary': { url: `/api/air/primary?${SCOPE}&year=2021`, right: 200 },
  'GET /api/air/period': { url: `/api/air/period?${SCOPE}&kind=month&until=2021-10-31`, right: 422 },
  'GET /api/air/evidence': { url: `/api/air/evidence?${SCOPE}&${MONTH}&statistic=PM25_mean`, right: 200 },
  'GET /api/sand-periods': { right: 200 },
  'POST /api/sand-periods': {
    body: { begins: '2021-03-15T00:00:00+08:00', ends: '2021-03-17T00:00:00+08:00', source: '北京市生态环境局通报' },
    right: 201,
  },
  'PUT /api/sand-periods/:id': {
    url: '/api/sand-periods/999999',
    body: { begins: '2021-04-15T00:00:00+08:00', ends: '2021-04-16T00:00:00+08:00', source: '北京市生态环境局通报' },
    right: 404,
  },
  'DELETE /api/sand-periods/:id': { url: '/api/sand-periods/999999', right: 404 },

  // no file is given: refused for that, not for the person
  'POST /api/observations/files': { body: {}, right: 400 },
  'POST /api/observations/preview': { body: { fileId: NONE }, right: 404 },
  'POST /api/observations/imports': { body: { fileId: NONE, mapping: MAPPING }, right: 404 },
  'GET /api/observations/imports': { right: 200 },
  'POST /api/observations/mappings': { body: { name: 'map.yaml', text: 'layout: wide' }, right: 422 },
  'GET /api/observations/imports/:workId/errors': { url: `/api/observations/imports/${NONE}/errors`, right: 404 },
  'GET /api/observations/imports/:workId/errors.csv': {
    url: `/api/observations/imports/${NONE}/errors.csv`,
    right: 404,
  },

  // devices log in with a password of their own
  'POST /api/ingest/observations': { body: { observations: [{ values: { pm25: 1 } }] }, right: 401 },
  'GET /api/kept-frames': { url: '/api/kept-frames?protocol=hj-212&reason=probation&waiting=true', right: 200 },
  'GET /api/devices/requests': { right: 200 },
  'GET /api/devices/:id/commands': { url: '/api/devices/999999/commands', right: 200 },
  'POST /api/devices/:id/commands': { url: '/api/devices/999999/commands', body: { name: 'read-clock' }, right: 404 },
  'POST /api/devices/:id/commands/:command/cancel': {
    url: `/api/devices/999999/commands/${NONE}/cancel`,
    body: {},
    right: 404,
  },
  'GET /api/devices/:id/messages': { url: '/api/devices/999999/messages', right: 200 },

  'GET /api/plans': { right: 200 },
  'GET /api/plans/:year/versions': { url: '/api/plans/2021/versions', right: 404 },
  'GET /api/plans/:year/versions/:no': { url: '/api/plans/2021/versions/1', right: 404 },
  'GET /api/plans/:year/changes': { url: '/api/plans/2021/changes', right: 404 },
  'GET /api/plans/:year/plan.xlsx': { url: '/api/plans/2021/plan.xlsx', right: 404 },
  'GET /api/plans/:year/plan.docx': { url: '/api/plans/2021/plan.docx', right: 404 },
  'GET /api/plans/:year/measures/:id/reports': { url: '/api/plans/2021/measures/1.1/reports', right: 404 },
  'GET /api/plans/:year/reports': { url: '/api/plans/2021/reports', right: 200 },
  // no form is given: refused for that, not for the person
  'POST /api/plans/:year/measures/:id/reports': { url: '/api/plans/2021/measures/1.1/reports', body: {}, right: 400 },
  'GET /api/plans/:year/measures/:id/targets': { url: '/api/plans/2021/measures/1.1/targets', right: 404 },
  'POST /api/plans/:year/measures/:id/targets': { url: '/api/plans/2021/measures/1.1/targets', body: {}, right: 400 },
  'GET /api/plans/:year/measures/:id/bindings': { url: '/api/plans/2021/measures/1.1/bindings', right: 404 },
  'PUT /api/plans/:year/measures/:id/bindings': {
    url: '/api/plans/2021/measures/1.1/bindings',
    body: { indicators: [], reason: '试' },
    right: 404,
  },
  'POST /api/targets/:id/withdraw': { url: '/api/targets/1/withdraw', body: { reason: '填错了' }, right: 404 },
  'GET /api/plans/:year/measures/:id/parts': { url: '/api/plans/1999/measures/1.1/parts', right: 400 },
  'POST /api/measure-reports/:id/move': {
    url: `/api/measure-reports/${NONE}/move`,
    body: { act: 'accept' },
    right: 404,
  },
  'GET /api/supervision': { right: 200 },
  'GET /api/supervision/units/:unit': { url: '/api/supervision/units/finance-bureau', right: 200 },
  'GET /api/supervision/scores': { right: 200 },
  'GET /api/plans/:year/measures/:id/supervision': { url: '/api/plans/2021/measures/99.9/supervision', right: 404 },
  'POST /api/plans/:year/measures/:id/extensions': {
    url: '/api/plans/2021/measures/99.9/extensions',
    body: { unitId: 'nobody', until: '2021-12-31', reason: 'x' },
    right: 404,
  },
  'POST /api/plans/:year/measures/:id/strike-offs': {
    url: '/api/plans/2021/measures/99.9/strike-offs',
    body: { unitId: 'nobody', words: 'x' },
    right: 404,
  },
  'POST /api/supervision/extensions/:id/decide': {
    url: `/api/supervision/extensions/${NONE}/decide`,
    body: { until: '2021-12-31' },
    right: 404,
  },
  'POST /api/supervision/strike-offs/:id/decide': {
    url: `/api/supervision/strike-offs/${NONE}/decide`,
    body: { act: 'strike' },
    right: 404,
  },
  'POST /api/supervision/letters/issue': { body: { ids: [NONE] }, right: 404 },
  'POST /api/supervision/letters/drop': { body: { ids: [NONE], reason: 'x' }, right: 404 },
  'POST /api/supervision/letters/:id/answer': {
    url: `/api/supervision/letters/${NONE}/answer`,
    body: { words: 'x' },
    right: 404,
  },
  'POST /api/supervision/meetings': {
    body: {
      heldOn: '2021-11-05',
      title: 'x',
      participants: '',
      minutes: '',
      items: [{ unitId: 'nobody', what: 'x', dueOn: '2021-11-12' }],
    },
    right: 404,
  },
  'POST /api/supervision/meetings/:id/items/:no': {
    url: `/api/supervision/meetings/${NONE}/items/1`,
    body: { act: 'done' },
    right: 404,
  },
  'POST /api/supervision/weights': {
    body: {
      weights: { lamps: 0, reports: 0, letters: 0, extensions: 0, ledgers: 0, findings: 0 },
      reason: 'x',
    },
    right: 422,
  },
  'POST /api/measure-reports/:id/withdraw': {
    url: (w) => `/api/measure-reports/${w.reportId}/withdraw`,
    body: { reason: '填错了' },
    as: 'air_office',
    right: 204,
    elsewhere: {
      as: 'unit_officer',
      url: (w) => `/api/measure-reports/${w.reportId}/withdraw`,
      body: { reason: '填错了' },
    },
  },
  'GET /api/plan-drafts': { right: 200 },
  'POST /api/plan-drafts': { body: {}, right: 400 },
  'GET /api/plan-drafts/:id': { url: DRAFT, right: 404 },
  'GET /api/plan-drafts/:id/changes': { url: `${DRAFT}/changes`, right: 404 },
  'PUT /api/plan-drafts/:id/corrections': {
    url: `${DRAFT}/corrections`,
    body: { path: 'title', value: 'x' },
    right: 404,
  },
  'POST /api/plan-drafts/:id/settle': { url: `${DRAFT}/settle`, body: { path: 'title' }, right: 404 },
  'POST /api/plan-drafts/:id/undo': { url: `${DRAFT}/undo`, body: { path: 'title' }, right: 404 },
  'POST /api/plan-drafts/:id/adopt': { url: `${DRAFT}/adopt`, body: { effectiveOn: '2021-03-01' }, right: 404 },
  'DELETE /api/plan-drafts/:id': { url: DRAFT, right: 404 },

  'GET /api/devices': { right: 200 },
  'GET /api/devices/:id': { url: NO_DEVICE, right: 404 },
  'POST /api/devices': { body: { code: 'made-by-test', kind: 'micro-station' }, right: 201 },
  'PATCH /api/devices/:id': { url: NO_DEVICE, body: { site: '某处' }, right: 404 },
  'PUT /api/devices/:id/identities': { url: `${NO_DEVICE}/identities`, body: { identities: [] }, right: 404 },
  'PUT /api/devices/:id/secrets': { url: `${NO_DEVICE}/secrets`, body: { password: null }, right: 404 },
  'POST /api/devices/:id/admit': { url: `${NO_DEVICE}/admit`, body: { kind: 'micro-station' }, right: 404 },
  'POST /api/devices/:id/merge': { url: `${NO_DEVICE}/merge`, body: { into: 999998 }, right: 404 },
  'POST /api/devices/:id/retire': { url: `${NO_DEVICE}/retire`, body: { reason: '拆除' }, right: 404 },
  'POST /api/devices/:id/restore': { url: `${NO_DEVICE}/restore`, body: { reason: '装回' }, right: 404 },
  'POST /api/devices/:id/maintenance': { url: `${NO_DEVICE}/maintenance`, body: { reason: '巡检' }, right: 404 },
  'POST /api/devices/:id/maintenance/end': { url: `${NO_DEVICE}/maintenance/end`, body: {}, right: 404 },
  'GET /api/devices/probation': { right: 200 },
  'GET /api/devices/:id/frames': { url: `${NO_DEVICE}/frames`, right: 404 },
  'GET /api/devices/:id/link': { url: `${NO_DEVICE}/link`, right: 404 },
  // no file is given: refused for that, not for the person
  'POST /api/device-sheets': { body: {}, right: 400 },
  'GET /api/device-sheets/template.xlsx': { right: 200 },
  'GET /api/device-sheets/devices.xlsx': { right: 200 },
  'GET /api/device-sheets/devices.csv': { right: 200 },
  'GET /api/device-models': { right: 200 },
  'POST /api/device-models': { body: MODEL, right: 201 },
  'PATCH /api/device-models/:id': { url: '/api/device-models/none', body: { maker: '某厂' }, right: 404 },
  'POST /api/device-models/:id/factors': {
    url: '/api/device-models/none/factors',
    body: { factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' },
    right: 404,
  },
  'GET /api/device-channels/unmapped': { right: 200 },
  'PUT /api/devices/:id/channels/:no': { url: `${NO_DEVICE}/channels/1`, body: { meaning: null }, right: 404 },

  // no form is given: refused for that, not for the person
  'GET /api/devices/:id/log': { url: `${NO_DEVICE}/log`, right: 404 },
  'POST /api/devices/:id/log': { url: `${NO_DEVICE}/log`, body: {}, right: 400 },
  'POST /api/devices/:id/log/:entry/withdraw': {
    url: `${NO_DEVICE}/log/${NONE}/withdraw`,
    body: { reason: '填错了' },
    right: 404,
  },
  'GET /api/device-calibrations/overdue': { right: 200 },
  'GET /api/device-health/overview': { right: 200 },
  'GET /api/device-health/alarms': { right: 200 },
  'POST /api/device-health/alarms/:id/acknowledge': {
    url: `/api/device-health/alarms/${NONE}/acknowledge`,
    body: { note: '已派人' },
    right: 404,
  },
  'GET /api/devices/:id/health': { url: `${NO_DEVICE}/health`, right: 404 },
  'GET /api/device-health/networks': { right: 200 },
  'GET /api/device-health/gaps': { url: '/api/device-health/gaps?kind=micro-station', right: 200 },
  'GET /api/device-health/settings': { right: 200 },
  'PUT /api/device-health/settings/:name': {
    url: '/api/device-health/settings/silentMinutes',
    body: { value: 40 },
    right: 200,
  },

  'GET /api/notices': { right: 200 },
  'GET /api/notices/unread': { right: 200 },
  'POST /api/notices/read': { body: {}, right: 200 },
  'GET /api/notices/settings': { right: 200 },
  'PUT /api/notices/settings': { body: { mail: 'late', hook: 'off' }, right: 200 },
  'PUT /api/notices/hook': { body: { hook: { kind: 'json', url: 'http://127.0.0.1/' } }, right: 422 },
  'POST /api/notices/hook/trial': { body: {}, right: 409 },
  // nobody of another unit, street or role stands in
  'POST /api/notices/deputies': { body: { deputyId: NONE, from: '2099-01-01', until: '2099-01-02' }, right: 403 },
  'POST /api/notices/deputies/:id/end': { url: `/api/notices/deputies/${NONE}/end`, body: {}, right: 404 },

  'GET /api/bulletins': { right: 200 },
  'GET /api/bulletins/due': { url: '/api/bulletins/due?kind=none', right: 404 },
  'GET /api/bulletins/:id': { url: BULLETIN, right: 404 },
  'GET /api/bulletins/:id/bulletin.docx': { url: `${BULLETIN}/bulletin.docx`, right: 404 },
  'GET /api/bulletins/:id/bulletin.pdf': { url: `${BULLETIN}/bulletin.pdf`, right: 404 },
  'POST /api/bulletins/preview': { body: { kind: 'none', month: '2021-10' }, right: 404 },
  'POST /api/bulletins': { body: { kind: 'none', month: '2021-10' }, right: 404 },
  'POST /api/bulletins/:id/issue': { url: `${BULLETIN}/issue`, body: {}, right: 404 },
  'POST /api/bulletins/:id/correct': { url: `${BULLETIN}/correct`, body: { reason: '数据更正' }, right: 404 },
  'DELETE /api/bulletins/:id': { url: BULLETIN, right: 404 },

  'GET /api/indicators/:id': { url: '/api/indicators/air.pm25-mean', right: 200 },
  'GET /api/indicators/:id/evidence': {
    url: '/api/indicators/air.pm25-mean/evidence?until=2021-11-08',
    right: 400,
  },
  'GET /api/inspections/kinds': { right: 200 },
  'GET /api/inspections': { right: 200 },
  'GET /api/inspections/monthly': { url: '/api/inspections/monthly?kind=none.such&month=2021-10', right: 404 },
  'GET /api/inspections/calendar': { url: '/api/inspections/calendar?month=2021-10', right: 200 },
  'PUT /api/inspections/plans': {
    body: { kind: 'none.such', month: '2021-10', unit: '区商务局', quota: 3 },
    right: 404,
  },
  'GET /api/inspections/candidates': { url: '/api/inspections/candidates?kind=none.such', right: 404 },
  'POST /api/inspections/imports': { body: {}, right: 400 },
  'POST /api/inspections': {
    body: { kind: 'none.such', clientId: NONE, visitedOn: '2021-10-10', answers: {} },
    right: 404,
  },
  'GET /api/inspections/:id': { url: '/api/inspections/1', right: 404 },
  'POST /api/inspections/:id/findings/:finding/mend': {
    url: '/api/inspections/1/findings/1/mend',
    body: { on: '2021-10-10', words: '已整改' },
    right: 404,
  },
  'GET /api/inspections/due': { right: 200 },
  'GET /api/inspections/people': { right: 200 },
  'POST /api/supervision/meetings/:id/files': {
    url: `/api/supervision/meetings/${NONE}/files`,
    body: {},
    right: 400,
  },
  'POST /api/inspections/errands': {
    body: { kind: 'dust.none', entries: [{ ledger: 'dust.sites', id: 1 }], person: NONE, dueOn: '2021-12-01' },
    right: 404,
  },
  'POST /api/inspections/errands/:id/withdraw': { url: '/api/inspections/errands/1/withdraw', right: 404 },
  'POST /api/inspections/:id/withdraw': { url: '/api/inspections/1/withdraw', body: { reason: '填错了' }, right: 404 },
  'POST /api/inspections/:id/photos': { url: '/api/inspections/1/photos', body: {}, right: 400 },
  'GET /api/ledgers': { right: 200 },
  'POST /api/indicators': { body: { definition: {} }, right: 400 },
  'GET /api/indicators/:id/declaration': { url: '/api/indicators/local.none/declaration', right: 404 },
  'DELETE /api/indicators/:id/declaration': { url: '/api/indicators/local.none/declaration', right: 404 },
  'POST /api/ledgers': { body: { definition: {} }, right: 400 },
  'GET /api/ledgers/:ledger': { url: SITES, right: 200 },
  'GET /api/ledgers/:ledger/entries/:id/files': { url: `${SITES}/entries/1/files`, right: 404 },
  'POST /api/ledgers/:ledger/entries/:id/files': { url: `${SITES}/entries/1/files`, body: {}, right: 404 },
  'POST /api/ledgers/:ledger/entries/:id/files/:file/withdraw': {
    url: `${SITES}/entries/1/files/1/withdraw`,
    body: { reason: '传错了' },
    right: 404,
  },
  'GET /api/objects': { url: '/api/objects?q=x', right: 200 },
  'GET /api/objects/:id': { url: '/api/objects/999999', right: 404 },
  'GET /api/ledgers/:ledger/map': { url: `${SITES}/map`, right: 200 },
  'GET /api/ledgers/:ledger/entries': { url: `${SITES}/entries`, right: 200 },
  'GET /api/ledgers/:ledger/entries/:id': { url: `${SITES}/entries/1`, right: 404 },
  'POST /api/ledgers/:ledger/entries': {
    url: `${SITES}/entries`,
    body: { values: { street: '110102007' } },
    right: 422,
    elsewhere: { as: 'street_officer', url: `${SITES}/entries`, body: { values: { street: '110102010' } } },
  },
  'PUT /api/ledgers/:ledger/entries/:id': { url: `${SITES}/entries/1`, body: { version: 1, values: {} }, right: 404 },
  'POST /api/ledgers/:ledger/entries/:id/:act': { url: `${SITES}/entries/1/refresh`, body: { version: 1 }, right: 404 },
  'GET /api/ledgers/:ledger/template.xlsx': { url: `${SITES}/template.xlsx`, right: 200 },
  'GET /api/ledgers/:ledger/schema.json': { url: `${SITES}/schema.json`, right: 200 },
  'GET /api/ledgers/:ledger/export.csv': { url: `${SITES}/export.csv`, right: 200 },
  'POST /api/ledgers/:ledger/files': { url: `${SITES}/files`, body: {}, right: 400 },
  'GET /api/ledgers/:ledger/files/:fileId': { url: `${SITES}/files/${NONE}`, right: 404 },
  'POST /api/ledgers/:ledger/imports': { url: `${SITES}/imports`, body: { fileId: NONE }, right: 202 },
  'GET /api/ledgers/:ledger/imports/:workId': { url: `${SITES}/imports/${NONE}`, right: 404 },
  'POST /api/ledgers/:ledger/imports/:workId/cancel': { url: `${SITES}/imports/${NONE}/cancel`, right: 404 },
  'GET /api/ledgers/:ledger/imports/:workId/errors.csv': { url: `${SITES}/imports/${NONE}/errors.csv`, right: 404 },
};
