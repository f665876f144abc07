import { CONTROL_BYTES, crcAndBytes, HIGH_BYTES, hexAt, variantOf } from './crc.ts';
import { HEAD, type Hj212Frame, type SkippedBytes, type Terminator } from './frame.ts';

const CRC = 4;
const [HASH, AMP, CR, LF, STAR, BACKSLASH] = [0x23, 0x26, 0x0d, 0x0a, 0x2a, 0x5c];
/** a checksum may be followed by so many stray bytes before CRLF */
const MOST_EXTRA = 8;

export type Found =
  | { readonly kind: 'wait' }
  | { readonly kind: 'skip'; readonly to: number; readonly why: SkippedBytes['why'] }
  | Hj212Frame;
const WAIT: Found = { kind: 'wait' };

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 32) >= 0x61 && (byte | 32) <= 0x7a;

/** The declared length after `##` at a place; -1 when there are no four digits. */
function lengthAt(bytes: Buffer, at: number): number {
  let length = 0;
  for (let i = at + 2; i < at + HEAD; i += 1) {
    if (!isDigit(bytes[i])) return -1;
    length = length * 10 + (bytes[i] as number) - 0x30;
  }
  return length;
}

/** Whether a head of another frame stands there: of 256 checksums of such a pair one would fit by chance. */
function headInside(bytes: Buffer, from: number, to: number): boolean {
  for (let i = bytes.indexOf(HASH, from); i >= 0 && i < to; i = bytes.indexOf(HASH, i + 1))
    if (bytes[i + 1] === HASH && lengthAt(bytes, i) >= 0 && isLetter(bytes[i + HEAD])) return true;
  return false;
}

/** Where a frame ends: after its segment (closing `&&` included), after checksum and terminator. */
type End = {
  readonly segmentEnd: number;
  readonly crc: string | null;
  readonly extra: string;
  readonly terminator: Terminator;
  readonly end: number;
};

/**
 * The frame at `at`, where `##` stands. Length and checksum decide. Only when they fail, the end is looked for: closing
 * `&&`, checksum, end of line; a head of another frame before that means that this one was cut off.
 * `settled`: nothing more will come, decide on what is there. `most`: a frame is never longer.
 */
export function frameAt(bytes: Buffer, at: number, settled: boolean, most: number): Found {
  if (bytes.length < at + HEAD) return settled ? { kind: 'skip', to: bytes.length, why: 'cut-off' } : WAIT;
  const declared = lengthAt(bytes, at);
  if (declared < 0) return { kind: 'skip', to: at + 1, why: 'noise' };
  const segmentEnd = at + HEAD + declared;
  if (bytes.length >= segmentEnd + CRC && !headInside(bytes, at + HEAD, segmentEnd)) {
    const given = hexAt(bytes, segmentEnd);
    if (given >= 0) {
      const crc = crcAndBytes(bytes, at + HEAD, segmentEnd);
      if ((crc & 0xffff) === given || variantOf(given, bytes, at + HEAD, segmentEnd) !== null) {
        const end = endAfterCrc(bytes, segmentEnd, settled);
        if (end === 'wait') return WAIT;
        if (end) return make(bytes, at, declared, end, crc);
      }
    }
  }
  // a part of a frame in which no line ends and no other frame begins: more is needed in any case
  const partial = !settled && bytes.length < Math.min(segmentEnd + CRC, at + most);
  if (partial && bytes.indexOf(LF, at) < 0 && bytes.indexOf(HASH, at + HEAD) < 0) return WAIT;
  return search(bytes, at, declared, settled, most);
}

/** The end of a frame whose checksum stands at `at`; null when what follows is neither an end nor another frame. */
function endAfterCrc(bytes: Buffer, at: number, settled: boolean): End | 'wait' {
  const crc = bytes.toString('latin1', at, at + CRC);
  const after = at + CRC;
  const ends = (terminator: Terminator, length: number, extra = ''): End => ({
    segmentEnd: at,
    crc,
    extra,
    terminator,
    end: after + extra.length + length,
  });
  const [first, second] = [bytes[after], bytes[after + 1]];
  if (first === CR && second === LF) return ends('crlf', 2);
  if (first === STAR && second === STAR) return ends('stars', 2);
  if (first === LF) return ends('half', 1);
  if (first === HASH) return ends('missing', 0);
  if (first === BACKSLASH && bytes.toString('latin1', after, after + 4) === '\\r\\n') return ends('spelt', 4);
  if (bytes.length <= after + 1 + MOST_EXTRA && !settled && !bytes.subarray(after).includes('\r\n')) return 'wait';
  if (first === CR) return ends('half', 1);
  const line = bytes.subarray(after, after + MOST_EXTRA + 2).indexOf('\r\n');
  if (line > 0) return ends('crlf', 2, bytes.toString('latin1', after, after + line));
  return ends('missing', 0);
}

