import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { How, Tally } from '#engines/indicators';

export type OtherRule = { readonly rule: string; readonly how: How };

/**
 * What a figure would be computed by if one of its rules were missing or another: each condition, exclusion and backing left
 * out, each choice of a list, the days on which a row begins and ceases to count. A specification that says the same of
 * both figures does not say the rule.
 */
export function otherRules(how: How): OtherRule[] {
  // months have their own beginning and end
  const own = ({ rule }: { rule: string }) => how.verb !== 'monthlyShare' || !rule.endsWith('over');
  const rules = tallyRules(how.of).map(({ rule, tally }) => ({
    rule: `of.${rule}`,
    how: { ...how, of: tally } as How,
  }));
  if ('in' in how)
    for (const { rule, tally } of tallyRules(how.in))
      rules.push({ rule: `in.${rule}`, how: { ...how, in: tally } as How });
  if ('less' in how)
    for (const { rule, tally } of tallyRules(how.less))
      rules.push({ rule: `less.${rule}`, how: { ...how, less: tally } as How });
  return rules.filter(own);
}

/** The rules that a specification does not say yet, of the list that only shrinks. */
export const listedUnsaid = (specification: string): string[] => {
  const own = `${relative('.', specification)} `;
  return readFileSync('tests/unsaid-rules.txt', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith(own) ? [line.slice(own.length)] : []));
};

function tallyRules(tally: Tally): { rule: string; tally: Tally }[] {
  const rules: { rule: string; tally: Tally }[] = [];
  const but = (rule: string, part: Partial<Tally>) => rules.push({ rule, tally: { ...tally, ...part } });
  const { where = [], exclude = [], backed = [], of } = tally;
  const without = <T>(list: readonly T[], at: number) => list.filter((_, i) => i !== at);
  where.forEach((part, at) => {
    but(`where.${part.column}`, { where: without(where, at) });
    (part.of ?? []).forEach((one, i, all) => {
      if (all.length > 1)
        but(`where.${part.column}.${one}`, {
          where: where.map((other, j) => (j === at ? { ...part, of: without(all, i) } : other)),
        });
    });
  });
  exclude.forEach(({ id }, at) => {
    but(`exclude.${id}`, { exclude: without(exclude, at) });
  });
  backed.forEach(({ by, alike, until = [], ...rest }, at) => {
    const other = (part: object) =>
      backed.map((one, i) => (i === at ? { by, until, ...(alike ? { alike } : {}), ...rest, ...part } : one));
    but(`backed.${by}`, { backed: without(backed, at) });
    if (alike) but(`backed.${by}.alike`, { backed: other({ alike: [] }) });
    until.forEach((column, i) => {
      but(`backed.${by}.${column}`, { backed: other({ until: without(until, i) }) });
    });
  });
  if (tally.distinct) but('distinct', { distinct: undefined });
  if (tally.sameYear) but('sameYear', { sameYear: undefined });
  const ends = [tally.until ?? []].flat();
  ends.forEach((column, at) => {
    but(`until.${column}`, { until: ends.length > 1 ? without(ends, at) : undefined });
  });
  if (tally.untilYearEnd) but('untilYearEnd', { untilYearEnd: false });
  but('over', { over: tally.over === 'year' ? 'stock' : 'year' });
  if ('inspections' in of && of.inspections.length > 1)
    of.inspections.forEach((kind, i) => {
      but(`of.${kind}`, { of: { inspections: without(of.inspections, i) } });
    });
  if ('ledgers' in of)
    of.ledgers.forEach((id, i) => {
      but(`of.${id}`, { of: { ledgers: without(of.ledgers, i) } });
    });
  return rules;
}
