import { useTranslation } from 'react-i18next';
import type { AirOverview } from '#app/api';
import { Change } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { FigureLink } from './figure-link.tsx';
import { nameOf, POLLUTANTS } from './pollutants.ts';

/** Six pollutants: the latest day, the month and the year so far beside last year's; every figure opens its evidence. */
export function Summary({ shown }: { shown: AirOverview['scopes'][number] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { month, yearToDate: year, latest } = shown;
  const days = (name: string, statistic: string, of: 'good' | 'heavy', better: 'lower' | 'higher') => (
    <tr key={statistic}>
      <th scope="row">{name}</th>
      <td />
      <td>
        <FigureLink statistic={statistic} value={month?.now.days[of]} from={month?.now.from} until={month?.now.until} />
      </td>
      <td>
        <FigureLink statistic={statistic} value={year?.now.days[of]} from={year?.now.from} until={year?.now.until} />
      </td>
      <td className="quiet">{year?.before ? year.before.days[of] : '—'}</td>
      <td>
        {year?.before && (
          <Change change={String(year.now.days[of] - year.before.days[of])} unit={t('air.dayUnit')} better={better} />
        )}
      </td>
      <td className="quiet">{year && t('air.daysOf', { days: year.now.days.valid, of: passed })}</td>
    </tr>
  );
  const passed = year ? (Date.parse(year.now.until) - Date.parse(year.now.from)) / 86_400_000 + 1 : 0;
  return (
    <div className="air-scroll">
      <table className="air-table">
        <caption className="unseen">{t('air.summary')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('air.pollutant')}</th>
            <th scope="col">{t('air.day')}</th>
            <th scope="col">{t('air.month')}</th>
            <th scope="col">{t('air.year')}</th>
            <th scope="col">{t('air.before')}</th>
            <th scope="col">{t('air.change')}</th>
            <th scope="col">{t('air.valid')}</th>
          </tr>
        </thead>
        <tbody>
          {POLLUTANTS.map(({ code, statistic, day, unit }) => (
            <tr key={code}>
              <th scope="row">
                {nameOf(t, code)} <span className="quiet">{unit}</span>
              </th>
              <td>
                {number(latest?.values[day] ?? null)}
                {latest && latest.hours[day] !== 24 && (
                  <small className="quiet">{t('air.hoursShort', { hours: latest.hours[day] ?? 0 })}</small>
                )}
              </td>
              <td>
                <FigureLink
                  statistic={statistic}
                  value={month?.now.statistics[statistic]}
                  from={month?.now.from}
                  until={month?.now.until}
                />
              </td>
              <td>
                <FigureLink
                  statistic={statistic}
                  value={year?.now.statistics[statistic]}
                  from={year?.now.from}
                  until={year?.now.until}
                />
              </td>
              <td className="quiet">{number(year?.before?.statistics[statistic] ?? null)}</td>
              <td>
                <Change change={year?.change[statistic]} better="lower" />
              </td>
              <td className="quiet">
                {year && t('air.daysOf', { days: year.now.validDays[code]?.days ?? 0, of: passed })}
                {year?.now.validDays[code]?.sufficient === false && ` · ${t('air.insufficient')}`}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('air.composite')}</th>
            <td />
            <td>
              <FigureLink
                statistic="composite"
                value={month?.now.composite.index}
                from={month?.now.from}
                until={month?.now.until}
              />
            </td>
            <td>
              <FigureLink
                statistic="composite"
                value={year?.now.composite.index}
                from={year?.now.from}
                until={year?.now.until}
              />
            </td>
            <td className="quiet">{number(year?.before?.composite.index ?? null)}</td>
            <td>
              <Change change={year?.change.composite} better="lower" />
            </td>
            <td />
          </tr>
          {days(t('air.good'), 'good_days', 'good', 'higher')}
          {days(t('air.heavy'), 'heavy_days', 'heavy', 'lower')}
        </tbody>
      </table>
      <p className="quiet air-note">{t('air.summaryNote')}</p>
    </div>
  );
}
