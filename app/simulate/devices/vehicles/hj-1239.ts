import {
  type Block as Block1239,
  decodeHj1239,
  encodeHj1239,
  hj1239Reader,
  PLATFORM_LINK,
  TERMINAL_LINK,
} from '#protocols/hj-1239';
import type { Envelope } from '#protocols/vehicle-link';
import type { Heard, Parcel, Speaker } from '../../links/index.ts';
import type { Cast } from '../cast.ts';
import { isoBeijing, PATIENCE, timetable } from '../routine.ts';
import { engineAt } from './engine.ts';
import { everyOf, ICCID, NOTHING, secondsOf } from './seconds.ts';

/** name of 12 bytes, password of 20, cipher */
const CREDENTIALS = `${'53494D'.padEnd(24, '0')}${'53494D'.padEnd(40, '0')}01`;

/** A terminal of HJ 1239.3 section 4: the frame of annex Q with blocks that carry their own time; no answer is due here either. */
export function hj1239TerminalSpeaker(cast: Cast): Speaker {
  const { world, device, where, clockError } = cast;
  const vin = device.code;
  let sequence = 0;
  const count = () => {
    sequence = (sequence + 1) & 0xffff;
    return sequence;
  };
  const parcel = (kind: Parcel['kind'], name: string, stamps: number[], body: Hj1239Body): Parcel => ({
    kind,
    key: '',
    what: name,
    stamps,
    awaits: false,
    bytes: (again) =>
      encodeHj1239(envelopeOf(TERMINAL_LINK, again && name === 'realtime' ? 'reissue' : name, vin), body),
  });
  const table = timetable(cast, [
    {
      every: everyOf(cast),
      make: (instant, stamp) => [
        parcel('data', 'realtime', [stamp], {
          kind: 'report',
          values: { time: isoBeijing(stamp), sequence: count() },
          blocks: blocksOf(cast, instant),
        }),
      ],
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

  function blocksOf(of: Cast, instant: number): Block1239[] {
    return secondsOf(of, instant).map((at) => streamBlock(world.seed, vin, where(at), at, clockError));
  }
}

type Hj1239Body = Parameters<typeof encodeHj1239>[1];

const streamBlock = (
  seed: number,
  vin: string,
  at: Parameters<typeof engineAt>[2],
  instant: number,
  clockError: number,
): Block1239 => ({
  name: 'stream',
  type: 0x02,
  head: { collected: isoBeijing(instant + clockError) },
  values: engineAt(seed, vin, at, instant),
});

/** The envelope of a command on either link of HJ 1239. */
function envelopeOf(link: typeof PLATFORM_LINK | typeof TERMINAL_LINK, name: string, vin: string): Envelope {
  const { command } = link.commands.find((row) => row.name === name)!;
  const platform = link === PLATFORM_LINK;
  return {
    start: 0x7e,
    head: platform ? 'platform' : 'terminal',
    command,
    response: platform ? 0xfe : null,
    softwareVersion: platform ? null : 1,
    vin,
    encryption: 0x01,
  };
}

/** A maker's platform that sends a truck's reports on (HJ 1239.3 section 5): logs in, and is answered for each report. */
export function hj1239Speaker(cast: Cast): Speaker {
  const { world, device, where, clockError } = cast;
  const vin = device.code;
  let sequence = 0;
  let reader = hj1239Reader();
  let admitted = false;
  const parcel = (kind: Parcel['kind'], name: string, stamp: number, body: Hj1239Body): Parcel => ({
    kind,
    key: `${name} ${isoBeijing(stamp)}`,
    what: name,
    stamps: kind === 'data' ? [stamp] : [],
    awaits: true,
    bytes: () => encodeHj1239(envelopeOf(PLATFORM_LINK, name, vin), body),
  });
  const report = (instant: number, stamp: number): Parcel => {
    sequence = (sequence + 1) & 0xffff;
    const blocks = secondsOf(cast, instant).map((at) => streamBlock(world.seed, vin, where(at), at, clockError));
    return parcel('data', 'realtime', stamp, { kind: 'report', values: { time: isoBeijing(stamp), sequence }, blocks });
  };
  return {
    ...timetable(cast, [{ every: everyOf(cast), make: (instant, stamp) => [report(instant, stamp)] }]),
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
