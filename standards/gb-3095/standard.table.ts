import type { StandardDescription } from '#standards/editions';
import { LIMIT_EDITIONS } from './limits.table.ts';

export const STANDARD = {
  folder: 'gb-3095',
  document: 'GB 3095',
  title: { zh: '环境空气质量标准', en: 'Ambient air quality standards' },
  editions: LIMIT_EDITIONS,
  clauses: [
    {
      clause: 'tables 1, 2',
      what: { zh: '一、二类区浓度限值', en: 'limits of class 1 and class 2 areas' },
      by: ['limitOn', 'limitIn'],
    },
    {
      clause: 'table 4',
      what: { zh: '数据统计的有效性规定', en: 'how much data makes an hour, day, month, quarter, year valid' },
      by: ['validityRule', 'hourValid', 'eightHourValid', 'dayValid', 'monthValid', 'quarterValid', 'yearValid'],
    },
    {
      clause: '2012 cl. 3.14, amendment 1; 2026 cl. 3.14, 4.3',
      what: {
        zh: '标准状态、参比状态与监测时状态（2018-09-01 起气体用参比状态）',
        en: 'the state that a concentration refers to: gases at 298.15 K since 2018-09-01, particles as sampled',
      },
      by: ['concentrationState', 'toReferenceState', 'STANDARD_STATE'],
    },
  ],
  settings: [],
  gaps: [
    {
      zh: '附录 A 参考浓度限值（镉、汞、砷、六价铬、氟化物）未录入。',
      en: 'The reference limits of annex A (Cd, Hg, As, Cr(VI), fluoride) are not entered.',
    },
    {
      zh: '2013 年以前的版本（GB 3095-1996）不在系统时间范围内。',
      en: 'The edition before 2013 (GB 3095-1996) lies outside the time of the system.',
    },
  ],
} as const satisfies StandardDescription;
