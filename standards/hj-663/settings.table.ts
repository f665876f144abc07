import type { Cited } from '#standards/editions';
import type { Gb3095Edition } from '#standards/gb-3095';
import type { Pollutant, SixPollutant } from '#standards/pollutants';

export type Hj663Edition = 'HJ663-2013' | 'HJ663-2026';
export type CompositeMode = 'sumThenRound' | 'roundEachThenSum';
/** hour and day values · statistics before an index is made of them · figures on paper */
export type FigureLevel = 'daily' | 'statistic' | 'published';
export type Decimals = Partial<Record<Pollutant, number>>;

/** What is not certain in the text, or differs in practice, and is therefore set by the district. */
export type Hj663Settings = {
  readonly decimals: Record<FigureLevel, Decimals>;
  /** where the composite index is rounded; both ways are found in print */
  readonly compositeMode: CompositeMode;
  readonly compositeWeights: Record<SixPollutant, number>;
  /** least share of an area's points that must be valid on a day, % */
  readonly areaLeastSharePercent: number;
};
export type EvaluationEdition = Cited & {
  readonly edition: Hj663Edition;
  /** the edition of GB 3095 whose table 4 says what is valid */
  readonly quality: Gb3095Edition;
  readonly defaults: Hj663Settings;
};

const EQUAL_WEIGHTS = { SO2: 1, NO2: 1, PM10: 1, PM25: 1, CO: 1, O3: 1 } as const;
const DECIMALS: Decimals = { SO2: 0, NO2: 0, PM10: 0, PM25: 0, O3: 0, TSP: 0, NOx: 0, CO: 1, Pb: 2, BaP: 4 };

export const EVALUATION_EDITIONS: readonly EvaluationEdition[] = [
  {
    edition: 'HJ663-2013',
    quality: 'GB3095-2012',
    // issued 2013-09-22 and applied to the whole of that year
    inForce: { from: '2013-01-01', until: '2026-02-28' },
    citation: 'HJ 663-2013; composite index by 环办〔2014〕64号',
    checkedOn: '2026-11-23',
    confidence: 'M',
    defaults: {
      decimals: { daily: DECIMALS, statistic: DECIMALS, published: DECIMALS },
      compositeMode: 'sumThenRound',
      compositeWeights: EQUAL_WEIGHTS,
      areaLeastSharePercent: 75,
    },
  },
  {
    edition: 'HJ663-2026',
    quality: 'GB3095-2026-transition',
    inForce: { from: '2026-03-01' },
    citation:
      'HJ 663-2026; PM2.5 with one decimal as Beijing publishes since 2024; weights and further decimals not read',
    checkedOn: '2026-11-23',
    confidence: 'L',
    defaults: {
      decimals: { daily: DECIMALS, statistic: { ...DECIMALS, PM25: 1 }, published: { ...DECIMALS, PM25: 1 } },
      compositeMode: 'sumThenRound',
      compositeWeights: EQUAL_WEIGHTS,
      areaLeastSharePercent: 75,
    },
  },
];

/** Decimals of figures that both editions print alike. */
export const RATE_DECIMALS = 1;
export const MULTIPLE_DECIMALS = 2;
export const COMPOSITE_DECIMALS = 2;
/** a single index beside an unrounded sum is shown with one digit more */
export const SINGLE_INDEX_DECIMALS = 3;
