import { xorOf } from '#protocols/fields';
import { decodeGb17691, encodeGb17691, gb17691Reader } from '#protocols/gb-17691';
import { decodeGb32960, encodeGb32960, gb32960Reader } from '#protocols/gb-32960';
import { decodeHj1239, encodeHj1239, hj1239Reader } from '#protocols/hj-1239';
import { type Envelope, LONGEST_DATA, type VehicleReader } from '#protocols/vehicle-link';
import { type FuzzTarget, seedsOf } from './target.ts';

type Decoded<Body> = {
  readonly envelope: Envelope | null;
  readonly body: Body;
  readonly deviations: readonly unknown[];
};
type Protocol<Body> = {
  readonly file: string;
  readonly reader: () => VehicleReader;
  readonly decode: (raw: Uint8Array) => Decoded<Body>;
  readonly encode: (envelope: Envelope, body: Body) => Uint8Array;
};

/** one frame of the longest kind, and room to grow by doubling */
const LIMIT = 2 * (LONGEST_DATA + 25);

const OVERHEAD = 25;
/** The chunk with a length and checksum that fit, so that its data are read whatever was done to them. */
function healed(chunk: Uint8Array): Uint8Array {
  if (chunk.length < OVERHEAD) return chunk;
  const bytes = Uint8Array.from(chunk);
  const length = bytes.length - OVERHEAD;
  bytes.set([(length >> 8) & 0xff, length & 0xff], OVERHEAD - 3);
  bytes[bytes.length - 1] = xorOf(bytes, 2, bytes.length - 1);
  return bytes;
}

/** Whole frames, and every chunk as if it were one, as it is and healed; what is conformant must come out of the encoder as it went in. */
function target<Body>({ file, reader: make, decode, encode }: Protocol<Body>): FuzzTarget {
  const reader = make();
  const check = (raw: Uint8Array): void => {
    const { envelope, body, deviations } = decode(raw);
    if (deviations.length > 0 || !envelope) return;
    if (Buffer.compare(encode(envelope, body), raw) !== 0) throw new Error('a conformant frame is written differently');
  };
  return {
    seeds: seedsOf(file),
    feed: (chunk) => {
      check(chunk);
      check(healed(chunk));
      for (const piece of reader.push(chunk)) if (piece.kind === 'frame') check(piece.bytes);
    },
    held: () => reader.waiting,
    limit: LIMIT,
  };
}

export const GB_17691 = () =>
  target({ file: 'gb17691', reader: gb17691Reader, decode: decodeGb17691, encode: encodeGb17691 });
export const GB_32960 = () =>
  target({ file: 'gb32960', reader: gb32960Reader, decode: decodeGb32960, encode: encodeGb32960 });
export const HJ_1239 = () =>
  target({ file: 'hj1239', reader: hj1239Reader, decode: (raw) => decodeHj1239(raw), encode: encodeHj1239 });
