import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { firstLineOf, refuseVectors } from './suite.ts';

const Line = z.object({
  source: z.string().optional(),
  kind: z.string().optional(),
  /** null or absent for a stream that is given by its parts */
  frame: z.string().optional(),
  encoding: z.string(),
  valid_crc: z.boolean().nullish(),
  expect: z.record(z.string(), z.unknown()),
});
/** One line of a frame file: a frame as it was captured and what it must decode to. */
export type FrameLine = z.output<typeof Line> & { readonly number: number; readonly text: string };
export type FrameFile = { readonly name: string; readonly lines: readonly FrameLine[] };

function readLine(file: string, text: string, number: number): FrameLine {
  try {
    const content: unknown = JSON.parse(text);
    return { ...Line.parse(content), number, text };
  } catch (error) {
    const why = error instanceof z.ZodError ? `${error.issues[0]?.path.join('.')}` : firstLineOf(error);
    throw refuseVectors(
      `报文文件 ${file} 第 ${number} 行无法读取（${why}）。每行应为 {"frame", "encoding", "valid_crc", "expect"}。`,
      `Line ${number} of the frame file ${file} cannot be read (${why}). Each line is {"frame", "encoding", "valid_crc", "expect"}.`,
      { file, number },
    );
  }
}

/** Reads every `*.jsonl` of a folder, in the order of the names; empty lines are left out but counted. */
export async function readFrameFiles(folder: string): Promise<FrameFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.jsonl$/i.test(name)).sort();
  return Promise.all(
    names.map(async (file) => {
      const lines = (await readFile(join(folder, file), 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
      return {
        name: file.replace(/\.jsonl$/i, ''),
        lines: lines.flatMap((text, i) => (text.trim() ? [readLine(file, text, i + 1)] : [])),
      };
    }),
  );
}

/** The bytes of a line: hex digits, or text as UTF-8 (of which ASCII is a part). */
export const bytesOf = ({ frame = '', encoding }: FrameLine): Buffer =>
  Buffer.from(frame, encoding === 'hex' ? 'hex' : 'utf8');
