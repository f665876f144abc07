import { type EventScore, eventScore, FORECAST_THRESHOLDS } from './events.ts';
import { type LevelScore, levelScore } from './levels.ts';
import type { Series } from './pairs.ts';
import { type Skill, skill } from './skill.ts';
import { type ErrorStatistics, errorStatistics } from './statistics.ts';

/** Everything that a page about a forecast prints, of one lead. */
export type ForecastScore = {
  readonly n: number;
  /** µg/m³ */
  readonly mae: number | null;
  readonly rmse: number | null;
  readonly bias: number | null;
  readonly levels: LevelScore;
  readonly events: readonly EventScore[];
  readonly skill: Skill;
  readonly statistics: ErrorStatistics;
};

/**
 * The score of a forecast of one lead.
 * @param levelOf the AQI level of a value, see `levelOfConcentration`
 * @param thresholds µg/m³; daily PM2.5 by default
 */
export function scoreForecast(
  observed: Series,
  forecast: Series,
  references: { readonly persistence: Series; readonly climatology: Series },
  levelOf: (value: number) => number,
  thresholds: readonly number[] = FORECAST_THRESHOLDS,
): ForecastScore {
  const statistics = errorStatistics(observed, forecast);
  return {
    n: statistics.n,
    mae: statistics.mge,
    rmse: statistics.rmse,
    bias: statistics.mb,
    levels: levelScore(observed, forecast, levelOf),
    events: thresholds.map((threshold) => eventScore(observed, forecast, threshold)),
    skill: skill(observed, forecast, references),
    statistics,
  };
}
