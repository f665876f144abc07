import type { StandardDescription } from '#standards/editions';
import { DUSTFALL_CEILINGS, HJ1221 } from './limits.table.ts';
import { HJ1221_DEFAULTS } from './settings.table.ts';

export const STANDARD = {
  folder: 'hj-1221',
  document: 'HJ 1221',
  title: { zh: '环境空气 降尘的测定 重量法', en: 'Dustfall by weighing' },
  editions: [
    ...DUSTFALL_CEILINGS.map((row) => ({ ...row, edition: `ceiling ${row.ceiling} ${row.unit}` })),
    { ...HJ1221, edition: 'HJ 1221-2021' },
  ],
  clauses: [
    {
      clause: 'cl. 1',
      what: { zh: '检出限与测定下限，低于检出限的表示', en: 'detection and quantification limits, and how they print' },
      by: ['dustfallReport', 'weigh'],
    },
    {
      clause: 'cl. 10',
      what: { zh: '降尘量计算，采样天数准确到 0.1 天', en: 'the dustfall of a dish, its exposure to 0.1 day' },
      by: ['dustfall', 'weigh', 'exposureDays'],
      confidence: 'M',
    },
    {
      clause: 'arithmetic',
      what: { zh: '30 天与自然月换算，单位换算', en: '30 days and calendar months, units' },
      by: ['convertDustfall', 'perCalendarMonth', 'per30Days'],
    },
    {
      clause: 'practice',
      what: { zh: '街道与全区均值', en: 'means of streets and of the district' },
      by: ['dustfallMean', 'streetDustfall', 'districtDustfall'],
      confidence: 'M',
    },
    {
      clause: 'practice',
      what: { zh: '扣除沙尘影响前后两个数值并存', en: 'figures with and without sand, side by side' },
      by: ['deductSand', 'SAND_WAYS'],
      confidence: 'L',
    },
    {
      clause: 'plan',
      what: {
        zh: '年累计均值与目标值，剩余月份允许水平',
        en: 'year to date against a target, what the rest may bring',
      },
      by: ['dustfallYear', 'targetMet', 'DUSTFALL_CEILINGS'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'sandWay',
      default: HJ1221_DEFAULTS.sandWay,
      what: {
        zh: '沙尘扣除方式：剔除月份、剔除日、对照点',
        en: 'how sand is taken out: the month, the days, or by a reference point',
      },
      confidence: 'L',
    },
    {
      name: 'leastSandDays',
      default: String(HJ1221_DEFAULTS.leastSandDays),
      what: { zh: '几个沙尘日起算受沙尘影响的月份', en: 'sand days that make a month one with sand' },
      confidence: 'L',
    },
    {
      name: 'belowDetectionCountsAs',
      default: HJ1221_DEFAULTS.belowDetectionCountsAs,
      what: { zh: '低于检出限的值参与均值时的取值', en: 'what a value below detection counts as in a mean' },
      confidence: 'L',
    },
    {
      name: 'districtMeanOf',
      default: HJ1221_DEFAULTS.districtMeanOf,
      what: { zh: '全区均值按点位还是按街道均值', en: 'the district as mean of points or of streets' },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '北京市扣除沙尘影响的具体办法未见公开；三种方式作为设定，均附标签。',
      en: 'How Beijing takes sand out is not public; three ways are settings, each labelled.',
    },
  ],
} as const satisfies StandardDescription;
