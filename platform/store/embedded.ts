import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { Refusal } from '#platform/refusal';
import { postgresBinaries } from './binaries.ts';
import { childUser, stopOrphan } from './child.ts';

export type EmbeddedOptions = {
  /** the data folder; the cluster lies in its `postgres` folder */
  folder: string;
  /** settings as postgres takes them, e.g. { fsync: 'off' } in tests */
  settings?: Record<string, string>;
};

export type EmbeddedDatabase = {
  url: string;
  /** of the server that runs now: one that died is started anew */
  readonly pid: number;
  /** how often it was started anew */
  readonly restarts: number;
  stop(): Promise<void>;
};

const DATABASE = 'lantian';
const USER = 'lantian';
const SETTINGS: Record<string, string> = {
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '2GB',
  max_wal_size: '2GB',
  jit: 'off',
  max_connections: '60',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

/**
 * Starts PostgreSQL on a data folder and waits until it answers. An orphan of a killed parent is stopped first.
 *
 * The child reaches its cluster as /proc/self/cwd on Linux: its working folder is entered before it gives up root, so
 * the cluster may lie below folders that its user may not enter.
 * @throws Refusal not_installed, database_broken
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = resolve(options.folder, 'postgres');
  const user = await childUser();
  const home = await postgresBinaries(user !== undefined);
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await stopOrphan(cluster);
  const password = await secret(options.folder);
  if (user) await chown(cluster, user.uid, user.gid);
  await chmod(cluster, 0o700);
  const where = process.platform === 'linux' ? '/proc/self/cwd' : cluster;
  const common = { cwd: cluster, ...user, env: { LC_ALL: 'C.UTF-8', TZ: 'UTC', PATH: process.env.PATH } };
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(home, where, cluster, password, common);

  const port = await freePort();
  const settings = {
    ...SETTINGS,
    ...options.settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  };
  const launch = async (): Promise<Running> => {
    const log = await open(join(options.folder, 'postgres.log'), 'a', 0o600);
    const child = spawn(
      join(home, 'bin/postgres'),
      ['-D', where, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
      { ...common, stdio: ['ignore', log.fd, log.fd], detached: true }, // detached: the terminal's Ctrl-C is ours to pass on
    );
    await log.close();
    const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    child.once('error', () => undefined);
    await answering(`${base}/postgres`, child, options.folder);
    return { child, exited };
  };
  const base = `postgres://${USER}:${password}@127.0.0.1:${port}`;
  const first = await launch();
  await ensureDatabase(`${base}/postgres`);
  const server = supervise(first, async () => {
    await stopOrphan(cluster);
    return launch();
  });
  return {
    url: `${base}/${DATABASE}`,
    get pid() {
      return server.running.child.pid!;
    },
    get restarts() {
      return server.restarts;
    },
    stop: server.stop,
  };
}

type Running = { child: ChildProcess; exited: Promise<number | null> };

/** Starts the server anew whenever it ends without being asked to, with growing pauses while it does not come up. */
function supervise(first: Running, again: () => Promise<Running>) {
  const state = { running: first, restarts: 0, stop: async () => undefined as undefined };
  let stopping = false;
  let watching: Promise<void> = Promise.resolve();
  const watch = async () => {
    for (;;) {
      await state.running.exited;
      for (let pause = 50; !stopping; pause = Math.min(pause * 2, 5000)) {
        try {
          state.running = await again();
          state.restarts++;
          break;
        } catch {
          // what is left of the old one may still hold the shared memory; its log says more
          await new Promise((next) => setTimeout(next, pause));
        }
      }
      if (stopping) return;
    }
  };
  watching = watch();
  state.stop = async () => {
    stopping = true;
    await stop(state.running.child, state.running.exited);
    await watching;
    // one that came up while we were stopping
    await stop(state.running.child, state.running.exited);
    return undefined;
  };
  return state;
}

async function initialise(
  home: string,
  where: string,
  cluster: string,
  password: string,
  common: { cwd: string; uid?: number; gid?: number; env: NodeJS.ProcessEnv },
): Promise<void> {
  for (const left of await readdir(cluster)) await rm(join(cluster, left), { recursive: true }); // an initialisation cut short
  const passwordFile = join(tmpdir(), `lantian-${randomBytes(12).toString('hex')}`); // initdb wants an empty folder and a real file
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (common.uid !== undefined) await chown(passwordFile, common.uid, common.gid!);
  const options = ['-D', where, '-U', USER, '-E', 'UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync');
  const child = spawn(join(home, 'bin/initdb'), options, { ...common, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  child.stderr.on('data', (part) => (said += part));
  const code = await new Promise<number | null>((done) => {
    child.once('exit', done);
    child.once('error', (error) => {
      said += error.message;
      done(-1);
    });
  });
  await rm(passwordFile, { force: true });
  if (code !== 0) throw broken(cluster, said.trim().split('\n').slice(-3).join(' '));
}

/** The password of this cluster, made once; only the owner of the data folder can read it. */
async function secret(folder: string): Promise<string> {
  const path = join(folder, 'postgres.secret');
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept?.trim()) return kept.trim();
  const made = randomBytes(24).toString('hex');
  await writeFile(path, `${made}\n`, { mode: 0o600 });
  return made;
}

async function answering(url: string, child: ChildProcess, folder: string): Promise<void> {
  const until = Date.now() + 60_000;
  let pause = 15;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((next) => setTimeout(next, pause));
      pause = Math.min(pause * 1.5, 250);
    }
  }
  child.kill('SIGQUIT');
  const tail = (await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-2)
    .join(' ');
  throw broken(folder, tail);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const there = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!there.rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function stop(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT'); // fast shutdown: sessions end, data are flushed
  const late = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await exited;
  clearTimeout(late);
}

function broken(folder: string, why: string): Refusal {
  return new Refusal('database_broken', {
    zh: `内置数据库在 ${folder} 上启动失败：${why}。请检查磁盘空间与权限；如数据可弃，请删除该文件夹后重试。`,
    en: `The embedded database does not start on ${folder}: ${why}. Check disk space and permissions; if the data can go, delete that folder.`,
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
