import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';
import { variantOf } from './frames/crc.ts';
import { HEAD, type Hj212Frame, segmentOf } from './frames/frame.ts';
import type { CipherForm } from './message.ts';

const BLOCK = 16;
const BRACE = 0x7b;
const ALGORITHM = 'sm4-ecb';

/**
 * SM4 as HJ 212-2025 annex A uses it: ECB without padding, over the whole 16-byte blocks of the data area; a rest of fewer
 * than 16 bytes stays plain. Throws a RangeError for a key of another length, an Error when this OpenSSL has no SM4.
 */
export function sm4Blocks(way: 'encrypt' | 'decrypt', bytes: Uint8Array, key: Uint8Array): Buffer {
  if (key.length !== BLOCK) throw new RangeError(`an SM4 key has 16 bytes, this one ${key.length}`);
  if (!getCiphers().includes(ALGORITHM)) throw new Error('this build of Node.js has no SM4 (OpenSSL without sm4-ecb)');
  const whole = bytes.length - (bytes.length % BLOCK);
  const make = way === 'encrypt' ? createCipheriv : createDecipheriv;
  const cipher = make(ALGORITHM, key, null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes.subarray(0, whole)), cipher.final(), bytes.subarray(whole)]);
}

/** A data area encrypted, in the form that the device's maker has chosen. */
export function sealArea(area: Uint8Array, key: Uint8Array, form: CipherForm): Buffer {
  const sealed = sm4Blocks('encrypt', area, key);
  const whole = sealed.length - (sealed.length % BLOCK);
  if (form === 'bytes' || whole === 0) return sealed;
  const blocks = sealed.subarray(0, whole);
  const hex = blocks.toString('hex').toUpperCase();
  const text = form === 'hex' ? hex : `{${[...blocks].map((_, i) => `0x${hex.slice(2 * i, 2 * i + 2)}`).join(',')}}`;
  return Buffer.concat([Buffer.from(text, 'latin1'), sealed.subarray(whole)]);
}

/** The bytes behind an area that is hex text or printed; null when it is not. The plain rest stays at the end. */
function bytesOfArea(area: Buffer): { form: CipherForm; bytes: Buffer } | null {
  if (area[0] === BRACE) {
    const printed = /^\{((?:0x[0-9a-f]{2},?)+)\}/i.exec(area.toString('latin1', 0, area.length));
    if (!printed) return null;
    const blocks = Buffer.from((printed[1] as string).replace(/0x|,/gi, ''), 'hex');
    return { form: 'printed', bytes: Buffer.concat([blocks, area.subarray(printed[0].length)]) };
  }
  const rest = area.length % (2 * BLOCK);
  if (rest >= BLOCK || area.length < 2 * BLOCK) return null;
  for (let i = 0; i < area.length - rest; i += 1) {
    if (!isHex(area[i])) return null;
  }
  const blocks = Buffer.from(area.toString('latin1', 0, area.length - rest), 'hex');
  return { form: 'hex', bytes: Buffer.concat([blocks, area.subarray(area.length - rest)]) };
}

const isControl = (byte: number) => byte < 0x20 || byte === 0x7f;

export type Seal = {
  readonly form: CipherForm;
  /** the whole data segment in the clear; null without a key that fits */
  readonly plain: Buffer | null;
};

/**
 * Whether the data area of a frame is encrypted, and the segment in the clear if the key fits: length and checksum of an
 * encrypted frame are those of the plain text. Null for a frame in the clear. To be asked of frames of 2025 only.
 */
export function openSeal(frame: Hj212Frame, key?: Uint8Array): Seal | null {
  const mark = frame.bytes.indexOf('CP=&&', HEAD);
  if (mark < 0) return null;
  const fits = frame.crcVariant !== null;
  // a text begins with a name; only one that begins like hex digits is looked at closely
  if (fits && !frame.highBytes && !beginsLikeCipher(frame.bytes, mark + 5)) return null;
  const segment = segmentOf(frame);
  const from = mark - HEAD + 5;
  const to =
    segment.length >= from + 2 && segment.toString('latin1', segment.length - 2) === '&&'
      ? segment.length - 2
      : segment.length;
  const area = segment.subarray(from, to);
  const written = bytesOfArea(area);
  const form = written?.form ?? 'bytes';
  if (!written && !(area.length >= BLOCK && area.some(isControl)) && !(frame.highBytes && !fits)) return null;
  if (!key) return { form, plain: null };
  const plain = Buffer.concat([
    segment.subarray(0, from),
    sm4Blocks('decrypt', written?.bytes ?? area, key),
    segment.subarray(to),
  ]);
  const given = frame.crcText === null ? -1 : Number.parseInt(frame.crcText, 16);
  const good = variantOf(given, plain) !== null && !plain.some(isControl);
  return { form, plain: good ? plain : null };
}

function beginsLikeCipher(bytes: Buffer, at: number): boolean {
  if (bytes[at] === BRACE) return true;
  for (let i = at; i < at + 4; i += 1) if (!isHex(bytes[i])) return false;
  return true;
}
const isHex = (c: number | undefined) =>
  c !== undefined && ((c >= 0x30 && c <= 0x39) || ((c | 32) >= 0x61 && (c | 32) <= 0x66));
