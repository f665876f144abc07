import type { InspectionKind } from '#engines/inspections';
import type { Column, Condition, LedgerDefinition } from '#engines/ledgers';
import type { Sentence } from '#platform/refusal';
import { sourceIds, talliesOf } from './declare.ts';
import type { Backing, How, Tally } from './definition.ts';

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
  ledger: 'text',
};
const OF_LOOKS = ['refreshedOn', 'staleOn'] as const;
const RESULTS = ['sound', 'findings'];

export type Declared = {
  readonly ledgers: readonly LedgerDefinition[];
  readonly inspections: readonly InspectionKind[];
};
type Known = { type: Column['type']; choices?: readonly string[] };

/** What a declaration names that does not exist: ledgers, kinds, columns, choices; and what a verb cannot do. */
export function howFaults(how: How, declared: Declared): Sentence[] {
  const faults = talliesOf(how).flatMap((tally) => tallyFaults(tally, declared));
  if ((how.verb === 'sum' || how.verb === 'mean' || how.verb === 'most' || how.verb === 'least') && !how.of.amount)
    faults.push({ zh: '请选择要相加或取平均的数字列。', en: `${how.verb} needs a number column as amount.` });
  if ((how.verb === 'most' || how.verb === 'least') && how.of.over === 'stock')
    faults.push({ zh: '最大值、最小值不能取自存量。', en: `${how.verb} is not of a stock.` });
  if (how.verb === 'coverage') {
    const columns = columnsOf(how.of, declared);
    if (columns instanceof Map && !columns.has(how.by))
      faults.push({ zh: `没有列“${how.by}”。`, en: `There is no column ${how.by}.` });
    if (!('ledger' in how.in.of))
      faults.push({ zh: '覆盖率的分母应为一本台账。', en: 'What is to be covered are the entries of one ledger.' });
    if (how.in.over === 'latest' || how.of.over === 'latest' || how.of.distinct || how.in.distinct)
      faults.push({
        zh: '覆盖率按条目去重，分子、分母只能取当年记录或在账存量。',
        en: 'Coverage counts each entry once: both sides are rows of the year or a stock, without distinct.',
      });
  }
  if (how.verb === 'monthlyShare' && how.in.over !== 'stock')
    faults.push({ zh: '按月覆盖率的分母应为在账存量。', en: 'What is to be seen each month is a stock.' });
  return faults;
}

function tallyFaults(tally: Tally, declared: Declared): Sentence[] {
  const found = columnsOf(tally, declared);
  if (!(found instanceof Map)) return [found];
  const { faults, need, holds } = askedOf(found);
  need(tally.on, ['date', 'month']);
  for (const id of [tally.until ?? []].flat()) need(id, ['date', 'month']);
  if (tally.sameYear) need(tally.sameYear, ['date', 'month']);
  if (tally.amount) need(tally.amount, ['integer', 'decimal']);
  if (tally.distinct) need(tally.distinct);
  holds([...(tally.where ?? []), ...(tally.exclude ?? []).flatMap((e) => e.when)]);
  for (const { by, on, alike = [] } of tally.backed ?? []) {
    need(by);
    need(on, ['date', 'month']);
    for (const { column } of alike) need(column);
  }
  return [...faults, ...(tally.backed ?? []).flatMap((one) => backingFaults(one, declared))];
}

/** What stands behind a row is an entry of a ledger whose key is one column. */
function backingFaults({ ledger: id, from, until = [], alike = [], where = [] }: Backing, declared: Declared) {
  const ledger = declared.ledgers.find((one) => one.id === id);
  if (!ledger) return [{ zh: `没有台账“${id}”。`, en: `There is no ledger ${id}.` }];
  const { faults, need, holds } = askedOf(knownOf(ledger.columns));
  if (ledger.key.length > 1)
    faults.push({
      zh: `台账“${ledger.title.zh}”由多列标识，不能按一列对应，请换一本台账。`,
      en: `An entry of ${id} is known by several columns: choose a ledger whose key is one.`,
    });
  for (const day of [from, ...until]) need(day, ['date', 'month']);
  for (const { as } of alike) need(as);
  holds(where);
  return faults;
}

/** Collects what is asked of columns and is not there. */
function askedOf(columns: ReadonlyMap<string, Known>) {
  const faults: Sentence[] = [];
  const need = (id: string, types?: readonly Column['type'][]) => {
    const column = columns.get(id);
    if (!column) faults.push({ zh: `没有列“${id}”。`, en: `There is no column ${id}.` });
    else if (types && !types.includes(column.type))
      faults.push({
        zh: `列“${id}”的类型不合用，请换一列。`,
        en: `The column ${id} is ${column.type}, not ${types.join(' or ')}.`,
      });
    return column;
  };
  const holds = (condition: Condition) => {
    for (const { column: id, is, than, of } of condition) {
      const column = need(id, is === 'less' || is === 'more' ? ['integer', 'decimal'] : undefined);
      if (than !== null && typeof than === 'object') need(than.column);
      const values = [...(of ?? []), ...(is === 'equal' || is === 'not_equal' ? [than] : [])];
      for (const value of values)
        if (column?.choices && typeof value === 'string' && !column.choices.includes(value))
          faults.push({ zh: `列“${id}”没有选项“${value}”。`, en: `The column ${id} has no choice ${value}.` });
      if (
        column?.type === 'yes_no' &&
        values.some((value) => typeof value === 'string' && !['true', 'false'].includes(value))
      )
        faults.push({ zh: `列“${id}”只能为是或否。`, en: `The column ${id} is true or false.` });
      if (column?.type === 'choices' && is !== 'empty' && is !== 'given')
        faults.push({
          zh: `列“${id}”可选多项，只能按是否填写来限定。`,
          en: `The column ${id} holds several choices: ask only whether it is given.`,
        });
    }
  };
  return { faults, need, holds };
}

const knownOf = (columns: readonly Column[]) =>
  new Map(columns.map(({ id, type, choices }): [string, Known] => [id, { type, choices: choices?.map((c) => c.id) }]));

function columnsOf({ of }: Tally, { ledgers, inspections }: Declared): Map<string, Known> | Sentence {
  if (!('inspections' in of)) {
    const ids = sourceIds(of);
    const read = ids.map((id) => ledgers.find((ledger) => ledger.id === id));
    if (read.some((ledger) => !ledger))
      return { zh: `没有台账“${ids.join('、')}”。`, en: `There is no ledger ${ids.join(', ')}.` };
    if ('refreshes' in of) return new Map(OF_LOOKS.map((id) => [id, { type: 'date' }]));
    // of several ledgers only what all of them have
    const own = 'ledger' in of ? knownOf(read[0]!.columns) : [];
    return new Map<string, Known>([...own, ['keptSince', { type: 'date' }]]);
  }
  const kinds = of.inspections.map((id) => inspections.find((kind) => kind.id === id));
  if (kinds.some((kind) => !kind))
    return {
      zh: `没有检查种类“${of.inspections.join('、')}”。`,
      en: `There are no inspections ${of.inspections.join(', ')}.`,
    };
  return new Map([
    ...kinds.flatMap((kind) => [...knownOf(kind!.columns ?? [])]),
    ...Object.entries(OF_INSPECTIONS).map(([id, type]): [string, Known] => [
      id,
      { type, choices: id === 'result' ? RESULTS : undefined },
    ]),
  ]);
}
