import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, groundOf, HOUR, MINUTE, makeWorld, streetsOf } from '../world/index.ts';
import type { FaultName } from './faults.table.ts';
import { clockErrorOf, faultOf, silentUntil } from './faults.ts';
import { NOZZLES, refuellings } from './hj-212/refuelling.ts';
import { instrumentOf } from './instrument.ts';
import { byArea, layOut } from './layout.ts';
import { MODELS } from './models.table.ts';

const ground = groundOf(streetsOf(JSON.parse(readFileSync('districts/xicheng/streets.geojson', 'utf8'))));
const NOON = Date.parse('2021-10-12T12:00:00+08:00');
const codes = Array.from({ length: 2000 }, (_, i) => `device ${i}`);

describe('a layout', () => {
  const layout = layOut(ground, 11, { 'micro-station': 120, site: 20, 'gas-station': 12, 'muck-truck': 30 });
  it('spreads what stands over the streets by their areas, each in its street', () => {
    const stations = layout.devices.filter(({ kind }) => kind === 'micro-station');
    expect(stations).toHaveLength(120);
    expect(new Set(stations.map(({ street }) => street)).size).toBe(15);
    for (const { lon, lat, street } of stations) expect(ground.streetAt({ lon: lon!, lat: lat! })?.code).toBe(street);
    const largest = ground.streets.reduce((a, b) => (a.areaKm2 > b.areaKm2 ? a : b));
    const share = stations.filter(({ street }) => street === largest.code).length / 120;
    expect(share).toBeCloseTo(largest.areaKm2 / ground.streets.reduce((sum, { areaKm2 }) => sum + areaKm2, 0), 1);
    expect(byArea(ground.streets, 7)).toHaveLength(7);
  });
  it('is the same for the same seed, and names nothing twice', () => {
    expect(layOut(ground, 11, { 'micro-station': 120, site: 20, 'gas-station': 12, 'muck-truck': 30 })).toEqual(layout);
    const all = layout.devices.map(({ code }) => code);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(layout.sources.map(({ id }) => id)).size).toBe(layout.sources.length);
    for (const { name } of [...layout.devices, ...layout.sources]) expect(name).toMatch(/^模拟/);
  });
  it('puts a source where a device of a site or gas station stands, within some hundred metres', () => {
    for (const device of layout.devices.filter(({ source }) => source)) {
      const source = layout.sources.find(({ id }) => id === device.source)!;
      const [a, b] = [ground.metres(source), ground.metres({ lon: device.lon!, lat: device.lat! })];
      expect(Math.hypot(a.east - b.east, a.north - b.north)).toBeLessThan(100);
    }
  });
  it('keeps some sources from the register', () => {
    const hidden = layout.sources.filter(({ registered }) => !registered).length;
    expect(hidden).toBeGreaterThan(3);
    expect(hidden).toBeLessThan(layout.sources.length / 4);
  });
});

describe('faults', () => {
  it('are had by the share that was asked for, the same devices each time', () => {
    const faulty = codes.filter((code) => faultOf(5, code, 'hj-212', 0.2) !== null);
    expect(faulty.length / codes.length).toBeCloseTo(0.2, 1);
    expect(codes.filter((code) => faultOf(5, code, 'hj-212', 0.2) !== null)).toEqual(faulty);
    expect(codes.filter((code) => faultOf(5, code, 'hj-212', 0) !== null)).toEqual([]);
  });
  it('of frames and values are not had by what has no such frames and values', () => {
    const had = new Set(codes.map((code) => faultOf(5, code, 'jt-808', 1)));
    expect(had).toEqual(
      new Set(['clock-minutes', 'clock-hours', 'duplicates', 'out-of-order', 'silence', 'slow-sender']),
    );
  });
  it('of clocks are minutes or hours; a sound clock is seconds off', () => {
    for (const code of codes.slice(0, 200)) {
      expect(Math.abs(clockErrorOf(5, code, null))).toBeLessThanOrEqual(3000);
      expect(Math.abs(clockErrorOf(5, code, 'clock-minutes'))).toBeGreaterThanOrEqual(3 * MINUTE);
      expect(Math.abs(clockErrorOf(5, code, 'clock-hours'))).toBeGreaterThanOrEqual(HOUR);
    }
  });
  it('of silence last forty minutes in three hours', () => {
    const away = Array.from({ length: 180 }, (_, i) => silentUntil(5, 'x', 'silence', NOON + i * MINUTE)).filter(
      (until) => until !== null,
    );
    expect(away).toHaveLength(40);
    expect(new Set(away).size).toBeLessThanOrEqual(2);
  });
});

