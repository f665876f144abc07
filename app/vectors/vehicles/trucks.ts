import { hexOf, xorOf } from '#protocols/fields';
import { type Body, decodeJt808, type Location, unescaped } from '#protocols/jt-808';
import { bytesOf } from '../frame-file.ts';
import type { FrameKind } from '../frame-kinds.ts';

type Said = Readonly<Record<string, unknown>>;

const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
const bcdOf = (stamp: string | null) => stamp?.slice(2, 19).replaceAll(/\D/g, '');
const NEEDLESS = /\0+$/;

const locationSaid = (one: Location): Said => ({
  alarm: hex(one.alarm, 8),
  status: hex(one.status, 8),
  'lat_1e-6': one.latitudeMicro,
  'lon_1e-6': one.longitudeMicro,
  altitude_m: one.altitudeMetres,
  'speed_0.1kmh': one.speedTenthsKmh,
  direction: one.directionDegrees,
  time_bcd: bcdOf(one.time),
  extras: [
    ...one.items.map((item) => [hex(item.id, 2), item.hex]),
    ...(one.rest === '' ? [] : [['truncated', one.rest.toLowerCase()]]),
  ],
});

/** What the files say of a body. */
function bodySaid(body: Body): Said {
  switch (body.kind) {
    case 'terminalAnswer':
    case 'platformAnswer': {
      const { answers, answeredId, result } = body.values;
      return { ack: { serial: answers, msg_id: hex(answeredId, 4), result } };
    }
    case 'registration': {
      const { province, city, maker, model, terminal, plateColour, plate } = body.values;
      return {
        register: {
          province,
          city,
          maker,
          model,
          terminal_id: terminal,
          plate_colour: plateColour,
          plate: plate?.replace(NEEDLESS, ''),
        },
      };
    }
    case 'registrationAnswer': {
      const { answers, result, authCode } = body.values;
      return { register_reply: { serial: answers, result, auth_code: authCode } };
    }
    case 'authentication': {
      const { authCode, ...more } = body.values;
      return { auth_code: authCode, ...more };
    }
    case 'location':
    case 'locationAnswer':
      return { location: locationSaid(body.location) };
    case 'batch': {
      const items = body.locations.map((one) =>
        'kept' in one
          ? one
          : { 'lat_1e-6': one.latitudeMicro, 'lon_1e-6': one.longitudeMicro, time_bcd: bcdOf(one.time) },
      );
      return { batch: { count: body.count, kind: body.reason, items } };
    }
    default:
      return {};
  }
}

const UNDECODABLE = '0x7D not followed by 01/02';

export const JT_808: FrameKind = {
  read: (line) => {
    const { header, body, deviations } = decodeJt808(bytesOf(line));
    const bytes = unescaped(bytesOf(line).subarray(1, -1));
    const wrong = (code: string) => deviations.some((one) => one.code === code);
    if (!header || !bytes) return { undecodable: wrong('escape-wrong') ? UNDECODABLE : null, valid_crc: false };
    const properties = ((bytes[2] as number) << 8) | (bytes[3] as number);
    return {
      msg_id: hex(header.id, 4),
      props: hex(properties, 4),
      body_length: properties & 0x3ff,
      encrypt: header.encryption,
      subpackage: header.part !== null,
      version_2019: header.edition === '2019',
      checksum_in_frame: hexOf(bytes.subarray(-1)),
      checksum_computed: hex(xorOf(bytes, 0, bytes.length - 1), 2),
      protocol_version: header.protocolVersion,
      phone_bcd: header.phone,
      serial: header.serial,
      body_length_ok: !wrong('length-wrong'),
      valid_crc: !wrong('checksum-wrong'),
      ...bodySaid(body),
    };
  },
  notes: ['note'],
};
