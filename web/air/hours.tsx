import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AirHours, AirOverview } from '#app/api';
import { get } from '../app/api.ts';
import { useAppearance } from '../app/appearance.tsx';
import { useSentence } from '../app/language.ts';
import { toneOf } from '../app/theme.ts';
import { Chart } from '../shared/chart.tsx';
import { SpanPicker } from '../shared/dates/span-picker.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import type { View } from './choices.tsx';
import { nameOf, POLLUTANTS } from './pollutants.ts';

const SPANS = [3, 7, 30, 90];
const DAY = 86_400_000;
const back = (date: string, days: number) => new Date(Date.parse(date) - days * DAY).toISOString().slice(0, 10);

/** Hours of one station; a gap is a gap. Station, pollutants and period stand in the address. */
export function Hours({ scope, asOf, air }: View & { air: AirOverview }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const tone = toneOf(useAppearance().mode);
  const [search, set] = useUrlValues();
  const stations = air.scopes.filter((one) => one.scope.kind === 'station');
  const station = scope.startsWith('station:') ? scope.slice(8) : (search.station ?? stations[0]?.scope.code ?? '');
  const chosen = (search.pollutants ?? 'PM25,O3').split(',');
  const shown = POLLUTANTS.filter(({ code }) => chosen.includes(code));
  const until = search.last && search.last <= asOf ? search.last : asOf;
  const from = search.first && search.first <= until ? search.first : back(until, 29);
  const span = (Date.parse(until) - Date.parse(from)) / DAY + 1;
  const hours = useQuery({
    queryKey: ['air', 'hours', station, from, until],
    queryFn: ({ signal }) => get<AirHours>('/api/air/hours', { station, from, until }, signal),
  });
  const { data } = hours;
  const start = data ? Date.parse(data.from) : 0;
  const limit = shown.length === 1 ? data?.limits[shown[0]!.code] : undefined;
  const units = [...new Set(shown.map(({ unit }) => unit))];
  return (
    <>
      <div className="air-tools">
        {!scope.startsWith('station:') && (
          <Segmented
            aria-label={t('air.station')}
            value={station}
            options={stations.map((one) => ({ value: one.scope.code, label: sentence(one.name) }))}
            onChange={(code) => set({ station: code })}
          />
        )}
        <Select
          mode="multiple"
          aria-label={t('air.pollutant')}
          value={shown.map(({ code }) => code)}
          options={POLLUTANTS.map(({ code }) => ({ value: code, label: nameOf(t, code) }))}
          onChange={(codes: string[]) => codes.length && set({ pollutants: codes.join(',') })}
          style={{ minWidth: 180 }}
        />
        <Segmented
          aria-label={t('air.span')}
          value={span}
          options={SPANS.map((days) => ({ value: days, label: t('air.spanDays', { count: days }) }))}
          onChange={(days) => set({ first: days === 30 ? undefined : back(until, Number(days) - 1) })}
        />
        <SpanPicker
          from={from}
          until={until}
          last={asOf}
          label={t('air.span')}
          onChoose={(first, last) => set({ first, last: last === asOf ? undefined : last })}
        />
      </div>
      {hours.error ? (
        <ErrorState error={hours.error} onRetry={() => void hours.refetch()} compact />
      ) : !data ? (
        <LoadingState rows={8} height={380} />
      ) : (
        <>
          <Chart
            label={t('air.hoursChart', { station, from, until })}
            height={340}
            option={{
              tooltip: { trigger: 'axis' },
              legend: { data: shown.map(({ code }) => nameOf(t, code)) },
              grid: { left: 48, right: 56, top: 56, bottom: 64 },
              xAxis: { type: 'time', min: start, max: start + data.hours * 3_600_000 },
              yAxis: units.map((unit) => ({ type: 'value', name: unit })),
              dataZoom: [{ type: 'slider', height: 20, bottom: 4 }],
              series: shown.map(({ code, unit }) => ({
                name: nameOf(t, code),
                type: 'line',
                yAxisIndex: units.indexOf(unit),
                showSymbol: false,
                connectNulls: false,
                lineStyle: { width: 1.3 },
                data: (data.values[code] ?? []).map((value, hour) => [start + hour * 3_600_000, value]),
                ...(limit && {
                  markLine: {
                    silent: true,
                    symbol: 'none',
                    lineStyle: { color: tone.error, type: 'dashed' },
                    label: { formatter: t('air.limitOf', { limit }), color: tone.error },
                    data: [{ yAxis: Number(limit) }],
                  },
                }),
              })),
            }}
          />
          <p className="air-tools">
            <span className="quiet">
              {t('air.completeness')}{' '}
              {shown.map(({ code }) => `${nameOf(t, code)} ${data.valid[code] ?? 0}/${data.hours}`).join(' · ')}
            </span>
            <ProvenanceTag provenance={data.provenance} />
            <a download={`${station}-${from}-${until}.csv`} href={csvOf(data, shown)}>
              {t('air.evidence.csv')}
            </a>
          </p>
        </>
      )}
    </>
  );
}

function csvOf(data: AirHours, shown: readonly { code: string }[]): string {
  const start = Date.parse(data.from);
  const lines = Array.from({ length: data.hours }, (_, hour) => {
    const local = new Date(start + (hour + 8) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    return [local, ...shown.map(({ code }) => data.values[code]?.[hour] ?? '')].join(',');
  });
  const head = ['hour', ...shown.map(({ code }) => `${code} ${data.units[code] ?? ''}`)].join(',');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${head}\n${lines.join('\n')}\n`)}`;
}
