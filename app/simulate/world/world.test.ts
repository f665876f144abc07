import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  groundOf,
  HOUR,
  MINUTE,
  makeWorld,
  mishapOn,
  routeOf,
  type Source,
  streetsOf,
  strengthAt,
  truthOf,
} from './index.ts';

const ground = groundOf(streetsOf(JSON.parse(readFileSync('districts/xicheng/streets.geojson', 'utf8'))));
const source = (id: string, over: Partial<Source> = {}): Source => ({
  id,
  kind: 'site',
  name: '模拟工地',
  street: '110102001',
  ...ground.middle,
  registered: true,
  ...over,
});
const hours = (from: string, count: number) => Array.from({ length: count }, (_, i) => Date.parse(from) + i * HOUR);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const YEAR = hours('2021-01-01T00:00:00+08:00', 8760).filter((_, i) => i % 7 === 0);

describe('the world', () => {
  const world = makeWorld(7, ground, [source('a')]);
  it('is a pure function of seed, place and minute: asked again, in another order, by another start', () => {
    const at = ground.pointIn(ground.streets[3]!, 7, 'somewhere');
    const moments = hours('2021-06-01T00:00:00+08:00', 48);
    const first = moments.map((instant) => world.air(at, 3, instant));
    const again = makeWorld(7, ground, [source('a')]);
    expect(
      [...moments]
        .reverse()
        .map((instant) => again.air(at, 3, instant))
        .reverse(),
    ).toEqual(first);
    expect(makeWorld(8, ground, [source('a')]).air(at, 3, moments[0]!)).not.toEqual(first[0]);
  });
  it('has a course of a year that a northern city could have', () => {
    const bare = makeWorld(7, ground, []);
    const air = YEAR.map((instant) => bare.air(ground.middle, 3, instant));
    const of = (pick: (one: (typeof air)[number]) => number) => mean(air.map(pick));
    expect(of(({ PM25 }) => PM25)).toBeGreaterThan(20);
    expect(of(({ PM25 }) => PM25)).toBeLessThan(80);
    expect(of(({ O3 }) => O3)).toBeGreaterThan(30);
    expect(of(({ WS }) => WS)).toBeGreaterThan(1.2);
    expect(of(({ WS }) => WS)).toBeLessThan(4);
    const warm = (month: string) =>
      mean(hours(`2021-${month}-05T00:00:00+08:00`, 480).map((at) => bare.weather(at).celsius));
    expect(warm('07') - warm('01')).toBeGreaterThan(20);
    for (const one of air) {
      expect(one.PM10).toBeGreaterThan(one.PM25);
      expect(one.TSP).toBeGreaterThan(one.PM10);
      expect(one.RH).toBeLessThanOrEqual(100);
    }
  });
  it('says which source adds how much, and the air holds just that', () => {
    const bare = makeWorld(7, ground, []);
    const instant = hours('2021-06-01T00:00:00+08:00', 240).find((at) => {
      const { metresPerSecond } = world.weather(at);
      return metresPerSecond > 1 && metresPerSecond < 3 && strengthAt(7, source('a'), at) > 0.5;
    })!;
    const from = (world.weather(instant).fromDegrees * Math.PI) / 180;
    const downwind = ground.lonLat({ east: -250 * Math.sin(from), north: -250 * Math.cos(from) });
    const [adds] = world.added(downwind, 3, instant, 'fine');
    expect(adds?.source.id).toBe('a');
    expect(adds?.added).toBeGreaterThan(0.5);
    expect(world.air(downwind, 3, instant).PM25 - bare.air(downwind, 3, instant).PM25).toBeCloseTo(adds!.added, 6);
    const upwind = ground.lonLat({ east: 250 * Math.sin(from), north: 250 * Math.cos(from) });
    expect(world.added(upwind, 3, instant, 'fine')).toEqual([]);
  });
  it('has sources that keep their working hours, with mishaps that the truth names', () => {
    const many = Array.from({ length: 60 }, (_, i) => source(`s${i}`));
    const noon = Date.parse('2021-06-02T11:00:00+08:00');
    const night = Date.parse('2021-06-02T02:00:00+08:00');
    expect(mean(many.map((one) => strengthAt(3, one, noon)))).toBeGreaterThan(
      8 * mean(many.map((one) => strengthAt(3, one, night))),
    );
    const broken = many.find((one) => mishapOn(3, one, dayOf(noon)))!;
    const { from, until, times } = mishapOn(3, broken, dayOf(noon))!;
    const inside = strengthAt(3, broken, from + MINUTE);
    expect(inside).toBeGreaterThan(0);
    const [truth] = truthOf(makeWorld(3, ground, [broken]), noon - 12 * HOUR, noon + 12 * HOUR);
    expect(truth?.mishaps).toEqual([
      { from: new Date(from).toISOString(), until: new Date(until).toISOString(), times },
    ]);
    expect(truth?.hours.filter(({ working }) => working)).toHaveLength(12);
  });
});

describe('places', () => {
  it('drawn in a street lie in it, with five decimals, the same for the same key', () => {
    for (const street of ground.streets) {
      const at = ground.pointIn(street, 1, 'x');
      expect(ground.streetAt(at)?.code).toBe(street.code);
      expect(ground.pointIn(street, 1, 'x')).toEqual(at);
      expect(String(at.lon)).toMatch(/^116\.\d{1,5}$/);
    }
  });
  it('metres and degrees are each other’s way back', () => {
    const at = { lon: 116.35123, lat: 39.91234 };
    const back = ground.lonLat(ground.metres(at));
    expect(back.lon).toBeCloseTo(at.lon, 9);
    expect(back.lat).toBeCloseTo(at.lat, 9);
  });
});

describe('a route', () => {
  const route = routeOf(ground, 5, 'truck 1', { fromHour: 20, untilHour: 23, kmh: 30 });
  it('is driven on duty at its speed, and parked at the same place afterwards', () => {
    const start = Date.parse('2021-06-02T20:10:00+08:00');
    const [a, b] = [route(start), route(start + 10 * MINUTE)];
    expect(b.odometerKm - a.odometerKm).toBeCloseTo(5, 6);
    expect(a.driving).toBe(true);
    const parked = route(Date.parse('2021-06-02T23:30:00+08:00'));
    expect(parked).toMatchObject({ driving: false, kmh: 0 });
    expect(route(Date.parse('2021-06-03T19:59:00+08:00'))).toMatchObject({ lon: parked.lon, lat: parked.lat });
  });
  it('makes no leaps', () => {
    const from = Date.parse('2021-06-02T20:00:00+08:00');
    for (let i = 0; i < 600; i += 1) {
      const [a, b] = [from + i * 10_000, from + (i + 1) * 10_000].map((at) => ground.metres(route(at)));
      expect(Math.hypot(b!.east - a!.east, b!.north - a!.north)).toBeLessThan((30 / 3.6) * 10 + 1);
    }
  });
});
