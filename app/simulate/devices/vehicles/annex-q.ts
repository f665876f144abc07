import { type Block as Block17691, encodeGb17691, terminalEnvelope } from '#protocols/gb-17691';
import type { Parcel, Speaker } from '../../links/index.ts';
import { MINUTE } from '../../world/index.ts';
import type { Cast } from '../cast.ts';
import { isoBeijing, PATIENCE, timetable } from '../routine.ts';
import { engineAt, obdOf } from './engine.ts';
import { everyOf, ICCID, NOTHING, secondsOf } from './seconds.ts';

const OBD_EVERY = 10 * MINUTE;

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
      every: everyOf(cast),
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
