import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AirOverview } from '#app/api';
import { Change } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { leadingStatistic, pollutantName, pollutantUnit, SHOWN_POLLUTANTS } from '../shared/pollutants.ts';
import '../shared/data-table.css';

const ROWS = SHOWN_POLLUTANTS.map((code) => ({
  code,
  name: pollutantName(code),
  statistic: leadingStatistic(code),
  unit: pollutantUnit(code),
}));

/** Six pollutants: the latest day, the month and the year so far beside last year's; every figure opens its evidence. */
export function Summary({ shown, scope, asOf }: { shown: AirOverview['scopes'][number]; scope: string; asOf: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [month, year] = [shown.month, shown.yearToDate];
  const opens = (statistic: string, from: string | undefined) => ({
    asOf,
    scope,
    evidence: statistic,
    from,
    until: asOf,
  });
  return (
    <div className="air-scroll">
      <table className="data-table figures">
        <caption className="unseen">{t('air.summary')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('air.pollutant')}</th>
            <th scope="col">{t('air.day')}</th>
            <th scope="col">{t('air.month')}</th>
            <th scope="col">{t('air.year')}</th>
            <th scope="col">{t('air.change')}</th>
            <th scope="col">{t('air.valid')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ code, name, statistic, unit }) => (
            <tr key={code}>
              <th scope="row">
                {name} <span className="quiet">{unit}</span>
              </th>
              <td>{number(shown.latest?.values[code === 'O3' ? 'O3_8h' : code] ?? null)}</td>
              <td>
                <Link to="/air" search={opens(statistic, month?.now.from)}>
                  {number(month?.now.statistics[statistic] ?? null)}
                </Link>
              </td>
              <td>
                <Link to="/air" search={opens(statistic, year?.now.from)}>
                  {number(year?.now.statistics[statistic] ?? null)}
                </Link>
              </td>
              <td>
                <Change change={year?.change[statistic]} better="lower" />
              </td>
              <td className="quiet">{t('air.days', { count: year?.now.validDays[code]?.days ?? 0 })}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('air.good')}</th>
            <td />
            <td>{month ? t('air.days', { count: month.now.days.good }) : '—'}</td>
            <td>
              <Link to="/air" search={opens('good_days', year?.now.from)}>
                {year ? t('air.days', { count: year.now.days.good }) : '—'}
              </Link>
            </td>
            <td>{year?.now.days.goodRatio ? `${number(year.now.days.goodRatio)}%` : '—'}</td>
            <td className="quiet">{t('air.days', { count: year?.now.days.valid ?? 0 })}</td>
          </tr>
          <tr>
            <th scope="row">{t('air.heavy')}</th>
            <td />
            <td>{month ? t('air.days', { count: month.now.days.heavy }) : '—'}</td>
            <td>
              <Link to="/air" search={opens('heavy_days', year?.now.from)}>
                {year ? t('air.days', { count: year.now.days.heavy }) : '—'}
              </Link>
            </td>
            <td className="quiet">{year?.before ? t('air.lastYear', { count: year.before.days.heavy }) : '—'}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
