import { reconcileAir } from '#engines/evaluation';
import { reconcileIndicators } from '#engines/indicators';
import { bindAdoptedPlans, bindPlanDuties } from './bindings.ts';
import type { Context } from './context.ts';
import { indicators } from './definitions.ts';

export type Evaluated = { days: number; periods: number; indicatorValues: number; ms: number };

/** Brings every figure up to its evidence: days, periods, indicators. Nothing to do costs a few queries. */
export async function evaluateAll(
  context: Pick<Context, 'store' | 'district' | 'districtPath' | 'clock'>,
  options: { full?: boolean; progress?: (done: number, total: number) => void; cancelled?: () => boolean } = {},
): Promise<Evaluated> {
  const began = performance.now();
  const { days, periods } = await reconcileAir(context.store, options);
  await bindAdoptedPlans(context);
  await bindPlanDuties(context);
  const { changed } = await reconcileIndicators(context.store.db, {
    registry: indicators,
    districtCode: context.district.district.code,
    today: context.clock.today(),
    membership: context.district.settings.inspections.members,
  });
  return { days, periods, indicatorValues: changed, ms: Math.round(performance.now() - began) };
}
