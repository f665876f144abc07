import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AirHours } from '#app/api';
import { get } from '../app/api.ts';
import { Chart } from '../shared/chart.tsx';
import { pollutantName, pollutantUnit } from '../shared/pollutants.ts';
import { ErrorState, LoadingState } from '../shared/states.tsx';

const SHOWN = (
  [
    ['PM25', '#1f4e79'],
    ['PM10', '#a66a00'],
    ['O3', '#2f6f4f'],
    ['NO2', '#8a2f2f'],
  ] as const
).map(([code, color]) => ({ code, color, name: pollutantName(code) }));
const DAY = 86_400_000;

/** Thirty days of hours of one station; a gap is a gap. */
export function Hours({ scope: station, asOf }: { scope: string; asOf: string }) {
  const { t } = useTranslation();
  const from = new Date(Date.parse(`${asOf}T00:00:00Z`) - 29 * DAY).toISOString().slice(0, 10);
  const hours = useQuery({
    queryKey: ['air hours', station, from, asOf],
    queryFn: ({ signal }) => get<AirHours>('/api/air/hours', { station, from, until: asOf }, signal),
  });
  if (hours.error) return <ErrorState error={hours.error} onRetry={() => void hours.refetch()} compact />;
  if (!hours.data) return <LoadingState rows={8} />;
  const start = Date.parse(hours.data.from);
  const { values } = hours.data;
  const complete = (code: string) => {
    const list = values[code] ?? [];
    return list.length ? Math.round((list.filter((value) => value !== null).length / list.length) * 1000) / 10 : 0;
  };
  return (
    <>
      <Chart
        label={t('air.hoursChart', { station })}
        height={340}
        option={{
          tooltip: { trigger: 'axis' },
          legend: { data: SHOWN.map(({ name }) => name) },
          grid: { left: 48, right: 16, top: 36, bottom: 64 },
          xAxis: { type: 'time' },
          yAxis: { type: 'value', name: pollutantUnit('PM25') },
          dataZoom: [{ type: 'slider', height: 20 }],
          series: SHOWN.map(({ code, name, color }) => ({
            name,
            type: 'line',
            showSymbol: false,
            connectNulls: false,
            lineStyle: { width: 1.2, color },
            itemStyle: { color },
            data: (values[code] ?? []).map((value, hour) => [start + hour * 3_600_000, value]),
          })),
        }}
      />
      <p className="quiet">
        {t('air.completeness')} {SHOWN.map(({ code, name }) => `${name} ${complete(code)}%`).join(' · ')}
      </p>
    </>
  );
}
