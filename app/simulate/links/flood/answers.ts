import { crcHj212, variantOf } from '#protocols/hj-212';
import { readDigits } from './digits.ts';

const HEAD = 6;
const QN_AT = 9;
const BEHIND_QN = Buffer.from(';ST=91;CN=9014;', 'latin1');
const TAIL = 6;
const NOTHING = Buffer.alloc(0);

/** digits 7 to 17 of a QN as a number: day, hour, minute, second, millisecond; enough to tell a month's exchanges apart */
export const qnKeyAt = (bytes: Uint8Array, at: number): number => readDigits(bytes, at + 6, 11);

/**
 * Reads data answers (9014 with their QN where the standard has it) at little cost, checksum included; whatever else comes
 * is given on as it is, frame by frame.
 */
export function answerScanner(answered: (qnKey: number) => void, other: (bytes: Buffer) => void) {
  let rest = NOTHING;

  function frameEnd(bytes: Buffer, at: number): number {
    const length = readDigits(bytes, at + 2, 4);
    return length < 0 ? -1 : at + HEAD + length + TAIL;
  }
  function isDataAnswer(bytes: Buffer, at: number, end: number): boolean {
    for (let i = 0; i < BEHIND_QN.length; i += 1) if (bytes[at + QN_AT + 17 + i] !== BEHIND_QN[i]) return false;
    const crc = Number.parseInt(bytes.toString('latin1', end - TAIL, end - 2), 16);
    // a device whose own checksum is another one is answered with that
    return crc === crcHj212(bytes, at + HEAD, end - TAIL) || variantOf(crc, bytes, at + HEAD, end - TAIL) !== null;
  }

  return (chunk: Buffer): void => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    while (at + HEAD <= bytes.length) {
      if (bytes[at] !== 0x23 || bytes[at + 1] !== 0x23) {
        at += 1;
        continue;
      }
      const end = frameEnd(bytes, at);
      if (end < 0) {
        at += 2;
        continue;
      }
      if (end > bytes.length) break;
      if (isDataAnswer(bytes, at, end)) answered(qnKeyAt(bytes, at + QN_AT));
      else other(bytes.subarray(at, end));
      at = end;
    }
    rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : NOTHING;
  };
}
