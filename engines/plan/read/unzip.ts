import { crc32, inflateRawSync } from 'node:zlib';
import { bomb, damaged, encrypted, MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_RATIO } from './refusals.ts';

/** An opened archive: its entries by name, each unfolded only when it is asked for. */
export type Archive = { names: readonly string[]; read(name: string): Uint8Array | undefined };

type Entry = { name: string; method: number; packed: number; size: number; crc: number; offset: number };

const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
const END_LENGTH = 22;
const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Opens an archive by its central directory, which is what Word and Excel go by. Nothing is written anywhere, nothing is
 * unfolded that is not read, and what is read may not become larger than the directory says.
 * @throws Refusal document_unreadable (broken archive), document_too_large (unfolds beyond all measure), document_encrypted
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of directory(bytes)) {
    if (entries.size >= MAX_ENTRIES) throw bomb({ entries: entries.size });
    total += entry.size;
    if (total > MAX_INFLATED_BYTES) throw bomb({ total });
    const isXml = /\.(xml|rels)$/i.test(entry.name);
    if (isXml && entry.size > RATIO_MATTERS_FROM && entry.size > MAX_RATIO * Math.max(entry.packed, 1))
      throw bomb({ name: entry.name, size: entry.size, packed: entry.packed });
    // names of parts are the same in capitals and small letters (ECMA-376 part 2, 6.2.2.3)
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged('two entries of one name', { name: entry.name });
    entries.set(key, entry);
  }
  if (entries.size === 0) throw damaged('an archive without entries');
  return {
    names: [...entries.values()].map((entry) => entry.name),
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry && unfold(bytes, entry);
    },
  };
}

function* directory(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) throw damaged('a broken directory', { at });
    const [nameLength, extraLength, remarkLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    if ((view.getUint16(at + 8, true) & 1) === 1) throw encrypted();
    const raw = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!));
    const name = raw.replaceAll('\\', '/').replace(/^\/+/, '');
    if (name.split('/').includes('..') || /^[a-z]:/i.test(name)) throw damaged('a name that leads out', { name });
    if (!name.endsWith('/'))
      yield {
        name,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        ...sizes(view, at, nameLength!, extraLength!),
      };
    at += 46 + nameLength! + extraLength! + remarkLength!;
  }
}

/** Sizes and place of an entry; where they are all ones they stand in the extra field of 64-bit archives (APPNOTE 4.5.3). */
function sizes(view: DataView, at: number, nameLength: number, extraLength: number) {
  let extra = at + 46 + nameLength;
  const end = Math.min(extra + extraLength, view.byteLength - 4);
  while (extra < end && view.getUint16(extra, true) !== 1) extra += 4 + view.getUint16(extra + 2, true);
  extra += 4;
  const field = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    if (value !== 0xffffffff || extra + 8 > view.byteLength) return value;
    extra += 8;
    return Number(view.getBigUint64(extra - 8, true));
  };
  const size = field(24);
  return { size, packed: field(20), offset: field(42) };
}

/** The end-of-central-directory record stands in the last 64 kB of every whole archive. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at;
  throw damaged('the archive ends too early');
}

function unfold(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { name, method, offset, packed, size } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged('no entry there', { name });
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (data.length < packed) throw damaged('an entry is cut off', { name });
  const content = method === 0 ? data : method === 8 ? inflated(data, size, name) : undefined;
  if (!content) throw damaged('an unknown way of packing', { name, method });
  if (content.length !== size || crc32(content) !== entry.crc) throw damaged('an entry is damaged', { name });
  return content;
}

function inflated(data: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), { name });
  }
}
