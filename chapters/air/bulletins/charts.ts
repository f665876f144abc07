import type { BulletinBlock } from '#engines/bulletins';
import { AQI_CLASSES } from '#standards/hj-633';
import type { Facts } from './facts.ts';
import { printed } from './figures.ts';
import { STATISTICS, type StatisticRow } from './statistics.table.ts';

const PM25 = STATISTICS[0] as StatisticRow;
const AXIS = { axisLabel: { color: '#333333' }, axisLine: { lineStyle: { color: '#333333' } } };
const SPLIT = { splitLine: { lineStyle: { color: '#DDDDDD' } } };

/** Every day of the month as a bar in the standard's colour of its class; a day without an index stays empty. */
export function aqiChart(facts: Facts): BulletinBlock {
  const classes = AQI_CLASSES.filter(({ level }) => facts.days.some((day) => day.level === level));
  const series = classes.map(({ level, zh, rgb }) => ({
    name: zh,
    type: 'bar',
    stack: 'aqi',
    barCategoryGap: '25%',
    itemStyle: { color: rgb, borderColor: '#666666', borderWidth: 0.5 },
    data: facts.days.map((day) => (day.level === level ? day.aqi : null)),
  }));
  const known = facts.days.filter(({ aqi }) => aqi !== null);
  const worst = known.reduce((most, day) => Math.max(most, day.aqi ?? 0), 0);
  return {
    kind: 'chart',
    caption: `${facts.monthNo}月逐日空气质量指数（AQI）`,
    unit: null,
    alt: `${facts.monthNo}月${known.length}天有空气质量指数，最高${worst}。`,
    heightPx: 240,
    option: {
      grid: { left: 44, right: 12, top: 36, bottom: 28 },
      legend: { top: 2, itemWidth: 14, itemHeight: 10, data: classes.map(({ zh }) => zh) },
      xAxis: { type: 'category', data: facts.days.map(({ date }) => `${Number(date.slice(8))}日`), ...AXIS },
      yAxis: { type: 'value', name: 'AQI', ...AXIS, ...SPLIT },
      series,
    },
  };
}

/** PM2.5 month by month up to this one, beside last year's; a month without enough data stays empty. */
export function pm25Chart(facts: Facts): BulletinBlock {
  const number = (text: string | null) => (text === null ? null : Number(text));
  const now = facts.months.map((both) => number(printed(both?.now, PM25)));
  const before = facts.months.map((both) => number(printed(both?.before, PM25)));
  const gaps = [...now, ...before].includes(null);
  const bar = (name: string, color: string, data: (number | null)[]) => ({
    name,
    type: 'bar',
    barGap: '10%',
    itemStyle: { color },
    label: { show: true, position: 'top', fontSize: 10, color: '#333333' },
    data,
  });
  return {
    kind: 'chart',
    caption: `PM2.5月均浓度与上年同月比较${gaps ? '，空缺为有效数据不足' : ''}`,
    unit: PM25.unit,
    alt: `${facts.year}年${now.map((value, i) => `${i + 1}月${value ?? '无'}`).join('，')}；上年${before
      .map((value, i) => `${i + 1}月${value ?? '无'}`)
      .join('，')}。`,
    heightPx: 260,
    option: {
      grid: { left: 44, right: 12, top: 36, bottom: 28 },
      legend: { top: 2, itemWidth: 14, itemHeight: 10, data: [`${facts.year - 1}年`, `${facts.year}年`] },
      xAxis: { type: 'category', data: now.map((_, i) => `${i + 1}月`), ...AXIS },
      yAxis: { type: 'value', name: PM25.unit, ...AXIS, ...SPLIT },
      series: [bar(`${facts.year - 1}年`, '#B0BEC5', before), bar(`${facts.year}年`, '#1565C0', now)],
    },
  };
}
