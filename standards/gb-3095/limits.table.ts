import type { Cited } from '#standards/editions';
import type { Pollutant } from '#standards/pollutants';

export type Gb3095Edition = 'GB3095-2012' | 'GB3095-2026-transition' | 'GB3095-2026-final';
export type Averaging = 'year' | 'quarter' | 'day' | 'hour' | 'mda8';
/** [class 1, class 2], in the unit of the pollutant's row in the catalogue */
type Pair = readonly [string, string];
export type LimitTable = Partial<Record<Pollutant, Partial<Record<Averaging, Pair>>>>;
export type LimitEdition = Cited & { readonly edition: Gb3095Edition; readonly limits: LimitTable };

const both = (value: string): Pair => [value, value];

/**
 * GB 3095-2012 was in force for the whole country from 2016-01-01; Beijing and the other key cities went over to it by
 * 2013-01-01, which is where the figures that this system compares begin.
 */
export const LIMIT_EDITIONS: readonly LimitEdition[] = [
  {
    edition: 'GB3095-2012',
    inForce: { from: '2013-01-01', until: '2026-02-28' },
    citation: 'GB 3095-2012 tables 1 and 2 (with amendment 1 of 2018)',
    checkedOn: '2026-11-23',
    confidence: 'M',
    limits: {
      SO2: { year: ['20', '60'], day: ['50', '150'], hour: ['150', '500'] },
      NO2: { year: both('40'), day: both('80'), hour: both('200') },
      CO: { day: both('4'), hour: both('10') },
      O3: { mda8: ['100', '160'], hour: ['160', '200'] },
      PM10: { year: ['40', '70'], day: ['50', '150'] },
      PM25: { year: ['15', '35'], day: ['35', '75'] },
      TSP: { year: ['80', '200'], day: ['120', '300'] },
      NOx: { year: both('50'), day: both('100'), hour: both('250') },
      Pb: { year: both('0.5'), quarter: both('1') },
      BaP: { year: both('0.001'), day: both('0.0025') },
    },
  },
  {
    edition: 'GB3095-2026-transition',
    inForce: { from: '2026-03-01', until: '2030-12-31' },
    citation: 'GB 3095-2026 tables 1 and 2, limits of the transition period',
    checkedOn: '2026-11-23',
    confidence: 'H',
    limits: {
      SO2: { year: ['20', '60'], day: ['50', '150'], hour: ['150', '500'] },
      NO2: { year: both('40'), day: both('80'), hour: both('200') },
      CO: { day: both('4'), hour: both('10') },
      O3: { mda8: ['100', '160'], hour: ['160', '200'] },
      PM10: { year: ['40', '60'], day: ['50', '120'] },
      PM25: { year: ['15', '30'], day: ['35', '60'] },
      TSP: { year: ['80', '200'], day: ['120', '300'] },
      NOx: { year: both('50'), day: both('100'), hour: both('250') },
      Pb: { year: both('0.5'), quarter: both('1') },
      BaP: { year: both('0.001'), day: both('0.0025') },
    },
  },
  {
    edition: 'GB3095-2026-final',
    inForce: { from: '2031-01-01' },
    citation: 'GB 3095-2026 tables 1 and 2, limits from 2031-01-01',
    checkedOn: '2026-11-23',
    confidence: 'H',
    limits: {
      SO2: { year: both('20'), day: both('50'), hour: both('150') },
      NO2: { year: both('30'), day: both('50'), hour: both('200') },
      CO: { day: both('4'), hour: both('10') },
      O3: { mda8: ['100', '160'], hour: ['160', '200'] },
      PM10: { year: ['20', '50'], day: ['50', '100'] },
      PM25: { year: ['10', '25'], day: ['25', '50'] },
      TSP: { year: ['80', '200'], day: ['120', '300'] },
      NOx: { year: both('40'), day: both('70'), hour: both('250') },
      Pb: { year: both('0.5'), quarter: both('1') },
      BaP: { year: both('0.001'), day: both('0.0025') },
    },
  },
];
