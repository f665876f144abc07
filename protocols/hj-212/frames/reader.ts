import { HEAD, type Hj212Frame, type SkippedBytes } from './frame.ts';
import { frameAt } from './frame-end.ts';

export type ReaderOptions = {
  /** the longest data segment that is waited for; the standard says 1024, devices send up to 1700 */
  readonly longestSegment?: number;
};
/** what four digits can declare */
const LONGEST = 9999;
/** checksum, odd bytes, terminator */
const TAIL = 16;
const NOTHING: Buffer = Buffer.alloc(0);
const [HASH, CR, LF] = [0x23, 0x0d, 0x0a];
/** digits of the checksum */
const CRC = 4;

/** Cuts frames out of one connection's bytes. Never holds more than one longest frame. */
export type FrameReader = {
  /** takes what a read gave, returns the frames that are complete and the bytes that are none, in order */
  readonly push: (chunk: Uint8Array) => (Hj212Frame | SkippedBytes)[];
  /** nothing more is coming for now (some 100 ms of silence): decides on what is held */
  readonly settle: () => (Hj212Frame | SkippedBytes)[];
  /** bytes that are held */
  readonly held: () => number;
  /** whether what is held is a frame that has begun and, by its own length and its missing end, goes on */
  readonly goesOn: () => boolean;
};

/**
 * A reader for one connection. A frame is cut out by its declared length and its checksum; where they fail, by looking
 * for the end. However the bytes are cut into reads, the same frames come out; after noise the next frame is found.
 */
export function frameReader({ longestSegment = LONGEST }: ReaderOptions = {}): FrameReader {
  const most = HEAD + longestSegment + TAIL;
  let rest = NOTHING;

  function read(bytes: Buffer, settled: boolean): (Hj212Frame | SkippedBytes)[] {
    const parts: (Hj212Frame | SkippedBytes)[] = [];
    let at = 0;
    let noise = 0;
    const giveUp = (to: number, why: SkippedBytes['why'] = 'noise') => {
      if (to > noise) parts.push({ kind: 'skipped', bytes: bytes.subarray(noise, to), why });
    };
    while (at < bytes.length) {
      if (bytes[at] !== HASH || bytes[at + 1] !== HASH) {
        if (noise === at && (bytes[at] === CR || bytes[at] === LF)) {
          noise = ++at;
          continue;
        }
        const next = bytes.indexOf('##', at);
        if (next < 0) {
          at = !settled && bytes[bytes.length - 1] === HASH ? bytes.length - 1 : bytes.length;
          break;
        }
        at = next;
      }
      const found = frameAt(bytes, at, settled, most);
      if (found.kind === 'wait') break;
      if (found.kind === 'skip') {
        if (found.why !== 'noise') {
          giveUp(at);
          noise = at;
          giveUp(found.to, found.why);
          noise = found.to;
        }
        at = found.to;
        continue;
      }
      giveUp(at);
      parts.push(found);
      at += found.bytes.length;
      noise = at;
    }
    giveUp(at);
    rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : NOTHING;
    return parts;
  }

  return {
    push: (chunk) => {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      return read(rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes, false);
    },
    settle: () => read(rest, true),
    held: () => rest.length,
    goesOn: () => {
      if (rest.length < HEAD) return rest[0] === HASH;
      if (rest[rest.length - 1] === LF && rest[rest.length - 2] === CR) return false;
      const declared = Number(rest.toString('latin1', 2, HEAD));
      return rest[0] === HASH && rest[1] === HASH && rest.length < HEAD + declared + CRC;
    },
  };
}

/** The first frame in some bytes that are complete, as of a log line or a test; null when there is none. */
export function firstFrame(bytes: Uint8Array): Hj212Frame | null {
  const reader = frameReader();
  const parts = [...reader.push(bytes), ...reader.settle()];
  return parts.find((part) => part.kind === 'frame') ?? null;
}
