import type { StandardDescription } from '#standards/editions';
import { INDEX_EDITIONS } from './editions.table.ts';

export const STANDARD = {
  folder: 'hj-633',
  document: 'HJ 633',
  title: { zh: '环境空气质量指数（AQI）技术规定', en: 'Technical regulation on the ambient air quality index' },
  editions: INDEX_EDITIONS,
  clauses: [
    {
      clause: '2012 table 1, eq. 1; 2026 table 3, cl. 4.2.6',
      what: {
        zh: '空气质量分指数，逐项分段线性内插，向上进位取整',
        en: 'individual index: linear between breakpoints, rounded up',
      },
      by: ['iaqi'],
    },
    {
      clause: '2026 cl. 4.2.2, 4.2.3',
      what: {
        zh: '先按 GB/T 8170 修约浓度，再计算分指数',
        en: 'concentrations are rounded by GB/T 8170 before the index',
      },
      by: ['roundThenIaqi'],
    },
    {
      clause: '2012 cl. 4, 5; 2026 cl. 4.2, 4.3, 5.3',
      what: {
        zh: '日报：空气质量指数、首要污染物、超标污染物、缺项时的发布规则',
        en: 'daily report: AQI, primary pollutants, pollutants above 100, what is published with a gap',
      },
      by: ['dailyAqi', 'itemsOf'],
    },
    {
      clause: '2012 cl. 4, 5; 2026 cl. 4.2, 4.3, 5.3',
      what: { zh: '实时报', en: 'real-time report' },
      by: ['realtimeAqi'],
    },
    {
      clause: '2012 table 2; 2026 tables 1, 2, A.1',
      what: { zh: '级别、类别、表示颜色、敏感人群', en: 'levels, classes, colours, sensitive groups' },
      by: ['AQI_CLASSES', 'aqiCategory', 'sensitiveGroups'],
    },
  ],
  settings: [
    {
      name: 'realtimePmBasis',
      default: INDEX_EDITIONS.map(({ edition, defaults }) => `${edition}: ${defaults.realtimePmBasis}`).join(' · '),
      what: {
        zh: '实时报中颗粒物用 24 小时滑动平均（2012 版条文，臭氧另计 8 小时），或用 1 小时值并只计臭氧 1 小时（全国平台至少自 2016 年起的做法，2026 版条文）',
        en: 'particles of the real-time report by their moving 24 h mean (text of 2012, O3 over 8 h too), or by the hour with O3 by the hour alone (the national platform at least since 2016; text of 2026)',
      },
      confidence: 'H',
    },
    {
      name: 'realtimeIncompleteAbove',
      default: INDEX_EDITIONS.map(
        ({ edition, defaults }) => `${edition}: ${defaults.realtimeIncompleteAbove ?? 'always published'}`,
      ).join(' · '),
      what: {
        zh: '实时报缺项时，高于该值才发布 AQI；全国平台 2022 年已按 100 执行，但对被隐去的 PM10 不视为缺项',
        en: 'with a missing item a real-time AQI is published only above this; the national platform did so by 100 already in 2022, but takes a PM10 that it hides for no gap',
      },
      confidence: 'M',
    },
  ],
  gaps: [
    {
      zh: '2026-03-01 0 时（前一日 23—24 时）的实时报，全国平台仍按 2012 版发布；切换时刻未见规定，本系统按数据所属日期选用版本。',
      en: 'The national platform judged the hour that ends at 00:00 of 2026-03-01 by the edition of 2012; when it changed is not stated, the edition here follows from the day that an hour belongs to.',
    },
  ],
} as const satisfies StandardDescription;
