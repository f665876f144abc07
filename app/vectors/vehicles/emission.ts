import { bytesOfHex, hexOf } from '#protocols/fields';
import { decodeGb17691, type Gb17691Message, gb17691Reader, type Obd, type Stream } from '#protocols/gb-17691';
import { decodeHj1239, type Hj1239Message, hj1239Reader } from '#protocols/hj-1239';
import type { VehicleReader } from '#protocols/vehicle-link';
import { bytesOf, type FrameLine } from '../frame-file.ts';
import type { FrameKind } from '../frame-kinds.ts';

type Said = Readonly<Record<string, unknown>>;

/** Frame files print physical values with six decimals. */
const six = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
const micro = (degrees: number | null) => (degrees === null ? null : Math.round(degrees * 1e6));
const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');

type Enveloped = Pick<Gb17691Message, 'envelope' | 'deviations' | 'raw'>;
type Numbered = { readonly time?: unknown; readonly sequence?: unknown; readonly iccid?: unknown };

/** What the files say of the frame around the data. */
export function envelopeSaid({ envelope, deviations, raw }: Enveloped): Said {
  const wrong = (code: string) => deviations.some((one) => one.code === code);
  const checksum = raw.subarray(2, -1).reduce((sum, byte) => sum ^ byte, 0);
  return {
    start: hexOf(raw.subarray(0, 2)),
    cmd: envelope?.command,
    response: envelope?.response,
    vin: envelope?.vin,
    software_version: envelope?.softwareVersion,
    encryption: envelope?.encryption,
    length: raw.length - 25,
    length_ok: !wrong('length-wrong'),
    bcc_in_frame: hexOf(raw.subarray(-1)),
    bcc_computed: hex(checksum, 2),
    valid_crc: !wrong('checksum-wrong'),
  };
}

/** What the files say of a byte stream: where the whole frames stand. */
export function streamSaid(reader: VehicleReader, line: FrameLine): Said {
  const pieces = [...reader.push(bytesOf(line)), ...reader.end()];
  const frames = pieces.filter(({ kind }) => kind === 'frame');
  return { good_frames_offset_length: frames.map(({ offset, bytes }) => [offset, bytes.length]) };
}

export const streamValues = (stream: Stream): Said => ({
  speed_kmh: six(stream.speedKmh),
  baro_kPa: stream.barometricKPa,
  net_torque_pct: stream.netTorquePercent,
  friction_torque_pct: stream.frictionTorquePercent,
  rpm: stream.engineRpm,
  fuel_L_h: stream.fuelLitresPerHour,
  nox_up_ppm: stream.noxUpstreamPpm,
  nox_down_ppm: stream.noxDownstreamPpm,
  reagent_pct: stream.reagentPercent,
  intake_kg_h: stream.intakeAirKgPerHour,
  scr_in_C: stream.scrInCelsius,
  scr_out_C: stream.scrOutCelsius,
  dpf_dp_kPa: stream.dpfDifferenceKPa,
  coolant_C: stream.coolantCelsius,
  tank_pct: stream.tankPercent,
  position_status_byte: stream.positionStatus,
  'lon_raw_1e-6': micro(stream.longitudeDegrees),
  'lat_raw_1e-6': micro(stream.latitudeDegrees),
  odometer_km: stream.odometerKm,
});

/** A hex text as the characters it stands for. */
export const characters = (text: string) => String.fromCharCode(...bytesOfHex(text));

const obdValues = (obd: Obd): Said => ({
  protocol: obd.protocol,
  mil: obd.mil,
  support: hex(obd.support, 4),
  ready: hex(obd.ready, 4),
  vin: obd.vin,
  calid: obd.calid,
  cvn_hex: obd.cvn.toLowerCase(),
  iupr_hex: obd.iupr.toLowerCase(),
  dtc_count: Array.isArray(obd.faultCodes) ? obd.faultCodes.length : obd.faultCodes,
  dtc: obd.faultCodes,
});

function gb17691Said(message: Gb17691Message): Said {
  const { body } = message;
  if (body.kind === 'kept') return envelopeSaid(message);
  if (body.kind === 'record') {
    const { time, sequence: seq, iccid } = body.values as Numbered;
    return { ...envelopeSaid(message), time, seq, iccid };
  }
  const blocks = body.blocks.map((block) =>
    block.name === 'kept'
      ? { kept: block.hex }
      : {
          type: block.type,
          seq: block.head.sequence,
          ...(block.name === 'obd' ? { obd: obdValues(block.values) } : { stream: streamValues(block.values) }),
        },
  );
  const consumed = !body.blocks.some(({ name }) => name === 'kept');
  return { ...envelopeSaid(message), time: body.values.time, blocks, consumed_all: consumed };
}

export const GB_17691: FrameKind = {
  read: (line) =>
    line.kind === 'stream' ? streamSaid(gb17691Reader(), line) : gb17691Said(decodeGb17691(bytesOf(line))),
  notes: ['note'],
};

function hj1239Said(message: Hj1239Message): Said {
  const { body } = message;
  if (body.kind === 'kept') return envelopeSaid(message);
  const { time, sequence: seq } = body.values as Numbered;
  const said = { ...envelopeSaid(message), time, seq };
  const block = body.kind === 'report' ? body.blocks.find(({ name }) => name === 'stream') : undefined;
  if (block?.name !== 'stream') return said;
  return { ...said, block_type: block.type, collect_time: block.head.collected, stream: streamValues(block.values) };
}

export const HJ_1239: FrameKind = {
  read: (line) => (line.kind === 'stream' ? streamSaid(hj1239Reader(), line) : hj1239Said(decodeHj1239(bytesOf(line)))),
  notes: ['note'],
};
