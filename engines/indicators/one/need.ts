import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { freshen } from '../declared/store.ts';
import type { IndicatorDefinition, IndicatorRegistry } from '../definition.ts';

/** @throws Refusal not_found */
export async function needIndicator(
  { db, registry }: { db: Db; registry: IndicatorRegistry },
  id: string,
): Promise<IndicatorDefinition> {
  await freshen(db, registry);
  const found = registry.find(id);
  if (found) return found;
  throw new Refusal('not_found', {
    zh: '没有这个指标，请从指标目录中选择。',
    en: 'There is no such indicator; choose one from the list.',
  });
}
