import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Cell, TableRow } from './cells.ts';
import type { FileKind } from './sniff.ts';
import { type ImportSource, MOST_UNPACKED_BYTES, tooLarge, unreadable } from './source.ts';

type CsvKind = Extract<FileKind, { content: 'csv' }>;

/**
 * Rows of a CSV file, streamed: the file is never whole in memory.
 * @param consumed told how many bytes of the file itself have been taken, for progress
 * @throws Refusal import_file_unreadable, document_too_large
 */
export async function* csvRows(
  source: ImportSource,
  kind: CsvKind,
  consumed?: (bytes: number) => void,
): AsyncGenerator<TableRow> {
  const raw = source.open();
  let taken = 0;
  raw.on('data', (piece: Buffer) => {
    taken += piece.length;
    consumed?.(taken);
  });
  const parser = parse({
    delimiter: kind.separator,
    record_delimiter: kind.lines,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 1 << 20,
    bom: true,
  });
  const stages = [raw, ...(kind.packed === 'gzip' ? [createGunzip()] : []), textOf(kind, source.name), parser];
  stages.reduce((from, to) => {
    from.on('error', (error) => to.destroy(error));
    return (from as Transform).pipe(to as Transform);
  });
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<Cell[]>) {
      row++;
      yield { row, cells };
    }
  } catch (error) {
    throw asRefusal(error, source.name, row);
  } finally {
    for (const stage of stages) stage.destroy();
  }
}

/** Decodes to text and stops what grows beyond reason. */
function textOf(kind: CsvKind, name: string): Transform {
  const decoder = new TextDecoder(kind.encoding, { fatal: true });
  let seen = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      seen += piece.length;
      if (seen > MOST_UNPACKED_BYTES) return done(tooLarge(name));
      try {
        done(null, decoder.decode(piece, { stream: true }));
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, decoder.decode());
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function asRefusal(error: unknown, name: string, row: number): unknown {
  if (!(error instanceof Error) || error.name === 'Refusal') return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_')) {
    return unreadable(name, '压缩包已损坏，请重新获取', 'the compressed file is damaged; get it again', error);
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return unreadable(
      name,
      `第 ${row} 行之后的字符编码不一致，请另存为 UTF-8`,
      `the encoding changes after row ${row}; save it as UTF-8`,
      error,
    );
  }
  const at = Math.max(row + 1, Number((error as { records?: number }).records ?? 0) + 1);
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return unreadable(
      name,
      `第 ${at} 行起超过 1 MB，多半是引号没有成对，请改正`,
      `from row ${at} on, one row is longer than 1 MB; most likely a quote is not closed: mend it`,
      error,
    );
  }
  if (code.startsWith('CSV_')) {
    return unreadable(
      name,
      `第 ${at} 行的引号或分隔符有误，请改正`,
      `row ${at} has a wrong quote or separator; mend it`,
      error,
    );
  }
  return error;
}
