import { Unzip, UnzipInflate } from 'fflate';
import { bomb, damaged, MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_RATIO } from './refusals.ts';

export type Package = ReadonlyMap<string, Uint8Array>;

const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
const STEP = 64 * 1024;

/**
 * Opens an OOXML package, counting what really comes out of each entry rather than believing the headers.
 * Only XML parts and relations are kept; of pictures and other parts just the name.
 * @throws Refusal document_unreadable (broken archive), document_too_large (unfolds beyond all measure)
 */
export function unzip(bytes: Uint8Array): Package {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  let entries = 0;
  let unfinished = 0;
  const reader = new Unzip((file) => {
    entries++;
    if (entries > MAX_ENTRIES) throw bomb({ entries });
    const name = file.name.replaceAll('\\', '/').replace(/^\/+/, '');
    if (name.endsWith('/')) return;
    if (!/\.(xml|rels)$/i.test(name)) {
      parts.set(name, new Uint8Array(0));
      return;
    }
    if (parts.has(name)) throw damaged('two entries of one name', { name });
    const chunks: Uint8Array[] = [];
    let size = 0;
    unfinished++;
    file.ondata = (error, chunk, final) => {
      if (error) throw damaged(error.message, { name });
      size += chunk.length;
      total += chunk.length;
      if (total > MAX_INFLATED_BYTES) throw bomb({ name, total });
      if (size > RATIO_MATTERS_FROM && size > MAX_RATIO * (file.size || bytes.length)) throw bomb({ name, size });
      chunks.push(chunk);
      if (!final) return;
      unfinished--;
      parts.set(name, join(chunks, size));
    };
    file.start();
  });
  reader.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += STEP)
      reader.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length);
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
  if (unfinished > 0 || entries === 0 || !hasDirectory(bytes)) throw damaged('the archive ends too early');
  return parts;
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The end-of-central-directory record stands in the last 64 kB of every whole archive. */
function hasDirectory(bytes: Uint8Array): boolean {
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 66_000); i--)
    if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 5 && bytes[i + 3] === 6) return true;
  return false;
}
