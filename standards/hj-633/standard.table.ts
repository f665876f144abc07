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
  settings: [],
  gaps: [],
} as const satisfies StandardDescription;
