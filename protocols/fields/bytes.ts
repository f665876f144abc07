import { Deviations } from './deviations.ts';

/** Thrown when a field reaches past the end of its data; caught by whoever keeps the bytes. */
export class DataEnds extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`the data end within ${field}`);
    this.name = 'DataEnds';
    this.field = field;
  }
}

/** A place in the bytes of a frame, from which fields are taken one after the other. */
export class Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly deviations: Deviations;
  at: number;

  constructor(bytes: Uint8Array, deviations = new Deviations(), at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.deviations = deviations;
    this.at = at;
    this.end = end;
  }

  get left(): number {
    return this.end - this.at;
  }

  /** Unsigned big-endian number of 1, 2 or 4 bytes. */
  unsigned(count: 1 | 2 | 4, field: string): number {
    const { bytes, at } = this;
    if (this.end - at < count) throw new DataEnds(field);
    this.at = at + count;
    if (count === 1) return bytes[at] as number;
    const word = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    if (count === 2) return word;
    return word * 0x10000 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
  }

  /** The next bytes, a view. */
  take(count: number, field: string): Uint8Array {
    if (this.end - this.at < count) throw new DataEnds(field);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** Everything up to the end, a view. */
  rest(): Uint8Array {
    return this.take(this.left, '');
  }
}

/** Bytes that are being written, big-endian. */
export class Sink {
  #bytes = new Uint8Array(256);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  #room(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + count));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
  }

  /** A whole number of 0 … 2^(8·count) − 1; a RangeError that names the field otherwise. */
  unsigned(value: number, count: 1 | 2 | 4, field: string): void {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** count)
      throw new RangeError(`${field}: ${value} does not fit into ${count} byte(s)`);
    this.#room(count);
    for (let i = count - 1; i >= 0; i--) this.#bytes[this.#at++] = Math.floor(value / 256 ** i) & 0xff;
  }

  put(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** What was written, a copy. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }
}

/** XOR of bytes `from` … `to` − 1: the BCC of the vehicle protocols and the checksum of JT/T 808. */
export function xorOf(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum ^= bytes[i] as number;
  return sum;
}
