import { sql } from 'kysely';
import { loadedUnits } from '#engines/district';
import type { Acting } from '#platform/audit';
import { record } from '#platform/audit';
import type { Sentence } from '#platform/refusal';
import { ratioPercent, roundHalfEven } from '#standards/gb-t-8170';
import { noReason, planYearOn, type SupervisionDeps, settingsOf } from './deps.ts';
import type { ScoreTable, ScoreWeights } from './wire.ts';

/** What a part gives a unit: so much of so much, and its arithmetic in words. Absent: there is nothing to measure. */
export type ScoreShare = { earned: number; of: number; words: Sentence };
/** One part of a score: measured for all units at once. */
export type ScoreComponent = {
  id: keyof ScoreWeights;
  title: Sentence;
  measure(
    deps: SupervisionDeps,
    asked: { year: number; from: string; until: string },
  ): Promise<ReadonlyMap<string, ScoreShare>>;
};

/** The weights that hold on a day: the air office's newest, else the district's settings. */
export async function weightsOn(deps: SupervisionDeps, day: string): Promise<ScoreWeights> {
  const { rows } = await sql<{ weights: ScoreWeights }>`
    select weights from score_weights where district_code = ${deps.districtCode} and from_day <= ${day}::date
    order by from_day desc, id desc limit 1`.execute(deps.db);
  return rows[0]?.weights ?? (await settingsOf(deps)).supervision.score_weights;
}

export async function weightsHistory({ db, districtCode }: SupervisionDeps) {
  const { rows } = await sql<{ from_day: string; weights: ScoreWeights; reason: string; by_name: string }>`
    select from_day::text, weights, reason, by_name from score_weights where district_code = ${districtCode}
    order by id desc limit 100`.execute(db);
  return rows;
}

/** New weights from today on, with the reason; what was before stays readable. */
export async function setWeights(deps: SupervisionDeps, actor: Acting, weights: ScoreWeights, reason: string) {
  if (!reason.trim() || Object.values(weights).every((weight) => weight === 0)) throw noReason();
  const before = await weightsOn(deps, deps.clock.today());
  await deps.db.transaction().execute(async (tx) => {
    await sql`insert into score_weights (district_code, from_day, weights, reason, by_name) values (${deps.districtCode},
      ${deps.clock.today()}, ${JSON.stringify(weights)}::jsonb, ${reason.trim()}, ${actor.name})`.execute(tx);
    await record(tx, actor, {
      action: 'supervision.weights',
      subjectKind: 'district',
      subjectId: deps.districtCode,
      before: { ...before },
      after: { ...weights, reason: reason.trim() },
    });
  });
}

/**
 * Points of every unit and street of a month or of the year so far: each part's share times its weight, over the weights of
 * the parts that can be measured; printed to one decimal (half to even, once), places by the printed figure: 1, 2, 2, 4.
 */
export async function scoresOf(
  deps: SupervisionDeps,
  { from, until }: { from: string; until: string },
): Promise<ScoreTable> {
  const weights = await weightsOn(deps, until);
  const year = await planYearOn(deps, until);
  const measured = await Promise.all(
    deps.components.map(async (component) => ({
      component,
      shares: year === null ? new Map<string, ScoreShare>() : await component.measure(deps, { year, from, until }),
    })),
  );
  // a collective is its members; it is not scored beside them
  const units = (await loadedUnits(deps.db, deps.districtCode)).filter(({ collective }) => !collective);
  const scored = units.flatMap((unit) => {
    const parts = measured.flatMap(({ component, shares }) => {
      const share = shares.get(unit.id);
      const weight = weights[component.id];
      if (!share || share.of === 0 || weight === 0) return [];
      const points = roundHalfEven(String((weight * share.earned) / share.of), 2);
      return [{ id: component.id, title: component.title, weight, ...share, points }];
    });
    if (!parts.some(({ id }) => id === 'lamps' || id === 'reports')) return [];
    return [{ unitId: unit.id, name: unit.name, street: unit.street, score: totalOf(parts), parts, rank: 0 }];
  });
  const ranked = (list: typeof scored) =>
    list
      .map((one) => ({ ...one, rank: 1 + list.filter((other) => Number(other.score) > Number(one.score)).length }))
      .sort((a, b) => a.rank - b.rank);
  return {
    from,
    until,
    weights,
    units: ranked(scored.filter(({ street }) => street === null)),
    streets: ranked(scored.filter(({ street }) => street !== null)),
  };
}

/** Points over the weights of the parts that could be measured, of 100. */
export function totalOf(parts: readonly { weight: number; earned: number; of: number }[]): string {
  // hundredths of shares as integers, so that the only rounding is the printed one
  const scale = 1_000_000;
  const points = parts.reduce((sum, p) => sum + Math.round((p.weight * p.earned * scale) / p.of), 0);
  const weights = parts.reduce((sum, p) => sum + p.weight * scale, 0);
  return ratioPercent(points, weights, 1) ?? '0.0';
}
