import { execFileSync } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '#platform/refusal';

export type ChildUser = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: the child then runs as `postgres` or `nobody`, whichever this machine has. */
export async function childUser(): Promise<ChildUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['nobody', 'postgres']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // try the next name
    }
  }
  throw new Refusal('database_broken', {
    zh: '内置数据库不能以 root 运行，且本机没有 nobody 或 postgres 用户，请新建其一，或用 DATABASE_URL 指定 PostgreSQL。',
    en: 'The embedded database may not run as root and this machine has neither user nobody nor postgres: add one, or set DATABASE_URL.',
  });
}

/** Stops a PostgreSQL that a killed parent left on this cluster, and waits for its end. */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!(await isPostgres(pid, cluster))) {
    await rm(pidFile, { force: true }); // left over from a machine that went down; the number may be anybody's now
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 200; i++) {
    await new Promise((next) => setTimeout(next, 50));
    if (!(await isPostgres(pid, cluster))) return;
  }
  process.kill(pid, 'SIGQUIT');
  await new Promise((next) => setTimeout(next, 500));
}

async function isPostgres(pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  const name = basename(await readlink(`/proc/${pid}/exe`).catch(() => ''));
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => cluster);
  return name.startsWith('postgres') && cwd === cluster;
}
