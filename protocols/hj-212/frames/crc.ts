/**
 * Which computation a frame's four hex digits fit. HJ 212 annex A names its checksum "ANSI CRC16", but throws the old
 * low byte away at every step; devices also send the true CRC-16/MODBUS, either byte first.
 */
export const CRC_VARIANTS = ['hj212', 'modbus-high-byte-first', 'modbus-low-byte-first'] as const;
export type CrcVariant = (typeof CRC_VARIANTS)[number];

const POLYNOMIAL = 0xa001;

/** What eight shifts make of a byte. */
const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

const START = 0xffff;
/** added to a checksum by `crcAndBytes` when a byte is above 0x7F, and when one is below 0x20 */
export const HIGH_BYTES = 0x10000;
export const CONTROL_BYTES = 0x20000;

/** The HJ 212 checksum and, in the same pass, whether there are bytes that are no printed ASCII. */
export function crcAndBytes(bytes: Uint8Array, from: number, to: number): number {
  let crc = START;
  let all = 0;
  let below = 0;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i] as number;
    all |= byte;
    below |= byte - 0x20;
    crc = TABLE[(crc >>> 8) ^ byte] as number;
  }
  return crc | (all > 0x7f ? HIGH_BYTES : 0) | (below < 0 ? CONTROL_BYTES : 0);
}

/** The checksum of HJ 212 (annex A of each edition), 0…0xFFFF; only 256 of these values exist. */
export const crcHj212 = (bytes: Uint8Array, from = 0, to = bytes.length): number =>
  crcAndBytes(bytes, from, to) & 0xffff;

/** CRC-16/MODBUS, which some devices send instead. */
export function crcModbus(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = START;
  for (let i = from; i < to; i += 1) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return crc;
}

/** The number that a device of this variant writes as four hex digits. */
export function crcOf(variant: CrcVariant, bytes: Uint8Array, from = 0, to = bytes.length): number {
  if (variant === 'hj212') return crcHj212(bytes, from, to);
  const crc = crcModbus(bytes, from, to);
  return variant === 'modbus-high-byte-first' ? crc : ((crc & 0xff) << 8) | (crc >>> 8);
}

/** Which variant gives this number; null when none does. */
export function variantOf(given: number, bytes: Uint8Array, from = 0, to = bytes.length): CrcVariant | null {
  return CRC_VARIANTS.find((variant) => crcOf(variant, bytes, from, to) === given) ?? null;
}

export const crcText = (crc: number): string => crc.toString(16).toUpperCase().padStart(4, '0');

/** The value of four hex digits of either case at a place; -1 when they are none. */
export function hexAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i += 1) {
    const byte = bytes[i] as number;
    const digit =
      byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 102 ? (byte | 32) - 87 : -1;
    if (digit < 0) return -1;
    value = (value << 4) | digit;
  }
  return value;
}
