import { type SimulationClock, wall } from './clock.ts';
import { Outbox, type OutboxOptions } from './outbox.ts';
import type { Heard, Speaker } from './parcel.ts';
import type { Acknowledged, Tally } from './tally.ts';
import type { Transport } from './transport.ts';

export type LineOptions = {
  readonly code: string;
  readonly speaker: Speaker;
  readonly transport: Transport;
  readonly outbox: OutboxOptions;
  readonly clock: SimulationClock;
  readonly tally: Tally;
  readonly acknowledged: Acknowledged;
  /** until when the device is away at an instant of simulated time; null when it is not */
  readonly awayUntil: (now: number) => number | null;
  /** wakes the line sooner than it asked for */
  readonly wakeAt: (wall: number) => void;
  /** a number from 0 to 1, another one each time: so that not all come back at once */
  readonly jitter: () => number;
};

/** ms until a device tries its line again, the first time and at most; and when it was not let in */
const AGAIN = { first: 500, most: 30_000, refused: 20_000 };

/** A device on its line: opens it, says what is due, waits, repeats, keeps a backlog, comes back. */
export class Line {
  readonly #o: LineOptions;
  readonly #outbox: Outbox;
  #state: 'down' | 'opening' | 'up' = 'down';
  #openAt: number;
  #failures = 0;
  #ever = false;
  #ended = false;

  constructor(options: LineOptions, openAt: number) {
    this.#o = options;
    this.#outbox = new Outbox(options.outbox);
    this.#openAt = openAt;
  }

  get code(): string {
    return this.#o.code;
  }
  get isUp(): boolean {
    return this.#state === 'up';
  }
  /** data that were not acknowledged so far */
  get open(): number {
    return this.#outbox.open;
  }

  /** Does what is due; returns when there is more to do, ms of the wall. */
  wake(): number {
    if (this.#ended) return Number.POSITIVE_INFINITY;
    const { speaker, clock, tally } = this.#o;
    const now = clock.now();
    for (const parcel of speaker.due(now)) tally.counts.lost += this.#outbox.add(parcel);
    const away = this.#o.awayUntil(now);
    if (away !== null) {
      if (this.#state !== 'down') this.#o.transport.close();
      this.#openAt = wall() + clock.until(away);
    } else if (this.#state === 'down' && wall() >= this.#openAt) this.#open();
    if (this.#state === 'up') {
      const { overTimeSeconds, reCount } = speaker.patience();
      const { again, dead } = this.#outbox.overdue(wall(), overTimeSeconds * 1000, reCount);
      if (dead) this.#o.transport.close();
      for (const parcel of again) {
        tally.counts.repeated += 1;
        tally.counts.bytes += this.#o.transport.send(parcel, true);
      }
      this.#flush();
    }
    return this.#next(now);
  }

  #next(now: number): number {
    const { speaker, clock } = this.#o;
    const says = wall() + clock.until(speaker.nextAt(now));
    if (this.#state === 'down') return Math.min(says, this.#openAt);
    return Math.min(says, this.#outbox.deadline(speaker.patience().overTimeSeconds * 1000));
  }

  #open(): void {
    const { transport, speaker, tally, clock } = this.#o;
    this.#state = 'opening';
    let told = false;
    transport.open({
      up: () => {
        if (this.#ended) return;
        this.#state = 'up';
        this.#failures = 0;
        tally.counts[this.#ever ? 'reconnects' : 'connects'] += 1;
        this.#ever = true;
        this.#outbox.begin(speaker.greet(clock.now()));
        this.#flush();
        this.#o.wakeAt(this.#next(clock.now()));
      },
      down: () => {
        if (told || this.#ended) return;
        told = true;
        this.#closed();
      },
      heard: (bytes) => this.#hear(speaker.hear(bytes, clock.now())),
      answered: (key, well) => this.#hear([{ heard: 'answer', key, well }]),
    });
  }

  #closed(): void {
    const { speaker, tally, jitter } = this.#o;
    this.#state = 'down';
    speaker.closed();
    tally.counts.lost += this.#outbox.broken();
    const pause = Math.min(AGAIN.most, AGAIN.first * 2 ** this.#failures) * (0.5 + jitter());
    this.#failures += 1;
    this.#openAt = Math.max(this.#openAt, wall() + pause);
    this.#o.wakeAt(this.#openAt);
  }

  #hear(all: readonly Heard[]): void {
    const { tally, acknowledged, code } = this.#o;
    for (const one of all)
      if (one.heard === 'answer') {
        const found = this.#outbox.answered(one.key);
        if (!one.well) tally.counts.refused += 1;
        if (found?.parcel.kind !== 'data' || !one.well) continue;
        tally.counts.acknowledged += 1;
        tally.times.add(wall() - found.since);
        for (const stamp of found.parcel.stamps) acknowledged(code, found.parcel.what, stamp);
      } else if (one.heard === 'request') tally.counts.requests += 1;
      else if (one.heard === 'say') for (const parcel of one.parcels) this.#outbox.add(parcel);
      else this.#refused();
    if (this.#state === 'up' && !this.#ended) this.#flush();
    this.#o.wakeAt(this.#next(this.#o.clock.now()));
  }

  #refused(): void {
    this.#o.tally.counts.refused += 1;
    this.#openAt = wall() + AGAIN.refused * (0.5 + this.#o.jitter());
    this.#o.transport.close();
  }

  #flush(): void {
    const { transport, tally, speaker } = this.#o;
    for (let one = this.#outbox.next(wall(), speaker.admitted()); one; ) {
      const { parcel, again } = one;
      tally.counts.bytes += transport.send(parcel, again);
      if (parcel.kind === 'data') tally.counts[again ? 'repeated' : 'sent'] += 1;
      if (parcel.kind === 'data' && !parcel.awaits) tally.counts.unanswerable += 1;
      one = this.#outbox.next(wall(), speaker.admitted());
    }
  }

  /** Breaks the line off, as a storm does; it comes back within a second. */
  cut(): void {
    if (this.#state !== 'up') return;
    this.#openAt = wall() + 1000 * this.#o.jitter();
    this.#failures = 0;
    this.#o.transport.close();
  }

  end(): void {
    this.#ended = true;
    this.#o.transport.close();
  }
}
