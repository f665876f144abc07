import { createGunzip } from 'node:zlib';
import { type ImportSource, unreadable } from './source.ts';

export type FileKind =
  | { packed: 'none' | 'gzip'; content: 'csv'; encoding: Encoding; separator: Separator; lines: string[] }
  | { content: 'xlsx' };
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
export type Separator = ',' | ';' | '\t' | '|';

const SAMPLE_BYTES = 256 * 1024;

/**
 * Looks at the beginning of a file: what it is, in which encoding, separated by what.
 * @throws Refusal import_file_unreadable: pictures, old or encrypted Excel files, other binaries
 */
export async function sniff(source: ImportSource): Promise<FileKind> {
  const start = await sampleOf(source, false);
  if (starts(start, [0x50, 0x4b, 0x03, 0x04])) return { content: 'xlsx' };
  if (starts(start, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw unreadable(
      source.name,
      '这是旧版（.xls）或加密的 Excel 文件，请去掉密码并另存为 .xlsx 或 CSV',
      'it is an old (.xls) or encrypted Excel file; remove the password and save it as .xlsx or CSV',
    );
  }
  const gzip = starts(start, [0x1f, 0x8b]);
  const sample = gzip ? await sampleOf(source, true) : start;
  const encoding = encodingOf(sample);
  const text = new TextDecoder(encoding).decode(sample);
  if (/\0|\ufffd{2}/.test(text) || sample.length === 0) {
    throw unreadable(
      source.name,
      '它不是 CSV、CSV.gz 或 XLSX，请导出为其中一种',
      'it is neither CSV, CSV.gz nor XLSX; export it as one of these',
    );
  }
  // old Macintosh programs end lines with CR alone; a file that mixes LF and CR LF is read as well
  const lines = text.includes('\n') || !text.includes('\r') ? ['\r\n', '\n'] : ['\r'];
  return { packed: gzip ? 'gzip' : 'none', content: 'csv', encoding, separator: separatorOf(text), lines };
}

const starts = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

async function sampleOf(source: ImportSource, unpack: boolean): Promise<Buffer> {
  const raw = source.open();
  const stream = unpack ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of stream) {
      pieces.push(piece as Buffer);
      length += (piece as Buffer).length;
      if (length >= SAMPLE_BYTES) break;
    }
  } catch (error) {
    throw unreadable(source.name, '压缩包已损坏，请重新获取', 'the compressed file is damaged; get it again', error);
  } finally {
    raw.destroy();
  }
  return Buffer.concat(pieces).subarray(0, SAMPLE_BYTES);
}

/**
 * A byte order mark decides; without one, zeros in every second byte are UTF-16, and what is not UTF-8 is GB18030,
 * which Excel writes on a Chinese Windows.
 */
function encodingOf(sample: Buffer): Encoding {
  if (starts(sample, [0xff, 0xfe])) return 'utf-16le';
  if (starts(sample, [0xfe, 0xff])) return 'utf-16be';
  const zeros = [0, 0];
  const head = sample.subarray(0, 2000);
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i & 1]!++;
  });
  if (zeros[1]! > head.length / 8 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > head.length / 8 && zeros[1] === 0) return 'utf-16be';
  if (starts(sample, [0xef, 0xbb, 0xbf])) return 'utf-8';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** The separator that cuts the first lines into the most columns, outside quotes. */
function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n|\r/)
    .slice(0, 20);
  const columns = (separator: string) => lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0);
  return ([',', ';', '\t', '|'] as const).reduce((best, next) => (columns(next) > columns(best) ? next : best));
}
