import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shared/format.ts';

type Props = {
  statistic: string;
  value: string | number | null | undefined;
  from: string | undefined;
  until: string | undefined;
  unit?: string;
};

/** A printed figure that opens what it is made of; the view stays as it is. */
export function FigureLink({ statistic, value, from, until, unit }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (value === null || value === undefined || !from || !until) return <span className="quiet">—</span>;
  return (
    <Link
      to="/air"
      search={(before: Record<string, unknown>) => ({ ...before, evidence: statistic, from, until })}
      resetScroll={false}
      title={t('shared.figure.evidence')}
    >
      {number(value)}
      {unit}
    </Link>
  );
}
