import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** What an archive file is told by. */
export type FileFacts = {
  /** without the header line */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** of the text inside */
  readonly textSha256: string;
};

/**
 * Writes the rows of a query into `folder` as gzipped CSV with a header line; numbers as the shortest decimals that give the
 * stored values back.
 * @param query of the calling code, without parameters, which COPY does not take
 */
export async function writeArchiveFile(
  client: pg.ClientBase,
  query: string,
  folder: string,
  name: string,
): Promise<FileFacts & { file: string }> {
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${name}.part`);
  const [text, packed] = [counter(), counter()];
  const rows = client.query(copyTo(`copy (${query}) to stdout (format csv, header)`));
  await pipeline(rows, text, createGzip({ level: 6 }), packed, createWriteStream(part, { mode: 0o600 }));
  const facts = {
    rows: rows.rowCount ?? 0,
    bytes: packed.bytes,
    sha256: packed.digest(),
    textSha256: text.digest(),
  };
  const file = `${name}-${facts.textSha256.slice(0, 8)}.csv.gz`;
  await flush(part);
  await rename(part, join(folder, file));
  await flush(folder);
  return { ...facts, file };
}

/** Reads a file back from the disk, to its end. @throws when it is not there or is no gzip */
export async function readArchiveFile(path: string): Promise<Omit<FileFacts, 'rows'>> {
  const [packed, text] = [counter(), counter()];
  await pipeline(createReadStream(path), packed, createGunzip(), text, async (lines) => {
    for await (const _ of lines);
  });
  return { bytes: (await stat(path)).size, sha256: packed.digest(), textSha256: text.digest() };
}

/** The text of a file as a stream. */
export const archiveText = (path: string) => createReadStream(path).pipe(createGunzip());

export const removeArchiveFile = (path: string) => rm(path, { force: true });

/** on the disk, not only with the operating system */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function counter() {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      counted.bytes += chunk.length;
      done(null, chunk);
    },
  });
  const counted = Object.assign(through, { bytes: 0, digest: () => hash.digest('hex') });
  return counted;
}
