import { type AqiItem, aqiCategory, type Hj633Edition, roundThenIaqi } from '#standards/hj-633';
import { pairsOf, type Series } from './pairs.ts';

export type LevelScore = {
  readonly n: number;
  /** share of days whose level was forecast */
  readonly hit: number | null;
  /** share of days whose level was missed by one at most */
  readonly withinOne: number | null;
};

/** The AQI level 1 to 6 of a concentration by an edition of HJ 633, e.g. ('HJ633-2012', 'PM25_24h'). */
export const levelOfConcentration =
  (edition: Hj633Edition, item: AqiItem) =>
  (concentration: number): number => {
    const { iaqi } = roundThenIaqi(edition, item, Math.max(0, concentration));
    if (iaqi === null) throw new RangeError(`no index of ${item} by ${edition}`);
    return aqiCategory(iaqi).level;
  };

/** How often the level was forecast, and how often nearly. */
export function levelScore(observedSeries: Series, forecast: Series, levelOf: (value: number) => number): LevelScore {
  const { observed, modelled } = pairsOf(observedSeries, forecast);
  const n = observed.length;
  if (n === 0) return { n, hit: null, withinOne: null };
  const away = observed.map((o, i) => Math.abs(levelOf(o) - levelOf(modelled[i] as number)));
  return {
    n,
    hit: away.filter((steps) => steps === 0).length / n,
    withinOne: away.filter((steps) => steps <= 1).length / n,
  };
}
