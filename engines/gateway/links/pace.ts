const MINUTE_MS = 60_000;
/** shorter pauses are not worth a timer */
const SHORTEST_PAUSE_MS = 50;

/** How fast one device sends: a minute's worth at once, then as fast as its model allows. */
export class Pace {
  /** when the device would be even with its rate, had it sent all so far evenly */
  #evenAt = 0;

  /** Counts one message. @returns ms for which nothing more should be read; 0: go on */
  afterOne(now: number, mostPerMinute: number): number {
    this.#evenAt = Math.max(this.#evenAt, now - MINUTE_MS) + MINUTE_MS / mostPerMinute;
    const ahead = this.#evenAt - now;
    return ahead > SHORTEST_PAUSE_MS ? ahead : 0;
  }
}
