import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '#app/api';
import { useAppearance } from '../app/appearance.tsx';
import { useSentence } from '../app/language.ts';
import { toneOf } from '../app/theme.ts';
import { Chart } from '../shared/chart.tsx';
import { useFormat } from '../shared/format.ts';

const figure = (value: string | null) => (value === null ? null : Number(value));

/** How the figure went through the year, beside the year before. */
export function Course({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const { mode } = useAppearance();
  const { points, year, asOf, parts } = detail;
  const unit = sentence(detail.shownUnit);
  const names = useMemo(
    () => ({ now: t('measure.chart.year', { year }), before: t('measure.chart.year', { year: year - 1 }) }),
    [t, year],
  );
  const compared = points.some(({ lastYear }) => lastYear !== null);
  const option = useMemo(() => {
    const tone = toneOf(mode);
    // what stands until its evidence changes is drawn in steps, to the day one looks at
    const steps = parts.length > 0 ? { step: 'end' as const } : {};
    const last = points.at(-1)!;
    const drawn = last.date < asOf && parts.length > 0 ? [...points, { ...last, date: asOf }] : points;
    const line = (name: string, of: (p: (typeof points)[number]) => string | null, width: number) => ({
      name,
      type: 'line',
      showSymbol: drawn.length < 3,
      lineStyle: { width },
      data: drawn.map((p) => [p.date, figure(of(p))]),
      ...steps,
    });
    return {
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, data: [names.now, ...(compared ? [names.before] : [])] },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (v: unknown) => (v === null || v === undefined ? '—' : `${v} ${unit}`),
      },
      color: [tone.primary, tone.faint],
      xAxis: { type: 'time', min: `${year}-01-01`, max: asOf, axisLabel: { hideOverlap: true } },
      yAxis: {
        type: 'value',
        name: unit,
        ...(detail.unit === '%' && parts.length > 0 ? { min: 0 } : { scale: true }),
        nameTextStyle: { align: 'left' },
      },
      series: [line(names.now, (p) => p.value, 2.4), ...(compared ? [line(names.before, (p) => p.lastYear, 1.6)] : [])],
    };
  }, [points, names, year, asOf, mode, compared, unit, parts, detail.unit]);
  return (
    <Chart
      option={option}
      height={240}
      label={t('indicators.course', { indicator: sentence(detail.title), year })}
      table={{
        columns: [t('measure.chart.until'), names.now, names.before],
        rows: points.map((p) => [date(p.date), p.value, p.lastYear]),
      }}
    />
  );
}
