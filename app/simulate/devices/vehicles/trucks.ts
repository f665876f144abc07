import { type Block as Block17691, encodeGb17691, terminalEnvelope } from '#protocols/gb-17691';
import { type Block as Block1239, decodeHj1239, encodeHj1239, hj1239Reader, PLATFORM_LINK } from '#protocols/hj-1239';
import type { Envelope } from '#protocols/vehicle-link';
import type { Heard, Parcel, Speaker } from '../../links/index.ts';
import { MINUTE, SECOND } from '../../world/index.ts';
import type { Cast } from '../cast.ts';
import { isoBeijing, PATIENCE, timetable } from '../routine.ts';
import { engineAt, obdOf } from './engine.ts';

/** Seconds of the engine stream in one report, and how often OBD information is told. */
const SECONDS = 10;
const OBD_EVERY = 10 * MINUTE;
const ICCID = '89860000000000000000';
const NOTHING = new Uint8Array();
/** name of 12 bytes, password of 20, cipher */
const CREDENTIALS = `${'53494D'.padEnd(24, '0')}${'53494D'.padEnd(40, '0')}01`;

/** The seconds that a report covers: only those on the road, and one of a truck that is parked or told to be brief. */
function secondsOf(cast: Cast, instant: number): number[] {
  if (cast.leastMs > SECONDS * SECOND) return [instant];
  const list = Array.from({ length: SECONDS }, (_, i) => instant - (SECONDS - 1 - i) * SECOND);
  return cast.where(instant).driving ? list : [instant];
}

/** A terminal of annex Q: logs in and reports; no answer is due to anything. */
export function gb17691Speaker(cast: Cast): Speaker {
  const { world, device, where, clockError } = cast;
  const vin = device.code;
  let sequence = 0;
  const count = () => {
    sequence = (sequence + 1) & 0xffff;
    return sequence;
  };
  const parcel = (
    kind: Parcel['kind'],
    what: 'login' | 'realtime',
    stamps: number[],
    body: Parameters<typeof encodeGb17691>[1],
  ): Parcel => ({
    kind,
    key: '',
    what,
    stamps,
    awaits: false,
    // a report that waited for its line is a re-issued one
    bytes: (again) => encodeGb17691(terminalEnvelope(again && what === 'realtime' ? 'reissue' : what, vin), body),
  });
  const table = timetable(cast, [
    {
      every: Math.max(SECONDS * SECOND, cast.leastMs),
      make(instant, stamp) {
        const blocks = secondsOf(cast, instant).map(
          (at): Block17691 => ({
            name: 'stream',
            type: 0x02,
            head: { sequence: count() },
            values: engineAt(world.seed, vin, where(at), at),
          }),
        );
        return [parcel('data', 'realtime', [stamp], { kind: 'report', values: { time: isoBeijing(stamp) }, blocks })];
      },
    },
    {
      every: OBD_EVERY,
      make(_, stamp) {
        const block: Block17691 = {
          name: 'obd',
          type: 0x01,
          head: { sequence: count() },
          values: obdOf(world.seed, vin),
        };
        return [
          parcel('data', 'realtime', [stamp], { kind: 'report', values: { time: isoBeijing(stamp) }, blocks: [block] }),
        ];
      },
    },
  ]);
  return {
    ...table,
    greet: (now) => [
      parcel('talk', 'login', [], {
        kind: 'record',
        values: { time: isoBeijing(now + clockError), sequence: count(), iccid: ICCID },
        rest: NOTHING,
      }),
    ],
    admitted: () => true,
    hear: () => [],
    closed: () => undefined,
    patience: () => PATIENCE,
  };
}

const COMMANDS = new Map(PLATFORM_LINK.commands.map(({ name, command }) => [name as string, command as number]));
const platformEnvelope = (name: string, vin: string): Envelope => ({
  start: 0x7e,
  head: 'platform',
  command: COMMANDS.get(name)!,
  response: 0xfe,
  softwareVersion: null,
  vin,
  encryption: 0x01,
});

/** A maker's platform that sends a truck's reports on (HJ 1239.3 section 5): logs in, and is answered for each report. */
export function hj1239Speaker(cast: Cast): Speaker {
  const { world, device, where, clockError } = cast;
  const vin = device.code;
  let sequence = 0;
  let reader = hj1239Reader();
  let admitted = false;
  const parcel = (
    kind: Parcel['kind'],
    name: string,
    stamp: number,
    body: Parameters<typeof encodeHj1239>[1],
  ): Parcel => ({
    kind,
    key: `${name} ${isoBeijing(stamp)}`,
    what: name,
    stamps: kind === 'data' ? [stamp] : [],
    awaits: true,
    bytes: () => encodeHj1239(platformEnvelope(name, vin), body),
  });
  const report = (instant: number, stamp: number): Parcel => {
    sequence = (sequence + 1) & 0xffff;
    const blocks = secondsOf(cast, instant).map(
      (at): Block1239 => ({
        name: 'stream',
        type: 0x02,
        head: { collected: isoBeijing(at + clockError) },
        values: engineAt(world.seed, vin, where(at), at),
      }),
    );
    return parcel('data', 'realtime', stamp, { kind: 'report', values: { time: isoBeijing(stamp), sequence }, blocks });
  };
  return {
    ...timetable(cast, [
      { every: Math.max(SECONDS * SECOND, cast.leastMs), make: (instant, stamp) => [report(instant, stamp)] },
    ]),
    greet: (now) => [
      parcel('talk', 'platformLogin', now + clockError, {
        kind: 'record',
        values: {
          time: isoBeijing(now + clockError),
          sequence: 1,
          credentials: CREDENTIALS,
        },
        rest: NOTHING,
      }),
    ],
    admitted: () => admitted,
    hear(bytes) {
      const heard: Heard[] = [];
      for (const piece of reader.push(bytes)) {
        if (piece.kind !== 'frame') continue;
        const { envelope, command, body } = decodeHj1239(piece.bytes, 'platform');
        if (!envelope || envelope.response === null || envelope.response === 0xfe) continue;
        const well = envelope.response === 0x01;
        const time = body.kind === 'answer' ? body.values.time : null;
        if (command === 'platformLogin') {
          admitted = well;
          if (!well) heard.push({ heard: 'refused' });
        }
        heard.push({ heard: 'answer', key: time === null ? null : `${command} ${time}`, well });
      }
      return heard;
    },
    closed() {
      reader = hj1239Reader();
      admitted = false;
    },
    patience: () => PATIENCE,
  };
}
