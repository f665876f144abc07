import { timeText } from '#protocols/hj-212';

const ZERO = 48;

/** Writes a whole number; returns the place behind it. */
function writeWhole(out: Uint8Array, at: number, value: number): number {
  let length = 1;
  for (let n = value; n >= 10; n = Math.floor(n / 10)) length += 1;
  for (let i = at + length - 1, n = value; i >= at; i -= 1) {
    const rest = Math.floor(n / 10);
    out[i] = ZERO + (n - rest * 10);
    n = rest;
  }
  return at + length;
}

const POWERS = [1, 10, 100, 1000, 10_000];

/** Writes a number with so many decimals, rounded half up; returns the place behind it. */
export function writeNumber(out: Uint8Array, at: number, value: number, decimals: number): number {
  const power = POWERS[decimals]!;
  let scaled = Math.round(Math.abs(value) * power);
  let place = at;
  if (value < 0 && scaled > 0) out[place++] = 45;
  if (decimals === 0) return writeWhole(out, place, scaled);
  const whole = Math.floor(scaled / power);
  place = writeWhole(out, place, whole);
  out[place] = 46;
  scaled -= whole * power;
  for (let i = place + decimals; i > place; i -= 1) {
    const rest = Math.floor(scaled / 10);
    out[i] = ZERO + (scaled - rest * 10);
    scaled = rest;
  }
  return place + decimals + 1;
}

/** Writes 14 digits of a time; neighbours in time share the text of their second. */
export function timeWriter(): (out: Uint8Array, at: number, instant: number) => number {
  let second = Number.NaN;
  const text = new Uint8Array(14);
  return (out, at, instant) => {
    const now = Math.floor(instant / 1000);
    if (now !== second) {
      second = now;
      text.set(Buffer.from(timeText(now * 1000), 'latin1'));
    }
    for (let i = 0; i < 14; i += 1) out[at + i] = text[i]!;
    return at + 14;
  };
}

export function writeDigits(out: Uint8Array, at: number, value: number, length: number): number {
  for (let i = at + length - 1, n = value; i >= at; i -= 1) {
    const rest = Math.floor(n / 10);
    out[i] = ZERO + (n - rest * 10);
    n = rest;
  }
  return at + length;
}

/** The number that `length` digits at a place are; -1 when they are none. */
export function readDigits(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i += 1) {
    const digit = (bytes[i] as number) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const HEX = Buffer.from('0123456789ABCDEF', 'latin1');
export function writeHex(out: Uint8Array, at: number, value: number): number {
  for (let i = 0; i < 4; i += 1) out[at + i] = HEX[(value >> (12 - 4 * i)) & 15]!;
  return at + 4;
}
