import type { StandardDescription } from '#standards/editions';
import { TSP_GRID } from './requirements.table.ts';

export const STANDARD = {
  folder: 'tsp-grid',
  document: 'TSP 网格化监测',
  title: { zh: '大气总悬浮颗粒物网格化监测：设备核查', en: 'TSP grid monitoring: checks of devices' },
  editions: [{ ...TSP_GRID, edition: 'excerpt' }],
  clauses: [
    {
      clause: 'checks',
      what: {
        zh: '流量 ±10 %、与标准器质量浓度 ±20 %',
        en: 'flow within 10 %, mass within 20 % of the standard device',
      },
      by: ['flowCheck', 'massCheck', 'deviation'],
      confidence: 'M',
    },
    {
      clause: 'siting',
      what: { zh: '采样口高度 2–5 米', en: 'inlet 2 to 5 m above the ground' },
      by: ['inletHeightOk'],
      confidence: 'M',
    },
    {
      clause: 'comparison',
      what: { zh: '与参比方法比对，r ≥ 0.90', en: 'comparison with the reference, r ≥ 0.90' },
      by: ['comparability'],
      confidence: 'M',
    },
  ],
  settings: [],
  gaps: [
    {
      zh: 'DB11/T 1819-2021 与 TSP 网格化监测规范全文未能查阅：数据有效性、剔除规则与评价方法不详。',
      en: 'DB11/T 1819-2021 and the TSP grid specification could not be read: validity, exclusions and evaluation are not known.',
    },
  ],
} as const satisfies StandardDescription;
