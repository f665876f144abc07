import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { districtQuery } from '../app/queries.ts';
import { useUrlState } from './use-url-state.ts';

/** The day that the page is as of: `asOf` in the address, else the district's today. */
export function useAsOf(): string | undefined {
  const [asOf] = useUrlState('asOf');
  const today = useQuery(districtQuery).data?.today;
  return asOf ?? today;
}

/** Chooses the day; days to come cannot be chosen. */
export function AsOfPicker() {
  const { t } = useTranslation();
  const [chosen, setAsOf] = useUrlState('asOf');
  const today = useQuery(districtQuery).data?.today;
  const asOf = chosen ?? today;
  if (!asOf || !today) return null;
  return (
    <>
      <DatePicker
        value={dayjs(asOf)}
        allowClear={false}
        inputReadOnly
        aria-label={t('shared.asOf.label')}
        prefix={<span className="quiet">{t('shared.asOf.label')}</span>}
        disabledDate={(day) => day.isAfter(dayjs(today), 'day')}
        onChange={(day) => {
          const text = day?.format('YYYY-MM-DD');
          setAsOf(text === today ? undefined : text);
        }}
      />
      {asOf !== today && (
        <Button type="link" size="small" onClick={() => setAsOf(undefined)}>
          {t('shared.asOf.today')}
        </Button>
      )}
    </>
  );
}
