import { z } from 'zod';
import { Refusal, type Sentence } from '#platform/refusal';
import { COLUMN_TYPES, type Column, type Condition, type LedgerDefinition, OBJECT_KINDS } from './definition.ts';

const spoken = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });
const columnId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'a name in camel case');
/** names a column; whether there is one, `definitionFaults` says in a sentence */
const named = z.string().max(40);
const condition = z
  .array(
    z.strictObject({
      column: named,
      is: z.enum(['empty', 'given', 'equal', 'not_equal', 'less', 'more', 'before', 'after', 'one_of']),
      than: z.union([z.string(), z.number(), z.boolean(), z.strictObject({ column: named })]).optional(),
      of: z.array(z.string()).optional(),
    }),
  )
  .max(10);

const column = z.strictObject({
  id: columnId,
  title: spoken,
  type: z.enum(COLUMN_TYPES),
  unit: z.string().max(20).optional(),
  required: z.boolean().optional(),
  choices: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        title: spoken,
        aliases: z.array(z.string()).optional(),
      }),
    )
    .max(200)
    .optional(),
  ledger: z.string().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
  longest: z.int().min(1).max(5000).optional(),
  aliases: z.array(z.string()).optional(),
  filter: z.boolean().optional(),
  sort: z.boolean().optional(),
  help: spoken.optional(),
  derived: z.boolean().optional(),
});

/** A ledger's declaration as it is written in the browser or stands in the database. */
export const ledgerDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/, 'a chapter and a name, like city.restaurants'),
  title: spoken,
  entry: spoken,
  key: z.array(named).max(4),
  name: named,
  keeper: z.enum(['street', 'unit']),
  place: z.enum(['none', 'point', 'line', 'polygon']),
  placeRequired: z.boolean().optional(),
  refreshDays: z.int().min(1).max(3660).nullable(),
  columns: z.array(column).min(1).max(80),
  complete: z.array(z.string()).optional(),
  object: z.strictObject({ kind: z.enum(OBJECT_KINDS), by: named }).optional(),
  contradictions: z
    .array(z.strictObject({ id: columnId, title: spoken, when: condition }))
    .max(30)
    .optional(),
  about: spoken,
  words: z.array(z.string()).optional(),
});

/** What is wrong with a declaration, and the row of it that has to change: `columns.2.choices.1`; '' is the whole. */
export type DefinitionFault = Sentence & { readonly at: string };
type Say = (at: string, zh: string, en: string) => void;

/**
 * Everything in a declaration that the schema cannot see, each a sentence with its remedy for whoever declares.
 * @param ledgers ids of the ledgers that an `entry` may be of; left out, any
 */
export function definitionFaults(definition: LedgerDefinition, ledgers?: readonly string[]): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const say: Say = (at, zh, en) => faults.push({ at, zh, en });
  identityFaults(definition, say);
  for (const [i, column] of definition.columns.entries()) {
    const at = `columns.${i}`;
    const first = definition.columns.findIndex(({ id }) => id === column.id);
    if (first < i)
      say(
        at,
        `第${i + 1}列${zhOf(column)}的编号与第${first + 1}列相同，请改用另一个编号。`,
        `Column ${i + 1}, ${enOf(column)}, has the id of column ${first + 1}: give it another one.`,
      );
    columnFaults(column, definition.derive !== undefined, at, say);
    const known = ledgers === undefined || ledgers.includes(column.ledger ?? '') || column.ledger === definition.id;
    if (column.type === 'entry' && column.ledger && !known)
      say(
        at,
        `列${zhOf(column)}引用的台账 ${column.ledger} 不存在，请从台账目录中另选一个。`,
        `The column ${enOf(column)} refers to the ledger ${column.ledger}, which does not exist: choose another.`,
      );
  }
  ruleFaults(definition, say);
  const [zh, en] = definition.keeper === 'street' ? ['街道', 'street'] : ['单位', 'unit'];
  if (!definition.columns.some(({ type }) => type === definition.keeper))
    say(
      'keeper',
      `由${zh}维护的台账应有“${zh}”列，请增加一列。`,
      `A ledger kept by ${en}s needs a ${en} column: add one.`,
    );
  return faults;
}

