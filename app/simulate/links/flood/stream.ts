import { connect, type Socket } from 'node:net';
import { wall } from '../clock.ts';
import type { Acknowledged, Tally } from '../tally.ts';
import { answerScanner, qnKeyAt } from './answers.ts';
import type { Template } from './template.ts';

/** A device of a stream: what its packets look like and hold. */
export type Streamed = {
  readonly code: string;
  readonly kind: string;
  readonly what: string;
  /** ms from one packet to the next */
  readonly every: number;
  readonly template: Template;
  readonly tally: Tally;
  readonly read: (stamp: number) => ArrayLike<number>;
  /** bytes that are no data answer: what is to be said to them */
  readonly hear: (bytes: Uint8Array) => readonly Uint8Array[];
};
/** The next packet to be made; null: there is none (yet). */
export type Feed = () => { readonly device: Streamed; readonly stamp: number } | null;

type Flight = {
  readonly device: Streamed;
  readonly stamp: number;
  readonly qn: number;
  readonly first: number;
  sent: number;
  tries: number;
};
export type StreamOptions = {
  readonly host: string;
  readonly port: number;
  /** packets that may be unanswered on this connection */
  readonly window: number;
  readonly feed: Feed;
  /** who speaks on this connection, by MN, for requests of the platform */
  readonly devices: readonly Streamed[];
  readonly acknowledged: Acknowledged;
  /** time of the devices, for their QN */
  readonly now: () => number;
};

const OVER_TIME = 10_000;
const BATCH = 48 * 1024;
const AGAIN = { first: 100, most: 2000 };

/**
 * A connection that carries the packets of some devices as fast as they are answered: packets are written into one buffer
 * after another, up to the window. What was not answered in time, or when the line broke, is sent again with its QN.
 */
export class Stream {
  readonly #o: StreamOptions;
  readonly #flying = new Map<number, Flight>();
  #socket: Socket | null = null;
  #up = false;
  #ever = false;
  #ended = false;
  #failures = 0;
  #qn = 0;
  #allowance = Number.POSITIVE_INFINITY;
  #more = true;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: StreamOptions) {
    this.#o = options;
  }

  get isUp(): boolean {
    return this.#up;
  }
  unansweredOf(kind: string): number {
    let count = 0;
    for (const { device } of this.#flying.values()) if (device.kind === kind) count += 1;
    return count;
  }
  /** nothing is left to send and everything was answered */
  get done(): boolean {
    return !this.#more && this.#flying.size === 0;
  }

  start(): void {
    const { host, port, devices } = this.#o;
    const socket = connect({ host, port, noDelay: true });
    this.#socket = socket;
    const scan = answerScanner(
      (key) => this.#answered(key),
      (bytes) => this.#other(bytes),
    );
    socket.on('connect', () => {
      this.#up = true;
      this.#failures = 0;
      const counts = devices[0]?.tally.counts;
      if (counts) counts[this.#ever ? 'reconnects' : 'connects'] += 1;
      this.#ever = true;
      this.#resend(() => true);
      this.fill();
    });
    socket.on('data', (bytes) => {
      scan(bytes);
      this.fill();
    });
    socket.on('drain', () => this.fill());
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#up = false;
      if (this.#ended) return;
      const pause = Math.min(AGAIN.most, AGAIN.first * 2 ** this.#failures);
      this.#failures += 1;
      this.#timer = setTimeout(() => this.start(), pause);
    });
  }

  /** Lets so many more packets out, for a rate that is not 'max'. */
  allow(packets: number): void {
    if (!Number.isFinite(this.#allowance)) this.#allowance = 0;
    this.#allowance = Math.min(this.#allowance + packets, this.#o.window);
    this.fill();
  }

  /** Sends what the window and the allowance let out. */
  fill(): void {
    const { window, feed } = this.#o;
    const socket = this.#socket;
    while (this.#up && socket && !socket.writableNeedDrain && this.#allowance >= 1) {
      const room = Math.min(window - this.#flying.size, this.#allowance);
      if (room < 1) return;
      const out = Buffer.allocUnsafe(BATCH);
      let at = 0;
      let count = 0;
      while (count < room) {
        const next = feed();
        if (!next) {
          this.#more = false;
          break;
        }
        at = this.#write(out, at, next.device, next.stamp);
        count += 1;
        if (at > BATCH - 2 * next.device.template.longest) break;
      }
      if (count === 0) return;
      this.#allowance -= count;
      socket.write(out.subarray(0, at));
    }
  }

  #write(out: Buffer, at: number, device: Streamed, stamp: number): number {
    this.#qn = Math.max(this.#qn + 1, Math.floor(this.#o.now()));
    const end = device.template.write(out, at, this.#qn, stamp, device.read(stamp));
    const now = wall();
    this.#flying.set(qnKeyAt(out, at + 9), { device, stamp, qn: this.#qn, first: now, sent: now, tries: 0 });
    device.tally.counts.sent += 1;
    device.tally.counts.bytes += end - at;
    return end;
  }

  #answered(key: number): void {
    const flight = this.#flying.get(key);
    if (!flight) return;
    this.#flying.delete(key);
    const { device, stamp, first } = flight;
    device.tally.counts.acknowledged += 1;
    device.tally.times.add(wall() - first);
    this.#o.acknowledged(device.code, device.what, stamp);
  }

  #other(bytes: Buffer): void {
    for (const device of this.#o.devices)
      if (bytes.includes(device.code)) {
        for (const said of device.hear(bytes)) this.#socket?.write(said);
        return;
      }
  }

  /** Looks once a second for packets that were not answered in time. */
  repeat(): void {
    // each time after twice as long: a platform that reads slowly is not helped by more to read
    if (this.#up) this.#resend(({ sent, tries }, now) => now > sent + OVER_TIME * 2 ** tries);
  }

  #resend(which: (flight: Flight, now: number) => boolean): void {
    const now = wall();
    for (const flight of this.#flying.values()) {
      if (!which(flight, now)) continue;
      const out = Buffer.allocUnsafe(flight.device.template.longest);
      const end = flight.device.template.write(out, 0, flight.qn, flight.stamp, flight.device.read(flight.stamp));
      flight.sent = now;
      flight.tries += 1;
      flight.device.tally.counts.repeated += 1;
      this.#socket?.write(out.subarray(0, end));
    }
  }

  /** Breaks the connection off, as a storm does. */
  cut(): void {
    this.#socket?.destroy();
  }

  end(): void {
    this.#ended = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#socket?.destroy();
  }
}
