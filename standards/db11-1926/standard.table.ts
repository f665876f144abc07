import type { StandardDescription } from '#standards/editions';
import { DB11_1926_DEFAULTS, LOAD_EDITIONS } from './settings.table.ts';

export const STANDARD = {
  folder: 'db11-1926',
  document: 'DB11/T 1926',
  title: { zh: '道路尘负荷车载移动监测与评价', en: 'Road dust load, measured from a moving car' },
  editions: LOAD_EDITIONS,
  clauses: [
    {
      clause: 'monthly lists',
      what: {
        zh: '街道、区均值，克/平方米两位小数；正序并列排名',
        en: 'means of streets and districts, g/m² with two decimals, places ascending and shared',
      },
      by: ['surveyMean', 'streetLoads', 'loadPlaces'],
    },
    {
      clause: 'list of 2020',
      what: { zh: '百分制评分及排名', en: 'the score of 100 points and its places' },
      by: ['loadScore', 'scorePlaces'],
      confidence: 'M',
    },
    {
      clause: 'cl. 4.2',
      what: { zh: '采样流量与对照点采样口', en: 'sampling flow and reference inlet' },
      by: ['movingUnitFlowOk', 'movingUnitInletOk', 'MOVING_UNIT'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'weighBy',
      default: DB11_1926_DEFAULTS.weighBy,
      what: { zh: '街道均值按道路等权还是按里程加权', en: 'whether roads weigh alike or by length' },
      confidence: 'L',
    },
    {
      name: 'believable',
      default: `${DB11_1926_DEFAULTS.believable.from} – ${DB11_1926_DEFAULTS.believable.to} g/m²`,
      what: { zh: '可信范围，超出时提示核对', en: 'believable range; outside it is questioned' },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '由路面与背景颗粒物浓度推算尘负荷的公式与评价等级未能查阅原文，只接收结果数据。',
      en: 'How load follows from the concentrations, and any classes of it, could not be read: results are taken in as they are.',
    },
  ],
} as const satisfies StandardDescription;
