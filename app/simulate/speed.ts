import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { castOf } from './devices/cast.ts';
import { type Counts, layOut } from './devices/layout.ts';
import { feedOf, isStreamable, streamedOf } from './flood.ts';
import { clockFrom, Tally } from './links/index.ts';
import { groundOf, MINUTE, makeWorld, streetsOf } from './world/index.ts';

/** How many packets a second one core writes, without sending them. `fresh`: each a minute of history, else a second. */
export function generationSpeed(given: { districtPath: string; devices: Counts; seconds: number; fresh: boolean }) {
  const ground = groundOf(streetsOf(JSON.parse(readFileSync(join(given.districtPath, 'streets.geojson'), 'utf8'))));
  const layout = layOut(ground, 1, given.devices);
  const world = makeWorld(1, ground, layout.sources);
  const clock = clockFrom(Date.now());
  const devices = layout.devices
    .map((device) => castOf(world, device, 0))
    .filter(isStreamable)
    .map((cast) => streamedOf(cast, given.fresh ? { from: 0, until: 0, minutes: 1 } : undefined, new Tally(), clock));
  const feed = feedOf(devices, Math.floor(clock.began / MINUTE) * MINUTE, Number.POSITIVE_INFINITY);
  const out = Buffer.alloc(4096);
  let [packets, bytes] = [0, 0];
  const write = () => {
    for (let i = 0; i < 1000; i += 1) {
      const { device, stamp } = feed()!;
      bytes += device.template.write(out, 0, clock.began + packets, stamp, device.read(stamp));
      packets += 1;
    }
  };
  for (let warm = 0; warm < 40; warm += 1) write();
  [packets, bytes] = [0, 0];
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  while (spent() < given.seconds) write();
  return {
    what: given.fresh ? 'CN 2051, a minute of history each' : 'CN 2011, a second each',
    'packets/s of a core': Math.round(packets / spent()),
    'bytes a packet': Math.round(bytes / packets),
  };
}
