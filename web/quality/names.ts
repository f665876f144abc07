import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityMark } from '#app/api';
import { isPollutant, POLLUTANTS, symbolParts } from '#standards/pollutants';
import { useLanguage, useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { testsQuery } from './queries.ts';

const LOWERED: Readonly<Record<string, string>> = { '2': '₂', '3': '₃', '4': '₄' };

/** PM2.5, NO₂; weather quantities by their name in the language. */
export function useQuantityName(): (code: string | null) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return useCallback(
    (code) => {
      if (code === null || !isPollutant(code)) return code ?? t('quality.unmapped');
      const row = POLLUTANTS[code];
      if (row.kind === 'weather') return language === 'zh-CN' ? row.zh : row.en;
      return symbolParts(code)
        .map(({ text, sub }) => (sub && row.kind === 'gas' ? (LOWERED[text] ?? text) : text))
        .join('');
    },
    [t, language],
  );
}

/** The title of a test in the language; its id until the titles are there. */
export function useTestTitle(): (id: string) => string {
  const tests = useQuery(testsQuery).data?.tests;
  const sentence = useSentence();
  return useCallback(
    (id) => {
      const found = tests?.find((one) => one.id === id);
      return found ? sentence(found.title) : id;
    },
    [tests, sentence],
  );
}

export const deviceName = ({ name, code }: { name: string | null; code: string }): string =>
  name && name !== code ? `${name} ${code}` : code;

const HOUR = 3_600_000;

/** `11月10日 20:00 – 11月11日 05:00（9小时）` */
export function useSpan(): (from: string, until: string) => string {
  const { t } = useTranslation();
  const { time } = useFormat();
  return useCallback(
    (from, until) => {
      const minutes = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
      const length =
        minutes < 120
          ? t('quality.minutes', { count: minutes })
          : t('quality.hours', { count: Math.round((minutes * 60_000) / HOUR) });
      const [first, last] = [time(from), time(until)];
      const sameDay = first.slice(0, -6) === last.slice(0, -6);
      return `${first} – ${sameDay ? last.slice(-5) : last} · ${length}`;
    },
    [t, time],
  );
}

/** What a test found, in words: the phrase of the finding, then its numbers. */
export function useEvidence(): (mark: Pick<QualityMark, 'test' | 'evidence'>) => {
  phrase: string | null;
  numbers: string[];
} {
  const { t } = useTranslation();
  const { number } = useFormat();
  const quantity = useQuantityName();
  return useCallback(
    ({ evidence }) => {
      const { says, ...rest } = evidence;
      const shown = (key: string, value: number | string) =>
        key === 'part' || key === 'whole'
          ? quantity(String(value))
          : number(typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
      return {
        phrase: says === undefined ? null : t(`quality.says.${says}`, String(says)),
        numbers: Object.entries(rest).map(
          ([key, value]) => `${t(`quality.evidence.${key}`, key)} ${shown(key, value)}`,
        ),
      };
    },
    [t, number, quantity],
  );
}
