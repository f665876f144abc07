import { type CrcVariant, crcHj212, crcOf, variantOf } from './frames/crc.ts';
import { HEAD, type Hj212Frame, segmentOf } from './frames/frame.ts';
import { firstFrame } from './frames/reader.ts';
import type { Hj212Message, Hj212Segment } from './message.ts';
import { openSeal, type Seal } from './sm4.ts';
import type { Deviation } from './tables/deviations.table.ts';
import { LONGEST_SEGMENT } from './tables/editions.table.ts';
import { readSegment, readSegmentIn } from './text/segment.ts';

export type DecodeOptions = {
  /** checksums that count as right; which one fits is reported in any case */
  readonly accept?: readonly CrcVariant[];
  /** SM4 key of the device, 16 bytes (2025) */
  readonly key?: Uint8Array;
};
const ACCEPT: readonly CrcVariant[] = ['hj212'];

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

/** Bytes as text: UTF-8 (2017 §6.3), else GBK as old devices send, else byte by byte. Separators are ASCII in all. */
function textOf(bytes: Uint8Array, odd: Deviation[]): string {
  try {
    return utf8.decode(bytes);
  } catch {
    try {
      const text = gb18030.decode(bytes);
      odd.push({ name: 'text-gbk', detail: '' });
      return text;
    } catch {
      odd.push({ name: 'text-unreadable', detail: '' });
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    }
  }
}

/** Reads a frame. Nothing is refused: what departs from the standard is named, every byte stays in `bytes`. */
export function decodeFrame(frame: Hj212Frame, { accept = ACCEPT, key }: DecodeOptions = {}): Hj212Message {
  const odd: Deviation[] = [];
  const { bytes, segmentLength } = frame;
  const read = frame.highBytes
    ? readSegment(textOf(segmentOf(frame), odd))
    : readSegmentIn({ text: bytes.toString('latin1'), codes: bytes }, HEAD, HEAD + segmentLength);
  if (read.edition === '2025') {
    const seal = openSeal(frame, key);
    if (seal) return decodeSealed(frame, seal, accept, key !== undefined);
  }
  if (frame.controlBytes) odd.push({ name: 'text-control', detail: '' });
  const variant = preferred(frame.crcVariant, frame, segmentOf, accept);
  checkFrame(frame, segmentLength, variant, odd);
  return message(frame, read, odd, segmentLength, frame.crc, variant, accept);
}

/** Four digits can fit two variants at once (both bytes alike): then it is the one that the caller accepts. */
function preferred(
  fits: CrcVariant | null,
  frame: Hj212Frame,
  segment: (frame: Hj212Frame) => Uint8Array,
  accept: readonly CrcVariant[],
): CrcVariant | null {
  if (fits === null || accept.includes(fits)) return fits;
  const given = Number.parseInt(frame.crcText ?? '', 16);
  return accept.find((variant) => crcOf(variant, segment(frame)) === given) ?? fits;
}

function decodeSealed(frame: Hj212Frame, seal: Seal, accept: readonly CrcVariant[], hasKey: boolean): Hj212Message {
  const odd: Deviation[] = [];
  const { plain } = seal;
  const length = plain?.length ?? frame.segmentLength;
  const crc = plain ? crcHj212(plain) : frame.crc;
  const fits =
    plain && frame.crcText !== null ? variantOf(Number.parseInt(frame.crcText, 16), plain) : frame.crcVariant;
  const variant = preferred(fits, frame, plain ? () => plain : segmentOf, accept);
  if (!plain) odd.push({ name: hasKey ? 'encrypted-key-wrong' : 'encrypted-without-key', detail: seal.form });
  const text = plain ? textOf(plain, odd) : segmentOf(frame).toString('latin1');
  checkFrame(frame, length, variant, odd);
  return message(frame, readSegment(text, { cipher: seal.form, sealed: !plain }), odd, length, crc, variant, accept);
}

/** One literal: a spread of sixteen fields would cost as much as the reading. */
function message(
  { bytes, declaredLength, crcText }: Hj212Frame,
  s: Hj212Segment,
  odd: readonly Deviation[],
  actualLength: number,
  crc: number,
  crcVariant: CrcVariant | null,
  accept: readonly CrcVariant[],
): Hj212Message {
  return {
    qn: s.qn,
    st: s.st,
    cn: s.cn,
    pw: s.pw,
    mn: s.mn,
    flag: s.flag,
    pnum: s.pnum,
    pno: s.pno,
    rf: s.rf,
    edition: s.edition,
    hasPacketNo: s.hasPacketNo,
    needAck: s.needAck,
    others: s.others,
    groups: s.groups,
    cipher: s.cipher,
    deviations: odd.length === 0 ? s.deviations : [...odd, ...s.deviations],
    bytes,
    declaredLength,
    actualLength,
    crcText,
    crc,
    crcVariant,
    accepted: crcVariant !== null && accept.includes(crcVariant),
  };
}

function checkFrame(frame: Hj212Frame, length: number, variant: CrcVariant | null, odd: Deviation[]): void {
  const { declaredLength, crcText, extra, terminator } = frame;
  if (declaredLength !== length) odd.push({ name: 'length-wrong', detail: `${declaredLength}, ${length}` });
  if (length > LONGEST_SEGMENT) odd.push({ name: 'segment-too-long', detail: String(length) });
  if (extra !== '') odd.push({ name: 'extra-after-crc', detail: extra });
  if (terminator !== 'crlf') odd.push({ name: `terminator-${terminator}`, detail: '' });
  if (crcText === null) odd.push({ name: 'crc-missing', detail: '' });
  else {
    if (hasLowerCase(crcText)) odd.push({ name: 'crc-lower-case', detail: crcText });
    if (variant === null) odd.push({ name: 'crc-mismatch', detail: crcText });
    else if (variant !== 'hj212') odd.push({ name: 'crc-other-variant', detail: variant });
  }
}

const hasLowerCase = (crc: string) => {
  for (let i = 0; i < crc.length; i += 1) if (crc.charCodeAt(i) >= 0x61) return true;
  return false;
};

/** Reads the first frame in some bytes, as of a log line; null when there is none. For a connection use `frameReader`. */
export function decode(bytes: Uint8Array, options?: DecodeOptions): Hj212Message | null {
  const frame = firstFrame(bytes);
  return frame && decodeFrame(frame, options);
}
