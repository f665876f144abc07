import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { Refusal } from '#platform/refusal';

/**
 * One YAML file of a district's folder, checked; undefined when the folder has none of that name.
 * @throws Refusal district_invalid: file, place and what is expected there
 */
export async function readDistrictFile<T extends z.ZodType>(
  districtPath: string,
  name: string,
  schema: T,
): Promise<z.infer<T> | undefined> {
  const text = await readFile(join(districtPath, name), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw wrongInFile(name, '', error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw wrongInFile(name, issue.path.join('.'), issue.message);
}

export const wrongInFile = (file: string, where: string, what: string) =>
  new Refusal(
    'district_invalid',
    {
      zh: `辖区数据 ${file} 的 ${where || '开头'} 不对：${what}。请改正后重新启动。`,
      en: `District data ${file}: ${where || 'the beginning'} is not right: ${what}. Correct it and start again.`,
    },
    { file, where },
  );
