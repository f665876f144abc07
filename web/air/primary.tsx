import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AirPrimary } from '#app/api';
import { get } from '../app/api.ts';
import { Chart } from '../shared/chart.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import type { View } from './choices.tsx';
import { FigureLink } from './figure-link.tsx';
import { nameOf, POLLUTANTS } from './pollutants.ts';

/** Days by primary pollutant, month by month; a day with several counts for each that is named. */
export function Primary({ scope, year, until }: View) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['air', 'primary', scope, year, until],
    queryFn: ({ signal }) => get<AirPrimary>('/api/air/primary', { scope, year, asOf: until }, signal),
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} compact />;
  if (!found.data) return <LoadingState rows={10} height={420} />;
  const { months, total, before, from } = found.data;
  const codes = POLLUTANTS.map(({ code }) => code).filter((code) => total.days[code] || before?.days[code]);
  const monthName = (month: string) => t('air.monthName', { month: Number(month.slice(5)) });
  return (
    <>
      <Chart
        label={t('air.primaryChart', { year })}
        height={260}
        option={{
          tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
          legend: { type: 'scroll', data: codes.map((code) => nameOf(t, code)), itemHeight: 10, itemWidth: 10 },
          grid: { left: 40, right: 16, top: 56, bottom: 28 },
          xAxis: { type: 'category', data: months.map(({ month }) => monthName(month)) },
          yAxis: { type: 'value', name: t('air.dayUnit'), minInterval: 1 },
          series: codes.map((code) => ({
            name: nameOf(t, code),
            type: 'bar',
            stack: 'days',
            barMaxWidth: 32,
            data: months.map(({ days }) => days[code] ?? 0),
          })),
        }}
      />
      <div className="air-scroll">
        <table className="air-table">
          <caption className="unseen">{t('air.primaryChart', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('air.monthColumn')}</th>
              {codes.map((code) => (
                <th scope="col" key={code}>
                  {nameOf(t, code)}
                </th>
              ))}
              <th scope="col">{t('air.named')}</th>
              <th scope="col">{t('air.tied')}</th>
              <th scope="col">{t('air.validIndex')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((row) => (
              <tr key={row.month}>
                <th scope="row">{monthName(row.month)}</th>
                {codes.map((code) => (
                  <td key={code}>
                    <FigureLink
                      statistic={`primary_${code}`}
                      value={row.days[code] ?? 0}
                      from={row.from}
                      until={row.until}
                    />
                  </td>
                ))}
                <td>{row.named}</td>
                <td>{row.tied}</td>
                <td className="quiet">{row.valid}</td>
              </tr>
            ))}
            <tr className="air-sum">
              <th scope="row">{year}</th>
              {codes.map((code) => (
                <td key={code}>
                  <FigureLink statistic={`primary_${code}`} value={total.days[code] ?? 0} from={from} until={until} />
                </td>
              ))}
              <td>{total.named}</td>
              <td>{total.tied}</td>
              <td className="quiet">{total.valid}</td>
            </tr>
            {before && (
              <tr>
                <th scope="row">{t('air.sameTime', { year: year - 1 })}</th>
                {codes.map((code) => (
                  <td key={code}>{before.days[code] ?? 0}</td>
                ))}
                <td>{before.named}</td>
                <td>{before.tied}</td>
                <td className="quiet">{before.valid}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('air.primaryNote')}</p>
    </>
  );
}
