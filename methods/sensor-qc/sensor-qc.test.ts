import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHECK_IDS,
  CHECKS,
  type CheckRow,
  kolmogorovSmirnov,
  type Mark,
  type Network,
  RollingMedian,
  type SensorSeries,
  siteRatios,
  testNetwork,
  toldOn,
} from './index.ts';

const HOUR = 3_600_000;
const FROM = Date.UTC(2025, 10, 2, 16);
const PER_HOUR = 12;

/** A stream of numbers that is the same at every run. */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()) };
}

type Draft = SensorSeries & {
  values: Record<string, Float64Array>;
  second: Record<string, Float64Array>;
  transport: Record<string, Uint8Array>;
};
type Town = Omit<Network, 'sensors'> & { sensors: Draft[] };

/** Sixteen sensors on a grid of 600 m in calm air of about 60 µg/m³; number 0 is the one that a case is about. */
function town({ days = 2, stepMinutes = 5, sensors = 16, seed = 1 } = {}): Town {
  const { normal } = chance(seed);
  const steps = (days * 24 * 60) / stepMinutes;
  const background = Float64Array.from({ length: steps }, (_, i) => {
    const hour = ((i * stepMinutes) / 60) % 24;
    return 60 + 15 * Math.cos((hour / 12) * Math.PI);
  });
  const read = (share: number) => background.map((v) => Math.max(0, Math.round(v * share * (1 + 0.05 * normal()))));
  return {
    from: FROM,
    stepMinutes,
    steps,
    sensors: Array.from({ length: sensors }, (_, i) => ({
      id: `S${i}`,
      x: (i % 4) * 600,
      y: Math.floor(i / 4) * 600,
      values: {
        PM25: read(1),
        PM10: read(1.6),
        RH: background.map(() => Math.round(50 + 2 * normal())),
      },
      second: {},
      transport: {},
    })),
  };
}
const at = (day: number, hour: number, minute = 0) => ((day * 24 + hour) * 60 + minute) / 5;
const set = (series: Float64Array, from: number, until: number, f: (v: number, i: number) => number) => {
  for (let i = from; i < until; i += 1) series[i] = f(series[i]!, i);
};
const of = (network: Network, sensor = 'S0') => testNetwork(network).marks.filter((mark) => mark.sensor === sensor);
const said = (marks: readonly Mark[]) => [...new Set(marks.map(({ test, state }) => `${test} ${state}`))];
const span = ({ from, until }: Mark) => [(from - FROM) / HOUR, (until - FROM) / HOUR];

describe('calm air', () => {
  it('gives no mark and no notice, at five minutes, one minute or an hour', () => {
    for (const stepMinutes of [5, 1, 60])
      expect(testNetwork(town({ stepMinutes, days: 2 }))).toMatchObject({ marks: [], notices: [] });
  });
  it('is not changed by being looked at', () => {
    const network = town();
    set(network.sensors[0]!.values.PM25!, 100, 110, () => -50);
    const before = network.sensors.map(({ values }) => structuredClone(values));
    testNetwork(network);
    expect(network.sensors.map(({ values }) => values)).toEqual(before);
  });
});

