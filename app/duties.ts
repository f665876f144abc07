import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bindDuties, readDuties } from '#engines/duties';
import { planYears } from '#engines/plan';
import type { Context } from './context.ts';
import { indicators } from './definitions.ts';

/** Cuts the measures of every adopted plan into the parts that its folder in the district names. */
export async function bindPlanDuties(context: Pick<Context, 'store' | 'district' | 'districtPath'>): Promise<number> {
  const { db } = context.store;
  const { district, units } = context.district;
  const known = {
    units: new Set(units.map(({ id }) => id)),
    indicators: new Set(indicators.all.map(({ id }) => id)),
  };
  let changed = 0;
  for (const year of (await planYears(db, district.code)).reverse()) {
    const path = join(context.districtPath, `plan-${year}`, 'duties.yaml');
    if (existsSync(path))
      changed += await bindDuties(db, district.code, { year, path, file: await readDuties(path, known) });
  }
  return changed;
}