const zhOf = ({ title, id }: { title: Sentence; id: string }) => `“${title.zh}”（${id}）`;
const enOf = ({ title, id }: { title: Sentence; id: string }) => `“${title.en}” (${id})`;

/** What tells entries apart, names them, makes them complete, and what they are about. */
function identityFaults(definition: LedgerDefinition, say: Say) {
  const { columns, key, name, complete = [], object, place, placeRequired } = definition;
  const find = (id: string) => columns.find((one) => one.id === id);
  if (key.length === 0) say('key', '没有识别列，请至少选一列。', 'No column tells entries apart: choose one at least.');
  const asked = [
    ...key.map((id) => ['key', id, '识别列', 'key column'] as const),
    ...(key.includes(name) ? [] : [['name', name, '名称列', 'name column'] as const]),
  ];
  for (const [at, id, zh, en] of asked) {
    const column = find(id);
    if (!column) say(at, `${zh}“${id}”不在各列中，请另选一列。`, `The ${en} “${id}” is no column: choose another.`);
    else if (!column.required)
      say(
        at,
        `${zh}${zhOf(column)}没有设为必填，请设为必填。`,
        `The ${en} ${enOf(column)} is not required: make it so.`,
      );
  }
  for (const id of complete)
    if (id !== 'place' && !find(id))
      say(
        'complete',
        `完整性要求的“${id}”不在各列中，请去掉。`,
        `“${id}”, needed to be complete, is no column: take it out.`,
      );
  if (place === 'none' && (placeRequired || complete.includes('place')))
    say(
      'place',
      '不记位置的台账不能要求位置，请去掉这一要求，或选择点、线、面。',
      'A ledger without places cannot ask for one: take that out, or choose point, line or area.',
    );
  if (object && !find(object.by))
    say(
      'object',
      `识别对象的列“${object.by}”不在各列中，请另选一列。`,
      `“${object.by}”, which names the object, is no column: choose another.`,
    );
}

function columnFaults(column: Column, hasFormula: boolean, at: string, say: Say) {
  const { type, choices, ledger, least, most, derived, required } = column;
  const [zh, en] = [`列${zhOf(column)}`, `The column ${enOf(column)}`];
  if (derived && !hasFormula)
    say(
      at,
      `${zh}是计算列，需要系统已有的公式，请改为填写的列。`,
      `${en} is derived and needs a formula that the system knows: make it one that is filled in.`,
    );
  if (derived && required)
    say(at, `${zh}由系统计算，不能必填，请取消必填。`, `${en} is derived: it cannot be required.`);
  if (least !== undefined && most !== undefined && least > most)
    say(
      at,
      `${zh}的最小值 ${least} 大于最大值 ${most}，请对调或改正。`,
      `${en} has a least value, ${least}, above its most, ${most}: swap or correct them.`,
    );
  if (type === 'entry' && !ledger)
    say(at, `${zh}没有指明引用哪个台账，请选择。`, `${en} does not say which ledger it refers to: choose one.`);
  if (type !== 'entry' && ledger !== undefined)
    say(at, `${zh}不是引用列，不能指定台账，请去掉。`, `${en} refers to no entries but names a ledger: take it out.`);
  const chooses = type === 'choice' || type === 'choices';
  if (chooses && (choices ?? []).length < 2)
    say(at, `${zh}的选项不足两个，请补充选项。`, `${en} has fewer than two choices: add some.`);
  if (!chooses && choices)
    say(at, `${zh}不是选择列，不能有选项，请去掉。`, `${en} is not chosen but has choices: take them out.`);
  for (const [j, one] of (choices ?? []).entries()) {
    const same = (by: (choice: typeof one) => string) =>
      (choices ?? []).findIndex((other) => by(other) === by(one)) < j;
    if (same(({ id }) => id))
      say(
        `${at}.choices.${j}`,
        `${zh}第${j + 1}个选项“${one.title.zh}”的编号 ${one.id} 重复，请改用另一个编号。`,
        `${en}: choice ${j + 1}, “${one.title.en}”, has the id ${one.id} of another: give it another one.`,
      );
    if (same(({ title }) => title.zh) || same(({ title }) => title.en.toLowerCase()))
      say(
        `${at}.choices.${j}`,
        `${zh}第${j + 1}个选项的名称“${one.title.zh}”（${one.title.en}）重复，请改名或删除。`,
        `${en}: choice ${j + 1}, “${one.title.en}” (${one.title.zh}), is called like another: rename or remove it.`,
      );
  }
}

