/**
 * District 辖区: a district is data.
 *
 * A folder of `districts/` holds everything that makes one district differ from another: its units with their scoped
 * aliases and dated collectives, its streets with their polygons, its stations, its settings, its issued plans. The
 * folder is read and checked against a schema at start (`readDistrict`: an error names file, path and remedy) and
 * mirrored into tables (`storeDistrict`), which serve the queries. The files are the truth.
 */
export { directoryOf, expandUnit, type UnitDirectory, unitDirectory } from './directory.ts';
export { type DistrictFolder, districtFolders, readDistrict } from './read.ts';
export { districtRoutes } from './routes.ts';
export { type DemoSettings, type DistrictSettings, isWorkingDay } from './settings.ts';
export { type DistrictTables, loadedDistrict, loadedStreets, loadedUnits, storeDistrict } from './store.ts';
export { type StreetShape, streetAt, streetShapes } from './streets.ts';
export * from './wire.ts';
