import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Gateway } from '#engines/gateway';
import { deliveryTrouble } from '#engines/notices';
import { lastOutcomes, listWork, waitingJobs } from '#platform/jobs';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { HealthReport } from './wire.ts';

export type HealthDeps = {
  db: Db;
  version: string;
  /** where the embedded database lies; none with DATABASE_URL */
  dataFolder?: string;
  /** what hears devices in this process */
  gateway?: Gateway;
};

const GIB = 2 ** 30;
const startedAt = new Date();

/** Everything the health page shows, asked now. */
export async function healthOf({ db, version, dataFolder, gateway }: HealthDeps): Promise<HealthReport> {
  const [database, queue, outcomes, running, disk, undelivered] = await Promise.all([
    databaseOf(db),
    waitingJobs(db),
    lastOutcomes(db),
    listWork(db, { state: 'running', limit: 500 }),
    diskOf(dataFolder),
    deliveryTrouble(db),
  ]);
  const due = queue.filter((q) => q.waiting > 0).flatMap((q) => q.oldest ?? []);
  const oldest = due.length ? Math.min(...due.map((date) => date.getTime())) : null;
  const report = {
    version,
    node: process.versions.node,
    startedAt: startedAt.toISOString(),
    memoryBytes: process.memoryUsage.rss(),
    database: { ...database, embedded: dataFolder !== undefined },
    disk,
    devices: gateway ? devicesOf(gateway) : null,
    undelivered,
    jobs: {
      waiting: queue.reduce((sum, q) => sum + q.waiting, 0),
      failed: queue.reduce((sum, q) => sum + q.failed, 0),
      oldestWaitingSeconds: oldest === null ? null : Math.max(0, Math.round((Date.now() - oldest) / 1000)),
      runningWorks: running.length,
      tasks: outcomes.map((o) => ({
        ...o,
        startedAt: o.startedAt.toISOString(),
        finishedAt: o.finishedAt.toISOString(),
      })),
    },
  };
  const notes = WATCHED.flatMap((watch) => (watch.when(report) ? [watch.note] : []));
  return { status: notes.length ? 'attention' : 'good', notes, ...report };
}

/** What the health page warns of, and what to do then. */
const WATCHED: readonly { when: (r: Omit<HealthReport, 'status' | 'notes'>) => boolean; note: Sentence }[] = [
  {
    when: ({ disk }) => !!disk && (disk.freeBytes < 2 * GIB || disk.freeBytes < disk.totalBytes * 0.05),
    note: {
      zh: '磁盘空间不足，请清理或扩容，写满后将无法接收数据。',
      en: 'The disk is nearly full: free some space, or no data can be taken in any more.',
    },
  },
  {
    when: ({ database }) => !database.roleSeparated,
    note: {
      zh: '数据库账号无权建立应用角色，审计只由触发器保护，请授予 CREATEROLE 后重启。',
      en: 'The database login may not create the application’s role, so only triggers guard the audit: grant CREATEROLE and restart.',
    },
  },
  {
    when: ({ devices }) => (devices?.troubleSeconds ?? 0) > 5,
    note: {
      zh: '设备报文暂时写不进数据库，连接保持、不予应答，请检查数据库。',
      en: 'Packets of devices cannot be stored now: they stay connected and unanswered; look after the database.',
    },
  },
  {
    when: ({ undelivered }) => undelivered.length > 0,
    note: {
      zh: '近三天有提醒未能通过邮件或群机器人送达，请在下表查看原因，并检查邮件服务器或请本人检查机器人地址。',
      en: 'Notices of the last three days did not arrive by mail or web hook: see why below, and check the mail server or have the person check the web hook.',
    },
  },
  {
    when: ({ jobs }) => jobs.failed > 0 || jobs.tasks.some((t) => t.failure !== null),
    note: {
      zh: '有后台任务失败，请在下表查看原因。',
      en: 'A background job has failed; its reason stands in the table below.',
    },
  },
  {
    when: ({ jobs }) => (jobs.oldestWaitingSeconds ?? 0) > 600,
    note: {
      zh: '后台任务积压超过 10 分钟，请检查工作进程是否在运行。',
      en: 'Background jobs have waited for more than ten minutes: check that a worker is running.',
    },
  },
  {
    when: ({ database }) => database.connections > database.maxConnections * 0.9,
    note: {
      zh: '数据库连接接近上限，请增大 max_connections 或减少进程。',
      en: 'The database is near its limit of connections: raise max_connections or run fewer processes.',
    },
  },
];

function devicesOf({ listeners, meter, writer, exchanges }: Gateway): NonNullable<HealthReport['devices']> {
  return {
    listeners: [...listeners].map(([name, { port, open, counts }]) => ({
      name,
      port,
      open,
      accepted: counts.connections,
      refused: counts.refused,
      slowed: counts.slowed,
    })),
    protocols: [...meter.byProtocol].map(([protocol, { frames, acknowledged, kept, refused }]) => ({
      protocol,
      frames,
      acknowledged,
      kept,
      refused,
    })),
    refusals: [...meter.refusals].map(([reason, count]) => ({ reason, count })),
    waiting: writer.waiting,
    exchanges: exchanges.underWay,
    troubleSeconds: writer.troubleSince ? Math.round((Date.now() - writer.troubleSince.getTime()) / 1000) : 0,
  };
}

async function databaseOf(db: Db) {
  const answer = await sql<Omit<HealthReport['database'], 'embedded'>>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes",
      (select count(*) from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int as "maxConnections",
      not has_table_privilege(current_user, 'audit', 'update') as "roleSeparated",
      (select coalesce(max(seq), 0) from audit) as "auditRows"`.execute(db);
  return answer.rows[0]!;
}

async function diskOf(folder: string | undefined) {
  if (!folder) return null;
  const s = await statfs(folder).catch(() => null);
  if (!s) return null;
  return { freeBytes: s.bavail * s.bsize, totalBytes: s.blocks * s.bsize };
}
