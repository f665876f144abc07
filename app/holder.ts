import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '#platform/refusal';

/** Who holds a data folder: written by the one process that serves it, read by commands that want its database. */
export type Holder = { pid: number; address: string; databaseUrl: string; since: string };

const file = (folder: string) => join(folder, 'holder.json');

/** The live process that holds the folder, if there is one. */
export function holderOf(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file(folder), 'utf8')) as Holder;
    process.kill(holder.pid, 0);
    return holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
    return JSON.parse(readFileSync(file(folder), 'utf8')) as Holder;
  }
}

/**
 * Takes the folder for this process.
 * @throws Refusal data_folder_held: says which process holds it and where it serves
 */
export function holdFolder(folder: string): { update(part: Partial<Holder>): void; release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const other = holderOf(folder);
  if (other && other.pid !== process.pid) {
    const where = other.address || '正在启动';
    throw new Refusal('data_folder_held', {
      zh: `数据文件夹 ${resolve(folder)} 正由进程 ${other.pid} 使用（${where}，自 ${other.since}），请先停止它，或用 LANTIAN_DATA 指定另一个文件夹。`,
      en: `The data folder ${resolve(folder)} is held by process ${other.pid} (${other.address || 'starting'}, since ${other.since}): stop it first, or set LANTIAN_DATA to another folder.`,
    });
  }
  const mine: Holder = { pid: process.pid, address: '', databaseUrl: '', since: new Date().toISOString() };
  const write = () => writeFileSync(file(folder), JSON.stringify(mine), { mode: 0o600 });
  rmSync(file(folder), { force: true });
  try {
    writeFileSync(file(folder), JSON.stringify(mine), { mode: 0o600, flag: 'wx' });
  } catch {
    return holdFolder(folder); // somebody took it in the same moment: say who
  }
  return {
    update(part) {
      Object.assign(mine, part);
      write();
    },
    release: () => rmSync(file(folder), { force: true }),
  };
}
