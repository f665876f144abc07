import type { StandardDescription } from '#standards/editions';
import { EVALUATION_EDITIONS } from './settings.table.ts';

const [, latest] = EVALUATION_EDITIONS;
const defaults = EVALUATION_EDITIONS.map(({ edition, defaults: of }) => ({ edition, of }));
const each = (print: (of: (typeof defaults)[number]['of']) => string) =>
  [...new Set(defaults.map(({ of }) => print(of)))].length === 1
    ? print(latest?.defaults as (typeof defaults)[number]['of'])
    : defaults.map(({ edition, of }) => `${edition}: ${print(of)}`).join(' · ');
const list = (row: Readonly<Record<string, number | undefined>>) =>
  Object.entries(row)
    .map(([pollutant, value]) => `${pollutant} ${value}`)
    .join(', ');

export const STANDARD = {
  folder: 'hj-663',
  document: 'HJ 663',
  title: { zh: '环境空气质量评价技术规范', en: 'Technical regulation for ambient air quality assessment' },
  editions: EVALUATION_EDITIONS,
  clauses: [
    {
      clause: 'cl. 4.3; GB 3095 table 4',
      what: {
        zh: '日均值、臭氧日最大 8 小时平均及其有效性',
        en: 'day means and the largest 8-hour mean of ozone, with their validity',
      },
      by: ['dailyMean', 'mda8', 'movingEight'],
      confidence: 'M',
    },
    {
      clause: 'cl. 4.4',
      what: { zh: '各项目保留小数位数', en: 'decimals of figures' },
      by: ['roundConcentration', 'decimalsOf'],
      confidence: 'M',
    },
    {
      clause: 'annex A',
      what: { zh: '百分位数', en: 'percentiles' },
      by: ['percentile', 'annualPercentile'],
      confidence: 'M',
    },
    {
      clause: 'cl. 4.2, 5.1, 6.1; table 1',
      what: {
        zh: '单项指数、超标倍数、年评价达标（平均值与特定百分位数同时达标）',
        en: 'single index, exceed multiple, attainment of a year by mean and percentile',
      },
      by: ['annualAttainment', 'exceedMultiple'],
      confidence: 'M',
    },
    {
      clause: '环办〔2014〕64号',
      what: { zh: '环境空气质量综合指数', en: 'composite index' },
      by: ['compositeIndex', 'compositeLimits'],
      confidence: 'M',
    },
    {
      clause: 'published lists',
      what: {
        zh: '优良、重污染天数与比例；同比变化率',
        en: 'days by class and their shares; change against last year',
      },
      by: ['dayCounts', 'changeRate'],
    },
    {
      clause: 'area',
      what: { zh: '区域日均值：有效点位的算术平均', en: 'the day of an area: mean of its valid points' },
      by: ['areaMean'],
      confidence: 'M',
    },
    {
      clause: 'annex B',
      what: { zh: '秩相关系数法趋势检验', en: 'trend by Spearman’s rank correlation' },
      by: ['spearmanTrend'],
      confidence: 'M',
    },
    {
      clause: 'GB 3095 table 4',
      what: {
        zh: '一氧化碳、臭氧的月、年有效性比照执行',
        en: 'months and years of CO and O3 are held to the same counts',
      },
      by: ['statisticMonthValid', 'statisticYearValid'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'compositeMode',
      default: each(({ compositeMode }) => compositeMode),
      what: {
        zh: '综合指数先求和后修约，或各单项先修约后求和；公布的数字两种都有',
        en: 'composite index: sum first, or round each single index first; both are found in print',
      },
      confidence: 'M',
    },
    {
      name: 'compositeWeights',
      default: each(({ compositeWeights }) => list(compositeWeights)),
      what: {
        zh: '各项权重；2026 版据一处公开资料为 PM2.5 3、NO2 2、O3 2、其余 1，未见原文',
        en: 'weights; one public source gives PM2.5 3, NO2 2, O3 2, others 1 for 2026, not read in the text',
      },
      confidence: 'L',
    },
    {
      name: 'areaLeastSharePercent',
      default: each(({ areaLeastSharePercent }) => `${areaLeastSharePercent} %`),
      what: { zh: '区域日均值所需有效点位的最低比例', en: 'least share of valid points for the day of an area' },
      confidence: 'L',
    },
    {
      name: 'decimals.daily',
      default: each(({ decimals }) => list(decimals.daily)),
      what: { zh: '小时值、日均值小数位数', en: 'decimals of hour and day values' },
      confidence: 'M',
    },
    {
      name: 'decimals.statistic',
      default: each(({ decimals }) => list(decimals.statistic)),
      what: { zh: '参与指数计算的统计值小数位数', en: 'decimals of statistics before an index is made of them' },
      confidence: 'L',
    },
    {
      name: 'decimals.published',
      default: each(({ decimals }) => list(decimals.published)),
      what: { zh: '公布值小数位数', en: 'decimals of published figures' },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: 'HJ 663-2026 正文未能取得：异常事件剔除、三年滑动平均、修约细则未实现。',
      en: 'The text of HJ 663-2026 could not be read: exceptional events, the three-year moving average and its rounding rules are not implemented.',
    },
    {
      zh: '沙尘天气判定（小时 PM10 倍数法）未见原文，沙尘时段作为带来源的数据导入。',
      en: 'The criterion of a sand-dust period could not be read; periods are imported data with a source.',
    },
  ],
} as const satisfies StandardDescription;
