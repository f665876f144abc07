import type { Parcel } from './parcel.ts';

type Flight = { readonly parcel: Parcel; readonly first: number; sent: number; tries: number };
export type OutboxOptions = {
  /** how many packets may be unanswered at a time */
  readonly window: number;
  /** how many wait while nothing can be sent; the oldest are lost first */
  readonly backlog: number;
};
/** An item that was in vain on so many lines is given up. */
const LINES_FOR_ONE = 2;

/**
 * What one device has to send and waits to be answered for. Times are ms of the wall. Nothing is sent here: `next` gives
 * what may go out now.
 */
export class Outbox {
  readonly #talk: Parcel[] = [];
  #data: (Parcel | Flight)[] = [];
  readonly #flying = new Map<string, Flight>();
  readonly #vain = new WeakMap<Parcel, number>();
  #number = 0;
  readonly #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#data.length + this.#talk.length;
  }
  get unanswered(): number {
    return this.#flying.size;
  }
  /** all parcels of data that were sent and not answered, or never sent */
  get open(): number {
    let count = this.#data.length;
    for (const { parcel } of this.#flying.values()) if (parcel.kind === 'data') count += 1;
    return count;
  }

  /** A line has just opened: what was to be said on another one is stale. */
  begin(greeting: readonly Parcel[]): void {
    this.#talk.splice(0, this.#talk.length, ...greeting);
  }

  /** @returns how many were pushed out at the other end */
  add(parcel: Parcel): number {
    if (parcel.kind === 'talk') {
      this.#talk.push(parcel);
      return 0;
    }
    this.#data.push(parcel);
    const over = this.#data.length - this.#options.backlog;
    if (over <= 0) return 0;
    this.#data.splice(0, over);
    return over;
  }

  /** What may go out now, and whether it has gone out before. */
  next(now: number, admitted: boolean): { parcel: Parcel; again: boolean } | null {
    const talk = this.#talk.shift();
    if (talk) {
      if (talk.awaits) this.#fly({ parcel: talk, first: now, sent: now, tries: 1 });
      return { parcel: talk, again: false };
    }
    if (!admitted || this.#flying.size >= this.#options.window) return null;
    const one = this.#data.shift();
    if (!one) return null;
    const again = 'parcel' in one;
    const parcel = again ? one.parcel : one;
    if (parcel.awaits) this.#fly(again ? { ...one, sent: now, tries: 1 } : { parcel, first: now, sent: now, tries: 1 });
    return { parcel, again };
  }

  #fly(flight: Flight): void {
    this.#number += 1;
    this.#flying.set(flight.parcel.key || `#${this.#number}`, flight);
  }

  /** An answer: the parcel it is for and since when it was on its way; an answer without a name is for the oldest. */
  answered(key: string | null): { parcel: Parcel; since: number } | null {
    const found = key !== null && this.#flying.has(key) ? key : this.#nameless();
    const flight = found === undefined ? undefined : this.#flying.get(found);
    if (!flight) return null;
    this.#flying.delete(found!);
    return { parcel: flight.parcel, since: flight.first };
  }

  #nameless(): string | undefined {
    for (const [key, { parcel }] of this.#flying) if (parcel.key === '') return key;
    return undefined;
  }

  /** When the first unanswered packet is to be repeated. */
  deadline(overTimeMs: number): number {
    let soonest = Number.POSITIVE_INFINITY;
    for (const { sent } of this.#flying.values()) soonest = Math.min(soonest, sent + overTimeMs);
    return soonest;
  }

  /** What was not answered in time: sent again, until the line counts as dead. */
  overdue(now: number, overTimeMs: number, reCount: number): { again: Parcel[]; dead: boolean } {
    const again: Parcel[] = [];
    for (const flight of this.#flying.values()) {
      if (now < flight.sent + overTimeMs) continue;
      if (flight.tries > reCount) return { again: [], dead: true };
      flight.tries += 1;
      flight.sent = now;
      again.push(flight.parcel);
    }
    return { again, dead: false };
  }

  /** The line is gone: what flew comes back to the front, but for talk and what was in vain too often. @returns how many are given up */
  broken(): number {
    const back: Flight[] = [];
    let lost = 0;
    for (const flight of this.#flying.values()) {
      if (flight.parcel.kind === 'talk') continue;
      const vain = (this.#vain.get(flight.parcel) ?? 0) + (flight.tries > 1 ? 1 : 0);
      this.#vain.set(flight.parcel, vain);
      if (vain >= LINES_FOR_ONE) lost += 1;
      else back.push(flight);
    }
    this.#flying.clear();
    this.#talk.length = 0;
    this.#data = [...back, ...this.#data];
    return lost;
  }
}
