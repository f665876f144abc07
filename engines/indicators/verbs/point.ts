import { createHash } from 'node:crypto';
import type { IndicatorParts, IndicatorPoint } from '../definition.ts';
import type { Figure } from './year.ts';

const SIMULATED = {
  kind: 'simulated' as const,
  label: { zh: '模拟数据', en: 'simulated' },
};

/** A figure as it is kept. */
export function pointOf(
  until: string,
  { value, evidence, excluded, simulated }: Figure,
  lastYear: string | null,
  parts: IndicatorParts,
): IndicatorPoint {
  const known = {
    until,
    value,
    lastYear,
    edition: '',
    parts,
    evidence,
    excluded,
    provenance: simulated ? [SIMULATED] : [],
  };
  return { ...known, digest: createHash('md5').update(JSON.stringify(known)).digest('hex') };
}
