import { MOVING_UNIT } from '#standards/db11-1926';
import type { Confidence } from '#standards/editions';
import { TSP_GRID } from '#standards/tsp-grid';

export type RequirementId = 'reference-pm25' | 'reference-pm10' | 'moving-unit' | 'tsp-grid' | 'epa-base-pm25';
type Around = { readonly about: string; readonly tolerance: string };
export type Requirement = {
  readonly zh: string;
  readonly en: string;
  readonly slope?: Around;
  /** µg/m³ */
  readonly intercept?: Around;
  readonly leastR?: string;
  readonly leastRSquared?: string;
  /** one of the two is enough: RMSE µg/m³, or % of the mean reference */
  readonly mostRmse?: string;
  readonly mostNrmsePercent?: string;
  readonly citation: string;
  readonly checkedOn: string;
  readonly confidence: Confidence;
};

const HJ653 = {
  slope: { about: '1', tolerance: '0.15' },
  intercept: { about: '0', tolerance: '10' },
  citation: 'HJ 653, HJ 655: comparison with the reference method, by general knowledge',
  checkedOn: '2026-11-25',
  confidence: 'L',
} as const;

/** What a comparison has to reach. L = a start value that a district may set otherwise by handing in its own row. */
export const REQUIREMENTS = {
  'reference-pm25': { ...HJ653, zh: 'PM2.5 自动监测仪', en: 'PM2.5 monitor', leastR: '0.93' },
  'reference-pm10': { ...HJ653, zh: 'PM10 自动监测仪', en: 'PM10 monitor', leastR: '0.95' },
  'moving-unit': {
    zh: '道路车载移动监测',
    en: 'measuring car',
    slope: MOVING_UNIT.slope,
    intercept: MOVING_UNIT.interceptMicrograms,
    citation: MOVING_UNIT.citation,
    checkedOn: MOVING_UNIT.checkedOn,
    confidence: MOVING_UNIT.confidence,
  },
  'tsp-grid': {
    zh: 'TSP 网格设备',
    en: 'TSP grid device',
    leastR: TSP_GRID.leastR,
    citation: TSP_GRID.citation,
    checkedOn: TSP_GRID.checkedOn,
    confidence: TSP_GRID.confidence,
  },
  'epa-base-pm25': {
    zh: 'PM2.5 传感器（美国环保署基础测试）',
    en: 'PM2.5 sensor, EPA base test',
    slope: { about: '1', tolerance: '0.35' },
    intercept: { about: '0', tolerance: '5' },
    leastRSquared: '0.70',
    mostRmse: '7',
    mostNrmsePercent: '30',
    citation: 'EPA/600/R-20/280, by general knowledge',
    checkedOn: '2026-11-25',
    confidence: 'L',
  },
} as const satisfies Record<RequirementId, Requirement>;
