import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type ImportMapping, importMapping } from '../wire.ts';
import { incomplete } from './units.ts';

/**
 * Reads a mapping from a YAML or JSON file (`--map`).
 * @throws Refusal import_mapping_incomplete: names the place in the file and what is wrong there
 */
export async function readMapping(path: string): Promise<ImportMapping> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw incomplete(`找不到映射文件 ${path}，请检查路径`, `there is no mapping file ${path}; check the path`);
  return parseMapping(text, path);
}

/**
 * The mapping that a text in YAML or JSON says; `name` is what the text is called in a refusal.
 * @throws Refusal import_mapping_incomplete: names the place in the text and what is wrong there
 */
export function parseMapping(text: string, name: string): ImportMapping {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw incomplete(
      `映射文件 ${name} 格式有误（${why}），请改正`,
      `the mapping file ${name} cannot be parsed (${why}); mend it`,
    );
  }
  const checked = importMapping.safeParse(data);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  const place = issue.path.join('.') || '(root)';
  throw incomplete(
    `映射文件 ${name} 的 ${place} 有误（${issue.message}），请改正`,
    `${place} in the mapping file ${name} is not right (${issue.message}); correct it`,
  );
}
