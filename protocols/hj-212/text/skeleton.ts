import { HEAD, type Hj212Frame } from '../frames/frame.ts';
import type { CpItem, Hj212Message } from '../message.ts';

/**
 * What stays the same from packet to packet of one device: all bytes but the QN, the DataTime and the numbers. A device
 * says the same items in the same order all day; a packet that fits the skeleton of an earlier one is read by comparing
 * and by reading its numbers, everything else is decoded in full.
 */
export type Skeleton = {
  /** constant bytes before each slot, and behind the last one */
  readonly chunks: readonly Uint8Array[];
  readonly slots: readonly Slot[];
  /** the items that the number slots are values of, in order */
  readonly items: readonly CpItem[];
  /** the message that it was learnt from: whatever it says beside QN, time and numbers holds for all that fit */
  readonly of: Hj212Message;
};
type Slot = 'qn' | 'time' | 'number';

export type Fit = {
  /** DataTime, ms since 1970 */
  at: number;
  /** where the 17 digits of the QN stand in the frame's bytes */
  qnAt: number;
};

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/;
const [MINUS, POINT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39];
const POWERS = [1, 10, 100, 1000, 1e4, 1e5, 1e6] as const;
const MOST_DIGITS = 9;
const EIGHT_HOURS = 8 * 3_600_000;

/** The skeleton of a packet that keeps to the standard in everything; null for any other. */
export function skeletonOf(message: Hj212Message, frame: Hj212Frame): Skeleton | null {
  const { qn, deviations, cipher } = message;
  if (deviations.length > 0 || cipher !== null || frame.highBytes || frame.controlBytes) return null;
  if (qn === null || !/^\d{17}$/.test(qn)) return null;
  const text = frame.bytes.toString('latin1', HEAD, HEAD + frame.segmentLength);
  const chunks: Uint8Array[] = [];
  const slots: Slot[] = [];
  const items: CpItem[] = [];
  let from = 0;
  const slot = (kind: Slot, at: number, length: number) => {
    chunks.push(Buffer.from(text.slice(from, at), 'latin1'));
    slots.push(kind);
    from = at + length;
  };
  const qnAt = text.indexOf(`QN=${qn};`);
  if (qnAt !== 0) return null;
  slot('qn', 3, qn.length);
  let at = text.indexOf('CP=&&');
  if (at < 0) return null;
  let timed = false;
  for (const group of message.groups)
    for (const item of group) {
      const written = `${item.name}=${item.value}`;
      const found = text.indexOf(written, at);
      if (found < 0) return null;
      const valueAt = found + item.name.length + 1;
      at = found + written.length;
      if (item.name === 'DataTime') {
        if (timed || !/^\d{14}$/.test(item.value)) return null;
        timed = true;
        slot('time', valueAt, item.value.length);
      } else if (item.suffix !== null && item.suffix !== 'Flag' && NUMBER.test(item.value)) {
        slot('number', valueAt, item.value.length);
        items.push(item);
      }
    }
  if (!timed || items.length === 0) return null;
  chunks.push(Buffer.from(text.slice(from), 'latin1'));
  return { chunks, slots, items, of: message };
}

/**
 * Reads a frame by a skeleton: its numbers go to `out` in the order of `items`.
 * @returns null when it does not fit: another item, another flag, a number that is written otherwise
 */
export function fitSkeleton({ chunks, slots }: Skeleton, frame: Hj212Frame, out: Float64Array): Fit | null {
  const { bytes, segmentLength } = frame;
  const end = HEAD + segmentLength;
  let at = HEAD;
  let next = 0;
  let time = Number.NaN;
  for (let i = 0; i < slots.length; i++) {
    at = constant(bytes, at, chunks[i]!);
    if (at < 0) return null;
    const kind = slots[i];
    if (kind === 'number') {
      const digitsFrom = bytes[at] === MINUS ? at + 1 : at;
      let [value, places, digits, cursor] = [0, -1, 0, digitsFrom];
      for (; cursor < end; cursor++) {
        const byte = bytes[cursor]!;
        if (byte >= ZERO && byte <= NINE) {
          value = value * 10 + byte - ZERO;
          digits++;
          if (places >= 0) places++;
        } else if (byte === POINT && places < 0 && digits > 0) places = 0;
        else break;
      }
      // up to 15 digits are exact, and the quotient by a power of ten is then the double next to the decimal
      if (digits === 0 || places === 0 || digits > MOST_DIGITS + 6 || places > 6) return null;
      const magnitude = places > 0 ? value / POWERS[places]! : value;
      out[next++] = digitsFrom > at ? -magnitude : magnitude;
      at = cursor;
    } else if (kind === 'qn') {
      if (!digitsAt(bytes, at, 17)) return null;
      at += 17;
    } else {
      time = timeAt(bytes, at);
      if (Number.isNaN(time)) return null;
      at += 14;
    }
  }
  at = constant(bytes, at, chunks[slots.length]!);
  return at === end ? { at: time, qnAt: HEAD + 3 } : null;
}

/** Where the constant ends; −1 when the bytes are others. */
function constant(bytes: Buffer, at: number, chunk: Uint8Array): number {
  for (let i = 0; i < chunk.length; i++) if (bytes[at + i] !== chunk[i]) return -1;
  return at + chunk.length;
}

function digitsAt(bytes: Buffer, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (!(bytes[i]! >= ZERO && bytes[i]! <= NINE)) return false;
  return true;
}

let [knownDay, knownStart] = [-1, 0];

/** A DataTime as ms since 1970; NaN for what is no time. The day before last is not asked for again. */
function timeAt(bytes: Buffer, at: number): number {
  if (!digitsAt(bytes, at, 14)) return Number.NaN;
  const two = (from: number) => (bytes[at + from]! - ZERO) * 10 + bytes[at + from + 1]! - ZERO;
  const [hour, minute, second] = [two(8), two(10), two(12)];
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  const day = (two(0) * 100 + two(2)) * 10_000 + two(4) * 100 + two(6);
  if (day !== knownDay) {
    const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
    const start = Date.UTC(year, month - 1, date);
    const back = new Date(start);
    if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date)
      return Number.NaN;
    knownDay = day;
    knownStart = start - EIGHT_HOURS;
  }
  return knownStart + ((hour * 60 + minute) * 60 + second) * 1000;
}
