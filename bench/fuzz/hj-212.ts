import {
  crcHj212,
  decode,
  decodeFrame,
  encode,
  factorsOf,
  fieldsOf,
  frameReader,
  type Hj212Message,
} from '#protocols/hj-212';
import { type FuzzTarget, seedsOf } from './target.ts';

const KEY = Buffer.alloc(16, 0x30);
const LONGEST = 2048;
/** `##` and length before the data segment, checksum and CRLF behind it */
const [HEAD, TAIL] = [6, 6];

/** The bytes with a length and a checksum that fit, so that the segment is read whatever was done to it. */
function healed(chunk: Buffer): Buffer {
  const segment = chunk.subarray(HEAD, Math.max(HEAD, chunk.length - TAIL));
  const length = String(segment.length).padStart(4, '0');
  const crc = crcHj212(segment).toString(16).toUpperCase().padStart(4, '0');
  return Buffer.concat([Buffer.from(`##${length}`), segment, Buffer.from(`${crc}\r\n`)]);
}

/** What came without a deviation is written back byte by byte. */
function check(message: Hj212Message): void {
  factorsOf(message);
  fieldsOf(message);
  if (message.deviations.length > 0) return;
  const again = encode(message, message.cipher ? { key: KEY, cipherForm: message.cipher } : {});
  if (!again.equals(message.bytes)) throw new Error('written back otherwise than it was read');
}

/** HJ 212: what comes out of the reader, and every chunk healed, is decoded with a key. */
export function hj212Target(): FuzzTarget {
  const reader = frameReader({ longestSegment: LONGEST });
  return {
    seeds: [...seedsOf('hj212'), ...seedsOf('hj212_2025_sm4')],
    feed: (chunk) => {
      for (const part of reader.push(chunk)) if (part.kind === 'frame') check(decodeFrame(part, { key: KEY }));
      const alone = decode(healed(chunk), { key: KEY });
      if (alone) check(alone);
    },
    held: reader.held,
    limit: LONGEST + 64,
  };
}
