import {
  type Air,
  chance,
  HOUR,
  hash,
  hourOf,
  keyOf,
  type LonLat,
  MINUTE,
  normal,
  smooth,
  tremor,
  type World,
} from '../world/index.ts';
import type { FaultName } from './faults.table.ts';
import { type Factor, LOCAL_QUANTITIES, type Quantity } from './models.table.ts';

/** how far the sensitivity of one unit is from another's, and how much a value trembles, as shares */
const UNIT_SPREAD = 0.04;
const TREMBLE = 0.015;
const INLET_METRES = 4;
const DRIFT = { perDay: 0.01, over: 90, day: 24 * HOUR };
const STUCK = { every: 24 * HOUR, lasts: 6 * HOUR };
const SPIKES = { share: 0.02, from: 3, to: 14 };
const QUIET: ReadonlySet<Quantity> = new Set(['TEMP', 'RH', 'PRES', 'WD', 'NOISE', 'TANK_PA', 'LINE_PA']);

export type Instrument = {
  readonly factors: readonly Factor[];
  /** the values at an instant of true time, in the units of the model, one a factor */
  readonly read: (instant: number) => Float64Array;
};

type Needs = {
  readonly world: World;
  readonly code: string;
  readonly factors: readonly Factor[];
  readonly fault: FaultName | null;
  readonly where: (instant: number) => LonLat;
};

/**
 * What an instrument shows: the air of its place as its unit feels it, with the fault that it has. A pure function of the
 * instant to the second, so that a packet that is asked for again holds what it held.
 */
export function instrumentOf({ world, code, factors, fault, where }: Needs): Instrument {
  const seed = world.seed;
  const key = keyOf(code);
  const gains = factors.map((factor) =>
    QUIET.has(factor.of) ? 1 : Math.exp(UNIT_SPREAD * normal(seed, key, keyOf(factor.code))),
  );
  const keys = factors.map((factor) => hash(seed, key, keyOf(factor.code)));

  function local(of: Quantity, instant: number): number {
    const day = Math.exp(-(((hourOf(instant) - 14) / 6) ** 2));
    if (of === 'NOISE') return 52 + 14 * day + 3 * smooth(seed, key + 1, instant, 10 * MINUTE);
    if (of === 'TANK_PA') return 180 + 160 * smooth(seed, key + 2, instant, 40 * MINUTE) + 60 * day;
    if (of === 'LINE_PA') return 25 + 12 * smooth(seed, key + 3, instant, 5 * MINUTE);
    if (of === 'UNLOADING_G') return Math.max(0, 3 + 4 * smooth(seed, key + 4, instant, HOUR));
    return Math.max(0.5, 9 + 3 * smooth(seed, key + 5, instant, HOUR));
  }

  // the air of a place changes by the minute: asked for each second of it, it is worked out once
  let known: { lon: number; lat: number; minute: number; air: Air } | null = null;
  function airAt(instant: number): Air {
    const at = where(instant);
    const minute = Math.floor(instant / MINUTE);
    if (known === null || known.minute !== minute || known.lon !== at.lon || known.lat !== at.lat)
      known = { lon: at.lon, lat: at.lat, minute, air: world.air(at, INLET_METRES, instant) };
    return known.air;
  }
  const trembles = factors.map(({ of }) => TREMBLE * (QUIET.has(of) ? 0.1 : 1));
  const inAir = factors.map(({ of }) => (of in LOCAL_QUANTITIES ? null : (of as keyof Air)));

  function sound(instant: number): Float64Array {
    const air = airAt(instant);
    const second = Math.floor(instant / 1000);
    const values = new Float64Array(factors.length);
    for (let i = 0; i < values.length; i += 1) {
      const quantity = inAir[i];
      const { of, times } = factors[i]!;
      const value = quantity ? air[quantity] : local(of, instant);
      values[i] = value * times * gains[i]! * (1 + trembles[i]! * tremor(keys[i]!, second));
    }
    return values;
  }

  function read(instant: number): Float64Array {
    if (fault === 'stuck') {
      const phase = chance(seed, key, 11) * STUCK.every;
      const since = (instant + phase) % STUCK.every;
      return sound(since < STUCK.lasts ? Math.floor((instant - since) / 1000) * 1000 : instant);
    }
    const values = sound(instant);
    const second = Math.floor(instant / 1000);
    if (fault === 'drift') {
      const days = (instant / DRIFT.day) % DRIFT.over;
      return values.map((value, i) => (QUIET.has(factors[i]!.of) ? value : value * (1 + DRIFT.perDay * days)));
    }
    if (fault === 'dead') return values.map((value, i) => (QUIET.has(factors[i]!.of) ? value : value * 0.004));
    if (fault === 'noisy')
      return values.map((value, i) => Math.max(0, value * (1 + 0.33 * normal(keys[i]!, second, 1))));
    if (fault === 'spikes' && chance(seed, key, second, 12) < SPIKES.share)
      return values.map((value) => value * (SPIKES.from + (SPIKES.to - SPIKES.from) * chance(seed, key, second, 13)));
    return values;
  }
  return { factors, read };
}

/** A value as the device prints it. */
export const printed = (value: number, { decimals }: Factor): string => value.toFixed(decimals);
