import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkCurve } from '#app/api';
import { useAppearance } from '../app/appearance.tsx';
import { toneOf } from '../app/theme.ts';
import { Chart, type ChartOption } from '../shared/chart.tsx';
import { deviceName, useQuantityName, useTestTitle } from './names.ts';

const BEIJING = 8 * 3_600_000;

/** The channel around its mark, its neighbours thin behind it, every mark of the channel as a ground with its word. */
export function Curve({ curve }: { curve: MarkCurve }) {
  const { t } = useTranslation();
  const { mode } = useAppearance();
  const tone = toneOf(mode);
  const [quantity, title] = [useQuantityName(), useTestTitle()];
  const { mark } = curve;
  const name = quantity(mark.channel.pollutant);
  const option = useMemo((): ChartOption => {
    // the axis is told UTC and given Beijing time, whatever the clock of the computer says
    const local = (instant: string) => Date.parse(instant) + BEIJING;
    const start = local(curve.from);
    const step = curve.stepMinutes * 60_000;
    const points = (values: readonly (number | null)[]) => values.map((v, i) => [start + i * step, v]);
    const grounds = { invalid: tone.wash.error, suspect: tone.wash.warning, told: tone.wash.primary };
    const inks = { invalid: tone.error, suspect: tone.warning, told: tone.quiet };
    const neighbours = curve.neighbours.map((one) => ({
      name: t('quality.neighbour', { name: deviceName(one), metres: one.metres }),
      type: 'line',
      showSymbol: false,
      z: 2,
      lineStyle: { width: 1, color: tone.faint, opacity: 0.6 },
      itemStyle: { color: tone.faint },
      data: points(one.values),
    }));
    const humidity = curve.humidity && {
      name: t('quality.humidity'),
      type: 'line',
      yAxisIndex: 1,
      showSymbol: false,
      lineStyle: { width: 1.2, type: 'dashed' },
      data: points(curve.humidity),
    };
    return {
      useUTC: true,
      tooltip: { trigger: 'axis' },
      legend: { type: 'scroll', right: 8 },
      grid: { left: 48, right: curve.humidity ? 48 : 16, top: 52, bottom: 60 },
      xAxis: { type: 'time', min: start, max: start + curve.values.length * step },
      yAxis: [
        { type: 'value', name: mark.channel.unit ?? '' },
        ...(curve.humidity ? [{ type: 'value', name: '%', min: 0, max: 100, splitLine: { show: false } }] : []),
      ],
      dataZoom: [{ type: 'slider', height: 18, bottom: 4 }],
      series: [
        {
          name: deviceName(mark.device),
          type: 'line',
          showSymbol: false,
          z: 4,
          connectNulls: false,
          lineStyle: { width: 2 },
          data: points(curve.values),
          markArea: {
            silent: true,
            data: curve.marks
              .filter(({ channel }) => channel.no === mark.channel.no)
              .map((one) => [
                {
                  xAxis: local(one.from),
                  name: title(one.test),
                  itemStyle: { color: grounds[one.state], opacity: one.id === mark.id ? 0.95 : 0.6 },
                  label: { color: inks[one.state], fontSize: 11, position: 'insideTop', show: one.id === mark.id },
                },
                { xAxis: local(one.until) },
              ]),
          },
        },
        ...(humidity ? [humidity] : []),
        ...neighbours,
      ],
    };
  }, [curve, mark, tone, t, title]);
  return (
    <Chart
      label={t('quality.curveLabel', {
        device: deviceName(mark.device),
        quantity: name,
        count: curve.neighbours.length,
      })}
      height={360}
      option={option}
    />
  );
}
