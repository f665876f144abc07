import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AirDay, AirDays } from '#app/api';
import { AQI_CLASSES } from '#standards/hj-633';
import type { SixPollutant } from '#standards/pollutants';
import { get } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { AqiChip, classOfLevel, textOn } from '../shared/aqi-chip.tsx';
import { useFormat } from '../shared/format.ts';
import { pollutantName } from '../shared/pollutants.ts';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const DAYS = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, '0'));

/** 'O3_8h' → O₃ 8h */
const itemName = (item: string) => {
  const [code, span = ''] = item.split('_');
  return `${pollutantName(code as SixPollutant)} ${span}`.trim();
};

/** The days of a year by class in the colours of HJ 633; a day opens its values. */
export function Calendar({ scope, asOf }: { scope: string; asOf: string }) {
  const { t } = useTranslation();
  const chinese = useLanguage() === 'zh-CN';
  const { date: formatDate } = useFormat();
  const [chosen, choose] = useUrlState('date');
  const year = asOf.slice(0, 4);
  const days = useQuery({
    queryKey: ['air days', scope, year, asOf],
    queryFn: ({ signal }) => get<AirDays>('/api/air/days', { scope, from: `${year}-01-01`, until: asOf }, signal),
  });
  if (days.error) return <ErrorState error={days.error} onRetry={() => void days.refetch()} compact />;
  if (!days.data) return <LoadingState rows={8} />;
  const byDate = new Map(days.data.days.map((day) => [day.date, day]));
  const shown = chosen ? byDate.get(chosen) : undefined;
  return (
    <>
      <div className="air-scroll">
        <table className="air-calendar">
          <caption className="unseen">{t('air.views.calendar')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('air.monthColumn')}</span>
              </th>
              {DAYS.map((day) => (
                <th key={day} scope="col">
                  {Number(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MONTHS.map((month) => (
              <tr key={month}>
                <th scope="row">{t('air.monthName', { month: Number(month) })}</th>
                {DAYS.map((day) => (
                  <DayCell
                    key={day}
                    date={`${year}-${month}-${day}`}
                    asOf={asOf}
                    day={byDate.get(`${year}-${month}-${day}`)}
                    onChoose={choose}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="air-legend">
        {AQI_CLASSES.map(({ level, rgb, zh, en }) => (
          <li key={level}>
            <span style={{ background: rgb }} aria-hidden /> {chinese ? zh : en}{' '}
            {days.data.days.filter((day) => day.level === level).length}
          </li>
        ))}
        <li>
          <span className="none" aria-hidden /> {t('air.noData')}
        </li>
      </ul>
      {shown && (
        <p className="air-day" role="status">
          <strong>{formatDate(shown.date)}</strong> <AqiChip aqi={shown.aqi} />{' '}
          {shown.primary.length > 0 &&
            t('air.primary', {
              names: shown.primary.map((p) => pollutantName(p as SixPollutant)).join(t('shared.listComma')),
            })}{' '}
          {Object.entries(shown.values)
            .filter(([, value]) => value !== null)
            .map(([item, value]) => `${itemName(item)} ${value} (${shown.hours[item] ?? 0} h)`)
            .join(' · ')}
        </p>
      )}
    </>
  );
}

function DayCell(props: { date: string; asOf: string; day: AirDay | undefined; onChoose: (date: string) => void }) {
  const { date, asOf, day, onChoose } = props;
  if (date > asOf || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) return <td />;
  const found = day?.level ? classOfLevel(day.level) : undefined;
  return (
    <td>
      <button
        type="button"
        className={found ? '' : 'none'}
        style={found && { background: found.rgb, color: textOn(found.rgb) }}
        aria-label={`${date} AQI ${day?.aqi ?? '—'} ${found?.zh ?? ''}`}
        onClick={() => onChoose(date)}
      >
        {day?.aqi ?? ''}
      </button>
    </td>
  );
}
