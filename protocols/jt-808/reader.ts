import { Cursor, DataEnds, Deviations, xorOf } from '#protocols/fields';
import { FLAG, unescaped } from './escape.ts';
import { LONGEST_BODY, readHeader } from './header.ts';

/** A piece of the stream: what stood between two flags with a fitting checksum, or bytes that belong to no such frame. */
export type Piece = {
  readonly kind: 'frame' | 'noise';
  /** as they came; a frame whose first flag was the last one of the frame before it has only its own last flag */
  readonly bytes: Uint8Array;
  /** where they begin in the stream */
  readonly offset: number;
};

/** header of 2019 with sub-packets 21, checksum 1; twice as long when every byte is escaped, and the flags */
export const LONGEST_FRAME = 2 * (LONGEST_BODY + 22) + 2;

function isFrame(between: Uint8Array): Uint8Array | null {
  const bytes = unescaped(between);
  return bytes !== null && bytes.length > 1 && xorOf(bytes) === 0 ? bytes : null;
}

/** Whether the header declares just the body that is there. */
function fitsItsLength(bytes: Uint8Array): boolean {
  const cursor = new Cursor(bytes);
  try {
    return readHeader(cursor, new Deviations()).length === cursor.left - 1;
  } catch (error) {
    if (error instanceof DataEnds) return false;
    throw error;
  }
}

/**
 * Finds frames in a stream of bytes by their flags and checksum. Nothing is lost. A flag that ended no frame begins the next,
 * as it does after a lost byte; a flag may end one frame and begin the next at once, which is believed only when the length
 * fits too. What grows past the longest frame without a flag is noise.
 */
export class Jt808Reader {
  /** what came since the last flag, with that flag unless it ended a frame */
  #held = new Uint8Array(256);
  #length = 0;
  #offset = 0;
  /** the last flag ended a frame */
  #shared = false;

  /** How many bytes wait for their flag; never more than the longest frame. */
  get waiting(): number {
    return this.#length;
  }

  #hold(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#held.length) {
      const grown = new Uint8Array(Math.min(LONGEST_FRAME, 2 * needed));
      grown.set(this.#held.subarray(0, this.#length));
      this.#held = grown;
    }
    this.#held.set(bytes, this.#length);
    this.#length = needed;
  }

  #let(pieces: Piece[], kind: Piece['kind'], bytes: Uint8Array): void {
    if (bytes.length > 0) pieces.push({ kind, bytes, offset: this.#offset });
    this.#offset += bytes.length;
    this.#length = 0;
  }

  /** Takes what one read of the socket gave and returns what can be decided. */
  push(chunk: Uint8Array): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    while (at < chunk.length) {
      const flag = chunk.indexOf(FLAG, at);
      const until = flag < 0 ? chunk.length : flag;
      this.#take(pieces, chunk.subarray(at, until));
      if (flag < 0) break;
      this.#close(pieces);
      at = flag + 1;
    }
    return pieces;
  }

  /** Bytes without a flag. Before the first flag, or past the longest frame, they are noise at once. */
  #take(pieces: Piece[], bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const begun = this.#length > 0 || this.#shared;
    if (begun && this.#length + bytes.length < LONGEST_FRAME) {
      this.#hold(bytes);
      return;
    }
    this.#let(pieces, 'noise', this.#held.slice(0, this.#length));
    this.#let(pieces, 'noise', bytes.slice());
    this.#shared = false;
  }

  /** A flag: it ends what is held when that is a frame, and begins the next one otherwise. */
  #close(pieces: Piece[]): void {
    const found = isFrame(this.#held.subarray(this.#shared ? 0 : 1, this.#length));
    if (found && (!this.#shared || fitsItsLength(found))) {
      this.#hold(Uint8Array.of(FLAG));
      this.#let(pieces, 'frame', this.#held.slice(0, this.#length));
      this.#shared = true;
      return;
    }
    this.#let(pieces, 'noise', this.#held.slice(0, this.#length));
    this.#hold(Uint8Array.of(FLAG));
    this.#shared = false;
  }

  /** Nothing more comes: what waits is noise. */
  end(): Piece[] {
    const pieces: Piece[] = [];
    this.#let(pieces, 'noise', this.#held.slice(0, this.#length));
    this.#shared = false;
    return pieces;
  }
}
