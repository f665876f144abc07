import type { Cast } from './devices/cast.ts';
import { flagOf } from './devices/hj-212/draft.ts';
import { FIRST_PASSWORD, loggerOf } from './devices/hj-212/logger.ts';
import { hj212Speaker } from './devices/hj-212/speaker.ts';
import type { DeviceKind } from './devices/kinds.table.ts';
import type { Hj212Model, Model } from './devices/models.table.ts';
import {
  type Acknowledged,
  type Feed,
  type SimulationClock,
  Stream,
  type Streamed,
  type Tally,
  templateOf,
} from './links/index.ts';
import { DEFAULTS, type SimulationOptions } from './options.ts';
import { DAY, MINUTE, SECOND } from './world/index.ts';

export type FloodNeeds = {
  readonly casts: readonly Cast[];
  readonly options: SimulationOptions;
  readonly host: string;
  readonly port: number;
  readonly clock: SimulationClock;
  readonly tallyOf: (kind: DeviceKind) => Tally;
  readonly acknowledged: Acknowledged;
};
export type FloodRun = {
  readonly done: Promise<void>;
  readonly open: (kind: DeviceKind) => number;
  readonly connected: () => number;
  readonly cut: () => void;
  readonly stop: () => void;
};

/** how often a rate is let out */
const TICK = 10;

const commonStep = (a: number, b: number): number => (b === 0 ? a : commonStep(b, a % b));

/** One after the other: all devices of a connection that have a packet at an instant, then at the next. */
export function feedOf(devices: readonly Streamed[], from: number, until: number): Feed {
  const step = devices.map(({ every }) => every).reduce(commonStep);
  let at = Math.ceil(from / step) * step;
  let turn = 0;
  return () => {
    for (;;) {
      if (turn === devices.length) {
        turn = 0;
        at += step;
      }
      if (at >= until) return null;
      const device = devices[turn]!;
      turn += 1;
      if (at % device.every === 0) return { device, stamp: at };
    }
  };
}

/** What a stream sends of a model: a second each, or its history, by minutes that are given or in its own way. */
function formOf(model: Hj212Model, history: SimulationOptions['history']) {
  const minutes = history?.minutes ?? model.minutes;
  if (history && minutes !== null) return { what: '2051', suffix: 'Avg', every: minutes * MINUTE };
  return { what: '2011', suffix: 'Rtd', every: history ? (model.realtimeSeconds ?? 60) * SECOND : SECOND };
}

/** A device as a stream sends it: its packets from a template, its conversation by its speaker. */
export function streamedOf(
  cast: Cast,
  history: SimulationOptions['history'],
  tally: Tally,
  clock: SimulationClock,
): Streamed {
  const { device, instrument } = cast;
  const model = cast.model as Hj212Model;
  const { what, suffix, every } = formOf(model, history);
  const template = templateOf({
    st: model.st,
    cn: what,
    pw: FIRST_PASSWORD,
    mn: device.code,
    // an answer has to name its packet, which the edition of 2005 cannot
    flag: flagOf(model.edition === '2005' ? { edition: '2017' } : model, true),
    factors: model.factors,
    suffix,
    crc: model.crc,
  });
  const logger = loggerOf({ ...cast, model, restarted: clock.began });
  const speaker = hj212Speaker(logger);
  // where a period is stamped at its end, its values are those of its beginning all the same
  const back = what === '2051' && model.stamp === 'end' ? every : 0;
  return {
    code: device.code,
    kind: device.kind,
    what,
    every,
    template,
    tally,
    read: (stamp) => instrument.read(stamp - back),
    hear: (bytes) =>
      speaker
        .hear(bytes, clock.now())
        .flatMap((heard) => (heard.heard === 'say' ? heard.parcels.map((parcel) => parcel.bytes(false)) : [])),
  };
}

/** Whether a device can be streamed: stations with plain factors, all of whose packets have one form. */
export const isStreamable = ({ model }: { readonly model: Model }): boolean =>
  model.protocol === 'hj-212' && model.refuellings === undefined && model.position === undefined;

/**
 * Streams the packets of HJ 212 stations: history, or one packet a second of the past after the other. Faults of values show
 * in them; those of frames, clocks and delivery do not.
 */
export function startFlood({ casts, options, host, port, clock, tallyOf, acknowledged }: FloodNeeds): FloodRun {
  const { connections, window } = { ...DEFAULTS, ...options };
  const { history, rate = 'max' } = options;
  const from = Math.ceil((history?.from ?? options.from ?? clock.began - DAY) / SECOND) * SECOND;
  const until = history?.until ?? Number.POSITIVE_INFINITY;
  const groups = Array.from({ length: Math.min(connections, casts.length) }, (): Cast[] => []);
  for (const [i, cast] of casts.entries()) groups[i % groups.length]!.push(cast);

  const streams = groups.map((group) => {
    const devices = group.map((cast) => streamedOf(cast, history, tallyOf(cast.device.kind), clock));
    const stream = new Stream({
      host,
      port,
      window,
      devices,
      feed: feedOf(devices, from, until),
      acknowledged,
      now: clock.now,
    });
    if (rate !== 'max') stream.allow(0);
    stream.start();
    return stream;
  });

  let owed = 0;
  let last = performance.now();
  let turn = 0;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const pace = setInterval(() => {
    const now = performance.now();
    // those that have nothing left to say leave their share to the others
    const active = rate === 'max' ? [] : streams.filter((stream) => !stream.done);
    if (rate !== 'max' && active.length > 0) {
      owed = Math.min(rate, owed + (rate * (now - last)) / 1000);
      const each = Math.floor(owed / active.length);
      if (each > 0) for (const stream of active) stream.allow(each);
      owed -= each * active.length;
      for (; owed >= 1; owed -= 1) active[turn++ % active.length]!.allow(1);
    }
    last = now;
    if (history && streams.every((stream) => stream.done)) finish();
  }, TICK);
  const repeats = setInterval(() => {
    for (const stream of streams) stream.repeat();
  }, SECOND);

  return {
    done,
    open: (kind) => streams.reduce((open, stream) => open + stream.unansweredOf(kind), 0),
    connected: () => streams.filter((stream) => stream.isUp).length,
    cut: () => {
      for (const stream of streams) stream.cut();
    },
    stop: () => {
      clearInterval(pace);
      clearInterval(repeats);
      for (const stream of streams) stream.end();
    },
  };
}
