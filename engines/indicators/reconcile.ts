import type { Db } from '#platform/store';
import { freshen } from './declared/store.ts';
import type { ComputeContext, IndicatorDefinition, IndicatorRegistry } from './definition.ts';
import { readMarks, writeAllPoints, writeMark, writePoints } from './store.ts';
import { evidenceMark, evidencePoints } from './verbs/compute.ts';

const AT_ONCE = 3;

/** `years`: scope years computed; `changed`: rows that are new, different or gone */
export type IndicatorsReconciled = { years: number; changed: number };

/**
 * Brings the values of all indicators up to their evidence. A scope's year whose evidence carries the mark of the last
 * time is not computed again; of one that is, only rows that differ are written.
 */
export async function reconcileIndicators(
  db: Db,
  {
    registry,
    districtCode,
    today,
    membership = 'any',
  }: { registry: IndicatorRegistry; districtCode: string; today: string; membership?: ComputeContext['membership'] },
): Promise<IndicatorsReconciled> {
  const made = new Map<string, Promise<unknown>>();
  const context: ComputeContext = {
    db,
    districtCode,
    today,
    membership,
    once: <T>(key: string, make: () => Promise<T>) => {
      const found = made.get(key) ?? make();
      made.set(key, found);
      return found as Promise<T>;
    },
  };
  await freshen(db, registry, true);
  const marks = await readMarks(db);
  const result = { years: 0, changed: 0 };
  const fresh = async (definition: IndicatorDefinition): Promise<void> => {
    const { how } = definition;
    if (how) {
      const year = 0;
      const scope = { kind: 'district' as const, code: districtCode };
      const declared = { ...definition, how };
      const mark = await evidenceMark(context, declared);
      if (marks.get(`${definition.id}|${scope.kind}|${scope.code}|${year}`) === mark) return;
      const points = await evidencePoints(context, declared);
      await db.transaction().execute(async (tx) => {
        const changed = await writeAllPoints(tx, definition.id, points);
        result.changed += changed;
        await writeMark(tx, definition.id, scope, year, mark);
      });
      result.years += 1;
      return;
    }
    for (const { scope, year, mark } of await definition.compute.years(context)) {
      if (!definition.scopes.includes(scope.kind)) continue;
      if (marks.get(`${definition.id}|${scope.kind}|${scope.code}|${year}`) === mark) continue;
      const points = await definition.compute.points(context, scope, year);
      await db.transaction().execute(async (tx) => {
        const changed = await writePoints(tx, definition.id, scope, year, points);
        result.changed += changed;
        await writeMark(tx, definition.id, scope, year, mark);
      });
      result.years += 1;
    }
  };
  // a few at once: one is computed while the database still writes another
  const waiting = [...registry.all];
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await fresh(next);
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, take));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return result;
}
