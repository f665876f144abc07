import type { Logger } from 'pino';
import { type BulletinDeps, bulletinRoutes } from '#engines/bulletins';
import { deviceRoutes } from '#engines/devices';
import { districtRoutes } from '#engines/district';
import { dutyRoutes } from '#engines/duties';
import { airRoutes } from '#engines/evaluation';
import {
  askForGaps,
  conversationRoutes,
  frameRoutes,
  type Gateway,
  ingestRoutes,
  replayKept,
  replayWaiting,
} from '#engines/gateway';
import { healthRoutes, healthTasks } from '#engines/health';
import { indicatorRoutes } from '#engines/indicators';
import { inspectionRoutes } from '#engines/inspections';
import { computedTask, ledgerImportWork, ledgerRoutes } from '#engines/ledgers';
import { noticeRoutes, noticeTasks } from '#engines/notices';
import { archiveTask, hoursTask, importWork, observationRoutes } from '#engines/observations';
import { planRoutes, planYears } from '#engines/plan';
import { calibrationsOf, marksOf, QUALITY_TASK, qualityRoutes, reconcileQuality } from '#engines/quality';
import { reportRoutes } from '#engines/reports';
import { supervisionRoutes, supervisionTask } from '#engines/supervision';
import { auditRoutes } from '#platform/audit';
import { systemClock } from '#platform/clock';
import { fileRoutes } from '#platform/files';
import { type Http, openHttp } from '#platform/http';
import { installIdentity, sweepTask } from '#platform/identity';
import { FIGURES_TASK, type JobTask, startJobs, workRoutes } from '#platform/jobs';
import { bindAdoptedPlans } from './bindings.ts';
import type { ProcessRole } from './config.ts';
import { type Context, placesOf } from './context.ts';
import { bulletins, indicators, inspectionKinds, ledgers, sourceNamesOf } from './definitions.ts';
import { DEMO_ACCOUNTS } from './demo/accounts.ts';
import { deviceDeps } from './devices.ts';
import { evaluateAll } from './evaluate.ts';
import { startGateway, startStoringWorker } from './gateway.ts';
import { matterSources } from './matters/index.ts';
import { archiveFolder, hourSettingsOf, retentionOf } from './observing.ts';
import { ACTIONS, PERMISSIONS, ROLES } from './roles.ts';
import { systemRoutes } from './routes-system/index.ts';
import { supervisionDeps } from './supervision.ts';
import { VERSION } from './version.ts';
import { serveWeb } from './web.ts';

export type ServerDeps = Pick<Context, 'store' | 'config' | 'clock' | 'district' | 'districtPath'> & {
  logger?: Logger;
  /** what takes in, when this process does */
  gateway?: Gateway;
};

/** The whole HTTP interface on one server, not yet listening. */
export async function buildServer(deps: ServerDeps): Promise<Http> {
  const { store, config, clock, district, logger } = deps;
  const { db, pool } = store;
  const districtCode = district.district.code;
  const tiles = district.settings.tiles?.url;
  const http = await openHttp({
    logger,
    version: VERSION,
    trustProxy: config.trustProxy,
    tileOrigins: tiles ? [new URL(tiles.replace(/[{}]/g, '')).origin] : [],
  });
  installIdentity(http, {
    db,
    permissionRows: PERMISSIONS,
    roles: ROLES,
    actions: ACTIONS,
    demoAccounts: config.demo ? DEMO_ACCOUNTS : [],
    oidc: config.oidc,
    placeExists: placesOf(district),
  });
  auditRoutes(http, { db });
  fileRoutes(http, { db });
  workRoutes(http, { db });
  districtRoutes(http, { db, districtCode, clock, planYears: () => planYears(db, districtCode) });
  planRoutes(http, { db, districtCode, clock });
  observationRoutes(http, { db, pool, districtCode, clock, settings: hourSettingsOf(district), marksOf });
  airRoutes(http, { db, districtCode, clock });
  indicatorRoutes(http, {
    db,
    districtCode,
    clock,
    registry: indicators,
    sourceNames: sourceNamesOf(db),
    rebind: () => bindAdoptedPlans(deps),
    sources: async () => ({ ledgers: await ledgers.all(db), inspections: inspectionKinds }),
  });
  ledgerRoutes(http, { db, districtCode, clock, books: ledgers });
  inspectionRoutes(http, { db, districtCode, clock, kinds: inspectionKinds, books: ledgers, permissions: PERMISSIONS });
  dutyRoutes(http, { db, districtCode });
  supervisionRoutes(http, supervisionDeps({ district, clock }, db));
  reportRoutes(http, { db, districtCode, clock, registry: indicators });
  noticeRoutes(http, { db, clock, channels: config.channels });
  frameRoutes(http, { db });
  healthRoutes(http, { db, districtCode });
  deviceRoutes(
    http,
    deviceDeps(deps, (id) => replayKept({ db, pool }, id)),
  );
  conversationRoutes(http, { db });
  ingestRoutes(http, { taker: deps.gateway });
  qualityRoutes(http, { db, clock: systemClock });
  bulletinRoutes(http, bulletinDeps({ store, district, clock }));
  systemRoutes(http, {
    db,
    pool,
    dataFolder: config.databaseUrl ? undefined : config.dataFolder,
    version: VERSION,
    gateway: deps.gateway,
  });
  await serveWeb(http);
  return http;
}

