import type { InspectionKind } from '#engines/inspections';
import type { Column, LedgerDefinition } from '#engines/ledgers';
import { sourceIds, talliesOf } from './declare.ts';
import type { How, Tally } from './definition.ts';

/** Columns that every inspection has, besides those of its kind. */
const OF_INSPECTIONS: Readonly<Record<string, Column['type']>> = {
  visitedOn: 'date',
  result: 'choice',
  findings: 'integer',
  openFindings: 'integer',
  mendedOn: 'date',
  atNight: 'yes_no',
  joint: 'yes_no',
  penalty: 'decimal',
  entry: 'text',
};
const OF_LOOKS = ['refreshedOn', 'staleOn'] as const;
const RESULTS = ['sound', 'findings'];

export type Declared = {
  readonly ledgers: readonly LedgerDefinition[];
  readonly inspections: readonly InspectionKind[];
};
type Known = { type: Column['type']; choices?: readonly string[] };

/** What a declaration names that does not exist: ledgers, kinds, columns, choices; and what a verb cannot do. */
export function howFaults(how: How, declared: Declared): string[] {
  const faults = talliesOf(how).flatMap((tally) => tallyFaults(tally, declared));
  if ((how.verb === 'sum' || how.verb === 'mean' || how.verb === 'most' || how.verb === 'least') && !how.of.amount)
    faults.push(`${how.verb} needs an amount`);
  if ((how.verb === 'most' || how.verb === 'least') && how.of.over === 'stock')
    faults.push(`${how.verb} is not of a stock`);
  if (how.verb === 'monthlyShare' && how.in.over !== 'stock') faults.push('a month’s entries are a stock');
  return faults;
}

function tallyFaults(tally: Tally, declared: Declared): string[] {
  const found = columnsOf(tally, declared);
  if (typeof found === 'string') return [found];
  const faults: string[] = [];
  const need = (id: string, types?: readonly Column['type'][]) => {
    const column = found.get(id);
    if (!column) faults.push(`no column ${id}`);
    else if (types && !types.includes(column.type)) faults.push(`${id} is ${column.type}, not ${types.join(' or ')}`);
    return column;
  };
  need(tally.on, ['date', 'month']);
  if (tally.until) need(tally.until, ['date', 'month']);
  if (tally.sameYear) need(tally.sameYear, ['date', 'month']);
  if (tally.amount) need(tally.amount, ['integer', 'decimal']);
  if (tally.distinct) need(tally.distinct);
  for (const { column: id, is, than, of } of [
    ...(tally.where ?? []),
    ...(tally.exclude ?? []).flatMap((e) => e.when),
  ]) {
    const column = need(id, is === 'less' || is === 'more' ? ['integer', 'decimal'] : undefined);
    if (than !== null && typeof than === 'object') need(than.column);
    const values = [...(of ?? []), ...(is === 'equal' || is === 'not_equal' ? [than] : [])];
    for (const value of values)
      if (column?.choices && typeof value === 'string' && !column.choices.includes(value))
        faults.push(`${id} has no choice ${value}`);
    if (
      column?.type === 'yes_no' &&
      values.some((value) => typeof value === 'string' && !['true', 'false'].includes(value))
    )
      faults.push(`${id} is true or false`);
    if (column?.type === 'choices' && is !== 'empty' && is !== 'given') faults.push(`${id} holds several choices`);
  }
  return faults;
}

function columnsOf({ of }: Tally, { ledgers, inspections }: Declared): ReadonlyMap<string, Known> | string {
  const known = (columns: readonly Column[]) =>
    columns.map(({ id, type, choices }): [string, Known] => [id, { type, choices: choices?.map((c) => c.id) }]);
  if (!('inspections' in of)) {
    const ids = sourceIds(of);
    const read = ids.map((id) => ledgers.find((ledger) => ledger.id === id));
    if (read.some((ledger) => !ledger)) return `no ledger ${ids.join(', ')}`;
    if ('refreshes' in of) return new Map(OF_LOOKS.map((id) => [id, { type: 'date' }]));
    // of several ledgers only what all of them have
    const own = 'ledger' in of ? known(read[0]!.columns) : [];
    return new Map<string, Known>([...own, ['keptSince', { type: 'date' }]]);
  }
  const kinds = of.inspections.map((id) => inspections.find((kind) => kind.id === id));
  if (kinds.some((kind) => !kind)) return `no inspections ${of.inspections.join(', ')}`;
  return new Map([
    ...kinds.flatMap((kind) => known(kind!.columns ?? [])),
    ...Object.entries(OF_INSPECTIONS).map(([id, type]): [string, Known] => [
      id,
      { type, choices: id === 'result' ? RESULTS : undefined },
    ]),
  ]);
}
