/**
 * DB11/T 1926 道路尘负荷: how much fine dust lies on a square metre of road, measured by a car that drives over it.
 *
 * The municipal bureau has it surveyed monthly on the plain: about 1,900 roads of 273 streets, in g/m² with two decimals,
 * ranked ascending (the cleanest first) with shared places, for districts, streets and roads. In 2020 the lists were a
 * score of 100 points instead (100 = no dust), where more is better: a `LoadScore`, which does not become a load.
 *
 * Load (0.1 to 1 g/m²) is not dust residue 尘土残存量 (5 to 10 g/m², `#standards/db11-353`): a `Load` is a type of its own
 * that the compiler does not take for a residue, and a value of the other's size is questioned when it comes in.
 */
export { type Load, type LoadScore, load, loadScore, type ReadLoad, readLoad } from './load.ts';
export { DB11_1926_DEFAULTS, type Db111926Settings, LOAD_EDITIONS, MOVING_UNIT } from './settings.table.ts';
export { STANDARD } from './standard.table.ts';
export {
  type LoadRoad,
  loadPlaces,
  type SurveyedArea,
  scorePlaces,
  streetLoads,
  surveyMean,
} from './survey.ts';
export { movingUnitFlowOk, movingUnitInletOk } from './vehicle.ts';