export function bulletinDeps({ store, district, clock }: Pick<Context, 'store' | 'district' | 'clock'>): BulletinDeps {
  return { db: store.db, districtCode: district.district.code, clock, registry: bulletins };
}

/** The reconcilers: woken by whoever changes what they compute from, and by the clock. */
export function tasksOf(context: Pick<Context, 'store' | 'district' | 'districtPath' | 'clock' | 'config'>): JobTask[] {
  return [
    sweepTask,
    { name: 'gateway.replay', cron: '* * * * *', run: ({ db, pool }) => replayWaiting({ db, pool }) },
    { name: 'gateway.gaps', cron: '*/10 * * * *', run: ({ db }) => askForGaps(db, Date.now()) },
    hoursTask({ settings: hourSettingsOf(context.district), marksOf, calibrationsOf }),
    archiveTask({
      folder: archiveFolder(context.config),
      today: () => context.clock.today(),
      retention: retentionOf(context.district),
    }),
    ...healthTasks(context.district.district.code, marksOf),
    ...noticeTasks({
      districtCode: context.district.district.code,
      clock: context.clock,
      channels: context.config.channels,
      sources: matterSources(context.district.district.code),
    }),
    supervisionTask((db) => supervisionDeps(context, db)),
    computedTask(ledgers),
    {
      name: FIGURES_TASK,
      cron: '*/10 * * * *',
      atStart: true,
      run: ({ signal }) => evaluateAll(context, { cancelled: () => signal.aborted }),
    },
    {
      name: QUALITY_TASK,
      cron: '*/5 * * * *',
      atStart: true,
      run: ({ db, signal }) => reconcileQuality(db, { today: systemClock.today(), cancelled: () => signal.aborted }),
    },
  ];
}

export type House = { http: Http; gateway: Gateway; close(): Promise<void> };

/** The server of a process that is no api: what devices post, whether it is alive, and what it counts. */
async function buildStatusServer({ store, config, logger, gateway }: ServerDeps): Promise<Http> {
  const http = await openHttp({ logger, version: VERSION, trustProxy: config.trustProxy, tileOrigins: [] });
  ingestRoutes(http, { taker: gateway });
  systemRoutes(http, { db: store.db, pool: store.pool, dataFolder: undefined, version: VERSION, gateway });
  return http;
}

/**
 * Starts what one process is told to be: gateway, worker, api, or all three. Roles meet in the database, and on the bus
 * where there is one.
 */
export async function startHouse(context: Context, logger: Logger): Promise<House> {
  const { config, store } = context;
  const is = (role: ProcessRole) => config.roles.includes(role);
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const one of opened.reverse()) await one.close();
  };
  try {
    const gateway = await startGateway(context, logger);
    opened.push(gateway);
    const taker = is('gateway') ? gateway : undefined;
    // closed before the gateway: what devices have posted is still committed and answered
    const http = await (is('api') ? buildServer : buildStatusServer)({ ...context, logger, gateway: taker });
    opened.push(http);
    if (is('worker')) {
      const jobs = await startJobs({
        store,
        ownerUrl: context.ownerUrl,
        tasks: tasksOf(context),
        kinds: [
          ledgerImportWork({ books: ledgers, districtCode: context.district.district.code, clock: context.clock }),
          importWork(),
        ],
        log: logger,
      });
      opened.unshift({ close: () => jobs.stop() });
      if (config.bus) opened.push(await startStoringWorker(context, logger));
    }
    return { http, gateway, close };
  } catch (error) {
    await close();
    throw error;
  }
}
