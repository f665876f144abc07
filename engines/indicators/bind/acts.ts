import { type Acting, record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import { freshen } from '../declared/store.ts';
import { type Bound, bindingsOf } from '../store.ts';
import { measureOf, type TargetDeps } from '../targets/acts.ts';
import { choicesOf, insertChoice } from './choices.ts';
import { suggestIndicators } from './suggest.ts';
import type { BindingGiven, MeasureBindings } from './wire.ts';

/** `rebind` writes what is decided into every version of the plans. */
export type BindDeps = TargetDeps & { rebind: () => Promise<unknown> };

/** The indicators of a measure, who decided them, and what else its words speak for. @throws Refusal not_found */
export async function bindingsOfMeasure(deps: BindDeps, year: number, measureId: string): Promise<MeasureBindings> {
  const { db, districtCode, registry } = deps;
  await freshen(db, registry);
  const { measure, versionId, words } = await measureOf(db, districtCode, year, measureId);
  const bound = (await bindingsOf(db, versionId)).get(measureId) ?? [];
  const decisions = await choicesOf(db, districtCode, year, measure.lineage);
  const taken = new Set(bound.map(({ indicatorId }) => indicatorId));
  return {
    indicators: bound as MeasureBindings['indicators'],
    chosen: decisions[0] !== undefined && decisions[0].indicators !== null,
    decisions: decisions.map((row) => ({
      id: row.id,
      indicators: row.indicators?.map(({ indicatorId }) => indicatorId) ?? null,
      reason: row.reason,
      by: row.set_by_name,
      at: row.set_at.toISOString(),
    })),
    offers: suggestIndicators(registry, words, taken).map((offer) => ({
      indicatorId: offer.indicatorId,
      words: offer.words,
    })),
    all: registry.all.map(({ id, title, unit, kind }) => ({ id, title, unit, kind })),
  };
}

/**
 * Decides which indicators serve a measure, in this order, or gives the decision back. Audited; nothing is rewritten.
 * @throws Refusal not_found; value_out_of_range: an unknown or doubled indicator, a target without a figure
 */
export async function bindMeasure(
  deps: BindDeps,
  actor: Acting,
  year: number,
  measureId: string,
  { indicators, reason }: BindingGiven,
): Promise<void> {
  const { db, districtCode, registry } = deps;
  const { measure, versionId } = await measureOf(db, districtCode, year, measureId);
  await freshen(db, registry, true);
  const before = ((await bindingsOf(db, versionId)).get(measureId) ?? []).map(({ indicatorId }) => indicatorId);
  if (indicators) check(registry, indicators);
  await db.transaction().execute(async (tx) => {
    await insertChoice(
      tx,
      { districtCode, year, lineage: measure.lineage },
      { indicators: indicators as Bound[] | null, reason, setBy: actor.accountId, setByName: actor.name },
    );
    await record(tx, actor, {
      action: 'measure.bind',
      subjectKind: 'measure',
      subjectId: `${year} ${measureId}`,
      before: { indicators: before },
      after: { indicators, reason },
    });
  });
  await deps.rebind();
}

const COMPARED = new Set(['>=', '<=', '=', '>', '<', 'about']);

function check(registry: TargetDeps['registry'], indicators: NonNullable<BindingGiven['indicators']>): void {
  const wrong = (zh: string, en: string) => new Refusal('value_out_of_range', { zh, en });
  const seen = new Set<string>();
  for (const { indicatorId, target } of indicators) {
    const definition = registry.find(indicatorId);
    if (!definition)
      throw wrong(
        `没有“${indicatorId}”这个指标，请从指标表中选择。`,
        `There is no indicator ${indicatorId}: choose one of the list.`,
      );
    const { title } = definition;
    if (seen.has(indicatorId))
      throw wrong(`“${title.zh}”选了两次，请去掉一个。`, `“${title.en}” is chosen twice: remove one of them.`);
    seen.add(indicatorId);
    if (target && COMPARED.has(target.operator) && target.value === null)
      throw wrong(`请填写“${title.zh}”的目标值。`, `Give the figure that “${title.en}” has to reach.`);
  }
}
