import {
  type Deviation,
  type DeviationName,
  decode,
  encode,
  factorsOf,
  fieldsOf,
  type Hj212Segment,
  readSegment,
} from '#protocols/hj-212';
import { bytesOf, type FrameLine } from './frame-file.ts';
import type { FrameKind } from './frame-kinds.ts';

/**
 * How frame files word a deviation. Deviations that have no wording there are ours alone and are not compared; a length
 * is worded with both numbers, a missing QN as what it usually means.
 */
const WORDING: Partial<Record<DeviationName, (detail: string) => string>> = {
  'length-wrong': (d) => `declared length ${d.split(', ')[0]}, data segment is ${d.split(', ')[1]}`,
  'extra-after-crc': (d) => `extra bytes '${d}' after CRC`,
  'crc-missing': () => 'no CRC',
  'crc-lower-case': () => 'CRC in lower case hex',
  'crc-other-variant': (d) => `CRC is ${d}, not the HJ 212 algorithm`,
  'crc-mismatch': () => 'CRC matches no known variant',
  'qn-missing': () => 'no QN (2005 style upload)',
  'qn-form': () => 'QN is not 17 digits',
  'st-length': (d) => `ST is ${d} characters`,
  'pw-length': (d) => `PW is ${d} characters`,
  'mn-length': (d) => `MN is ${d} characters`,
  'field-order': (d) => `header field order ${d}`,
  'field-name-case': (d) => `field name ${d}`,
  'field-name-stray': (d) => `stray character in field name '${d}'`,
  'packet-no-disagrees': () => 'Flag bit 1 and PNUM/PNO disagree',
  'packet-no-without-flag': () => 'PNUM/PNO without Flag',
  'trailing-semicolon': () => "trailing ';' in CP",
  'data-time-length': (d) => `DataTime is ${d} characters`,
  'double-suffix': (d) => `double suffix ${d}`,
};
const worded = (deviations: readonly Deviation[]) =>
  deviations.flatMap(({ name, detail }) => WORDING[name]?.(detail) ?? []).sort();

const numberOrNull = (text: string | null) => (text === null ? null : Number(text));

function segmentKeys(segment: Hj212Segment) {
  return {
    qn: segment.qn,
    st: segment.st,
    cn: segment.cn,
    pw: segment.pw,
    mn: segment.mn,
    flag: segment.flag,
    pnum: numberOrNull(segment.pnum),
    pno: numberOrNull(segment.pno),
    version: segment.edition,
    version_bits: segment.flag === null ? null : segment.flag >> 2,
    has_packet_no: segment.hasPacketNo,
    need_ack: segment.needAck,
    cp_groups: segment.groups.map((group) => group.map(({ name, value }) => [name, value])),
    cp_fields: fieldsOf(segment),
    factors: factorsOf(segment),
  };
}

/** The deviations of a line may stand in any order. */
const sorted = (line: FrameLine) => {
  const { deviations } = line.expect;
  if (Array.isArray(deviations)) deviations.sort();
};

function readFrame(line: FrameLine): Readonly<Record<string, unknown>> {
  sorted(line);
  if (line.encoding === 'utf8-segment') {
    const segment = readSegment(line.frame ?? '');
    return {
      ...segmentKeys(segment),
      actual_length: bytesOf(line).length,
      deviations: worded(segment.deviations),
    };
  }
  const message = decode(bytesOf(line));
  if (!message) throw new Error('no frame found');
  const crc = message.crc.toString(16).toUpperCase().padStart(4, '0');
  const lengthOk = message.declaredLength === message.actualLength;
  const named = (name: DeviationName) => message.deviations.some((one) => one.name === name);
  const ended = !named('extra-after-crc') && !message.deviations.some(({ name }) => name.startsWith('terminator-'));
  return {
    ...segmentKeys(message),
    declared_length: message.declaredLength,
    actual_length: message.actualLength,
    length_ok: lengthOk,
    crc_in_frame: message.crcText,
    crc_computed: crc,
    crc_variant: message.crcVariant,
    valid_crc: message.crcVariant === 'hj212',
    strict_frame_ok: message.crcVariant === 'hj212' && lengthOk && ended,
    deviations: worded(message.deviations),
  };
}

/** Frames of HJ 212 as captured, and data segments as the standard prints them. */
export const HJ212_FRAMES: FrameKind = { read: readFrame, notes: ['terminator_in_source'] };

/** An encrypted frame: decoded with the test key, and written again in the clear and sealed. */
function readEncrypted(line: FrameLine): Readonly<Record<string, unknown>> {
  const keyHex = String(line.expect.test_key_hex);
  const key = Buffer.from(keyHex, 'hex');
  const wire = bytesOf(line);
  const message = decode(wire, { key });
  if (!message) throw new Error('no frame found');
  const { qn, st, cn, mn, flag } = message;
  const again = encode(message, { key, cipherForm: message.cipher ?? 'bytes' });
  const area = again.subarray(again.indexOf('CP=&&') + 5, again.lastIndexOf('&&'));
  const whole = area.length - (area.length % 16);
  return {
    valid_crc: message.crcVariant === 'hj212' && again.equals(wire),
    test_key_hex: keyHex,
    plaintext_frame: encode(message).toString(),
    cipher_hex: area.subarray(0, whole).toString('hex').toUpperCase(),
    plain_remainder: area.subarray(whole).toString(),
    decoded: { qn, st, cn, mn, flag, factors: factorsOf(message), cp_fields: fieldsOf(message) },
  };
}

/** Frames of HJ 212-2025 with an encrypted data area and the key to it. */
export const HJ212_SM4_FRAMES: FrameKind = {
  read: readEncrypted,
  notes: ['algorithm', 'cipher_reproduced_with_openssl', 'binary_form_is_our_reading'],
};
