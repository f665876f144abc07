import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bindMeasures, readBindings } from '#engines/indicators';
import { planVersions, planYears } from '#engines/plan';
import type { Context } from './context.ts';
import { indicators } from './definitions.ts';

/** Binds every adopted version to the indicators that its plan's folder names; a plan without such a file keeps what it has. */
export async function bindAdoptedPlans(context: Pick<Context, 'store' | 'district' | 'districtPath'>): Promise<number> {
  const { db } = context.store;
  const { code } = context.district.district;
  let bound = 0;
  for (const year of await planYears(db, code)) {
    const path = join(context.districtPath, `plan-${year}`, 'bindings.yaml');
    if (!existsSync(path)) continue;
    const bindings = await readBindings(path, indicators);
    for (const version of await planVersions(db, code, year))
      bound += await bindMeasures(db, version.versionId, bindings);
  }
  return bound;
}
