import type { Counts, Layout } from './devices/layout.ts';

export type Ports = {
  /** HJ 212 */
  readonly hj212: number;
  /** GB 17691, HJ 1239, GB/T 32960 */
  readonly vehicles: number;
  readonly jt808: number;
  readonly mqtt: number;
};

export type SimulationOptions = {
  /** folder of the district: its streets are the ground */
  readonly districtPath: string;
  readonly seed?: number;
  /** how many devices of each kind, laid out by the seed, or a layout that is given */
  readonly devices: Counts | Layout;
  readonly host?: string;
  readonly ports?: Partial<Ports>;
  /** where HTTP stations post to */
  readonly httpBase?: string;
  /** share of devices that have a fault, 0 … 1 */
  readonly faults?: number;
  /** simulated time runs so much faster */
  readonly speed?: number;
  /** the simulated instant at which it begins, ms since 1970; now when left out */
  readonly began?: number;
  /**
   * HJ 212 stations send packets of a second each, one after the other, so many a second altogether or as fast as they are
   * acknowledged; left out: each at its own interval
   */
  readonly rate?: number | 'max';
  /**
   * HJ 212 stations send what they measured in this time, as fast as they are acknowledged or at `rate`: CN 2051 of so many
   * minutes; left out, each in its model's own way
   */
  readonly history?: { readonly from: number; readonly until: number; readonly minutes?: number };
  /** the first stamp of `rate`, ms since 1970; a day before it begins when left out */
  readonly from?: number;
  /** connections that the packets of `rate` and `history` are spread over */
  readonly connections?: number;
  /** packets that may be unanswered on one connection */
  readonly window?: number;
  /** no device reports more often than this, s; each at its own interval when left out */
  readonly leastSeconds?: number;
  /** every so many seconds all connections break at once */
  readonly storm?: number;
  /** ms over which devices open their lines at the start */
  readonly spreadMs?: number;
  /** keep the keys of everything that was acknowledged */
  readonly keepAcknowledged?: boolean;
};

export const DEFAULTS = {
  seed: 1,
  host: '127.0.0.1',
  ports: { hj212: 4681, vehicles: 4682, jt808: 4683, mqtt: 4684 } satisfies Ports,
  httpBase: 'http://127.0.0.1:4680',
  faults: 0,
  speed: 1,
  connections: 64,
  window: 128,
  spreadMs: 1000,
} as const;

/** What a live device may have unanswered, and keep while it is cut off: two days of minutes. */
export const LIVE = { window: 16, backlog: 2880 } as const;
