const MINUTE_MS = 60_000;
/** shorter pauses are not worth a timer */
const SHORTEST_PAUSE_MS = 50;

/** a device that was away brings what it has missed: so much of its rate at once, ms */
const AT_ONCE_MS = 3600_000;

/** How fast one device sends: an hour's worth at once, then as fast as its model allows. */
export class Pace {
  /** when the device would be even with its rate, had it sent all so far evenly */
  #evenAt = 0;

  /** Counts one message. @returns ms for which nothing more should be read; 0: go on */
  afterOne(now: number, mostPerMinute: number): number {
    return this.#after(now, mostPerMinute, 1);
  }

  /**
   * Counts several that are taken together or not at all: when there is no room for them, they are not counted. Who comes
   * after a pause may bring more than an hour's worth at once.
   */
  afterSome(now: number, mostPerMinute: number, count: number): number {
    const ahead = Math.max(this.#evenAt, now - AT_ONCE_MS) - now;
    if (ahead > SHORTEST_PAUSE_MS) return ahead;
    this.#after(now, mostPerMinute, count);
    return 0;
  }

  #after(now: number, mostPerMinute: number, count: number): number {
    this.#evenAt = Math.max(this.#evenAt, now - AT_ONCE_MS) + (count * MINUTE_MS) / mostPerMinute;
    const ahead = this.#evenAt - now;
    return ahead > SHORTEST_PAUSE_MS ? ahead : 0;
  }
}
