import { useTranslation } from 'react-i18next';
import type { Target } from '#app/api';
import { useFormat } from '../shared/format.ts';

/** A target as a short line: 检测量 不低于 12 组（全年 · 全区） 力争. */
export function useTargetWords(): (target: Target) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (target) => {
    const figure =
      target.value === null ? '' : `${number(target.value)}${target.unit === '%' ? '' : ' '}${target.unit ?? ''}`;
    const asked = t(`measure.operator.${OPERATOR_KEYS[target.operator]}`, { figure });
    const around = [target.scope, target.period, target.soft].filter(Boolean).join(' · ');
    return `${target.what}${t('measure.target.colon')}${asked}${around ? t('measure.target.around', { around }) : ''}`.trim();
  };
}

/** i18n keys may not carry signs. */
export const OPERATOR_KEYS: Record<Target['operator'], string> = {
  '>=': 'atLeast',
  '<=': 'atMost',
  '=': 'equal',
  '>': 'above',
  '<': 'below',
  about: 'about',
  increase: 'increase',
  decrease: 'decrease',
  assigned: 'assigned',
};
