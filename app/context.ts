import { join } from 'node:path';
import { readDeviceFiles, readDeviceModels, storeDeviceFiles, storeDeviceModels } from '#engines/devices';
import { type DistrictFolder, readDistrict, storeDistrict } from '#engines/district';
import { type Clock, fixedClock, systemClock } from '#platform/clock';
import type { PlaceCheck } from '#platform/identity';
import { type Config, readConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { ROOT } from './root.ts';

/** What a command works with: the database, the district that it serves, the clock. */
export type Context = Database & { config: Config; district: DistrictFolder; districtPath: string; clock: Clock };

/** @param exclusive hold the data folder: the serving process */
export async function openContext(
  exclusive = false,
): Promise<Context & { hold?: { update(part: { address: string }): void } }> {
  const config = readConfig(process.env);
  const districtPath = join(ROOT, 'districts', config.district);
  const district = await readDistrict(districtPath);
  const models = await readDeviceModels(districtPath);
  const devices = await readDeviceFiles(districtPath);
  const database = await openDatabase(config, exclusive);
  try {
    await storeDistrict(database.store.db, district);
    await storeDeviceModels(database.store.db, models);
    // what is simulated belongs to a demonstration
    const stated = devices.filter(({ simulated }) => config.demo || !simulated);
    await storeDeviceFiles(database.store.db, district.district.code, stated);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { ...database, config, district, districtPath, clock: clockOf(config, district) };
}

/** The demonstration stands on a day inside its plan's year; real use follows the calendar. */
export function clockOf(config: Config, district: DistrictFolder): Clock {
  const day = config.today ?? (config.demo ? district.demo?.today : undefined);
  return day ? fixedClock(day) : systemClock;
}

/** Whether a unit or street stands in the district's directory. */
export const placesOf =
  (district: DistrictFolder): PlaceCheck =>
  ({ unitId, streetCode }) =>
    (!unitId || district.units.some(({ id }) => id === unitId)) &&
    (!streetCode || district.streets.some(({ code }) => code === streetCode));

/** Opens the context for one command and closes it whatever happens. */
export async function withContext<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const context = await openContext();
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
