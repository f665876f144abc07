import { compareDecimal } from '#standards/gb-t-8170';
import { changeRate } from '#standards/hj-663';
import type { BulletinRuns } from './wire.ts';

export type Run = BulletinRuns[number];
export type Figure = Exclude<Run, string>;

/** A figure as printed, the page that opens it, and what it is (unique in its bulletin: corrections are told by it). */
export const figure = (text: string, href: string, label: string): Figure => ({ text, href, label });

/** What stands where there is no value. */
export const NO_VALUE = '—';

/**
 * The change against last year in words, from the printed figures alone: 同比下降15.0%, 同比上升3.2%, 同比持平; without
 * a base it gives no number and says so.
 * @param now, before printed figures of the same statistic
 */
export function changeInWords(now: string | null, before: string | null, href: string, label: string): Run[] {
  const { rate, reason } = changeRate(now, before);
  if (rate === null) return [reason === 'no-value' ? '无同比' : '上年同期有效数据不足，不作同比'];
  const sign = compareDecimal(rate, 0);
  if (sign === 0) return ['同比', figure('持平', href, label)];
  return [`同比${sign < 0 ? '下降' : '上升'}`, figure(`${rate.replace('-', '')}%`, href, label)];
}

/** The change as tables print it, with its sign: -15.0%, 3.2%, 0.0%; a dash where a side is missing. */
export function changeInTable(now: string | null, before: string | null): string {
  const { rate } = changeRate(now, before);
  return rate === null ? NO_VALUE : `${rate === '-0.0' ? '0.0' : rate}%`;
}

/** Difference of two counts in words: 同比增加3天, 同比减少1天, 同比持平. */
export function differenceInWords(
  now: number,
  before: number | null,
  unit: string,
  href: string,
  label: string,
): Run[] {
  if (before === null) return ['上年同期有效数据不足，不作同比'];
  if (now === before) return ['同比', figure('持平', href, label)];
  return [`同比${now < before ? '减少' : '增加'}`, figure(String(Math.abs(now - before)), href, label), unit];
}

/** Names in a row: 甲、乙和丙. */
export function enumerated(parts: readonly Run[][]): Run[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [i === parts.length - 1 ? '和' : '、', ...part]));
}

/** Runs with neighbouring strings made one. */
export function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (typeof run === 'string' && typeof last === 'string') out[out.length - 1] = last + run;
    else out.push(run);
  }
  return out.filter((run) => run !== '');
}

/** What runs read as. */
export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
