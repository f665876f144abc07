import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AirDays, Comparison } from '#app/api';
import { AQI_CLASSES } from '#standards/hj-633';
import { get } from '../../app/api.ts';
import { useLanguage } from '../../app/language.ts';
import { ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlState } from '../../shared/use-url-state.ts';
import { useWide } from '../../shared/use-wide.ts';
import type { View } from '../choices.tsx';
import { FigureLink } from '../figure-link.tsx';
import { DayDetail } from './day-detail.tsx';
import { CalendarGrid } from './grid.tsx';
import './calendar.css';

/** The days of a year by class in the colours of HJ 633, by date or by weekday; a day opens its values. */
export function Calendar({ scope, asOf, year, until }: View) {
  const { t } = useTranslation();
  const wide = useWide();
  const [layout, setLayout] = useUrlState('layout', wide ? 'dates' : 'weeks');
  const [chosen, choose] = useUrlState('date');
  const days = useQuery({
    queryKey: ['air', 'days', scope, year, until],
    queryFn: ({ signal }) => get<AirDays>('/api/air/days', { scope, from: `${year}-01-01`, until }, signal),
  });
  if (days.error) return <ErrorState error={days.error} onRetry={() => void days.refetch()} compact />;
  if (!days.data) return <LoadingState rows={10} height={420} />;
  const byDate = new Map(days.data.days.map((day) => [day.date, day]));
  return (
    <>
      <div className="air-tools">
        <Segmented
          aria-label={t('air.layout.label')}
          value={layout}
          options={(['dates', 'weeks'] as const).map((value) => ({ value, label: t(`air.layout.${value}`) }))}
          onChange={(value) => setLayout(value)}
        />
        <span className="quiet">{t('air.keys')}</span>
      </div>
      <CalendarGrid
        byWeek={layout === 'weeks'}
        year={year}
        until={until}
        today={asOf}
        days={byDate}
        chosen={chosen}
        onChoose={choose}
      />
      <Legend scope={scope} until={until} />
      {chosen && <DayDetail date={chosen} day={byDate.get(chosen)} limits={days.data.limits} />}
    </>
  );
}

/** The classes with their ranges and how many days of the year each has, which open as lists. */
function Legend({ scope, until }: { scope: string; until: string }) {
  const { t } = useTranslation();
  const chinese = useLanguage() === 'zh-CN';
  const year = useQuery({
    queryKey: ['air', 'period', scope, until],
    queryFn: ({ signal }) => get<Comparison>('/api/air/period', { scope, kind: 'year_to_date', until }, signal),
    retry: false,
  }).data?.now;
  const passed = year ? Math.round((Date.parse(until) - Date.parse(year.from)) / 86_400_000) + 1 : null;
  return (
    <ul className="air-legend">
      {AQI_CLASSES.map(({ level, rgb, zh, en, from, to }) => (
        <li key={level}>
          <i style={{ background: rgb }} aria-hidden /> {chinese ? zh : en}{' '}
          <span className="quiet">{to === null ? `>${from - 1}` : `${from}–${to}`}</span>{' '}
          <FigureLink
            statistic={`level_${level}`}
            value={year?.days.byLevel[level - 1]}
            from={year?.from}
            until={year?.until}
            unit={t('air.dayUnit')}
          />
        </li>
      ))}
      <li>
        <i className="none" aria-hidden /> {t('air.noData')}{' '}
        {year && passed !== null && (
          <span className="quiet">
            {passed - year.days.valid}
            {t('air.dayUnit')}
          </span>
        )}
      </li>
      <li>
        <i className="today" aria-hidden /> {t('air.today')}
      </li>
    </ul>
  );
}
