import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow, HealthState } from '#app/api';
import { isPollutant, POLLUTANTS, symbolParts } from '#standards/pollutants';
import { useLanguage, useName, useSentence } from '../app/language.ts';
import { districtQuery } from '../app/queries.ts';
import { modelsQuery } from './queries.ts';

/** In the order in which one asks what is wrong. `none`: records are imported, nobody listens. */
export const HEALTHS = ['faulty', 'silent', 'late', 'online', 'maintenance', 'none'] as const satisfies readonly (
  | HealthState
  | 'none'
)[];

/** Kinds as pages offer them, those of which there are most first. */
export const KINDS = [
  'micro-station',
  'voc-station',
  'gas-station',
  'site',
  'fume-meter',
  'road-run',
  'heavy-vehicle',
  'muck-truck',
  'electric-vehicle',
  'air_station',
  'other',
  'unknown',
] as const;
/** kinds that stand somewhere, so that they can be missed on a map */
export const STANDING = ['micro-station', 'voc-station', 'gas-station', 'site', 'fume-meter', 'air_station', 'other'];

const LOWERED: Readonly<Record<string, string>> = { '2': '₂', '3': '₃', '4': '₄' };

/** Its name in the language, else its code. */
export function useDeviceName(): (device: { name: DeviceRow['name']; code: string }) => string {
  const chinese = useLanguage() === 'zh-CN';
  return useCallback(({ name, code }) => (chinese ? name?.zh : (name?.en ?? name?.zh)) ?? code, [chinese]);
}

export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return useCallback((kind) => t(`devices.kinds.${kind}`, kind), [t]);
}

/** PM2.5, NO₂; weather quantities by their name in the language. */
export function useQuantityName(): (code: string) => string {
  const language = useLanguage();
  return useCallback(
    (code) => {
      if (!isPollutant(code)) return code;
      const row = POLLUTANTS[code];
      if (row.kind === 'weather') return language === 'zh-CN' ? row.zh : row.en;
      return symbolParts(code)
        .map(({ text, sub }) => (sub && row.kind === 'gas' ? (LOWERED[text] ?? text) : text))
        .join('');
    },
    [language],
  );
}

export function useStreetName(): (code: string | null) => string {
  const streets = useQuery(districtQuery).data?.streets;
  const name = useName();
  return useCallback(
    (code) => {
      const street = streets?.find((one) => one.code === code);
      return street ? name(street) : (code ?? '—');
    },
    [streets, name],
  );
}

export function useModelName(): (id: string | null) => string {
  const models = useQuery(modelsQuery).data;
  const sentence = useSentence();
  return useCallback(
    (id) => {
      const model = models?.find((one) => one.id === id);
      return model ? sentence(model.title) : (id ?? '—');
    },
    [models, sentence],
  );
}
