import { frameAt, LONGEST_DATA, type Starts } from './span.ts';

/** A piece of the stream, in the order of arrival: a frame whose checksum fits, or bytes that belong to none. */
export type Piece =
  | { readonly kind: 'frame'; readonly bytes: Uint8Array; readonly offset: number }
  | { readonly kind: 'noise'; readonly bytes: Uint8Array; readonly offset: number };

export type ReaderOptions = {
  /** the two bytes a frame begins with, each of them twice */
  readonly starts: Starts;
  /** bytes of data a frame may declare; what claims more is noise. Bounds the memory and how long a false start can delay */
  readonly longestData?: number;
};

/** bytes a reader holds while nothing waits */
const RESTING = 2048;

/**
 * Finds frames in a stream of bytes by start, length and checksum. Nothing is lost: what is no frame comes out as noise.
 * The start occurs inside data too, so after a checksum that does not fit the search goes on one byte further.
 */
export class VehicleReader {
  readonly #starts: Starts;
  readonly #longest: number;
  /** bytes not yet decided on: #held[#from … #to − 1] */
  #held = new Uint8Array(RESTING);
  /** XOR of everything up to and with this byte, so that a checksum costs one step wherever a frame begins */
  #sums = new Uint8Array(RESTING);
  #from = 0;
  #to = 0;
  #offset = 0;

  constructor({ starts, longestData = LONGEST_DATA }: ReaderOptions) {
    this.#starts = starts;
    this.#longest = longestData;
  }

  /** How many bytes wait for more. Never more than one frame of the longest kind. */
  get waiting(): number {
    return this.#to - this.#from;
  }

  #append(chunk: Uint8Array): void {
    const waiting = this.waiting;
    if (this.#to + chunk.length > this.#held.length) {
      const needed = waiting + chunk.length;
      const [held, sums] = [this.#held, this.#sums];
      if (needed > held.length) {
        this.#held = new Uint8Array(2 * needed);
        this.#sums = new Uint8Array(2 * needed);
      }
      this.#held.set(held.subarray(this.#from, this.#to));
      this.#sums.set(sums.subarray(this.#from, this.#to));
      this.#from = 0;
      this.#to = waiting;
    }
    this.#held.set(chunk, this.#to);
    let sum = this.#to > this.#from ? (this.#sums[this.#to - 1] as number) : 0;
    for (let i = 0; i < chunk.length; i++) {
      sum ^= chunk[i] as number;
      this.#sums[this.#to + i] = sum;
    }
    this.#to += chunk.length;
  }

  /** Takes what one read of the socket gave and returns what can be decided. */
  push(chunk: Uint8Array): Piece[] {
    this.#append(chunk);
    return this.#decide(false);
  }

  /**
   * Nothing more comes: the line is closed, or it has been silent for as long as the caller thinks a frame may take.
   * A begun frame that never ended is noise, and whole frames behind its false start are found.
   */
  end(): Piece[] {
    return this.#decide(true);
  }

  #decide(last: boolean): Piece[] {
    const pieces: Piece[] = [];
    let noise = this.#from;
    let at = this.#from;
    const leave = (until: number): void => {
      if (until > noise) pieces.push(this.#piece('noise', noise, until));
    };
    while (at < this.#to) {
      const span = frameAt(this.#held, this.#sums, at, this.#to, this.#starts, this.#longest);
      if (span === 'more' && !last) break;
      if (typeof span !== 'number') {
        at += 1;
        continue;
      }
      leave(at);
      pieces.push(this.#piece('frame', at, at + span));
      at += span;
      noise = at;
    }
    leave(at);
    this.#offset += at - this.#from;
    this.#from = at;
    if (this.#from === this.#to) this.#rest();
    return pieces;
  }

  /** Nothing waits: a buffer that a large read had grown is given back, for there are many readers. */
  #rest(): void {
    this.#from = this.#to = 0;
    if (this.#held.length <= RESTING) return;
    this.#held = new Uint8Array(RESTING);
    this.#sums = new Uint8Array(RESTING);
  }

  #piece(kind: Piece['kind'], from: number, to: number): Piece {
    return { kind, bytes: this.#held.slice(from, to), offset: this.#offset + from - this.#from };
  }
}
