import dayjs from 'dayjs';
import { useMemo } from 'react';
import { type Language, useLanguage } from '../app/language.ts';

/** `2021-10-31` → 2021年10月31日 / 31 Oct 2021; with `weekday` 星期日 / Sun */
export function formatDate(date: string | null | undefined, language: Language, weekday = false): string {
  if (!date) return '—';
  const at = dayjs(date);
  if (language === 'zh-CN') return at.locale('zh-cn').format(weekday ? 'YYYY年M月D日 dddd' : 'YYYY年M月D日');
  return at.locale('en').format(weekday ? 'ddd D MMM YYYY' : 'D MMM YYYY');
}

/** `2021-10` or a day → 2021年10月 / Oct 2021 */
export function formatMonth(month: string | null | undefined, language: Language): string {
  if (!month) return '—';
  const at = dayjs(`${month.slice(0, 7)}-01`);
  return language === 'zh-CN' ? at.format('YYYY年M月') : at.locale('en').format('MMM YYYY');
}

/** an instant, in the district's time (UTC+8, no summer time), to the minute or the second */
export function formatTime(instant: string | null | undefined, language: Language, seconds = false): string {
  if (!instant) return '—';
  const local = new Date(Date.parse(instant) + 8 * 3600_000).toISOString();
  return `${formatDate(local.slice(0, 10), language)} ${local.slice(11, seconds ? 19 : 16)}`;
}

/**
 * A number with grouped thousands. A decimal string is a printed figure: its digits are kept as they are, never
 * rounded again. Null is shown as a dash, which is not zero.
 */
export function formatNumber(
  value: string | number | null | undefined,
  language: Language,
  options: { digits?: number; sign?: boolean } = {},
): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'number') {
    // both languages group alike; Intl would cost the first page a tenth of a second
    const text = options.digits === undefined ? String(Number(value.toFixed(6))) : value.toFixed(options.digits);
    return formatNumber(text, language, { sign: options.sign });
  }
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const [, sign, whole = '', fraction = ''] = match;
  const isZero = /^[0.]*$/.test(whole + fraction);
  const shownSign = sign === '-' ? '−' : options.sign && !isZero ? '+' : '';
  return `${shownSign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** `-3.4` → −3.4% ; with `sign` +2.1% */
export function formatPercent(
  value: string | number | null | undefined,
  language: Language,
  options: { digits?: number; sign?: boolean } = {},
): string {
  const text = formatNumber(value, language, options);
  return text === '—' ? text : `${text}%`;
}

/** The same, bound to the language in use. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      date: (value: string | null | undefined, weekday?: boolean) => formatDate(value, language, weekday),
      month: (value: string | null | undefined) => formatMonth(value, language),
      time: (value: string | null | undefined, seconds?: boolean) => formatTime(value, language, seconds),
      number: (value: string | number | null | undefined, options?: { digits?: number; sign?: boolean }) =>
        formatNumber(value, language, options),
      percent: (value: string | number | null | undefined, options?: { digits?: number; sign?: boolean }) =>
        formatPercent(value, language, options),
    }),
    [language],
  );
}
