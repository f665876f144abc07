import type pg from 'pg';
import { batchOf, commitBatch } from './commit.ts';
import type { KeptFrame, PacketRow } from './packet.ts';

/** What came of an offer: committed, or the writer was closed before (then nothing may be acknowledged). */
export type Settled = 'committed' | 'closed';

/** One thing that came: packets of one frame, or the frame itself when it could not become packets. */
export type Offer = {
  readonly rows: readonly PacketRow[];
  readonly frame: KeptFrame | null;
  /** bytes that it holds in memory */
  readonly weight: number;
  /** called once, after the commit */
  readonly settle: (outcome: Settled) => void;
  /** makes the frame to keep, should the store refuse the packets themselves */
  readonly instead: () => KeptFrame;
};

export type WriterOptions = {
  /** offers that wait at most before `full` says so */
  readonly mostWaiting?: number;
  readonly mostBytes?: number;
  /** how long a lone packet waits for others, ms */
  readonly lingerMs?: number;
  /** offers of one commit at most */
  readonly mostPerCommit?: number;
  readonly onTrouble?: (error: unknown) => void;
};

const DEFAULTS = { mostWaiting: 30_000, mostBytes: 96 * 1024 * 1024, lingerMs: 8, mostPerCommit: 6000 } as const;
/** a batch of this size does not wait for more */
const ENOUGH = 600;
const LONGEST_PAUSE_MS = 2000;
const NO_PARTITION = '23514';

/**
 * Writes packets in groups: while one commit is under way, what comes waits for the next. Everything offered is settled
 * after its commit and never before. When the database is slow or away the offers wait, `full` tells whoever reads from
 * sockets to stop reading, and the writer tries again until it is closed.
 */
export class PacketWriter {
  readonly #pool: pg.Pool;
  readonly #options: Required<Omit<WriterOptions, 'onTrouble'>> & Pick<WriterOptions, 'onTrouble'>;
  #waiting: Offer[] = [];
  #bytes = 0;
  #inFlight = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #closed = false;
  #wasFull = false;
  #months = new Set<number>();
  readonly #onRoom = new Set<() => void>();
  readonly counts = { offers: 0, rows: 0, frames: 0, commits: 0, merged: 0, retries: 0 };
  /** since when the database does not take anything; null when all is well */
  troubleSince: Date | null = null;

  constructor(pool: pg.Pool, options: WriterOptions = {}) {
    this.#pool = pool;
    this.#options = { ...DEFAULTS, ...options };
  }

  /** Whether whoever offers should stop reading; `whenRoom` says when to go on. Offers are taken all the same. */
  get full(): boolean {
    const full =
      this.#waiting.length + this.#inFlight >= this.#options.mostWaiting || this.#bytes >= this.#options.mostBytes;
    if (full) this.#wasFull = true;
    return full;
  }

  get waiting(): number {
    return this.#waiting.length + this.#inFlight;
  }

  whenRoom(call: () => void): void {
    this.#onRoom.add(call);
  }

  offer(offer: Offer): void {
    if (this.#closed) {
      offer.settle('closed');
      return;
    }
    this.#waiting.push(offer);
    this.#bytes += offer.weight;
    this.counts.offers++;
    if (this.#running) return;
    if (this.#waiting.length >= ENOUGH) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), this.#options.lingerMs);
  }

  /** Commits what waits, if the database takes it within the given time, and ends. What is left is settled as closed. */
  async close(patienceMs = 5000): Promise<void> {
    this.#closed = true;
    this.#begin();
    const patience = new Promise<void>((done) => setTimeout(done, patienceMs).unref());
    await Promise.race([this.#running ?? Promise.resolve(), patience]);
    for (const offer of this.#waiting.splice(0)) offer.settle('closed');
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#running) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0 && !this.#closed) this.#begin();
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < ENOUGH && !this.#closed)
        await new Promise((done) => setTimeout(done, this.#options.lingerMs));
      const taken = this.#waiting.splice(0, this.#options.mostPerCommit);
      this.#inFlight = taken.length;
      const stored = await this.#untilStored(taken);
      this.#inFlight = 0;
      for (const offer of taken) {
        this.#bytes -= offer.weight;
        offer.settle(stored ? 'committed' : 'closed');
      }
      if (this.#wasFull && this.waiting < this.#options.mostWaiting / 2 && this.#bytes < this.#options.mostBytes / 2) {
        this.#wasFull = false;
        for (const call of this.#onRoom) call();
      }
    }
  }

  /** Tries until the database has taken it, however long it is away. @returns false when the writer was closed meanwhile */
  async #untilStored(offers: readonly Offer[]): Promise<boolean> {
    for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.#store(offers);
        this.troubleSince = null;
        return true;
      } catch (error) {
        this.troubleSince ??= new Date();
        this.counts.retries++;
        this.#options.onTrouble?.(error);
        if (this.#closed) return false;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  }

  async #store(offers: readonly Offer[]): Promise<void> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await this.#commit(client, offers);
    } catch (error) {
      // a month that was archived meanwhile
      if ((error as { code?: string }).code === NO_PARTITION && this.#months.size > 0) {
        this.#months.clear();
        throw error;
      }
      if (isRefusedData(error)) await this.#apart(client, offers);
      else {
        broken = error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  async #commit(client: pg.PoolClient, offers: readonly Offer[]): Promise<void> {
    const rows = offers.length === 1 ? offers[0]!.rows : offers.flatMap((offer) => offer.rows as PacketRow[]);
    const frames = offers.flatMap((offer) => (offer.frame ? [offer.frame] : []));
    const batch = batchOf(rows, frames);
    await this.#makeMonths(client, batch.rows);
    const how = await commitBatch(client, batch);
    this.counts.commits++;
    this.counts.rows += batch.rows.length;
    this.counts.frames += frames.length;
    if (how === 'merged') this.counts.merged++;
  }

  /** The store refuses some data: halves find which, and that frame is kept with its bytes instead. */
  async #apart(client: pg.PoolClient, offers: readonly Offer[]): Promise<void> {
    if (offers.length === 1) {
      const [offer] = offers as [Offer];
      await commitBatch(client, batchOf([], [offer.frame ?? offer.instead()]));
      return;
    }
    const middle = offers.length >> 1;
    for (const half of [offers.slice(0, middle), offers.slice(middle)]) {
      try {
        await this.#commit(client, half);
      } catch (error) {
        if (!isRefusedData(error)) throw error;
        await this.#apart(client, half);
      }
    }
  }

  async #makeMonths(client: pg.ClientBase, rows: readonly PacketRow[]): Promise<void> {
    for (const { at } of rows) {
      const when = new Date(at);
      const month = when.getUTCFullYear() * 12 + when.getUTCMonth();
      if (this.#months.has(month)) continue;
      await client.query('select ensure_packet_months($1, $1)', [when]);
      this.#months.add(month);
    }
  }
}

/** class 22, data exception, and class 23, constraints: the data's fault, not the connection's */
const isRefusedData = (error: unknown) => /^2[23]/.test((error as { code?: string }).code ?? '');
