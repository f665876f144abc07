import { type CrcVariant, crcHj212, crcOf } from '#protocols/hj-212';
import type { Factor } from '../../devices/models.table.ts';
import { timeWriter, writeDigits, writeHex, writeNumber } from './digits.ts';

/** A packet of one device, encoded once: only its numbers, times, length and checksum are written for each sending. */
export type Template = {
  /** the longest that it can become */
  readonly longest: number;
  /**
   * Writes a whole frame and returns the place behind it.
   * @param qn ms since 1970 that its QN stands for
   * @param stamp ms since 1970 of its DataTime
   */
  readonly write: (out: Uint8Array, at: number, qn: number, stamp: number, values: ArrayLike<number>) => number;
};

export type TemplateOf = {
  readonly st: string;
  readonly cn: string;
  readonly pw: string;
  readonly mn: string;
  readonly flag: number;
  readonly factors: readonly Factor[];
  /** what stands behind the code: Rtd, Avg */
  readonly suffix: string;
  readonly crc: CrcVariant;
};

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const LONGEST_NUMBER = 20;

export function templateOf({ st, cn, pw, mn, flag, factors, suffix, crc }: TemplateOf): Template {
  const begin = latin1('##0000QN=');
  const head = latin1(`;ST=${st};CN=${cn};PW=${pw};MN=${mn};Flag=${flag};CP=&&DataTime=`);
  const before = factors.map(({ code }, i) =>
    latin1(`${i === 0 ? '' : `,${factors[i - 1]!.code}-Flag=N`};${code}-${suffix}=`),
  );
  const end = latin1(`,${factors[factors.length - 1]!.code}-Flag=N&&`);
  const decimals = factors.map((factor) => factor.decimals);
  const texts = [begin, head, ...before, end];
  const longest = texts.reduce((sum, { length }) => sum + length, 17 + 14 + 6 + LONGEST_NUMBER * factors.length);
  const [qnTime, stampTime] = [timeWriter(), timeWriter()];

  function put(out: Uint8Array, at: number, text: Uint8Array): number {
    const { length } = text;
    for (let i = 0; i < length; i += 1) out[at + i] = text[i]!;
    return at + length;
  }

  return {
    longest,
    write(out, start, qn, stamp, values) {
      let at = put(out, start, begin);
      at = qnTime(out, at, qn);
      at = writeDigits(out, at, qn % 1000, 3);
      at = put(out, at, head);
      at = stampTime(out, at, stamp);
      for (let i = 0; i < before.length; i += 1) {
        at = put(out, at, before[i]!);
        at = writeNumber(out, at, values[i]!, decimals[i]!);
      }
      at = put(out, at, end);
      writeDigits(out, start + 2, at - start - 6, 4);
      at = writeHex(out, at, crc === 'hj212' ? crcHj212(out, start + 6, at) : crcOf(crc, out, start + 6, at));
      out[at] = 13;
      out[at + 1] = 10;
      return at + 2;
    },
  };
}
