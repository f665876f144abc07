import { type ComposeContext, monthsOn } from '#engines/bulletins';
import type { AirDay, AirScope, Comparison } from '#engines/evaluation';
import { Refusal } from '#platform/refusal';
import type { AirReads, PlanProgress, ProgressRead } from './reads.ts';

export type StationFacts = { readonly name: string; readonly scope: AirScope; readonly month: Comparison | null };

/** Everything that one month's bulletin says, as stored; the sections only choose words. */
export type Facts = {
  readonly place: string;
  readonly year: number;
  /** 1 … 12 */
  readonly monthNo: number;
  readonly scope: AirScope;
  readonly month: Comparison;
  readonly monthWithoutSand: Comparison | null;
  /** null in January, whose year so far is the month itself */
  readonly soFar: Comparison | null;
  readonly soFarWithoutSand: Comparison | null;
  readonly days: readonly AirDay[];
  readonly stations: readonly StationFacts[];
  /** January … this month, each beside last year's */
  readonly months: readonly (Comparison | null)[];
  readonly progress: PlanProgress | null;
};

/** @throws Refusal period_has_no_data when the district has no valid day in the month */
export async function gatherFacts(
  context: ComposeContext,
  reads: AirReads,
  progress: ProgressRead | undefined,
): Promise<Facts> {
  const { db, districtCode, month } = context;
  const scope: AirScope = { kind: 'district', code: districtCode };
  const { until } = month;
  const now = await reads.comparison(db, { scope, kind: 'month', until });
  const validDays = now ? Object.values(now.now.validDays).map(({ days }) => days) : [];
  if (!now || Math.max(0, ...validDays) === 0) {
    throw new Refusal(
      'period_has_no_data',
      {
        zh: `${month.zh}没有有效的空气质量监测数据，无法编制通报，请先导入该月观测数据并完成评价。`,
        en: `${month.id} has no valid air measurements, so there is no bulletin to make; import and evaluate the month first.`,
      },
      { month: month.id, districtCode },
    );
  }
  const beyondJanuary = month.month > 1;
  const yearSoFar = (sandExcluded: boolean) =>
    beyondJanuary ? reads.comparison(db, { scope, kind: 'year_to_date', until, sandExcluded }) : null;
  const stations: StationFacts[] = [];
  for (const { code, name } of await reads.stations(db, districtCode)) {
    const own: AirScope = { kind: 'station', code };
    stations.push({ name, scope: own, month: await reads.comparison(db, { scope: own, kind: 'month', until }) });
  }
  const months: (Comparison | null)[] = [];
  for (let back = month.month - 1; back >= 1; back -= 1) {
    months.push(await reads.comparison(db, { scope, kind: 'month', until: monthsOn(month, -back).until }));
  }
  return {
    place: context.districtName.zh,
    year: month.year,
    monthNo: month.month,
    scope,
    month: now,
    monthWithoutSand: await reads.comparison(db, { scope, kind: 'month', until, sandExcluded: true }),
    soFar: await yearSoFar(false),
    soFarWithoutSand: await yearSoFar(true),
    days: await reads.days(db, scope, month.from, until),
    stations,
    months: [...months, now],
    progress: (await progress?.(db, districtCode, until)) ?? null,
  };
}
