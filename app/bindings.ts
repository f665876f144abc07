import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bindDuties, readDuties } from '#engines/duties';
import { bindPlan, freshenIndicators, readBindings } from '#engines/indicators';
import { planYears } from '#engines/plan';
import type { Context } from './context.ts';
import { indicators } from './definitions.ts';

/** Binds every adopted plan, oldest first, to the indicators that its folder in the district names or that it inherits. */
export async function bindAdoptedPlans(context: Pick<Context, 'store' | 'district' | 'districtPath'>): Promise<number> {
  const { db } = context.store;
  const { code } = context.district.district;
  await freshenIndicators(db, indicators);
  let bound = 0;
  let previousYear: number | undefined;
  for (const year of (await planYears(db, code)).reverse()) {
    const path = join(context.districtPath, `plan-${year}`, 'bindings.yaml');
    const bindings = existsSync(path) ? await readBindings(path, indicators) : null;
    bound += await bindPlan(db, code, { year, previousYear, bindings });
    previousYear = year;
  }
  return bound;
}

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