describe('a high value', () => {
  it('alone is never invalid: a local peak of hours is told and keeps nothing out', () => {
    const network = town();
    for (const code of ['PM25', 'PM10']) set(network.sensors[0]!.values[code]!, at(0, 20), at(1, 2), (v) => v + 170);
    const { marks, notices } = testNetwork(network);
    expect(marks).toEqual([]);
    expect(notices.filter(({ says }) => says === 'local-peak').every(({ sensor }) => sensor === 'S0')).toBe(true);
    expect(new Set(notices.map(({ test }) => test))).toEqual(new Set(['rate', 'buddy', 'spatial']));
  });
  it('whatever its size, length and sensor', () => {
    const peak = fc.record({
      sensor: fc.nat(15),
      start: fc.integer({ min: 30, max: 500 }),
      length: fc.integer({ min: 1, max: 60 }),
      times: fc.double({ min: 1.2, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(peak, ({ sensor, start, length, times }) => {
        const network = town();
        for (const code of ['PM25', 'PM10'])
          set(network.sensors[sensor]!.values[code]!, start, Math.min(start + length, network.steps), (v, i) =>
            Math.round(v * times + (i % 3)),
          );
        expect(testNetwork(network).marks.filter(({ state }) => state === 'invalid')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
  it('above the range of the sensor is suspect: a sand storm passes it', () => {
    const network = town();
    for (const { values } of network.sensors) set(values.PM10!, at(1, 3), at(1, 5), (v) => 5100 + v);
    expect(said(testNetwork(network).marks)).toEqual(['range suspect']);
  });
});

describe('what the device and the way say', () => {
  it('comes first, and the tests that follow do not see those values', () => {
    const network = town();
    const sensor = network.sensors[0]!;
    set(sensor.values.PM25!, at(1, 0), at(1, 8), () => 400);
    sensor.transport.PM25 = new Uint8Array(network.steps).fill(2, at(1, 0), at(1, 8));
    const marks = of(network);
    expect(marks.map(({ test, state, evidence }) => [test, state, evidence.says])).toEqual([
      ['transport', 'invalid', 'maintenance'],
    ]);
    expect(span(marks[0]!)).toEqual([24, 32]);
  });
  it('below the range, or a number by which firmware says "none", is invalid', () => {
    const network = town();
    set(network.sensors[0]!.values.PM25!, 100, 102, () => -30);
    set(network.sensors[0]!.values.PM10!, 200, 201, () => 65_535);
    expect(of(network).map(({ channel, test, state, evidence }) => [channel, test, state, evidence.says])).toEqual([
      ['PM25', 'range', 'invalid', 'below'],
      ['PM10', 'range', 'invalid', 'fill-value'],
    ]);
  });
});

describe('stuck', () => {
  it('three hours of one value are invalid from the first of them', () => {
    const network = town();
    set(network.sensors[0]!.values.PM25!, at(0, 10), at(0, 13, 30), () => 61);
    const [mark] = of(network).filter(({ test }) => test === 'stuck');
    expect(mark).toMatchObject({ state: 'invalid', evidence: { says: 'constant', value: 61 } });
    expect(span(mark!)[0]).toBeLessThanOrEqual(10);
  });
  it('low values must stand twice as long, and at the resolution of the sensor it proves nothing', () => {
    for (const [value, hours, found] of [
      [6, 4, false],
      [6, 7, true],
      [2, 40, false],
    ] as const) {
      const network = town();
      for (const { values } of network.sensors) set(values.PM25!, 0, network.steps, (_, i) => 5 + (i % 4));
      set(network.sensors[0]!.values.PM25!, at(0, 2), at(0, 2 + hours), () => value);
      expect(of(network).some(({ test }) => test === 'stuck')).toBe(found);
    }
  });
  it('four equal hourly values', () => {
    const network = town({ stepMinutes: 60, days: 3 });
    set(network.sensors[0]!.values.PM25!, 30, 34, () => 64);
    expect(said(of(network))).toEqual(['stuck invalid']);
  });
});

describe('a spike', () => {
  it('downwards is a fault', () => {
    const network = town();
    set(network.sensors[0]!.values.PM25!, at(0, 15), at(0, 15, 5), () => 2);
    expect(said(of(network))).toEqual(['spike invalid']);
  });
  it('upwards in one channel is suspect, in both channels of the device it is a passing plume', () => {
    const network = town();
    set(network.sensors[0]!.values.PM25!, at(0, 15), at(0, 15, 10), (v) => v * 5);
    expect(said(of(network))).toEqual(['spike suspect']);
    set(network.sensors[0]!.values.PM10!, at(0, 15), at(0, 15, 10), (v) => v * 4);
    expect(of(network)).toEqual([]);
  });
});

describe('noise', () => {
  it('that goes both ways for hours is invalid; a flickering plume only adds', () => {
    const { normal } = chance(9);
    const noisy = town();
    set(noisy.sensors[0]!.values.PM25!, at(0, 10), at(0, 20), (v) => Math.max(0, Math.round(v * (1 + 0.6 * normal()))));
    expect(
      of(noisy)
        .filter(({ test }) => test === 'noise')
        .map(({ state }) => state),
    ).toContain('invalid');
    const plume = town();
    for (const code of ['PM25', 'PM10'])
      set(plume.sensors[0]!.values[code]!, at(0, 10), at(0, 20), (v) => Math.round(v + 80 * Math.exp(0.6 * normal())));
    expect(of(plume).filter(({ test }) => test === 'noise')).toEqual([]);
  });
  it('is found as well in a device whose values last two steps', () => {
    const { normal } = chance(9);
    const network = town();
    const { values } = network.sensors[0]!;
    for (const code of ['PM25', 'PM10'])
      set(values[code]!, 0, network.steps, (v, i) => (i % 2 ? values[code]![i - 1]! : v));
    set(values.PM25!, at(0, 10), at(1, 2), (v, i) =>
      i % 2 ? values.PM25![i - 1]! : Math.max(0, Math.round(v * (1 + 0.4 * normal()))),
    );
    const slow = { ...network, sensors: network.sensors.map((one, i) => (i === 0 ? { ...one, every: 2 } : one)) };
    expect(said(of(slow).filter(({ test }) => test === 'noise'))).toEqual(['noise invalid']);
  });
  it('a dead channel reads next to nothing', () => {
    const network = town();
    const { normal } = chance(4);
    set(network.sensors[0]!.values.PM25!, at(0, 8), at(0, 20), () => Math.abs(Math.round(normal())));
    expect(said(of(network).filter(({ channel }) => channel === 'PM25'))).toContain('noise invalid');
  });
});

describe('two channels and size fractions', () => {
  it('two lasers that disagree: the hour is invalid', () => {
    const network = town();
    const sensor = network.sensors[0]!;
    sensor.second.PM25 = sensor.values.PM25!.map((v, i) => (i >= at(1, 1) && i < at(1, 4) ? v * 2.5 : v));
    const marks = of(network);
    expect(said(marks)).toEqual(['two-channel invalid']);
    expect(span(marks[0]!)).toEqual([25, 28]);
  });
  it('a part above its whole: the one that left its neighbours is suspect', () => {
    const network = town();
    const { values } = network.sensors[0]!;
    set(values.PM10!, at(0, 12), at(0, 16), (_, i) => Math.round(values.PM25![i]! * 0.7));
    const marks = of(network).filter(({ test }) => test === 'inversion');
    expect(marks.map(({ channel, state }) => [channel, state])).toEqual([['PM10', 'suspect']]);
  });
});

describe('neighbours', () => {
  it('too few of them: not checked, which is not good', () => {
    const network = town();
    const alone = { ...network.sensors[0]!, x: 50_000 };
    const { marks, notices } = testNetwork({ ...network, sensors: [alone, ...network.sensors.slice(1)] });
    expect(marks).toEqual([]);
    expect(notices.map(({ sensor, channel, says }) => [sensor, channel, says])).toEqual([
      ['S0', 'PM10', 'not-checked'],
      ['S0', 'PM25', 'not-checked'],
    ]);
  });
  it('low for an hour or two is suspect, low for six hours a fault', () => {
    for (const [hours, state] of [
      [2, 'suspect'],
      [9, 'invalid'],
    ] as const) {
      const network = town();
      // slowly down, so that neither rate nor interference speaks before
      set(network.sensors[0]!.values.PM25!, at(0, 8), at(0, 8 + hours), (v) => Math.round(v * 0.45));
      for (const code of ['PM25'])
        set(network.sensors[0]!.values[code]!, at(0, 7), at(0, 8), (v, i) =>
          Math.round(v * (1 - (0.5 * (i - at(0, 7))) / 12)),
        );
      const marks = testNetwork(network, { checks: ['spatial'] }).marks;
      expect(marks.map(({ sensor, state: s }) => [sensor, s])).toEqual([['S0', state]]);
    }
  });
  it('ozone that exhaust takes away is no fault of the sensor', () => {
    const network = town();
    for (const { values } of network.sensors) values.O3 = values.PM25!.map((v) => v);
    set(network.sensors[0]!.values.O3!, at(0, 8), at(0, 20), () => 2);
    set(network.sensors[1]!.values.O3!, at(0, 8), at(0, 8, 5), () => 2);
    expect(testNetwork(network).marks.filter(({ test }) => test !== 'noise' && test !== 'stuck')).toEqual([]);
  });
  it('beside a strong local peak nobody else looks wrong', () => {
    const network = town();
    for (const code of ['PM25', 'PM10']) set(network.sensors[5]!.values[code]!, at(0, 8), at(0, 20), (v) => v * 8);
    expect(testNetwork(network).marks).toEqual([]);
  });
  it('a regional rise that all follow is no outlier', () => {
    const network = town();
    for (const { values } of network.sensors)
      for (const code of ['PM25', 'PM10']) set(values[code]!, at(0, 12), at(1, 0), (v) => v * 6);
    expect(testNetwork(network).marks).toEqual([]);
  });
});

describe('interference with a station', () => {
  it('spraying: humidity jumps and the neighbours stay dry', () => {
    const network = town();
    const { values } = network.sensors[0]!;
    set(values.RH!, at(0, 14), at(0, 15, 30), (v) => v + 25);
    const marks = of(network);
    expect(marks.map(({ channel, test, state, evidence }) => [channel, test, state, evidence.says])).toEqual([
      ['PM10', 'interference', 'suspect', 'spraying'],
      ['PM25', 'interference', 'suspect', 'spraying'],
    ]);
    expect(Math.abs(span(marks[0]!)[0]! - 14)).toBeLessThan(0.5);
  });
  it('covering: all particles fall at once', () => {
    const network = town();
    for (const code of ['PM25', 'PM10'])
      set(network.sensors[0]!.values[code]!, at(0, 14), at(0, 17), (v) => Math.round(v * 0.35));
    const marks = of(network).filter(({ test }) => test === 'interference');
    expect(marks.map(({ evidence }) => evidence.says)).toEqual(['covering', 'covering']);
    expect(span(marks[0]!)[1]).toBeGreaterThan(16.5);
  });
  it('humidity that scatters all the time tells nothing', () => {
    const { normal } = chance(12);
    const network = town();
    set(network.sensors[0]!.values.RH!, 0, network.steps, (v) => Math.max(0, Math.round(v * (1 + 0.4 * normal()))));
    expect(of(network).filter(({ test }) => test === 'interference')).toEqual([]);
  });
  it('rain wets everybody, and the end of a local peak is no covering', () => {
    const rain = town();
    for (const { values } of rain.sensors) set(values.RH!, at(0, 14), at(0, 18), (v) => v + 30);
    expect(testNetwork(rain).marks).toEqual([]);
    const peak = town();
    for (const code of ['PM25', 'PM10']) set(peak.sensors[0]!.values[code]!, at(0, 6), at(0, 14), (v) => v * 4);
    expect(of(peak)).toEqual([]);
  });
});

describe('drift', () => {
  const usually = (network: Town) => {
    const ratios = siteRatios(town({ days: 7, seed: 77 }));
    return { ...network, sensors: network.sensors.map((one) => ({ ...one, usual: ratios.get(one.id) ?? {} })) };
  };
  it('of ten per cent a day is suspect, on either side', () => {
    for (const perDay of [0.1, -0.1]) {
      const network = usually(town({ days: 7 }));
      for (const code of ['PM25', 'PM10'])
        set(network.sensors[0]!.values[code]!, 0, network.steps, (v, i) => Math.round(v * (1 + (perDay * i) / 288)));
      const marks = of(network).filter(({ test }) => test === 'drift');
      expect([...new Set(marks.map(({ state }) => state))]).toEqual(['suspect']);
      expect(Math.sign(Number(marks.at(-1)!.evidence.ratio) - 1)).toBe(Math.sign(perDay));
    }
  });
  it('a source that burns for some hours every day is not drift', () => {
    const network = usually(town({ days: 7 }));
    for (let day = 0; day < 7; day += 1)
      for (const code of ['PM25', 'PM10'])
        set(network.sensors[0]!.values[code]!, at(day, 17), at(day, 21), (v) => Math.round(v * 1.35));
    expect(of(network).filter(({ test }) => test === 'drift')).toEqual([]);
  });
  it('a site that always stands higher is not drift once its usual ratio is known', () => {
    const higher = (network: Town) => {
      for (const code of ['PM25', 'PM10'])
        set(network.sensors[0]!.values[code]!, 0, network.steps, (v) => Math.round(v * 1.25));
      return network;
    };
    const ratios = siteRatios(higher(town({ days: 7, seed: 77 })));
    expect(ratios.get('S0')!.PM25).toBeCloseTo(Math.log(1.25), 1);
    const network = higher(town({ days: 7 }));
    const known = { ...network, sensors: network.sensors.map((one) => ({ ...one, usual: ratios.get(one.id) ?? {} })) };
    expect(of(known)).toEqual([]);
  });
});

describe('a run', () => {
  it('told only of a period says the same about it as the whole run', () => {
    const network = town({ days: 3 });
    set(network.sensors[0]!.values.PM25!, at(1, 20), at(2, 3), () => 61);
    const whole = testNetwork(network).marks;
    const only = { from: FROM + 24 * HOUR, until: FROM + 48 * HOUR };
    expect(testNetwork(network, { only }).marks).toEqual(
      whole
        .map((mark) => ({ ...mark, from: Math.max(mark.from, only.from), until: Math.min(mark.until, only.until) }))
        .filter(({ from, until }) => from < until),
    );
  });
  it('takes other numbers for a test, and refuses steps that do not fit the hour', () => {
    const network = town();
    set(network.sensors[0]!.values.PM25!, at(0, 10), at(0, 12), () => 61);
    expect(of(network)).toEqual([]);
    const marks = testNetwork(network, { parameters: { stuck: { hours: 1.5 } } }).marks;
    expect(said(marks)).toEqual(['stuck invalid']);
    expect(() => testNetwork({ ...network, stepMinutes: 7 })).toThrow(/divide the hour/);
    const short = { ...network.sensors[0]!, values: { PM25: new Float64Array(3) } };
    expect(() => testNetwork({ ...network, sensors: [short] })).toThrow(/3 of 576 steps/);
  });
});

describe('every test', () => {
  it.each(CHECK_IDS)('%s has titles, source, dated editions, and parameters with unit and mark', (id) => {
    const { zh, en, source, editions }: CheckRow = CHECKS[id];
    expect(/\p{Script=Han}/u.test(zh) && en.length > 2 && source.zh.length > 5 && source.en.length > 5).toBe(true);
    for (const { edition, from, parameters } of editions) {
      expect([edition, from].every((text) => /^\d{4}-\d{2}/.test(text))).toBe(true);
      for (const { value, unit, mark } of Object.values(parameters))
        expect([Number.isFinite(value), unit.length > 0, 'SRK'.includes(mark)]).toEqual([true, true, true]);
    }
    expect(toldOn(id, '2025-01-01').edition).toBe('2026-11');
  });
  it('runs in the order transport, range, rate, stuck, spike, two-channel, spatial, drift', () => {
    const order = ['transport', 'range', 'rate', 'stuck', 'spike', 'two-channel', 'spatial', 'drift'];
    expect(CHECK_IDS.filter((id) => order.includes(id))).toEqual(order);
  });
});

describe('the arithmetic underneath', () => {
  it('a rolling median and its deviation are those of the window sorted afresh', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Number.NaN)), {
      minLength: 20,
      maxLength: 60,
    });
    const brute = (values: number[]) => {
      const sorted = values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
      const n = sorted.length;
      return n === 0 ? Number.NaN : n % 2 ? sorted[n >> 1]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
    };
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), (series, width) => {
        const window = new RollingMedian(width);
        series.forEach((v, i) => {
          window.add(v);
          if (i >= width) window.remove(series[i - width]!);
          const inside = series.slice(Math.max(0, i - width + 1), i + 1);
          const centre = brute(inside);
          expect(window.median()).toBe(centre);
          expect(window.deviation(centre)).toBe(brute(inside.map((v) => Math.abs(v - centre))));
        });
      }),
    );
  });
  it('Kolmogorov-Smirnov tells apart what differs and not what does not', () => {
    const { normal } = chance(6);
    const draw = (shift: number) => Array.from({ length: 100 }, () => shift + normal());
    expect(kolmogorovSmirnov(draw(0), draw(0)).p).toBeGreaterThan(0.05);
    expect(kolmogorovSmirnov(draw(0), draw(1)).p).toBeLessThan(1e-3);
    expect(kolmogorovSmirnov([1, 2, 3], [1, 2, 3])).toEqual({ distance: 0, p: 1 });
    expect(kolmogorovSmirnov([], [1]).p).toBeNaN();
  });
  it('a step of an hour holds twelve of five minutes', () => expect(at(1, 0)).toBe(24 * PER_HOUR));
});
