import type { IndicatorDefinition, IndicatorKind } from '../definition.ts';
import type { EvidenceIndicator, EvidenceSource, How, Tally } from './definition.ts';

/** Declares an indicator that is computed from ledgers and inspections. */
export function fromEvidence({ how, sources = [], ...said }: EvidenceIndicator): IndicatorDefinition {
  return {
    ...said,
    how,
    kind: kindOf(how),
    sources: [...new Set(talliesOf(how).flatMap(sourcesOf).flatMap(sourceIds)), ...sources],
    evidenceHref: ({ kind, code }, from, until) =>
      `/indicators/${said.id}?year=${from.slice(0, 4)}&scope=${kind}:${code}&until=${until}`,
    compute: { years: async () => [], points: async () => [] },
  };
}

/** The ledgers and kinds of inspections that a source reads. */
export function sourceIds(source: EvidenceSource): readonly string[] {
  if ('ledger' in source) return [source.ledger];
  if ('ledgers' in source) return source.ledgers;
  return 'refreshes' in source ? source.refreshes.map(({ ledger }) => ledger) : source.inspections;
}

/** All that a tally reads: its rows, and the ledgers that have to stand behind them. */
export const sourcesOf = ({ of, backed = [] }: Tally): EvidenceSource[] => [
  of,
  ...backed.map(({ ledger }) => ({ ledger })),
];

export const talliesOf = (how: How): readonly Tally[] =>
  'in' in how ? [how.of, how.in] : 'less' in how ? [how.of, how.less] : [how.of];

function kindOf(how: How): IndicatorKind {
  if (how.verb === 'share' || how.verb === 'coverage' || how.verb === 'monthlyShare') return 'share';
  if (how.verb === 'mean') return how.of.over === 'year' ? 'mean' : 'level';
  return (how.verb === 'count' || how.verb === 'sum') && how.of.over === 'year' ? 'count' : 'level';
}
