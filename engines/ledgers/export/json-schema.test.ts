import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ledgers } from '../../../app/definitions.ts';
import type { Names } from '../columns/kinds.ts';
import { creditCodeIsSound } from '../columns/numbers.ts';
import type { Column, LedgerDefinition } from '../definition.ts';
import { checkEntry } from '../entry/check.ts';
import { entrySchema } from './json-schema.ts';

const names: Names = {
  unit: (text) => text,
  street: (text) => (/^\d{9}$/.test(text) ? text : undefined),
  unitName: () => undefined,
  streetName: () => undefined,
};
const ajv = new Ajv2020({ strict: false, allErrors: true });

const CREDIT_CODE = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  .map((last) => `91110102MA0000000${last}`)
  .find(creditCodeIsSound)!;

/** Something sound for a column. */
function sound({ type, choices = [], least = 0, decimals = 2 }: Column): unknown {
  if (type === 'integer') return Math.ceil(least);
  if (type === 'decimal') return decimals === 0 ? Math.ceil(least) : least;
  if (type === 'date') return '2021-03-05';
  if (type === 'month') return '2021-03';
  if (type === 'time') return '07:30';
  if (type === 'choice') return choices[0]!.id;
  if (type === 'choices') return [choices[0]!.id];
  if (type === 'yes_no') return true;
  if (type === 'street') return '110102007';
  if (type === 'credit_code') return CREDIT_CODE;
  if (type === 'plate') return '京A12345';
  if (type === 'vin') return 'LSVAA4182E2123456';
  return 'x';
}
const entryOf = ({ columns }: LedgerDefinition, only: (column: Column) => boolean) =>
  Object.fromEntries(columns.filter((c) => !c.derived && only(c)).map((column) => [column.id, sound(column)]));
const place = { type: 'Point', coordinates: [116.35, 39.91] } as const;
const isOfForm = (definition: LedgerDefinition, values: Record<string, unknown>) =>
  checkEntry(definition, values, definition.place === 'none' ? null : place, names).faults;

describe('the JSON Schema of a ledger’s entry', () => {
  it.each(ledgers.ofChapters.map((definition) => [definition.id, definition] as const))(
    '%s takes what the ledger takes, and not what it does not',
    (_id, definition) => {
      const schema = entrySchema(definition);
      const validate = ajv.compile(schema);
      const given = (values: unknown) => ({ values, ...(definition.place === 'none' ? {} : { place }) });
      const whole = entryOf(definition, () => true);
      expect([validate(given(whole)), validate.errors]).toEqual([true, null]);
      expect(isOfForm(definition, whole)).toEqual([]);
      expect(validate(given(entryOf(definition, ({ required }) => required === true)))).toBe(true);
      for (const column of definition.columns.filter(({ required, derived }) => required && !derived)) {
        const { [column.id]: _, ...without } = whole;
        expect([column.id, validate(given(without))]).toEqual([column.id, false]);
        expect(isOfForm(definition, without)).not.toEqual([]);
      }
      for (const column of definition.columns.filter(({ type }) => ['choice', 'date', 'integer'].includes(type))) {
        if (column.derived) continue;
        const wrong = { ...whole, [column.id]: 'none of these' };
        expect([column.id, validate(given(wrong))]).toEqual([column.id, false]);
        expect(isOfForm(definition, wrong)).not.toEqual([]);
      }
      expect(validate(given({ ...whole, nowhere: 1 }))).toBe(false);
      expect(validate({ values: whole, place: { type: 'Point', coordinates: [39.91, 116.35] } })).toBe(false);
    },
  );
});
