import { wall } from './clock.ts';

type Entry = { at: number; readonly wake: () => number; place: number };
/** a timer of Node takes no more */
const LONGEST = 60_000;

/** One timer for all devices: each is woken when it asked to be, and says when next. Times: ms of the wall. */
export class Schedule {
  readonly #heap: Entry[] = [];
  #timer: NodeJS.Timeout | null = null;
  #armed = Number.POSITIVE_INFINITY;
  #stopped = false;

  /** @param wake does what is due and returns when to wake it again */
  add(at: number, wake: () => number): (at: number) => void {
    const entry: Entry = { at, wake, place: this.#heap.length };
    this.#heap.push(entry);
    this.#up(entry);
    this.#arm();
    return (sooner) => {
      if (sooner >= entry.at) return;
      entry.at = sooner;
      this.#up(entry);
      this.#arm();
    };
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #arm(): void {
    const first = this.#heap[0];
    if (this.#stopped || !first || first.at >= this.#armed) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#armed = first.at;
    this.#timer = setTimeout(() => this.#run(), Math.min(LONGEST, Math.max(0, first.at - wall())));
  }

  #run(): void {
    this.#armed = Number.POSITIVE_INFINITY;
    const now = wall();
    for (let first = this.#heap[0]; first && first.at <= now && !this.#stopped; first = this.#heap[0]) {
      first.at = Math.max(first.wake(), now + 1);
      this.#down(first);
    }
    this.#arm();
  }

  #put(entry: Entry, place: number): void {
    this.#heap[place] = entry;
    entry.place = place;
  }

  #up(entry: Entry): void {
    let place = entry.place;
    while (place > 0) {
      const parent = this.#heap[(place - 1) >> 1]!;
      if (parent.at <= entry.at) break;
      this.#put(parent, place);
      place = (place - 1) >> 1;
    }
    this.#put(entry, place);
  }

  #down(entry: Entry): void {
    let place = entry.place;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= this.#heap.length) break;
      const right = left + 1;
      const child = right < this.#heap.length && this.#heap[right]!.at < this.#heap[left]!.at ? right : left;
      if (this.#heap[child]!.at >= entry.at) break;
      this.#put(this.#heap[child]!, place);
      place = child;
    }
    this.#put(entry, place);
  }
}
