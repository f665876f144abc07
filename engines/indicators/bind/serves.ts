import { planVersions, planYears } from '#engines/plan';
import type { Db } from '#platform/store';
import { bindingsOf } from '../store.ts';

/** Indicator → the measures of each plan's latest version that it serves. */
export async function servedMeasures(
  db: Db,
  districtCode: string,
): Promise<Map<string, { year: number; measureId: string }[]>> {
  const serves = new Map<string, { year: number; measureId: string }[]>();
  for (const year of await planYears(db, districtCode)) {
    const latest = (await planVersions(db, districtCode, year)).at(-1);
    if (!latest) continue;
    for (const [measureId, bound] of await bindingsOf(db, latest.versionId))
      for (const { indicatorId } of bound)
        serves.set(indicatorId, [...(serves.get(indicatorId) ?? []), { year, measureId }]);
  }
  return serves;
}
