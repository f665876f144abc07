import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '#platform/refusal';

const Case = z.object({ id: z.string(), fn: z.string(), input: z.unknown(), expected: z.unknown() });
const Suite = z.object({ suite: z.string().optional(), cases: z.array(Case) });
export type VectorCase = z.output<typeof Case>;
export type VectorSuite = { readonly suite: string; readonly cases: readonly VectorCase[] };

/** The refusal of a file that cannot be run. */
export const refuseVectors = (zh: string, en: string, context: Record<string, unknown>) =>
  new Refusal('vectors_unreadable', { zh, en }, context);

export const firstLineOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];

async function readSuite(path: string): Promise<VectorSuite> {
  const file = basename(path);
  let content: unknown;
  try {
    content = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = firstLineOf(error);
    throw refuseVectors(
      `算例文件 ${file} 无法读取（${why}）。请检查该文件是否为完整的 JSON。`,
      `The suite ${file} cannot be read (${why}). Check that it is complete JSON.`,
      { path },
    );
  }
  const parsed = Suite.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = issue?.path.join('.') || '-';
    throw refuseVectors(
      `算例文件 ${file} 格式不符（${at}）。应为 {"suite", "cases": [{"id", "fn", "input", "expected"}]}。`,
      `The suite ${file} is not in the form {"suite", "cases": [{"id", "fn", "input", "expected"}]}: see ${at}.`,
      { path, issue },
    );
  }
  return { suite: parsed.data.suite ?? file.replace(/\.json$/i, ''), cases: parsed.data.cases };
}

/** Reads every `*.json` suite of a folder, in the order of the names. Refuses a folder with neither suites nor frames. */
export async function readSuites(folder: string): Promise<VectorSuite[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw refuseVectors(
      `无法打开文件夹 ${folder}。请检查路径。`,
      `The folder ${folder} cannot be opened. Check the path.`,
      {
        folder,
        why: firstLineOf(error),
      },
    );
  }
  const files = names.filter((name) => /\.json$/i.test(name)).sort();
  if (!names.some((name) => /\.jsonl?$/i.test(name)))
    throw refuseVectors(
      `文件夹 ${folder} 中没有算例文件（*.json、*.jsonl）。请指定存放算例的文件夹。`,
      `The folder ${folder} holds no suite (*.json, *.jsonl). Name the folder that holds them.`,
      { folder },
    );
  return Promise.all(files.map((name) => readSuite(join(folder, name))));
}
