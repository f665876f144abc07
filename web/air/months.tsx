import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AirMonths } from '#app/api';
import { get } from '../app/api.ts';
import { useAppearance } from '../app/appearance.tsx';
import { toneOf } from '../app/theme.ts';
import { Chart } from '../shared/chart.tsx';
import { Change } from '../shared/figure.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { PollutantChoice, SandChoice, usePollutant, useSandExcluded, type View } from './choices.tsx';
import { FigureLink } from './figure-link.tsx';
import { nameOf } from './pollutants.ts';

/** The months of a year beside those of the year before, by one edition. */
export function Months({ scope, until, year }: View) {
  const { t } = useTranslation();
  const tone = toneOf(useAppearance().mode);
  const pollutant = usePollutant();
  const sandExcluded = useSandExcluded();
  const months = useQuery({
    queryKey: ['air', 'months', scope, year, until, sandExcluded],
    queryFn: ({ signal }) =>
      get<AirMonths>('/api/air/months', { scope, year, asOf: until, sandExcluded: sandExcluded || undefined }, signal),
  });
  if (months.error) return <ErrorState error={months.error} onRetry={() => void months.refetch()} compact />;
  if (!months.data) return <LoadingState rows={10} height={420} />;
  const { code, statistic, unit } = pollutant;
  const name = nameOf(t, code);
  const rows = months.data.months;
  const value = (text: string | null | undefined) => (text ? Number(text) : null);
  const monthName = (month: string) => t('air.monthName', { month: Number(month.slice(5)) });
  return (
    <>
      <div className="air-tools">
        <PollutantChoice />
        <SandChoice />
      </div>
      <Chart
        label={t('air.monthsChart', { name })}
        height={260}
        option={{
          tooltip: { trigger: 'axis' },
          legend: { data: [String(year), String(year - 1)] },
          grid: { left: 48, right: 16, top: 56, bottom: 28 },
          xAxis: { type: 'category', data: rows.map((row) => monthName(row.month)) },
          yAxis: { type: 'value', name: unit },
          series: [
            {
              name: String(year),
              type: 'bar',
              barMaxWidth: 24,
              data: rows.map((row) => value(row.now.statistics[statistic])),
            },
            {
              name: String(year - 1),
              type: 'bar',
              barMaxWidth: 24,
              data: rows.map((row) => value(row.before?.statistics[statistic])),
              itemStyle: { color: tone.faint, opacity: 0.55 },
            },
          ],
        }}
      />
      <div className="air-scroll">
        <table className="air-table">
          <caption className="unseen">{t('air.monthsChart', { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('air.monthColumn')}</th>
              <th scope="col">
                {name} {year} <span className="quiet">{unit}</span>
              </th>
              <th scope="col">{year - 1}</th>
              <th scope="col">{t('air.change')}</th>
              <th scope="col">{t('air.valid')}</th>
              <th scope="col">{t('air.good')}</th>
              <th scope="col">{t('air.heavy')}</th>
              <th scope="col">{t('air.composite')}</th>
              <th scope="col">{t('air.change')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ month, now, before, change }) => (
              <tr key={month}>
                <th scope="row">{monthName(month)}</th>
                <td>
                  <FigureLink
                    statistic={statistic}
                    value={now.statistics[statistic]}
                    from={now.from}
                    until={now.until}
                  />
                </td>
                <td>
                  <FigureLink
                    statistic={statistic}
                    value={before?.statistics[statistic]}
                    from={before?.from}
                    until={before?.until}
                  />
                </td>
                <td>
                  <Change change={change[statistic]} better="lower" />
                </td>
                <td className="quiet">
                  {now.validDays[code]?.days ?? 0}
                  {now.validDays[code]?.sufficient === false ? ` · ${t('air.insufficient')}` : ''}
                </td>
                <td>
                  <FigureLink statistic="good_days" value={now.days.good} from={now.from} until={now.until} />
                </td>
                <td>
                  <FigureLink statistic="heavy_days" value={now.days.heavy} from={now.from} until={now.until} />
                </td>
                <td>
                  <FigureLink statistic="composite" value={now.composite.index} from={now.from} until={now.until} />
                </td>
                <td>
                  <Change change={change.composite} better="lower" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t(sandExcluded ? 'air.sand.withoutNote' : 'air.sand.withNote')}</p>
    </>
  );
}
