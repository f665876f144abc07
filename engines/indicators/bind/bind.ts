import { adoptedPlan, planVersions } from '#engines/plan';
import type { Db } from '#platform/store';
import { type Bound, bindingsOf, writeBindings } from '../store.ts';
import type { Bindings } from './bindings.ts';
import { chosenBindings } from './choices.ts';

type ById = Map<string, Bound[]>;
type Place = { readonly id: string; readonly lineage: string };

/**
 * Binds every version of a year's plan to its indicators. `bindings` speaks of the plan as it was first issued: a measure
 * that an amendment renumbers keeps its indicators, one that an amendment adds is bound by its own number. A plan without
 * bindings of its own takes over those of the measures that it carries on from the plan before. What a person decided for
 * a measure comes before both.
 * @returns rows written; nothing when all stand already
 */
export async function bindPlan(
  db: Db,
  districtCode: string,
  { year, previousYear, bindings }: { year: number; previousYear?: number; bindings: Bindings | null },
): Promise<number> {
  const placesOf = async (of: number, versionNo?: number) =>
    (await adoptedPlan(db, districtCode, of, versionNo)).chapters.flatMap((chapter) =>
      chapter.tasks.flatMap((task) => task.measures.map(({ id, lineage }): Place => ({ id, lineage }))),
    );
  const versions = await planVersions(db, districtCode, year);
  const first = versions[0];
  if (!first) return 0;
  const named: ById = bindings ? ofFile(bindings) : new Map();
  const issued = await placesOf(year, first.versionNo);
  const byLineage = bindings
    ? keyed(issued, named)
    : previousYear === undefined
      ? new Map<string, Bound[]>()
      : await boundLineages(db, districtCode, previousYear, placesOf);
  const chosen = await chosenBindings(db, districtCode, year);
  const known = new Set(issued.map(({ id }) => id));
  let written = 0;
  for (const version of versions) {
    const places = version === first ? issued : await placesOf(year, version.versionNo);
    const wanted: ById = new Map();
    for (const { id, lineage } of places) {
      const bound = chosen.get(lineage) ?? byLineage.get(lineage) ?? (known.has(id) ? undefined : named.get(id));
      if (bound?.length) wanted.set(id, bound);
    }
    if (same(await bindingsOf(db, version.versionId), wanted)) continue;
    written += await writeBindings(db, version.versionId, wanted);
  }
  return written;
}

const ofFile = (bindings: Bindings): ById =>
  new Map(
    Object.entries(bindings).map(([id, rows]) => [
      id,
      rows.map(({ indicator, target, pace, months }) => ({
        indicatorId: indicator,
        target: target ?? null,
        pace: pace || months ? { kind: pace ?? 'line', months: months ?? null } : null,
      })),
    ]),
  );

const keyed = (places: readonly Place[], byId: ById): ById =>
  new Map(places.flatMap(({ id, lineage }) => (byId.has(id) ? [[lineage, byId.get(id)!]] : [])));

async function boundLineages(
  db: Db,
  districtCode: string,
  year: number,
  placesOf: (year: number) => Promise<Place[]>,
): Promise<ById> {
  const latest = (await planVersions(db, districtCode, year)).at(-1);
  return latest ? keyed(await placesOf(year), await bindingsOf(db, latest.versionId)) : new Map();
}

const inOrder = (bound: ById) =>
  JSON.stringify(
    [...bound]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, rows]) => [
        id,
        rows.map(({ indicatorId, target, pace }) => [
          indicatorId,
          target?.operator,
          target?.value,
          target?.unit,
          pace?.kind,
          pace?.months,
        ]),
      ]),
  );
const same = (a: ById, b: ById) => inOrder(a) === inOrder(b);
