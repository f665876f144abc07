import { airIndicators, monthlyAirBulletin, progressFrom, storedAir } from '#chapters/air';
import { bulletinRegistry } from '#engines/bulletins';
import { indicatorRegistry, livingTableOf } from '#engines/indicators';
import { planYears } from '#engines/plan';
import { fixedClock } from '#platform/clock';

/** What the chapters declare, gathered once for the engines. */
export const indicators = indicatorRegistry([...airIndicators]);

const progress = progressFrom(async (db, districtCode, asOf) => {
  const year = Number(asOf.slice(0, 4));
  if (!(await planYears(db, districtCode)).includes(year)) return null;
  return livingTableOf({ db, districtCode, clock: fixedClock(asOf), registry: indicators }, { year, asOf });
});

export const bulletins = bulletinRegistry([monthlyAirBulletin(storedAir, progress)]);
