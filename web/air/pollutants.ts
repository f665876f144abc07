import type { TFunction } from 'i18next';
import { leadingStatistic, pollutantName, pollutantUnit, SHOWN_POLLUTANTS } from '../shared/pollutants.ts';

/** The six pollutants: what a period says of each, which value a day has of it, its unit. */
export const POLLUTANTS = SHOWN_POLLUTANTS.map((code) => ({
  code,
  statistic: leadingStatistic(code),
  day: code === 'O3' ? ('O3_8h' as const) : code,
  unit: pollutantUnit(code),
}));
export type Pollutant = (typeof POLLUTANTS)[number];

export const pollutantOf = (code: string | undefined): Pollutant =>
  POLLUTANTS.find((one) => one.code === code) ?? POLLUTANTS[0]!;

export const nameOf = (t: TFunction, code: string): string => {
  const known = SHOWN_POLLUTANTS.find((one) => one === code);
  return known ? pollutantName(known) : t(`shared.pollutants.${code}`, code);
};

/** `PM25_p95` → PM2.5 第95百分位; `level_3`, `primary_O3`, `heavy_days` … */
export function statisticName(t: TFunction, key: string, classes: readonly { level: number; name: string }[]): string {
  const [head = '', tail = ''] = key.split('_');
  if (head === 'level')
    return t('air.statistics.level', { name: classes.find(({ level }) => level === Number(tail))?.name ?? tail });
  if (head === 'primary') return t('air.statistics.primary', { name: nameOf(t, tail) });
  if (tail === 'mean') return t('air.statistics.mean', { name: nameOf(t, head) });
  if (/^p\d+$/.test(tail)) return t('air.statistics.percentile', { name: nameOf(t, head), rank: tail.slice(1) });
  return t(`air.statistics.${key}`, key);
}

/** `GB3095-2026-transition` → GB 3095-2026（过渡期限值） */
export function editionName(t: TFunction, edition: string): string {
  const [, letters, number, phase] = /^([A-Z]+)(\d+-\d{4})(?:-(\w+))?$/.exec(edition) ?? [];
  if (!letters) return edition;
  return `${letters} ${number}${phase ? t(`air.phase.${phase}`, '') : ''}`;
}
