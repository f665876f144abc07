/** Times in buckets that are each 5 % wider than the last, from 0.05 ms to beyond ten minutes. */
const LEAST = 0.05;
const STEP = Math.log(1.05);
const BUCKETS = 340;

export class Histogram {
  readonly #counts = new Float64Array(BUCKETS);
  #count = 0;
  #max = 0;

  add(ms: number): void {
    const bucket = ms <= LEAST ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(ms / LEAST) / STEP));
    this.#counts[bucket]! += 1;
    this.#count += 1;
    if (ms > this.#max) this.#max = ms;
  }

  take(other: Histogram): void {
    for (let i = 0; i < BUCKETS; i += 1) this.#counts[i]! += other.#counts[i]!;
    this.#count += other.#count;
    this.#max = Math.max(this.#max, other.#max);
  }

  get max(): number {
    return this.#max;
  }

  /** The time within which a share of all lay, to 5 %; null when there was none. */
  within(share: number): number | null {
    if (this.#count === 0) return null;
    let left = share * this.#count;
    for (let i = 0; i < BUCKETS; i += 1) {
      left -= this.#counts[i]!;
      if (left <= 0) return Math.min(this.#max, LEAST * Math.exp(STEP * i));
    }
    return this.#max;
  }
}

/** What was counted of the devices of one kind. */
export type Counts = {
  /** packets that were made and sent for the first time */
  sent: number;
  acknowledged: number;
  /** of those sent: packets of protocols that know no answer */
  unanswerable: number;
  /** sent once more, after silence or a broken line */
  repeated: number;
  /** given up: never answered however often repeated, or pushed out of a full backlog */
  lost: number;
  connects: number;
  reconnects: number;
  refused: number;
  requests: number;
  bytes: number;
};
const NONE: Counts = {
  sent: 0,
  acknowledged: 0,
  unanswerable: 0,
  repeated: 0,
  lost: 0,
  connects: 0,
  reconnects: 0,
  refused: 0,
  requests: 0,
  bytes: 0,
};

export class Tally {
  readonly counts: Counts = { ...NONE };
  readonly times = new Histogram();
}

/** Called with every data packet that was acknowledged: device, message, and the stamp of the data (ms since 1970). */
export type Acknowledged = (code: string, what: string, stamp: number) => void;
