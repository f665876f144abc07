import type { StandardDescription } from '#standards/editions';
import { TARGET_READINGS, TSP_RANKING, TSP_RANKING_DEFAULTS } from './settings.table.ts';

export const STANDARD = {
  folder: 'tsp-ranking',
  document: '街道 TSP 排名通报',
  title: { zh: '街道（乡镇）大气粗颗粒物浓度半月排名', en: 'Half-monthly ranking of streets by TSP' },
  editions: [{ ...TSP_RANKING, edition: 'half-monthly notice' }],
  clauses: [
    {
      clause: 'table A',
      what: { zh: '后 30 名表的读取与核对', en: 'reading and checking the table of the 30 worst' },
      by: ['readCityTable', 'listing', 'distanceToEdge'],
    },
    {
      clause: 'table B',
      what: { zh: '各区前三、后三表的读取与核对', en: 'reading and checking the table of the districts' },
      by: ['readDistrictTable', 'leastPlaceFromWorst'],
    },
    {
      clause: 'periods',
      what: { zh: '半月周期（1–15 日、16 日至月末）', en: 'half-months' },
      by: ['half', 'halfMonthOf', 'halfMonthsOfYear'],
    },
    {
      clause: 'own figures',
      what: { zh: '自算名次（带标签）', en: 'places of own figures, labelled' },
      by: ['provisionalPlaces'],
      confidence: 'L',
    },
    {
      clause: 'plan',
      what: { zh: '“退出全市后30名”的三种判读', en: 'three readings of the year’s target' },
      by: ['tspTarget'],
      confidence: 'L',
    },
  ],
  settings: [
    {
      name: 'reading',
      default: TSP_RANKING_DEFAULTS.reading,
      what: {
        zh: `年度目标的判读：${Object.values(TARGET_READINGS)
          .map(({ zh }) => zh)
          .join('；')}`,
        en: `how the target is read: ${Object.keys(TARGET_READINGS).join(', ')}`,
      },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '参与排名的街道总数、有效数据比例、剔除时段、沙尘与降水的处理未见公开，以通报名次为准。',
      en: 'The number of streets ranked, the valid share, excluded hours, sand and rain are not public: the printed place rules.',
    },
    {
      zh: '第 30 名并列时是否截断未见规定；已读各期并列均恰好止于 30 行。',
      en: 'Whether a tie at the 30th is cut is not stated; in the issues read it ended at row 30.',
    },
  ],
} as const satisfies StandardDescription;
