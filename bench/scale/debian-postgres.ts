import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePorts } from './ports.ts';

const HOME = '/usr/lib/postgresql';

export type DebianPostgres = { url: string; version: number; stop(): Promise<void> };

/** Debian's own PostgreSQL (15 on bookworm) on a cluster of its own, as one that a city's data centre runs. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const version = Math.max(...readdirSync(HOME).map(Number).filter(Number.isFinite));
  const bin = join(HOME, String(version), 'bin');
  const folder = mkdtempSync(join(tmpdir(), 'lantian-pg-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const root = process.getuid?.() === 0;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const user = root ? { uid: id('-u'), gid: id('-g') } : {};
  if (root) for (const path of [folder, data]) chownSync(path, id('-u'), id('-g'));
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'lantian', '-E', 'UTF8', '--auth=trust', '--no-sync'], {
    ...user,
    env,
    stdio: 'ignore',
    cwd: folder,
  });
  const [port] = (await freePorts(1)) as [number];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    { ...user, env, stdio: 'ignore', cwd: folder },
  );
  const base = `postgres://lantian@127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: `${base}/postgres` });
    try {
      await client.connect();
      await client.query('create database lantian');
      await client.end();
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return {
    url: `${base}/lantian`,
    version,
    async stop() {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
