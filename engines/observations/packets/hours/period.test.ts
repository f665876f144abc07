import { describe, expect, it } from 'vitest';
import { type MeasuringChannel, modelSettings } from '#engines/devices';
import type { Mark } from './marks.ts';
import { makePeriod, type StoredPacket } from './period.ts';

const START = Date.UTC(2021, 9, 1, 4);
const MINUTE = 60_000;
const channel = (no: number, pollutant: string | null, over: Partial<MeasuringChannel> = {}): MeasuringChannel => ({
  ...{ no, pollutant, unit: 'µg/m³', factor: null, statistic: 'value' },
  ...over,
});
const PM = [channel(1, 'PM25')];

function device(channels: MeasuringChannel[] = PM, settings: object = {}) {
  return { channels, settings: modelSettings.parse(settings) };
}
const packet = (minute: number, span: number, values: (number | null)[], over: Partial<StoredPacket> = {}) => ({
  ...{ at: START + minute * MINUTE, span, sourceId: 1, imported: false, makeBelieve: false },
  ...{ flags: values.map((v) => (v === null ? 'N' : 'V')).join(''), values },
  ...over,
});
/** packets of so many minutes from the hour's beginning on */
const row = (from: number, until: number, span: number, value: (minute: number) => number | null, flag?: string) => {
  const packets: StoredPacket[] = [];
  for (let minute = from; minute < until; minute += span || 1)
    packets.push(packet(minute, span, [value(minute)], flag ? { flags: flag } : {}));
  return packets;
};
const hour = (packets: StoredPacket[], of = device(), marks: Mark[] = []) =>
  makePeriod(of, packets, { minutes: 60, leastShare: 0.75 }, marks);
const mark = (from: number, until: number, letter: Mark['letter']): Mark => ({
  ...{ deviceId: 1, channel: 1, letter },
  from: START + from * MINUTE,
  until: START + until * MINUTE,
});

describe('an hour of minutes', () => {
  it('is their mean, with the least and the greatest', () => {
    expect(hour(row(0, 60, 10, (m) => m))).toMatchObject({
      ...{ mean: [25], min: [0], max: [50], samples: [6], validMinutes: [60], flags: 'V', basis: 'm' },
    });
  });

  it('is valid with 45 valid minutes, and without value with 44', () => {
    expect(hour(row(0, 45, 1, () => 8))).toMatchObject({ mean: [8], flags: 'V', validMinutes: [45] });
    expect(hour(row(0, 44, 1, () => 8))).toMatchObject({ mean: [null], flags: 'N', validMinutes: [44], samples: [44] });
  });

  it('counts no minute twice, however periods overlap', () => {
    const late = row(0, 40, 5, () => 8);
    expect(hour([...late, ...row(1, 41, 5, () => 8)].sort((a, b) => a.at - b.at))).toMatchObject({
      validMinutes: [41],
    });
  });

  it('takes the finest of several spans that makes a valid hour', () => {
    const [one, ten] = [row(0, 20, 1, () => 1), row(0, 60, 10, () => 10)];
    expect(hour([...one, ...ten].sort((a, b) => a.at - b.at))).toMatchObject({ mean: [10], samples: [6] });
  });

  it('does not let what a device calls invalid into the mean', () => {
    const packets = [...row(0, 50, 10, () => 20), ...row(50, 60, 10, () => 900, 'I')];
    expect(hour(packets)).toMatchObject({ mean: [20], max: [20], samples: [5], flags: 'V' });
  });

  it('is suspect when suspect minutes are needed to make it up', () => {
    const packets = [...row(0, 30, 10, () => 20), ...row(30, 60, 10, () => 40, 'S')];
    expect(hour(packets)).toMatchObject({ mean: [30], flags: 'S', validMinutes: [30] });
  });

  it('without value says what most of it was', () => {
    const valid = row(0, 20, 10, () => 20);
    expect(hour([...valid, ...row(20, 60, 10, () => 1, 'M')])?.flags).toBe('M');
    expect(hour([...valid, ...row(20, 40, 10, () => 1, 'C')])?.flags).toBe('C');
    expect(hour([...valid, ...row(20, 30, 10, () => 1, 'I')])?.flags).toBe('N');
  });
});

describe('an hour of moments', () => {
  it('lets each stand for the interval that the device is set to', () => {
    const fiveMinutes = device(PM, { hourFrom: 'realtime', realtimeInterval: 300 });
    const packets = row(0, 45, 0, (m) => m).filter((_, i) => i % 5 === 0);
    expect(hour(packets, fiveMinutes)).toMatchObject({ mean: [20], validMinutes: [45], flags: 'V', basis: 'r' });
    expect(hour(packets, device(PM, { hourFrom: 'realtime' }))).toMatchObject({ mean: [null], validMinutes: [9] });
  });
});

