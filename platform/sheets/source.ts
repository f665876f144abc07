import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { Refusal } from '#platform/refusal';

/** A file of measurements that can be read more than once, from its beginning. */
export type ImportSource = {
  name: string;
  bytes: number;
  open(): Readable;
};

/** The greatest file that is taken, as it lies on the disk. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** The greatest content after unpacking (gzip, xlsx). */
export const MOST_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** @throws Refusal import_file_unreadable, document_too_large */
export async function fileSource(path: string): Promise<ImportSource> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    throw new Refusal('import_file_unreadable', {
      zh: `找不到文件 ${path}，请检查路径。`,
      en: `There is no file ${path}: check the path.`,
    });
  }
  return checked({ name: basename(path), bytes: found.size, open: () => createReadStream(path) });
}

/** @throws Refusal document_empty, document_too_large */
export function bufferSource(name: string, content: Uint8Array): ImportSource {
  const step = 1 << 16;
  const pieces = function* () {
    for (let at = 0; at < content.length; at += step) yield content.subarray(at, at + step);
  };
  return checked({ name, bytes: content.length, open: () => Readable.from(pieces(), { objectMode: false }) });
}

function checked(source: ImportSource): ImportSource {
  if (source.bytes === 0) {
    throw new Refusal('document_empty', {
      zh: `文件“${source.name}”是空的，请选择有内容的文件。`,
      en: `The file “${source.name}” is empty: choose one with content.`,
    });
  }
  if (source.bytes > MOST_BYTES) throw tooLarge(source.name);
  return source;
}

export function tooLarge(name: string): Refusal {
  return new Refusal('document_too_large', {
    zh: `文件“${name}”过大（压缩包最多 ${MOST_BYTES >> 20} MB，解压后最多 ${MOST_UNPACKED_BYTES >> 30} GB），请按年或按站点拆分后再导入。`,
    en: `The file “${name}” is too large (at most ${MOST_BYTES >> 20} MB, ${MOST_UNPACKED_BYTES >> 30} GB unpacked): split it by year or station.`,
  });
}

export function unreadable(name: string, zh: string, en: string, cause?: unknown): Refusal {
  return new Refusal(
    'import_file_unreadable',
    { zh: `文件“${name}”无法读取：${zh}。`, en: `The file “${name}” cannot be read: ${en}.` },
    cause === undefined ? {} : { cause: cause instanceof Error ? cause.message : String(cause) },
  );
}

/** The whole content; for formats whose table of contents stands at the end. */
export async function allBytes(source: ImportSource): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of source.open()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
