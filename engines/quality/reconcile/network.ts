import type { StandingDevice } from '#engines/devices';
import { planeAround } from '#methods/interpolation';
import type { Network, SensorSeries, TRANSPORT_FLAGS } from '#methods/sensor-qc';
import { isPollutant, POLLUTANTS } from '#standards/pollutants';

const HOUR = 3_600_000;

/** Letters of packets as the tests know them. V is valid, N nothing. */
const LETTERS: Readonly<Record<string, keyof typeof TRANSPORT_FLAGS>> = { I: 1, M: 2, C: 3, S: 6 };

/** How much of the unit of the catalogue one unit of a channel is. */
const TIMES: Readonly<Record<string, number>> = { 'mg/m³→µg/m³': 1000, 'µg/m³→mg/m³': 1 / 1000 };

/** One channel of a device that can be tested: its place in packets, and how its unit becomes the catalogue's. */
export type Tested = { readonly place: number; readonly code: string; readonly times: number };

/** The channels of a device that say a quantity of the catalogue in a unit that can become the catalogue's. */
export function testedChannels(device: StandingDevice): Tested[] {
  return device.channels.flatMap(({ no, pollutant, unit, statistic }) => {
    if (pollutant === null || unit === null || statistic !== 'value' || !isPollutant(pollutant)) return [];
    const wanted = POLLUTANTS[pollutant].unit;
    const times = unit === wanted ? 1 : TIMES[`${unit}→${wanted}`];
    return times === undefined ? [] : [{ place: no - 1, code: pollutant, times }];
  });
}

export type Packet = {
  readonly at: number;
  readonly spanMinutes: number;
  readonly values: readonly string[];
  readonly flags: string;
};

/** records that come at least so often (minutes) are looked at in steps of five minutes, others in hours */
const OFTEN = 30;

export type Finest = { readonly packets: readonly Packet[]; readonly hourly: boolean; readonly lastsMinutes: number };

/**
 * The finest records of a device count: its periods below an hour, else its moments, each of which stands for the time until
 * the next one usually comes, else its hours.
 */
export function finestOf(packets: readonly Packet[]): Finest {
  const periods = packets.filter(({ spanMinutes: s }) => s > 0 && s <= OFTEN);
  if (periods.length > 0) {
    const finest = periods.reduce((least, { spanMinutes }) => Math.min(least, spanMinutes), OFTEN);
    const of = periods.filter(({ spanMinutes }) => spanMinutes === finest);
    return { packets: of, hourly: false, lastsMinutes: finest };
  }
  const moments = packets.filter(({ spanMinutes }) => spanMinutes === 0);
  if (moments.length > 1) {
    const usual = usualGap(moments);
    return { packets: moments, hourly: usual > OFTEN, lastsMinutes: usual };
  }
  return { packets: packets.filter(({ spanMinutes }) => spanMinutes === 60), hourly: true, lastsMinutes: 60 };
}

/** minutes from one moment to the next, in the middle of all */
function usualGap(moments: readonly Packet[]): number {
  const gaps = moments.slice(1).map(({ at }, i) => at - moments[i]!.at);
  return Math.round(gaps.sort((a, b) => a - b)[gaps.length >> 1]! / 60_000);
}

