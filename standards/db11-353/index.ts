/**
 * DB11/T 353 尘土残存量: how much dust a vacuum finds on a square metre of road, and how well roads are cleaned.
 *
 * Once a month a sampler takes points on a road (5 now, 10 in early 2022); the city management commission prints means of
 * first- and second-class roads in g/m² with one decimal, changes in g/m² (not in per cent), and says that the mean meets
 * the standard. The limits of the standard could not be read, so a verdict needs a limit that the district sets. The plan
 * counts alleys 背街小巷、胡同 too, which the city does not sample: here they are a class of their own.
 *
 * Residue (5 to 10 g/m²) is not road dust load 道路尘负荷 (0.1 to 1 g/m², `#standards/db11-1926`): a `Residue` is a type of
 * its own that the compiler does not take for a load, and a value of the other's size is questioned when it comes in.
 */
export { CLEANING_CHECKS, type CleaningCheck } from './cleaning.table.ts';
export {
  type Residue,
  type ResidueChange,
  type ResidueVerdict,
  readResidue,
  residue,
  residueChange,
  residueVerdict,
} from './residue.ts';
export {
  ALLEY,
  type AreaResidue,
  areaResidue,
  type ResidueRoad,
  type RoadResidue,
  roadResidue,
  worstRoads,
} from './roads.ts';
export { type PointSample, pointResidue, suctionEfficiency } from './sampler.ts';
export { DB11_353_DEFAULTS, type Db11353Settings, RESIDUE_EDITIONS, type RoadClass } from './settings.table.ts';
export { STANDARD } from './standard.table.ts';
