import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUrlValues } from '../shared/use-url-state.ts';
import { nameOf, POLLUTANTS, type Pollutant, pollutantOf } from './pollutants.ts';

/** What every view is of: a scope, and a year up to a day. */
export type View = { scope: string; asOf: string; year: number; until: string };

/** The pollutant of a chart, in the address. */
export function usePollutant(): Pollutant {
  return pollutantOf(useUrlValues()[0].pollutant);
}

export function PollutantChoice() {
  const { t } = useTranslation();
  const [, set] = useUrlValues();
  return (
    <Segmented
      aria-label={t('air.pollutant')}
      value={usePollutant().code}
      options={POLLUTANTS.map(({ code }) => ({ value: code, label: nameOf(t, code) }))}
      onChange={(code) => set({ pollutant: code === 'PM25' ? undefined : code })}
    />
  );
}

/** The years that have figures; `undefined` in the address is the year of the day one looks from. */
export function YearChoice({ years, year, asOf }: { years: number[]; year: number; asOf: string }) {
  const { t } = useTranslation();
  const [, set] = useUrlValues();
  if (years.length < 2) return null;
  return (
    <Select
      aria-label={t('air.yearChoice')}
      value={year}
      options={years.map((value) => ({ value, label: t('air.yearName', { year: value }) }))}
      onChange={(value) =>
        set({ year: value === Number(asOf.slice(0, 4)) ? undefined : String(value), date: undefined })
      }
    />
  );
}

export const useSandExcluded = (): boolean => useUrlValues()[0].sand === 'excluded';

/** Figures with or without sand periods; which of the two stands beside every figure of the view. */
export function SandChoice() {
  const { t } = useTranslation();
  const [, set] = useUrlValues();
  return (
    <Segmented
      aria-label={t('air.sand.label')}
      value={useSandExcluded() ? 'excluded' : 'included'}
      options={(['included', 'excluded'] as const).map((value) => ({ value, label: t(`air.sand.${value}`) }))}
      onChange={(value) => set({ sand: value === 'excluded' ? 'excluded' : undefined })}
    />
  );
}
