import { CalendarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { districtQuery } from '../../app/queries.ts';
import { useFormat } from '../format.ts';
import { useUrlState } from '../use-url-state.ts';

const DayPicker = lazy(() => import('./day-picker.tsx'));

/** The day that the page is as of: `asOf` in the address, else the district's today. */
export function useAsOf(): string | undefined {
  const [asOf] = useUrlState('asOf');
  const today = useQuery(districtQuery).data?.today;
  return asOf ?? today;
}

/** Chooses the day; days to come cannot be chosen. */
export function AsOfPicker() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [chosen, setAsOf] = useUrlState('asOf');
  const [open, setOpen] = useState(false);
  const today = useQuery(districtQuery).data?.today;
  const asOf = chosen ?? today;
  if (!asOf || !today) return null;
  const button = (
    <Button icon={<CalendarOutlined />} iconPlacement="end" onClick={() => setOpen(true)}>
      <span>
        <span className="quiet">{t('shared.asOf.label')}</span> {date(asOf)}
      </span>
    </Button>
  );
  return (
    <>
      {open ? (
        <Suspense fallback={button}>
          <DayPicker
            value={asOf}
            last={today}
            label={t('shared.asOf.label')}
            onChoose={(day) => setAsOf(day === today ? undefined : day)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : (
        button
      )}
      {asOf !== today && (
        <Button type="link" size="small" onClick={() => setAsOf(undefined)}>
          {t('shared.asOf.today')}
        </Button>
      )}
    </>
  );
}
