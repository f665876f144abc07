import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSeries } from '#app/api';
import { get } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { Chart } from '../../shared/chart.tsx';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { useQuantityName } from '../names.ts';
import type { TabProps } from './index.tsx';

const HOUR = 3_600_000;
/** what is drawn of each span: step and length, so that a few hundred points stand on the page */
const SPANS = {
  day: { hours: 24, step: '5m' },
  week: { hours: 168, step: 'hour' },
  month: { hours: 720, step: 'hour' },
} as const;
type Span = keyof typeof SPANS;
/** so few values that each is shown as a point */
const FEW = 80;
/** flags that a person should see on the curve */
const LOUD = ['I', 'S', 'M', 'C'] as const;

/** One quantity over the last day, week or month; a gap is a gap, what is not valid is marked. */
export function SeriesPanel({ device }: TabProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const quantity = useQuantityName();
  const [search, set] = useUrlValues();
  const span = (search.span ?? 'day') as Span;
  const { hours, step } = SPANS[span];
  const { data, error, refetch } = useQuery({
    queryKey: ['devices', 'one', String(device.id), 'series', span],
    queryFn: ({ signal }) => {
      // whole minutes, so that the same request is asked again
      const until = Math.ceil(Date.now() / 60_000) * 60_000;
      const from = new Date(until - hours * HOUR).toISOString();
      const query = { from, until: new Date(until).toISOString(), step, limit: 5000 };
      return get<DeviceSeries>(`/api/devices/${device.id}/series`, query, signal);
    },
    refetchInterval: 60_000,
    staleTime: 30_000,
  });
  const shown = device.channels.filter(({ statistic }) => statistic === 'value' || statistic === 'total');
  const channel = shown.find(({ no }) => String(no) === search.channel) ?? shown.find((c) => c.pollutant) ?? shown[0];
  const nameOf = (one: (typeof shown)[number]) =>
    one.pollutant ? quantity(one.pollutant) : one.title ? sentence(one.title) : (one.factor ?? `#${one.no}`);
  return (
    <Panel
      title={t('devices.series.title')}
      aside={
        <>
          <Select
            size="small"
            aria-label={t('devices.series.channel')}
            popupMatchSelectWidth={false}
            value={channel?.no}
            options={shown.map((one) => ({ value: one.no, label: nameOf(one) }))}
            onChange={(no) => set({ channel: String(no) })}
          />
          <Segmented
            size="small"
            aria-label={t('devices.series.span')}
            value={span}
            options={(Object.keys(SPANS) as Span[]).map((key) => ({
              value: key,
              label: t(`devices.series.spans.${key}`),
            }))}
            onChange={(value) => set({ span: value === 'day' ? undefined : String(value) })}
          />
        </>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={6} height={300} />
      ) : !channel || !data.rows.some((row) => row.values[channel.no - 1] != null) ? (
        <EmptyState compact title={t('devices.series.none')} text={t('devices.series.noneText')} />
      ) : (
        <Curve data={data} no={channel.no} name={nameOf(channel)} unit={channel.unit} />
      )}
    </Panel>
  );
}

function Curve({ data, no, name, unit }: { data: DeviceSeries; no: number; name: string; unit: string | null }) {
  const { t } = useTranslation();
  const option = useMemo(() => {
    const at = no - 1;
    // the axis is told UTC and given Beijing time, whatever the clock of the computer says
    const local = (instant: string) => Date.parse(instant) + 8 * HOUR;
    const points: [number, number | null][] = [];
    const loud: { value: [number, number]; name: string }[] = [];
    let before = 0;
    for (const row of data.rows) {
      const time = local(row.at);
      // a missing period is a break in the line
      if (before && row.span > 0 && time - before > row.span * 60_000 * 1.5) points.push([time - 1, null]);
      before = time;
      const value = row.values[at] ?? null;
      const flag = row.flags[at] ?? 'N';
      points.push([time, flag === 'V' || flag === 'S' ? value : null]);
      if (value !== null && (LOUD as readonly string[]).includes(flag))
        loud.push({ value: [time, value], name: t(`devices.flags.${flag}`) });
    }
    return {
      useUTC: true,
      tooltip: { trigger: 'axis' },
      legend: { show: loud.length > 0, right: 8 },
      grid: { left: 52, right: 16, top: 40, bottom: 28 },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name: unit ?? t('devices.channels.noUnit'), scale: true },
      series: [
        {
          ...{ name, type: 'line', connectNulls: false, data: points },
          // a lone value has no line
          ...{ showSymbol: points.length < FEW, symbol: 'circle', symbolSize: 4 },
        },
        ...(loud.length
          ? [{ name: t('devices.series.flagged'), type: 'scatter', symbol: 'diamond', symbolSize: 7, data: loud }]
          : []),
      ],
    };
  }, [data, no, name, unit, t]);
  const simulated = data.sources.some(({ kind }) => kind === 'simulated');
  const table = {
    columns: [t('devices.series.time'), name],
    rows: data.rows.map((row) => [
      new Date(Date.parse(row.at) + 8 * HOUR).toISOString().slice(5, 16).replace('T', ' '),
      row.values[no - 1] ?? null,
    ]),
  };
  return (
    <>
      <Chart label={t('devices.series.label', { name })} height={300} option={option} table={table} />
      {simulated && <span className="provenance">{t('devices.simulated')}</span>}
    </>
  );
}
