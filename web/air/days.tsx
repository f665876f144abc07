import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AirDays } from '#app/api';
import { get } from '../app/api.ts';
import { useAppearance } from '../app/appearance.tsx';
import { toneOf } from '../app/theme.ts';
import { Chart } from '../shared/chart.tsx';
import { useFormat } from '../shared/format.ts';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { DayDetail } from './calendar/day-detail.tsx';
import { PollutantChoice, usePollutant, type View } from './choices.tsx';
import { nameOf } from './pollutants.ts';
import { datesOf, runsOf } from './runs.ts';

/** The daily course of one pollutant with its limit and last year's course; missing days are bands, not lines. */
export function Days({ scope, year, until }: View) {
  const { t } = useTranslation();
  const { date: formatDate } = useFormat();
  const [chosen, choose] = useUrlState('date');
  const tone = toneOf(useAppearance().mode);
  const pollutant = usePollutant();
  const now = useQuery({
    queryKey: ['air', 'days', scope, year, until],
    queryFn: ({ signal }) => get<AirDays>('/api/air/days', { scope, from: `${year}-01-01`, until }, signal),
  });
  const edition = now.data?.edition;
  const before = useQuery({
    queryKey: ['air', 'days', scope, year - 1, edition],
    enabled: !!edition,
    queryFn: ({ signal }) =>
      get<AirDays>('/api/air/days', { scope, from: `${year - 1}-01-01`, until: `${year - 1}-12-31`, edition }, signal),
  });
  if (now.error) return <ErrorState error={now.error} onRetry={() => void now.refetch()} compact />;
  if (!now.data) return <LoadingState rows={10} height={420} />;
  const name = nameOf(t, pollutant.day);
  const dates = datesOf(year);
  const byDate = new Map(now.data.days.map((day) => [day.date, day]));
  const lastYear = new Map((before.data?.days ?? []).map((day) => [day.date.slice(5), day]));
  const valueOn = (date: string) => byDate.get(date)?.values[pollutant.day] ?? null;
  const valueBefore = (date: string) => lastYear.get(date.slice(5))?.values[pollutant.day] ?? null;
  const number = (text: string | null) => (text === null ? null : Number(text));
  const passed = dates.filter((date) => date <= until);
  const missing = runsOf(passed.filter((date) => valueOn(date) === null));
  const limit = now.data.limits[pollutant.day];
  const over = limit ? passed.filter((date) => Number(valueOn(date) ?? 0) > Number(limit)).length : null;
  return (
    <>
      <div className="air-tools">
        <PollutantChoice />
        <span className="quiet">
          {t('air.daysValid', { valid: passed.length - missing.flat().length, passed: passed.length })}
          {over !== null && ` · ${t('air.daysOver', { count: over, limit })}`}
        </span>
      </div>
      <Chart
        label={t('air.daysChart', { name, year })}
        height={340}
        onClick={({ dataIndex }) => choose(dates[dataIndex])}
        table={{
          columns: [t('air.date'), `${year}`, `${year - 1}`, t('air.hoursOf')],
          rows: passed.map((date) => [
            formatDate(date),
            valueOn(date),
            valueBefore(date),
            byDate.get(date)?.hours[pollutant.day] ?? 0,
          ]),
        }}
        option={{
          tooltip: { trigger: 'axis' },
          legend: { data: [String(year), String(year - 1)] },
          grid: { left: 48, right: 56, top: 56, bottom: 64 },
          xAxis: {
            type: 'category',
            data: dates,
            axisLabel: {
              interval: (_: number, date: string) => date.endsWith('-01'),
              hideOverlap: true,
              formatter: (date: string) => t('air.monthName', { month: Number(date.slice(5, 7)) }),
            },
            axisTick: { interval: (_: number, date: string) => date.endsWith('-01') },
          },
          yAxis: { type: 'value', name: pollutant.unit },
          dataZoom: [
            { type: 'slider', height: 20, bottom: 4, labelFormatter: (_: number, date: string) => date.slice(5) },
          ],
          series: [
            {
              name: String(year),
              type: 'line',
              showSymbol: false,
              data: dates.map((date) => (date <= until ? number(valueOn(date)) : null)),
              markLine: limit && {
                silent: true,
                symbol: 'none',
                lineStyle: { color: tone.error, type: 'dashed' },
                label: { formatter: t('air.limitOf', { limit }), color: tone.error },
                data: [{ yAxis: Number(limit) }],
              },
              markArea: {
                silent: true,
                itemStyle: { color: tone.rule, opacity: 0.6 },
                data: missing.map((run) => [{ xAxis: run[0] }, { xAxis: run.at(-1) }]),
              },
            },
            {
              name: String(year - 1),
              type: 'line',
              showSymbol: false,
              lineStyle: { width: 1, color: tone.faint, opacity: 0.7 },
              itemStyle: { color: tone.faint },
              data: dates.map((date) => number(valueBefore(date))),
            },
          ],
        }}
      />
      <p className="quiet">{t('air.gapNote')}</p>
      {chosen && <DayDetail date={chosen} day={byDate.get(chosen)} limits={now.data.limits} />}
    </>
  );
}