/** Series of one device at equal steps: the mean of the values of each step, or the letter that stands in their place. */
export function seriesOf(
  device: StandingDevice,
  { packets, lastsMinutes }: Finest,
  from: number,
  stepMinutes: number,
  steps: number,
) {
  const step = stepMinutes * 60_000;
  const every = Math.max(1, Math.floor(lastsMinutes / stepMinutes));
  const values: Record<string, Float64Array> = {};
  const transport: Record<string, Uint8Array> = {};
  const counts = new Uint16Array(steps);
  for (const { place, code, times } of testedChannels(device)) {
    const sum = new Float64Array(steps);
    const flags = new Uint8Array(steps);
    counts.fill(0);
    for (const { at, values: texts, flags: letters } of packets) {
      const first = Math.floor((at - from) / step);
      const last = first + every - 1;
      const text = texts[place];
      if (text === undefined || text === 'NULL') continue;
      const flag = LETTERS[letters[place] ?? 'N'];
      for (let i = Math.max(0, first); i <= Math.min(steps - 1, last); i += 1) {
        if (flag !== undefined) flags[i] = Math.max(flags[i]!, flag);
        else if (letters[place] === 'V') {
          sum[i]! += Number(text) * times;
          counts[i]! += 1;
        }
      }
    }
    values[code] = sum.map((total, i) => (counts[i] ? total / counts[i]! : Number.NaN));
    transport[code] = flags.map((flag, i) => (counts[i] ? 0 : flag));
  }
  return { values, transport, every };
}

/** where a device without a place stands: so far from all others that nobody is its neighbour */
const NOWHERE = 1e7;

/** Devices of a network with their places on a plane; those without a place have no neighbours. */
export function placesOf(devices: readonly StandingDevice[]): { x: number; y: number }[] {
  const placed = devices.filter(({ lon, lat }) => lon !== null && lat !== null);
  const plane = planeAround(
    placed.map(({ lon }) => lon!),
    placed.map(({ lat }) => lat!),
  );
  const at = new Map(placed.map(({ id }, i) => [id, { x: plane.x[i]!, y: plane.y[i]! }]));
  return devices.map(({ id }, i) => at.get(id) ?? { x: NOWHERE * (i + 1), y: NOWHERE });
}

/** Networks of one period: devices that tell more often than hourly, and those that tell hours only. */
export function networksOf(
  devices: readonly StandingDevice[],
  packetsOf: ReadonlyMap<number, readonly Packet[]>,
  from: number,
  hours: number,
): Network[] {
  const places = placesOf(devices);
  const kinds = new Map<boolean, SensorSeries[]>();
  devices.forEach((device, i) => {
    const finest = finestOf(packetsOf.get(device.id) ?? []);
    const { hourly } = finest;
    if (finest.packets.length === 0) return;
    const steps = hours * (hourly ? 1 : 12);
    const series = seriesOf(device, finest, from, hourly ? 60 : 5, steps);
    const sensors = kinds.get(hourly) ?? [];
    kinds.set(hourly, [...sensors, { id: String(device.id), ...places[i]!, place: device.kind, ...series }]);
  });
  return [...kinds].map(([hourly, sensors]) => ({
    from: Math.floor(from / HOUR) * HOUR,
    stepMinutes: hourly ? 60 : 5,
    steps: hours * (hourly ? 1 : 12),
    sensors,
  }));
}

/**
 * A stretch of the hours that tests have left, as a network of hourly steps.
 * @param at where the stretch begins in the medians, `length` hours long
 */
export function hourlyNetwork(
  devices: readonly StandingDevice[],
  medians: ReadonlyMap<number, readonly Float64Array[]>,
  usual: ReadonlyMap<number, Readonly<Record<number, number>>>,
  from: number,
  at: number,
  length: number,
): Network {
  const places = placesOf(devices);
  const sensors = devices.flatMap((device, i) => {
    const own = medians.get(device.id);
    if (!own) return [];
    const values: Record<string, Float64Array> = {};
    const ratios: Record<string, number> = {};
    for (const { no, pollutant, statistic } of device.channels) {
      const series = own[no - 1];
      if (pollutant === null || statistic !== 'value' || !series) continue;
      values[pollutant] = series.slice(at, at + length);
      const ratio = usual.get(device.id)?.[no];
      if (ratio !== undefined) ratios[pollutant] = ratio;
    }
    return [{ id: String(device.id), ...places[i]!, place: device.kind, values, usual: ratios }];
  });
  return { from, stepMinutes: 60, steps: length, sensors };
}
