/**
 * Forecast 预报: what the air is right now, and how good a forecast was.
 *
 * NowCast turns the last hours into one figure that follows a rapid change sooner than a 24-hour mean. Scoring holds a
 * forecast against what came: errors (the definitions of modStats), hit and near-hit of the AQI level, detection and false
 * alarms above a threshold, quantiles and intervals. Skill is never printed against persistence alone: on the third day a
 * forecast still beats persistence by far and the climatology not at all, so that both stand side by side.
 *
 * Series are lists with null (or NaN) for what is missing; a pair with a missing side does not count, and without a pair
 * there is no figure. These are working figures in binary floating point, not figures of record.
 */
export { climatologyOf, monthClimatology, persistence } from './baseline.ts';
export { type Intervals, intervalCoverage, pinballLoss, sampleCrps } from './distribution.ts';
export { type EventScore, eventScore, FORECAST_THRESHOLDS } from './events.ts';
export { type LevelScore, levelOfConcentration, levelScore } from './levels.ts';
export { NOWCAST_VERSIONS, type NowcastVersion, nowcast } from './nowcast.ts';
export { type Pairs, pairsOf, type Series } from './pairs.ts';
export { type ForecastScore, scoreForecast } from './score.ts';
export { type Skill, skill } from './skill.ts';
export { type ErrorStatistics, errorStatistics } from './statistics.ts';