function ruleFaults({ columns, contradictions = [] }: LedgerDefinition, say: Say) {
  for (const [i, rule] of contradictions.entries()) {
    const at = `contradictions.${i}`;
    const [zh, en] = [`矛盾规则${zhOf(rule)}`, `The rule ${enOf(rule)}`];
    if (contradictions.findIndex(({ id }) => id === rule.id) < i)
      say(at, `${zh}的编号重复，请改用另一个编号。`, `${en} has the id of another: give it another one.`);
    if (rule.when.length === 0) say(at, `${zh}没有条件，请至少加一个。`, `${en} has no condition: add one at least.`);
    for (const [j, part] of rule.when.entries()) {
      const lack = lackOf(part, columns);
      if (lack) say(`${at}.when.${j}`, `${zh}的第${j + 1}个条件${lack.zh}`, `${en}, condition ${j + 1}: ${lack.en}`);
    }
  }
}

/** What a part of a condition still needs. */
function lackOf({ column, is, than, of }: Condition[number], columns: readonly Column[]): Sentence | null {
  const asked = columns.find(({ id }) => id === column);
  if (column === '') return { zh: '没有选列，请选择。', en: 'no column is chosen; choose one.' };
  const strange = [column, ...(typeof than === 'object' ? [than.column] : [])].find(
    (used) => !columns.some(({ id }) => id === used),
  );
  if (strange !== undefined)
    return { zh: `用到的列“${strange}”不在各列中，请另选一列。`, en: `“${strange}” is no column; choose another.` };
  if (is === 'empty' || is === 'given') return null;
  if (is === 'one_of' ? !of?.length : than === undefined || than === '')
    return { zh: '没有写与什么比较，请补上。', en: 'what it is compared with is missing; fill it in.' };
  const values = is === 'one_of' ? of! : typeof than === 'string' ? [than] : [];
  const lost = asked!.choices && values.find((value) => !asked!.choices!.some(({ id }) => id === value));
  return lost === undefined
    ? null
    : { zh: `用到的选项“${lost}”已不在该列中，请另选。`, en: `“${lost}” is no choice of that column; choose another.` };
}

/** All that is wrong with a declaration. What is answered is a refusal's sentence: the faults, each with its row, go in it. */
export class DefinitionFaults extends Refusal {
  readonly faults: readonly DefinitionFault[];
  constructor(faults: readonly DefinitionFault[], ledger: string) {
    const [first, ...others] = faults as readonly [DefinitionFault, ...DefinitionFault[]];
    const sentence = {
      zh: `${first.zh}${others.length ? `另有${others.length}处需要改正。` : ''}`,
      en: `${first.en}${others.length ? ` ${others.length} more to correct.` : ''}`,
      faults,
    };
    super('bad_request', sentence, { ledger, at: faults.map(({ at }) => at) });
    this.faults = faults;
  }
}

/** @param ledgers as in `definitionFaults` @throws DefinitionFaults */
export function requireSound(definition: LedgerDefinition, ledgers?: readonly string[]): void {
  const faults = definitionFaults(definition, ledgers);
  if (faults.length > 0) throw new DefinitionFaults(faults, definition.id);
}
