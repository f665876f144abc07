import { z } from 'zod';
import { Refusal } from '#platform/refusal';
import { COLUMN_TYPES, type LedgerDefinition, OBJECT_KINDS } from './definition.ts';

const spoken = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });
const columnId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'a name in camel case');
const condition = z
  .array(
    z.strictObject({
      column: columnId,
      is: z.enum(['empty', 'given', 'equal', 'not_equal', 'less', 'more', 'before', 'after', 'one_of']),
      than: z.union([z.string(), z.number(), z.boolean(), z.strictObject({ column: columnId })]).optional(),
      of: z.array(z.string()).optional(),
    }),
  )
  .min(1)
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
    .min(2)
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
  key: z.array(columnId).min(1).max(4),
  name: columnId,
  keeper: z.enum(['street', 'unit']),
  place: z.enum(['none', 'point', 'line', 'polygon']),
  placeRequired: z.boolean().optional(),
  refreshDays: z.int().min(1).max(3660).nullable(),
  columns: z.array(column).min(1).max(80),
  complete: z.array(z.string()).optional(),
  object: z.strictObject({ kind: z.enum(OBJECT_KINDS), by: columnId }).optional(),
  contradictions: z
    .array(z.strictObject({ id: columnId, title: spoken, when: condition }))
    .max(30)
    .optional(),
  about: spoken,
  words: z.array(z.string()).optional(),
});

/** Everything in a declaration that the schema cannot see; each a sentence for whoever declares. */
export function definitionFaults(definition: LedgerDefinition): { zh: string; en: string }[] {
  const { columns, key, name, complete = [], contradictions = [], object, place } = definition;
  const ids = columns.map(({ id }) => id);
  const has = (id: string) => ids.includes(id);
  const faults: { zh: string; en: string }[] = [];
  const say = (zh: string, en: string) => faults.push({ zh, en });
  const derived = columns.filter((one) => one.derived);
  if (derived.length > 0 && !definition.derive)
    say('计算列需要由系统定义的公式。', 'A derived column needs a formula that the system knows.');
  for (const { id, required } of derived)
    if (required) say(`计算列“${id}”不能必填。`, `The derived ${id} cannot be required.`);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) say(`列“${twice}”重复。`, `The column ${twice} stands twice.`);
  for (const id of [...key, name, ...(object ? [object.by] : [])])
    if (!has(id)) say(`没有列“${id}”。`, `There is no column ${id}.`);
  for (const id of key)
    if (columns.find((one) => one.id === id)?.required !== true)
      say(`主键列“${id}”应为必填。`, `The key column ${id} must be required.`);
  for (const id of complete) if (id !== 'place' && !has(id)) say(`没有列“${id}”。`, `There is no column ${id}.`);
  if (complete.includes('place') && place === 'none')
    say('不记位置的台账不能要求位置。', 'A ledger without places cannot ask for one.');
  for (const { id, type, choices, ledger } of columns) {
    if ((type === 'choice' || type === 'choices') !== (choices !== undefined))
      say(`列“${id}”的可选项与类型不符。`, `The choices of ${id} do not fit its type.`);
    if ((type === 'entry') !== (ledger !== undefined))
      say(`列“${id}”应指明所引台账。`, `The column ${id} must say which ledger it refers to.`);
  }
  for (const { id, when } of contradictions)
    for (const part of when)
      for (const used of [part.column, ...(typeof part.than === 'object' ? [part.than.column] : [])])
        if (!has(used))
          say(`矛盾规则“${id}”用到不存在的列“${used}”。`, `The rule ${id} speaks of ${used}, which is no column.`);
  if (definition.keeper === 'street' && !columns.some(({ type }) => type === 'street'))
    say('由街道维护的台账应有“街道”列。', 'A ledger kept by streets needs a street column.');
  if (definition.keeper === 'unit' && !columns.some(({ type }) => type === 'unit'))
    say('由单位维护的台账应有“单位”列。', 'A ledger kept by units needs a unit column.');
  return faults;
}

/** @throws Refusal bad_request with the first fault */
export function requireSound(definition: LedgerDefinition): void {
  const [first] = definitionFaults(definition);
  if (first) throw new Refusal('bad_request', first, { ledger: definition.id });
}
