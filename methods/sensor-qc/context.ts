import { Board, type Speaker } from './board.ts';
import { type Quantity, quantityOf } from './quantities.table.ts';
import { type Evidence, type MarkState, type Network, type Notice, type SensorSeries, stepsPerHour } from './series.ts';
import { middle, sortFirst } from './statistics.ts';

/** Who counts as a neighbour: as many as this, not farther than this (m), and no fewer than this for a comparison. */
export type Vicinity = { readonly metres: number; readonly most: number; readonly least: number };
const VICINITY: Vicinity = { metres: 1500, most: 12, least: 3 };

/** One channel of one sensor while it is tested. */
export type Channel = {
  readonly sensor: number;
  readonly series: SensorSeries;
  readonly code: string;
  readonly quantity: Quantity;
  /** live: marks blank it */
  readonly usable: Float64Array;
};

/** What the tests share: the network, what has been found, and figures of neighbours and hours, made when first asked for. */
export class Context {
  readonly network: Network;
  readonly perHour: number;
  readonly hours: number;
  readonly board: Board;
  readonly #channels: readonly Channel[];
  readonly #near: Int32Array[];
  readonly #medians = new Map<string, Float64Array>();
  readonly #hourly = new Map<string, Float64Array>();
  readonly #hourlyMedians = new Map<string, Float64Array>();

  constructor(network: Network) {
    this.network = network;
    this.perHour = stepsPerHour(network);
    this.hours = Math.floor(network.steps / this.perHour);
    this.board = new Board(network);
    this.#channels = network.sensors.flatMap((series, sensor) =>
      Object.keys(series.values).map((code) => ({
        sensor,
        series,
        code,
        quantity: quantityOf(code),
        usable: this.board.usable(sensor, code)!,
      })),
    );
    this.#near = network.sensors.map((own, i) =>
      Int32Array.from(
        network.sensors
          .map((other, j) => ({ j, metres: Math.hypot(own.x - other.x, own.y - other.y) }))
          .filter(({ j, metres }) => j !== i && metres <= VICINITY.metres)
          .sort((a, b) => a.metres - b.metres || a.j - b.j)
          .map(({ j }) => j),
      ),
    );
  }

  channels(wanted: (channel: Channel) => boolean = () => true): Channel[] {
    return this.#channels.filter(wanted);
  }

  /** The channels wanted, one list for each sensor. */
  bySensor(wanted: (channel: Channel) => boolean): Channel[][] {
    const found = this.network.sensors.map((): Channel[] => []);
    for (const channel of this.channels(wanted)) found[channel.sensor]!.push(channel);
    return found.filter((own) => own.length > 0);
  }

  /** Other sensors within 1.5 km that measure the quantity, nearest first. */
  neighbours({ sensor, code }: Pick<Channel, 'sensor' | 'code'>, most = VICINITY.most): number[] {
    const found: number[] = [];
    for (const j of this.#near[sensor]!) {
      if (found.length === most) break;
      if (this.board.usable(j, code)) found.push(j);
    }
    return found;
  }

  /** Of the neighbours at each step; NaN where fewer than three speak. */
  neighbourMedian(channel: Channel): Float64Array {
    return kept(this.#medians, channel, () =>
      medianOf(
        this.neighbours(channel).map((j) => this.board.usable(j, channel.code)!),
        this.network.steps,
        VICINITY.least,
      ),
    );
  }

  /** Median of each hour; NaN where less than half of it is usable. */
  hourly(channel: Pick<Channel, 'sensor' | 'code'>): Float64Array {
    return kept(this.#hourly, channel, () =>
      hoursOf(this.board.usable(channel.sensor, channel.code)!, this.perHour, this.hours),
    );
  }

  hourlyNeighbourMedian(channel: Channel): Float64Array {
    return kept(this.#hourlyMedians, channel, () =>
      medianOf(
        this.neighbours(channel).map((j) => this.hourly({ sensor: j, code: channel.code })),
        this.hours,
        VICINITY.least,
      ),
    );
  }

  /** After a test has spoken, figures are made afresh without what it marked. */
  renew(): void {
    for (const cache of [this.#medians, this.#hourly, this.#hourlyMedians]) cache.clear();
  }

  mark(by: Speaker, channel: Channel, from: number, until: number, state: MarkState, evidence: Evidence): void {
    this.board.mark(by, channel.sensor, channel.code, from, until, state, evidence);
  }

  notice(by: Speaker, channel: Channel, from: number, until: number, says: Notice['says'], evidence: Evidence): void {
    this.board.notice(by, channel.sensor, channel.code, from, until, says, evidence);
  }
}

function kept(
  cache: Map<string, Float64Array>,
  { sensor, code }: Pick<Channel, 'sensor' | 'code'>,
  make: () => Float64Array,
): Float64Array {
  const key = `${sensor} ${code}`;
  const found = cache.get(key) ?? make();
  cache.set(key, found);
  return found;
}

/** Median across series at each place. */
export function medianOf(all: readonly Float64Array[], length: number, least: number): Float64Array {
  const result = new Float64Array(length).fill(Number.NaN);
  const buffer = new Float64Array(all.length);
  for (let i = 0; i < length; i += 1) {
    let n = 0;
    for (const one of all) if (!Number.isNaN(one[i])) buffer[n++] = one[i]!;
    if (n < least) continue;
    sortFirst(buffer, n);
    result[i] = middle(buffer, n);
  }
  return result;
}

/** Median of each block of `per` steps, where at least half of them are there. */
export function hoursOf(series: Float64Array, per: number, blocks: number): Float64Array {
  const result = new Float64Array(blocks).fill(Number.NaN);
  const buffer = new Float64Array(per);
  for (let b = 0; b < blocks; b += 1) {
    let n = 0;
    for (let i = b * per; i < (b + 1) * per; i += 1) if (!Number.isNaN(series[i])) buffer[n++] = series[i]!;
    if (n === 0 || n < per / 2) continue;
    sortFirst(buffer, n);
    result[b] = middle(buffer, n);
  }
  return result;
}