describe('what an instrument shows', () => {
  const world = makeWorld(5, ground, []);
  const { factors } = MODELS['sim-micro-six'];
  const course = (fault: FaultName | null, step = MINUTE, count = 24 * 60) => {
    const instrument = instrumentOf({ world, code: 'x', factors, fault, where: () => ground.middle });
    return Array.from({ length: count }, (_, i) => instrument.read(NOON + i * step)[0]!);
  };
  const sound = course(null);
  const ratio = (values: number[]) => values.map((value, i) => value / sound[i]!);
  it('is the air, but for its own sensitivity and a tremble', () => {
    const shown = sound.map((value, i) => value / world.air(ground.middle, 4, NOON + i * MINUTE).PM25);
    const mean = shown.reduce((sum, one) => sum + one, 0) / shown.length;
    expect(mean).toBeGreaterThan(0.85);
    expect(mean).toBeLessThan(1.15);
    for (const one of shown) expect(Math.abs(one / mean - 1)).toBeLessThan(0.1);
  });
  it('stuck: one value for six hours of a day', () => {
    const times = new Map<number, number>();
    for (const value of course('stuck')) times.set(value, (times.get(value) ?? 0) + 1);
    expect(Math.max(...times.values())).toBeGreaterThan(150);
  });
  it('spikes: one value in fifty is three to fourteen times too high', () => {
    const high = ratio(course('spikes')).filter((one) => one > 2.9);
    expect(high.length / sound.length).toBeGreaterThan(0.01);
    expect(high.length / sound.length).toBeLessThan(0.04);
  });
  it('drift: one per cent a day', () => {
    const late = instrumentOf({ world, code: 'x', factors, fault: 'drift', where: () => ground.middle });
    const plain = instrumentOf({ world, code: 'x', factors, fault: null, where: () => ground.middle });
    const share = (at: number) => late.read(at)[0]! / plain.read(at)[0]!;
    expect(share(NOON + 10 * DAY) - share(NOON)).toBeCloseTo(0.1, 6);
  });
  it('dead: next to nothing, while it still tells the temperature', () => {
    const dead = instrumentOf({ world, code: 'x', factors, fault: 'dead', where: () => ground.middle }).read(NOON);
    expect(dead[0]).toBeLessThan(2);
    const celsius = factors.findIndex(({ of }) => of === 'TEMP');
    expect(dead[celsius]).toBeCloseTo(world.air(ground.middle, 4, NOON).TEMP, 0);
  });
});

describe('refuellings of a station', () => {
  const day = refuellings(5, 'station', NOON, NOON + DAY);
  it('are some hundred a day at all nozzles, each with volumes and a ratio that agree', () => {
    expect(day.length).toBeGreaterThan(150);
    expect(day.length).toBeLessThan(1500);
    expect(new Set(day.map(({ nozzle }) => nozzle)).size).toBe(NOZZLES);
    for (const { from, until, litres, litresPerMinute, ratio } of day) {
      expect((until - from) / MINUTE).toBeCloseTo(litres / litresPerMinute, 1);
      expect(ratio).toBeGreaterThan(0.4);
      expect(ratio).toBeLessThan(1.6);
    }
  });
  it('are the same in whatever pieces they are asked for', () => {
    const pieces = Array.from({ length: 24 }, (_, i) =>
      refuellings(5, 'station', NOON + i * HOUR, NOON + (i + 1) * HOUR),
    ).flat();
    expect(pieces).toEqual(day);
  });
  it('overlap at no nozzle', () => {
    for (let nozzle = 1; nozzle <= NOZZLES; nozzle += 1) {
      const own = day.filter((one) => one.nozzle === nozzle).sort((a, b) => a.from - b.from);
      for (const [i, one] of own.entries()) if (i > 0) expect(one.from).toBeGreaterThanOrEqual(own[i - 1]!.until);
    }
  });
});
