import { BarChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  CalendarComponent,
  DatasetComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { FONT, toneOf } from '../app/theme.ts';

use([
  BarChart,
  HeatmapChart,
  LineChart,
  PieChart,
  ScatterChart,
  AriaComponent,
  CalendarComponent,
  DataZoomComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
]);

/** the series' colours in order: apart from the lamps and from the class colours, telling without hue alone */
const SERIES = {
  light: ['#24527f', '#b8762a', '#3c8a78', '#8a5a93', '#6d7684', '#a4485a'],
  dark: ['#7fb0e0', '#d9a35c', '#6fc0ab', '#c093c9', '#aab4c1', '#dd8494'],
};

/** Opens a chart in the house's look. */
export function openChart(at: HTMLElement, mode: 'light' | 'dark', locale: 'ZH' | 'EN'): EChartsType {
  const tone = toneOf(mode);
  const axis = {
    axisLine: { lineStyle: { color: tone.rule } },
    axisTick: { lineStyle: { color: tone.rule } },
    axisLabel: { color: tone.quiet },
    nameTextStyle: { color: tone.quiet },
    splitLine: { lineStyle: { color: tone.ruleSoft } },
  };
  const theme = {
    color: SERIES[mode],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT, color: tone.text },
    title: { textStyle: { color: tone.text, fontSize: 14 } },
    legend: { top: 0, left: 0, textStyle: { color: tone.quiet }, icon: 'roundRect', itemWidth: 14, itemHeight: 3 },
    tooltip: {
      backgroundColor: tone.raised,
      borderColor: tone.rule,
      textStyle: { color: tone.text, fontSize: 13 },
      extraCssText: 'box-shadow: 0 2px 8px rgb(16 24 40 / 12%)',
    },
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: axis,
    valueAxis: axis,
    line: { symbol: 'none', lineStyle: { width: 1.8 } },
    calendar: {
      dayLabel: { color: tone.quiet },
      monthLabel: { color: tone.quiet },
      yearLabel: { color: tone.quiet },
      itemStyle: { color: 'transparent', borderColor: tone.ruleSoft },
      splitLine: { lineStyle: { color: tone.rule } },
    },
    dataZoom: { bottom: 4, textStyle: { color: tone.quiet }, borderColor: tone.rule },
    visualMap: { textStyle: { color: tone.quiet } },
  };
  return init(at, theme, { renderer: 'svg', locale });
}
