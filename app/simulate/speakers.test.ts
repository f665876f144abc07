import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeGb17691 } from '#protocols/gb-17691';
import { decodeGb32960 } from '#protocols/gb-32960';
import { decode } from '#protocols/hj-212';
import { decodeHj1239 } from '#protocols/hj-1239';
import { decodeJt808, platformAnswer, registrationAnswer } from '#protocols/jt-808';
import { castOf } from './devices/cast.ts';
import type { Protocol } from './devices/kinds.table.ts';
import { DEVICE_KINDS, type DeviceKind } from './devices/kinds.table.ts';
import { layOut } from './devices/layout.ts';
import { clockFrom, type Parcel, type Speaker } from './links/index.ts';
import { DEFAULTS } from './options.ts';
import { speakerOf } from './speakers.ts';
import { DAY, groundOf, HOUR, makeWorld, streetsOf } from './world/index.ts';

const ground = groundOf(streetsOf(JSON.parse(readFileSync('districts/xicheng/streets.geojson', 'utf8'))));
const counts = Object.fromEntries(DEVICE_KINDS.map((kind) => [kind, 4])) as Record<DeviceKind, number>;
const layout = layOut(ground, 3, counts);
const world = makeWorld(3, ground, layout.sources);
const YEAR = Array.from({ length: 8 }, (_, i) => Date.parse('2021-01-03T01:00:00+08:00') + i * 45 * DAY + 3 * i * HOUR);
const EXPECTED = ['crc-other-variant', 'qn-missing'];

/** Names of what is odd about a packet by its own protocol's decoder. */
const ODD: Readonly<Record<Protocol, (bytes: Uint8Array) => string[]>> = {
  mqtt: (bytes) => ('pm25' in JSON.parse(Buffer.from(bytes).toString('utf8')) ? [] : ['empty']),
  http: (bytes) => (/pm25/i.test(Buffer.from(bytes).toString('utf8')) ? [] : ['empty']),
  'hj-212': (bytes) => decode(bytes)!.deviations.map(({ name }) => name),
  'gb-17691': (bytes) => decodeGb17691(bytes).deviations.map(({ code }) => code),
  'hj-1239': (bytes) => decodeHj1239(bytes).deviations.map(({ code }) => code),
  'gb-32960': (bytes) => decodeGb32960(bytes).deviations.map(({ code }) => code),
  'jt-808': (bytes) => decodeJt808(bytes).deviations.map(({ code }) => code),
};

/** Lets a terminal of JT/T 808 in, as a platform would. */
function admit(speaker: Speaker, greeting: readonly Parcel[], now: number): void {
  for (const parcel of greeting) {
    const { header, body } = decodeJt808(parcel.bytes(false));
    if (body.kind === 'registration')
      for (const heard of speaker.hear(registrationAnswer(header!, 'ok', 1, 'CODE'), now))
        if (heard.heard === 'say') admit(speaker, heard.parcels, now);
    if (body.kind === 'authentication') speaker.hear(platformAnswer(header!, 'ok', 2), now);
  }
}

describe('whatever the hour and the season, a device says what its protocol allows', () => {
  it.each(layout.devices.map((device) => [device.name, device] as const))('%s', (_, device) => {
    const cast = castOf(world, device, 0);
    const { protocol } = cast.model;
    let said = 0;
    for (const from of YEAR) {
      const clock = clockFrom(from);
      const { speaker } = speakerOf(cast, { ...DEFAULTS, clock });
      const greeting = speaker.greet(from);
      speaker.nextAt(from);
      if (protocol === 'jt-808') admit(speaker, greeting, from);
      const parcels = [...greeting, ...speaker.due(from + HOUR + 60_000)];
      for (const parcel of parcels) {
        const odd = ODD[protocol](parcel.bytes(false)).filter((name) => !EXPECTED.includes(name));
        expect(odd).toEqual([]);
        expect(parcel.bytes(true).length).toBeGreaterThan(0);
      }
      said += parcels.filter(({ kind }) => kind === 'data').length;
    }
    expect(said).toBeGreaterThan(8);
  });
});