/** The end of a frame whose closing `&&` ends at `at`: with a checksum, or with up to eight odd bytes and CRLF. */
function endAfterArea(bytes: Buffer, at: number, settled: boolean): End | 'wait' | null {
  if (bytes.length < at + CRC && !settled && !bytes.subarray(at).includes(LF)) return 'wait';
  if (bytes.length >= at + CRC && hexAt(bytes, at) >= 0) return endAfterCrc(bytes, at, settled);
  const line = bytes.subarray(at, at + MOST_EXTRA + 2).indexOf('\r\n');
  if (line >= 0)
    return {
      segmentEnd: at,
      crc: null,
      extra: bytes.toString('latin1', at, at + line),
      terminator: 'crlf',
      end: at + line + 2,
    };
  if (bytes.length < at + MOST_EXTRA + 2 && !settled) return 'wait';
  return null;
}

/** Looks for the end in the order of the stream, so that it does not matter in which pieces the bytes came. */
function search(bytes: Buffer, at: number, declared: number, settled: boolean, most: number): Found {
  const declaredEnd = at + HEAD + declared;
  const declaredFails =
    bytes.length >= declaredEnd + CRC && !(isMark(bytes, declaredEnd - 2) && hexAt(bytes, declaredEnd) >= 0);
  const stop = Math.min(bytes.length, at + most);
  // the declared length is known to be wrong from this place on
  const judged = declaredFails ? declaredEnd + CRC : Number.POSITIVE_INFINITY;
  let opened = false;
  let doubtful: End | null = null;
  for (let i = at + HEAD; i < stop; i += 1) {
    const mark = isMark(bytes, i);
    if (!mark && !(bytes[i] === HASH && bytes[i + 1] === HASH)) continue;
    if (doubtful && i >= judged) break;
    if (!mark) {
      if (bytes.length <= i + HEAD && !settled) return WAIT;
      if (lengthAt(bytes, i) >= 0 && isLetter(bytes[i + HEAD]))
        return doubtful ? make(bytes, at, declared, doubtful) : cutOff(bytes, at, declared, i);
      continue;
    }
    if (!opened && isAreaName(bytes, i)) {
      opened = true;
      i += 1;
      continue;
    }
    const end = endAfterArea(bytes, i + 2, settled);
    if (end === 'wait') {
      if (doubtful && declaredFails) break;
      return WAIT;
    }
    if (end === null) continue;
    const fits = end.crc !== null && variantOf(Number.parseInt(end.crc, 16), bytes, at + HEAD, end.segmentEnd) !== null;
    if (fits || end.segmentEnd === declaredEnd) return make(bytes, at, declared, end);
    doubtful ??= end;
    if (end.end >= judged) break;
  }
  if (doubtful && (settled || declaredFails)) return make(bytes, at, declared, doubtful);
  if (stop === at + most)
    return doubtful ? make(bytes, at, declared, doubtful) : { kind: 'skip', to: at + 2, why: 'no-end' };
  return settled ? cutOff(bytes, at, declared, bytes.length) : WAIT;
}

const isMark = (bytes: Buffer, at: number) => bytes[at] === AMP && bytes[at + 1] === AMP;
/** whether `CP=` stands before a place */
const isAreaName = (bytes: Buffer, at: number) =>
  bytes[at - 1] === 0x3d && ((bytes[at - 2] as number) | 32) === 0x70 && ((bytes[at - 3] as number) | 32) === 0x63;

/**
 * A frame without marks that ends before another one begins (or the stream does). A line of it that names a device is
 * still worth keeping: relays cut `&&` off. Otherwise the bytes are given up.
 */
function cutOff(bytes: Buffer, at: number, declared: number, to: number): Found {
  const lost: Found = { kind: 'skip', to, why: 'cut-off' };
  const line = bytes.subarray(at, to).indexOf('\r\n');
  if (line < HEAD + CRC) return lost;
  const lineEnd = at + line;
  const text = bytes.toString('latin1', at + HEAD, lineEnd);
  if (!text.includes('MN=') || !text.includes('CN=')) return lost;
  const hasCrc = hexAt(bytes, lineEnd - CRC) >= 0;
  const segmentEnd = hasCrc ? lineEnd - CRC : lineEnd;
  const crc = hasCrc ? bytes.toString('latin1', segmentEnd, lineEnd) : null;
  return make(bytes, at, declared, { segmentEnd, crc, extra: '', terminator: 'crlf', end: lineEnd + 2 });
}

function make(bytes: Buffer, at: number, declared: number, found: End, known?: number): Hj212Frame {
  const from = at + HEAD;
  const crc = known ?? crcAndBytes(bytes, from, found.segmentEnd);
  const given = found.crc === null ? -1 : Number.parseInt(found.crc, 16);
  const own = crc & 0xffff;
  return {
    kind: 'frame',
    bytes: at === 0 && found.end === bytes.length ? bytes : bytes.subarray(at, found.end),
    declaredLength: declared,
    segmentLength: found.segmentEnd - from,
    crcText: found.crc,
    crc: own,
    crcVariant: given === own ? 'hj212' : given < 0 ? null : variantOf(given, bytes, from, found.segmentEnd),
    highBytes: (crc & HIGH_BYTES) !== 0,
    controlBytes: (crc & CONTROL_BYTES) !== 0,
    extra: found.extra,
    terminator: found.terminator,
  };
}