describe('which records an hour is made of', () => {
  const minutes = row(0, 60, 10, () => 10);
  const moments = row(0, 60, 0, () => 20);
  const own = [packet(0, 60, [30])];
  const all = [...minutes, ...moments, ...own].sort((a, b) => a.at - b.at || a.span - b.span);

  it.each([
    ['minutes', 10, 'm'],
    ['realtime', 20, 'r'],
    ['device', 30, 'd'],
  ])('the model says: %s', (hourFrom, mean, basis) => {
    expect(hour(all, device(PM, { hourFrom }))).toMatchObject({ mean: [mean], basis });
  });

  it('falls back where those make no valid hour', () => {
    expect(hour([...row(0, 10, 10, () => 10), ...moments].sort((a, b) => a.at - b.at))).toMatchObject({ basis: 'r' });
    expect(hour([...row(0, 10, 10, () => 10), ...own].sort((a, b) => a.at - b.at))).toMatchObject({ basis: 'd' });
  });

  it('an imported hour decides of the channels that it speaks of', () => {
    const two = device([channel(1, 'PM25'), channel(2, 'PM10')]);
    const imported = packet(0, 60, [5, null], { imported: true, flags: 'IN', sourceId: 9 });
    const packets = [imported, ...row(0, 60, 10, () => 10).map((p) => ({ ...p, values: [10, 70], flags: 'VV' }))];
    expect(hour(packets, two)).toMatchObject({ mean: [5, 70], flags: 'IV', basis: 'im' });
  });

  it('a replay gives way to anything that was measured', () => {
    const replay = packet(0, 60, [5], { imported: true, makeBelieve: true, sourceId: 9 });
    expect(hour([replay])).toMatchObject({ mean: [5], sourceId: 9 });
    expect(hour([replay, ...minutes])).toMatchObject({ mean: [10], sourceId: 1, basis: 'm' });
  });
});

describe('quantities that are not averaged like others', () => {
  it('wind direction is averaged as a vector', () => {
    const wind = device([channel(1, 'WD')]);
    expect(
      hour(
        row(0, 60, 10, (m) => (m % 20 ? 350 : 20)),
        wind,
      ),
    ).toMatchObject({ mean: [5], min: [null] });
    expect(
      hour(
        row(0, 60, 10, (m) => (m % 20 ? 0 : 180)),
        wind,
      ),
    ).toMatchObject({ mean: [null], flags: 'N' });
  });

  it('an unmapped factor that names the wind direction is one', () => {
    const wind = device([channel(1, null, { factor: 'a01008' })]);
    expect(
      hour(
        row(0, 60, 10, (m) => (m % 20 ? 350 : 10)),
        wind,
      ),
    ).toMatchObject({ mean: [0] });
  });

  it('totals are summed, least and greatest are of all', () => {
    const packets = row(0, 60, 10, (m) => m / 10);
    const of = (statistic: MeasuringChannel['statistic']) => device([channel(1, 'PM25', { statistic })]);
    expect(hour(packets, of('total'))?.mean).toEqual([15]);
    expect(hour(packets, of('min'))?.mean).toEqual([0]);
    expect(hour(packets, of('max'))?.mean).toEqual([5]);
  });
});

describe('marks of quality control', () => {
  it('take values out of the mean, and the hour out when too few are left', () => {
    const packets = row(0, 60, 1, (m) => (m < 10 ? 900 : 20));
    expect(hour(packets, device(), [mark(0, 10, 'I')])).toMatchObject({
      mean: [20],
      samples: [50],
      validMinutes: [50],
    });
    expect(hour(packets, device(), [mark(0, 40, 'I')])).toMatchObject({ mean: [null], flags: 'I' });
  });

  it('never make better what the device itself does not vouch for', () => {
    const packets = row(0, 60, 10, () => 20, 'I');
    expect(hour(packets, device(), [mark(0, 60, 'S')])).toMatchObject({ flags: 'I' });
  });

  it('mark an hour of the device when they cover more than a quarter of it', () => {
    const own = [packet(0, 60, [30])];
    expect(hour(own, device(), [mark(0, 15, 'S')])).toMatchObject({ flags: 'V', validMinutes: [60] });
    expect(hour(own, device(), [mark(0, 16, 'S')])).toMatchObject({ mean: [30], flags: 'S', validMinutes: [0] });
  });
});
