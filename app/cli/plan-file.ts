import { readFile, stat } from 'node:fs/promises';
import { refuseLarge } from '#engines/plan';
import { Refusal } from '#platform/refusal';

/** The bytes of a file that is not larger than any that is read. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    refuseLarge((await stat(path)).size);
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EISDIR')
      throw new Refusal('bad_request', {
        zh: `${path} 是文件夹，请给出其中的计划文件。`,
        en: `${path} is a folder: name the plan document in it.`,
      });
    if (code === 'EACCES' || code === 'EPERM')
      throw new Refusal('bad_request', {
        zh: `没有读取 ${path} 的权限，请修改文件权限后重试。`,
        en: `${path} may not be read: change its permissions and try again.`,
      });
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new Refusal('not_found', {
      zh: `找不到文件 ${path}，请检查路径。`,
      en: `There is no file ${path}: check the path.`,
    });
  }
}
