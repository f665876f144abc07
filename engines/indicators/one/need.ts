import { Refusal } from '#platform/refusal';
import type { IndicatorDefinition, IndicatorRegistry } from '../definition.ts';

/** @throws Refusal not_found */
export function needIndicator(registry: IndicatorRegistry, id: string): IndicatorDefinition {
  const found = registry.find(id);
  if (found) return found;
  throw new Refusal('not_found', {
    zh: '没有这个指标，请从指标目录中选择。',
    en: 'There is no such indicator; choose one from the list.',
  });
}
