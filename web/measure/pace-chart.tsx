import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorState, MeasureDetail } from '#app/api';
import { useAppearance } from '../app/appearance.tsx';
import { useSentence } from '../app/language.ts';
import { toneOf } from '../app/theme.ts';
import { Chart } from '../shared/chart.tsx';
import { useFormat } from '../shared/format.ts';

type Props = { indicator: IndicatorState; points: MeasureDetail['series'][number]['points']; year: number };
const figure = (value: string | null) => (value === null ? null : Number(value));

/** The year's course beside last year's, with the line that has to be kept and a mark at the day one looks from. */
export function PaceChart({ indicator, points, year }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const { mode } = useAppearance();
  const same = points.every((p) => p.pace === null || p.pace === p.lastYear) && points.some((p) => p.pace !== null);
  const names = useMemo(
    () => ({
      now: t('measure.chart.year', { year }),
      before: t(same ? 'measure.chart.yearAndPace' : 'measure.chart.year', { year: year - 1 }),
      pace: t('measure.chart.pace'),
    }),
    [t, year, same],
  );
  const unit = sentence(indicator.shownUnit);
  const compared = points.some((p) => p.lastYear !== null);
  const option = useMemo(() => {
    const tone = toneOf(mode);
    const line = (name: string, values: (number | null)[], style: object, more: object = {}) => ({
      name,
      type: 'line',
      showSymbol: false,
      data: points.map((p, i) => [p.date, values[i]]),
      lineStyle: style,
      ...more,
    });
    return {
      grid: { left: 8, right: 16, top: 64, bottom: 8, containLabel: true },
      legend: {
        top: 0,
        left: 0,
        data: [names.now, ...(compared ? [names.before] : []), ...(same ? [] : [names.pace])],
      },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (v: unknown) => (v === null || v === undefined ? '—' : `${v} ${unit}`),
      },
      color: [tone.primary, ...(compared ? [same ? tone.warning : tone.faint] : []), tone.warning],
      xAxis: { type: 'time', axisLabel: { hideOverlap: true } },
      yAxis: {
        type: 'value',
        name: unit,
        ...(indicator.unit === '%' ? { min: 0, max: 100 } : { scale: true }),
        nameTextStyle: { align: 'left' },
        nameGap: 12,
      },
      series: [
        line(
          names.now,
          points.map((p) => figure(p.value)),
          { width: 2.4 },
          {
            z: 3,
            markLine: {
              symbol: 'none',
              silent: true,
              label: { formatter: t('measure.chart.asOf'), color: tone.quiet, position: 'end', distance: 2 },
              lineStyle: { color: tone.quiet, type: 'dashed', width: 1 },
              data: [{ xAxis: indicator.asOf }],
            },
          },
        ),
        ...(compared
          ? [
              line(
                names.before,
                points.map((p) => figure(p.lastYear)),
                { width: 1.6 },
              ),
            ]
          : []),
        // often last year's course is itself the line to keep: one line, named as both
        ...(same
          ? []
          : [
              line(
                names.pace,
                points.map((p) => figure(p.pace)),
                { width: 1.6, type: 'dashed' },
              ),
            ]),
      ],
    };
  }, [points, names, indicator, mode, same, compared, unit, t]);
  const monthly = points.filter(
    (p, i) => i === points.length - 1 || p.date.slice(0, 7) !== points[i + 1]?.date.slice(0, 7),
  );
  return (
    <Chart
      option={option}
      height={260}
      label={t('measure.chart.label', { indicator: sentence(indicator.title), year, before: year - 1 })}
      table={{
        columns: [t('measure.chart.until'), names.now, t('measure.chart.year', { year: year - 1 }), names.pace],
        rows: monthly.map((p) => [date(p.date), p.value, p.lastYear, p.pace]),
      }}
    />
  );
}
