import { Chance } from './chance.ts';
import { PER_HOUR } from './field.ts';
import { type Simulated, STEPS } from './network.ts';

export const FAULT_KINDS = {
  spike: { count: 120, by: ['spike'] },
  stuck: { count: 10, by: ['stuck'] },
  drift: { count: 10, by: ['drift'] },
  offset: { count: 10, by: ['drift', 'spatial', 'buddy'] },
  dead: { count: 10, by: ['noise'] },
  noise: { count: 10, by: ['noise'] },
  split: { count: 10, by: ['two-channel'] },
  inversion: { count: 10, by: ['inversion'] },
  covering: { count: 15, by: ['interference'] },
  spraying: { count: 15, by: ['interference'] },
  'out of range': { count: 10, by: ['range'] },
  'transport flag': { count: 10, by: ['transport'] },
} as const;
export type FaultKind = keyof typeof FAULT_KINDS;
export type Fault = { kind: FaultKind; sensor: number; channels: string[]; from: number; until: number };

type Values = Record<string, Float64Array>;
const change = (
  values: Values,
  codes: readonly string[],
  from: number,
  until: number,
  f: (v: number, i: number) => number,
) => {
  for (const code of codes)
    for (let i = from; i < until; i += 1)
      if (!Number.isNaN(values[code]![i])) values[code]![i] = Math.max(0, Math.round(f(values[code]![i]!, i)));
};

/** Puts the faults into the series; no two of them touch the same sensor at the same time (three hours between them). */
export function inject({ network, sites }: Simulated, seed: number): Fault[] {
  const chance = new Chance(seed);
  const busy = sites.map(() => new Uint8Array(STEPS));
  const faults: Fault[] = [];
  const margin = 3 * PER_HOUR;

  /** a sensor that has what is needed and is free then */
  function place(kind: FaultKind, length: number, fits: (sensor: number) => boolean): Fault {
    for (;;) {
      const sensor = chance.whole(0, sites.length - 1);
      const from = chance.whole(2 * PER_HOUR, STEPS - length - 2);
      if (!fits(sensor) || busy[sensor]!.subarray(Math.max(0, from - margin), from + length + margin).includes(1))
        continue;
      busy[sensor]!.fill(1, from, from + length);
      const fault = { kind, sensor, channels: [...sites[sensor]!.fractions], from, until: from + length };
      faults.push(fault);
      return fault;
    }
  }
  const hours = (from: number, to: number) => Math.floor(chance.between(from, to) * PER_HOUR);
  const anyone = () => true;
  const one = (list: readonly string[]) => [list[chance.whole(0, list.length - 1)]!];
  const valuesOf = (sensor: number) => network.sensors[sensor]!.values as Values;

  // what lasts longest is placed first
  for (let n = 0; n < FAULT_KINDS.drift.count; n += 1) {
    const fault = place('drift', STEPS - 24 * PER_HOUR, anyone);
    const perDay = chance.between(0.04, 0.1) * (chance.next() < 0.5 ? -1 : 1);
    change(
      valuesOf(fault.sensor),
      fault.channels,
      fault.from,
      fault.until,
      (v, i) => v * (1 + (perDay * (i - fault.from)) / (24 * PER_HOUR)),
    );
  }
  for (let n = 0; n < FAULT_KINDS.offset.count; n += 1) {
    const fault = place('offset', hours(60, 110), anyone);
    const gain = chance.next() < 0.5 ? 1.3 : 0.7;
    change(valuesOf(fault.sensor), fault.channels, fault.from, fault.until, (v) => v * gain);
  }
  for (let n = 0; n < FAULT_KINDS.stuck.count; n += 1) {
    const fault = place('stuck', hours(5, 40), anyone);
    if (chance.next() < 0.5) fault.channels = one(fault.channels);
    for (const code of fault.channels) {
      const held = valuesOf(fault.sensor)
        [code]!.subarray(fault.from)
        .find((v) => !Number.isNaN(v))!;
      change(valuesOf(fault.sensor), [code], fault.from, fault.until, () => held);
    }
  }
  for (let n = 0; n < FAULT_KINDS.dead.count; n += 1) {
    const fault = place('dead', hours(6, 48), anyone);
    change(valuesOf(fault.sensor), fault.channels, fault.from, fault.until, () => Math.abs(chance.normal()));
  }
  for (let n = 0; n < FAULT_KINDS.noise.count; n += 1) {
    const fault = place('noise', hours(8, 48), anyone);
    const share = chance.between(0.4, 0.8);
    change(valuesOf(fault.sensor), fault.channels, fault.from, fault.until, (v) => v * (1 + share * chance.normal()));
  }
  for (let n = 0; n < FAULT_KINDS.split.count; n += 1) {
    const fault = place('split', hours(6, 40), (s) => sites[s]!.twoLasers);
    fault.channels = ['PM25'];
    const gain = chance.next() < 0.5 ? chance.between(0.1, 0.45) : chance.between(2.2, 4);
    change(valuesOf(fault.sensor), ['PM25'], fault.from, fault.until, (v) => v * gain);
  }
  for (let n = 0; n < FAULT_KINDS.inversion.count; n += 1) {
    const fault = place('inversion', hours(4, 30), (s) => sites[s]!.fractions.includes('PM10'));
    const values = valuesOf(fault.sensor);
    fault.channels = ['PM10'];
    const share = chance.between(0.5, 0.85);
    for (let i = fault.from; i < fault.until; i += 1) values.PM10![i] = Math.round(share * values.PM25![i]!);
  }
  for (const kind of ['covering', 'spraying'] as const)
    for (let n = 0; n < FAULT_KINDS[kind].count; n += 1) {
      const fault = place(kind, kind === 'covering' ? hours(1, 7) : hours(0.7, 2.5), anyone);
      const left = kind === 'covering' ? chance.between(0.25, 0.5) : chance.between(0.5, 0.9);
      change(valuesOf(fault.sensor), fault.channels, fault.from, fault.until, (v) => v * left);
      const rise = kind === 'covering' ? 0 : chance.between(15, 35);
      change(valuesOf(fault.sensor), ['RH'], fault.from, fault.until, (v, i) =>
        Math.min(100, v + rise * Math.min(1, (i - fault.from + 1) / 3)),
      );
    }
  for (let n = 0; n < FAULT_KINDS['out of range'].count; n += 1) {
    const fault = place('out of range', chance.whole(1, 2 * PER_HOUR), anyone);
    fault.channels = one(fault.channels);
    const value = [-25, 9999, 65_535, 5600][chance.whole(0, 3)]!;
    for (let i = fault.from; i < fault.until; i += 1) valuesOf(fault.sensor)[fault.channels[0]!]![i] = value;
  }
  for (let n = 0; n < FAULT_KINDS['transport flag'].count; n += 1) {
    const fault = place('transport flag', hours(0.5, 6), anyone);
    for (const code of fault.channels)
      network.sensors[fault.sensor]!.transport![code]!.fill(chance.whole(1, 7), fault.from, fault.until);
  }
  for (let n = 0; n < FAULT_KINDS.spike.count; n += 1) {
    const fault = place('spike', chance.whole(1, 2), anyone);
    fault.channels = one(fault.channels);
    const high = chance.next() < 0.7;
    const [factor, added] = [chance.between(2.5, 8), chance.between(40, 200)];
    change(valuesOf(fault.sensor), fault.channels, fault.from, fault.until, (v) =>
      high ? v * factor + added : v * 0.05,
    );
  }
  return faults;
}
