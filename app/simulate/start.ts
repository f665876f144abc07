import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AcknowledgedKeys } from './acknowledged.ts';
import { castOf } from './devices/cast.ts';
import type { FaultName } from './devices/faults.table.ts';
import { silentUntil } from './devices/faults.ts';
import type { DeviceKind } from './devices/kinds.table.ts';
import { type Layout, layOut } from './devices/layout.ts';
import { type FloodRun, isStreamable, startFlood } from './flood.ts';
import { clockFrom, Line, Schedule, Tally, wall } from './links/index.ts';
import { DEFAULTS, LIVE, type SimulationOptions } from './options.ts';
import { type Report, reportOf } from './report.ts';
import { speakerOf } from './speakers.ts';
import { type Told, truthTold } from './told.ts';
import { chance, groundOf, keyOf, makeWorld, streetsOf } from './world/index.ts';

export type Handle = {
  readonly layout: Layout;
  /** what has been counted so far */
  readonly report: () => Report;
  /** keys of everything acknowledged, when they are kept */
  readonly acknowledged: AcknowledgedKeys;
  /** the truth behind it all from its beginning to now: sources, strengths, mishaps, and the fault of each device */
  readonly truth: () => Told;
  /** when all of the history is acknowledged; never without one */
  readonly done: Promise<void>;
  /** breaks all connections off; they come back */
  readonly cut: () => void;
  readonly stop: () => Promise<Report>;
};

const STREETS = 'streets.geojson';

/** Brings a network of devices to life against a platform. Resolves when all have begun; they then speak by themselves. */
export async function startSimulation(options: SimulationOptions): Promise<Handle> {
  const { seed, host, faults, speed, spreadMs } = { ...DEFAULTS, ...options };
  const ports = { ...DEFAULTS.ports, ...options.ports };
  const httpBase = options.httpBase ?? DEFAULTS.httpBase;
  const ground = groundOf(streetsOf(JSON.parse(readFileSync(join(options.districtPath, STREETS), 'utf8'))));
  const layout = isLayout(options.devices) ? options.devices : layOut(ground, seed, options.devices);
  const world = makeWorld(seed, ground, layout.sources);
  const clock = clockFrom(options.began ?? Date.now(), speed);
  const casts = layout.devices.map((device) => castOf(world, device, faults, options.leastSeconds));
  const tallies = new Map<DeviceKind, Tally>();
  const tallyOf = (kind: DeviceKind): Tally => {
    const tally = tallies.get(kind) ?? new Tally();
    tallies.set(kind, tally);
    return tally;
  };
  const keys = new AcknowledgedKeys();
  const acknowledged = options.keepAcknowledged ? keys.add : () => undefined;

  const streams = options.rate !== undefined || options.history !== undefined;
  const flooding = streams ? casts.filter(isStreamable) : [];
  const flood: FloodRun | null =
    flooding.length > 0
      ? startFlood({ casts: flooding, options, host, port: ports.hj212, clock, tallyOf, acknowledged })
      : null;

  const schedule = new Schedule();
  let random = 0;
  const lines = casts
    .filter((cast) => !flooding.includes(cast))
    .map((cast) => {
      const { device, fault } = cast;
      const { speaker, transport } = speakerOf(cast, { host, ports, httpBase, clock });
      const openAt = wall() + chance(seed, keyOf(device.code), 31) * spreadMs;
      let wakeAt: (at: number) => void = () => undefined;
      const line = new Line(
        {
          code: device.code,
          speaker,
          transport,
          outbox: LIVE,
          clock,
          tally: tallyOf(device.kind),
          acknowledged,
          awayUntil: (now) => silentUntil(seed, device.code, fault, now),
          wakeAt: (at) => wakeAt(at),
          jitter: () => chance(seed, keyOf(device.code), 32, ++random),
        },
        openAt,
      );
      wakeAt = schedule.add(openAt, () => line.wake());
      return { line, kind: device.kind };
    });

  const cut = () => {
    for (const { line } of lines) line.cut();
    flood?.cut();
  };
  const storm = options.storm ? setInterval(cut, options.storm * 1000) : null;
  const began = wall();
  const counts = new Map<DeviceKind, number>();
  for (const { device } of casts) counts.set(device.kind, (counts.get(device.kind) ?? 0) + 1);

  const faultCounts: Partial<Record<FaultName, number>> = {};
  for (const { fault } of casts) if (fault) faultCounts[fault] = (faultCounts[fault] ?? 0) + 1;

  const report = (): Report => {
    const counted = [...counts].map(([kind, devices]) => ({
      kind,
      devices,
      tally: tallyOf(kind),
      open: lines.reduce((open, one) => open + (one.kind === kind ? one.line.open : 0), 0) + (flood?.open(kind) ?? 0),
    }));
    const up = lines.reduce((connected, { line }) => connected + (line.isUp ? 1 : 0), 0);
    return reportOf(counted, (wall() - began) / 1000, up + (flood?.connected() ?? 0), faultCounts);
  };

  return {
    layout,
    report,
    acknowledged: keys,
    truth: () => truthTold(world, casts, clock),
    done: flood?.done ?? new Promise(() => undefined),
    cut,
    async stop() {
      if (storm) clearInterval(storm);
      schedule.stop();
      const last = report();
      for (const { line } of lines) line.end();
      flood?.stop();
      return last;
    },
  };
}

const isLayout = (devices: SimulationOptions['devices']): devices is Layout => 'sources' in devices;
