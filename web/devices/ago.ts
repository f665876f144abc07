import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const MINUTE = 60_000;

/** `3分钟前`, `2小时前`, `5天前`; of nothing a dash. */
export function useAgo(): (instant: string | null) => string {
  const { t } = useTranslation();
  return useCallback(
    (instant) => {
      if (instant === null) return '—';
      const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / MINUTE));
      if (minutes < 1) return t('devices.ago.now');
      if (minutes < 120) return t('devices.ago.minutes', { count: minutes });
      if (minutes < 48 * 60) return t('devices.ago.hours', { count: Math.round(minutes / 60) });
      return t('devices.ago.days', { count: Math.round(minutes / 1440) });
    },
    [t],
  );
}
