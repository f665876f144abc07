import { decodeFrame, encode, factorsOf, fieldsOf, frameReader } from '#protocols/hj-212';
import { type FuzzTarget, seedsOf } from './target.ts';

const KEY = Buffer.alloc(16, 0x30);
const LONGEST = 2048;

/** HJ 212: what comes out of the reader is decoded with a key; what came without a fault is written back byte by byte. */
export function hj212Target(): FuzzTarget {
  const reader = frameReader({ longestSegment: LONGEST });
  return {
    seeds: [...seedsOf('hj212'), ...seedsOf('hj212_2025_sm4')],
    feed: (chunk) => {
      for (const part of reader.push(chunk)) {
        if (part.kind !== 'frame') continue;
        const message = decodeFrame(part, { key: KEY });
        factorsOf(message);
        fieldsOf(message);
        if (message.deviations.length > 0) continue;
        const again = encode(message, message.cipher ? { key: KEY, cipherForm: message.cipher } : {});
        if (!again.equals(message.bytes)) throw new Error('written back otherwise than it was read');
      }
    },
    held: reader.held,
    limit: LONGEST + 64,
  };
}
