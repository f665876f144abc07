import { type Block, DIALECT, decodeGb32960, encodeGb32960, gb32960Reader } from '#protocols/gb-32960';
import type { Envelope } from '#protocols/vehicle-link';
import type { Heard, Parcel, Speaker } from '../../links/index.ts';
import { chance, keyOf, MINUTE, SECOND } from '../../world/index.ts';
import type { Cast } from '../cast.ts';
import { isoBeijing, PATIENCE, timetable } from '../routine.ts';

type Name = (typeof DIALECT.commands)[number]['name'];
const REPORT_EVERY = 30 * SECOND;
const HEARTBEAT_EVERY = 5 * MINUTE;
const ICCID = '89860000000000000001';
const NOTHING = new Uint8Array();
/** km on a full battery */
const RANGE = 220;

const envelopeOf = (name: Name, vin: string): Envelope => ({
  start: DIALECT.starts[0],
  head: 'platform',
  command: DIALECT.commands.find((row) => row.name === name)!.command,
  response: 0xfe,
  softwareVersion: null,
  vin,
  encryption: DIALECT.plain[0],
});

/** What the vehicle tells of itself at an instant of true time. */
function blocksAt({ world, device, where }: Cast, instant: number): Block[] {
  const at = where(instant);
  const begin = chance(world.seed, keyOf(device.code), 52) * RANGE;
  const charge = Math.max(8, Math.round(98 - (90 * ((at.odometerKm + begin) % RANGE)) / RANGE));
  const volts = 520 + charge;
  return [
    {
      name: 'vehicle',
      type: 0x01,
      head: {},
      values: {
        vehicle: at.driving ? 1 : 2,
        charging: 3,
        mode: 1,
        speedKmh: at.kmh,
        odometerKm: at.odometerKm,
        volts,
        amperes: at.driving ? 20 + at.kmh * 2 : 0.5,
        chargePercent: charge,
        dcdc: 1,
        gear: at.driving ? 0x0e : 0,
        insulationKOhm: 5000,
        acceleratorPercent: at.driving ? 25 : 0,
        brakePercent: 0,
      },
    },
    {
      name: 'position',
      type: 0x05,
      head: {},
      values: {
        positionStatus: 0,
        longitudeDegrees: Number(at.lon.toFixed(6)),
        latitudeDegrees: Number(at.lat.toFixed(6)),
      },
    },
    {
      name: 'alarms',
      type: 0x07,
      head: {},
      values: { level: 0, flags: 0, batteryFaults: [], motorFaults: [], engineFaults: [], otherFaults: [] },
    },
  ];
}

/** An electric vehicle: logs in, reports, beats; each command is answered with the time that it carried. */
export function gb32960Speaker(cast: Cast): Speaker {
  const vin = cast.device.code;
  let reader = gb32960Reader();
  let admitted = false;
  let logins = 0;
  const parcel = (
    kind: Parcel['kind'],
    name: Name,
    stamp: number | null,
    body: Parameters<typeof encodeGb32960>[1],
  ): Parcel => ({
    kind,
    key: stamp === null ? name : `${name} ${isoBeijing(stamp)}`,
    what: name,
    stamps: kind === 'data' && stamp !== null ? [stamp] : [],
    awaits: true,
    bytes: (again) => encodeGb32960(envelopeOf(again && name === 'realtime' ? 'reissue' : name, vin), body),
  });
  return {
    ...timetable(cast, [
      {
        every: Math.max(REPORT_EVERY, cast.leastMs),
        make: (instant, stamp) => [
          parcel('data', 'realtime', stamp, {
            kind: 'report',
            values: { time: isoBeijing(stamp) },
            blocks: blocksAt(cast, instant),
          }),
        ],
      },
      {
        every: HEARTBEAT_EVERY,
        make: () => [parcel('talk', 'heartbeat', null, { kind: 'record', values: {}, rest: NOTHING })],
      },
    ]),
    greet(now) {
      const stamp = now + cast.clockError;
      logins = (logins + 1) & 0xffff;
      const values = { time: isoBeijing(stamp), sequence: logins, iccid: ICCID, subsystems: { length: 0, texts: [] } };
      return [parcel('talk', 'login', stamp, { kind: 'record', values, rest: NOTHING })];
    },
    admitted: () => admitted,
    hear(bytes) {
      const heard: Heard[] = [];
      for (const piece of reader.push(bytes)) {
        if (piece.kind !== 'frame') continue;
        const { envelope, command, body } = decodeGb32960(piece.bytes);
        if (!envelope || envelope.response === null || envelope.response === 0xfe) continue;
        const well = envelope.response === 0x01;
        const name = command === 'reissue' ? 'realtime' : command;
        const time = body.kind === 'answer' ? body.values.time : null;
        if (name === 'login') {
          admitted = well;
          if (!well) heard.push({ heard: 'refused' });
        }
        heard.push({ heard: 'answer', key: time === null ? name : `${name} ${time}`, well });
      }
      return heard;
    },
    closed() {
      reader = gb32960Reader();
      admitted = false;
    },
    patience: () => PATIENCE,
  };
}
