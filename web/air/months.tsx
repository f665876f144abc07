import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AirMonths } from '#app/api';
import { get } from '../app/api.ts';
import { Chart } from '../shared/chart.tsx';
import { Change } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { leadingStatistic, pollutantName, pollutantUnit, SHOWN_POLLUTANTS } from '../shared/pollutants.ts';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';

/** The months of a year beside those of the year before, by one edition. */
export function Months({ scope, asOf }: { scope: string; asOf: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [chosen, choose] = useUrlState('pollutant', 'PM25');
  const code = SHOWN_POLLUTANTS.find((one) => one === chosen) ?? 'PM25';
  const year = asOf.slice(0, 4);
  const months = useQuery({
    queryKey: ['air months', scope, year, asOf],
    queryFn: ({ signal }) => get<AirMonths>('/api/air/months', { scope, year, asOf }, signal),
  });
  if (months.error) return <ErrorState error={months.error} onRetry={() => void months.refetch()} compact />;
  if (!months.data) return <LoadingState rows={8} />;
  const statistic = leadingStatistic(code);
  const unit = pollutantUnit(code);
  const rows = months.data.months;
  const value = (text: string | null | undefined) => (text ? Number(text) : null);
  return (
    <>
      <Select
        aria-label={t('air.pollutant')}
        value={code}
        onChange={(next) => choose(next)}
        options={SHOWN_POLLUTANTS.map((value) => ({ value, label: pollutantName(value) }))}
        style={{ minWidth: 110 }}
      />
      <Chart
        label={t('air.monthsChart', { name: pollutantName(code) })}
        height={260}
        option={{
          tooltip: { trigger: 'axis' },
          legend: { data: [String(Number(year) - 1), year] },
          grid: { left: 48, right: 16, top: 36, bottom: 28 },
          xAxis: {
            type: 'category',
            data: rows.map((row) => t('air.monthName', { month: Number(row.month.slice(5)) })),
          },
          yAxis: { type: 'value', name: unit },
          series: [
            {
              name: String(Number(year) - 1),
              type: 'bar',
              data: rows.map((row) => value(row.before?.statistics[statistic])),
              itemStyle: { color: '#a9b4c2' },
            },
            {
              name: year,
              type: 'bar',
              data: rows.map((row) => value(row.now.statistics[statistic])),
              itemStyle: { color: '#1f4e79' },
            },
          ],
        }}
      />
      <div className="air-scroll">
        <table className="data-table figures">
          <caption className="unseen">{t('air.monthsChart', { name: pollutantName(code) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('air.monthColumn')}</th>
              <th scope="col">
                {year} {unit}
              </th>
              <th scope="col">{Number(year) - 1}</th>
              <th scope="col">{t('air.change')}</th>
              <th scope="col">{t('air.good')}</th>
              <th scope="col">{t('air.heavy')}</th>
              <th scope="col">{t('air.composite')}</th>
              <th scope="col">{t('air.valid')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.month}>
                <th scope="row">{t('air.monthName', { month: Number(row.month.slice(5)) })}</th>
                <td>
                  <Link
                    to="/air"
                    search={{
                      asOf,
                      scope,
                      view: 'months',
                      evidence: statistic,
                      from: row.now.from,
                      until: row.now.until,
                    }}
                  >
                    {number(row.now.statistics[statistic] ?? null)}
                  </Link>
                </td>
                <td>{number(row.before?.statistics[statistic] ?? null)}</td>
                <td>
                  <Change change={row.change[statistic]} better="lower" />
                </td>
                <td>{row.now.days.good}</td>
                <td>{row.now.days.heavy}</td>
                <td>{number(row.now.composite.index)}</td>
                <td className="quiet">
                  {row.now.validDays[code]?.days ?? 0}
                  {row.now.validDays[code]?.sufficient === false ? ` · ${t('air.insufficient')}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
