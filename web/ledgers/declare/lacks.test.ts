import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft } from './draft.ts';
import { lacksOf, stands } from './lacks.ts';
import { asked, sameGroup, withAsked } from './parts.ts';

const draft: Draft = { ...emptyDraft(), id: 'local.boilers', title: { zh: '锅炉台账', en: '' } };
const choice = (id: string, zh: string) => ({ id, title: { zh, en: '' } });
const number = (id: string, type: 'integer' | 'decimal') => ({ id, title: { zh: id, en: id }, type });

describe('what is still to be written', () => {
  it('is nothing in a ledger that has its title and id', () => {
    expect(lacksOf(draft, [])).toEqual([]);
  });

  it('is told at its row', () => {
    const unfinished: Draft = {
      ...emptyDraft(),
      columns: [
        { id: 'Area 1', title: { zh: ' ', en: '' }, type: 'text' },
        {
          id: 'fuel',
          title: { zh: '燃料', en: '' },
          type: 'choice',
          choices: [choice('gas', '燃气'), choice('燃油', '')],
        },
        { id: 'site', title: { zh: '工地', en: '' }, type: 'entry', ledger: 'dust.gone' },
      ],
      contradictions: [{ id: 'rule1', title: { zh: '', en: '' }, when: [] }],
    };
    expect(lacksOf(unfinished, [{ id: 'dust.sites' }]).map(({ at, lack }) => `${at} ${lack}`)).toEqual([
      'title title',
      'id id',
      'columns.0 columnTitle',
      'columns.0 columnId',
      'columns.1.choices.1 choiceTitle',
      'columns.1.choices.1 choiceId',
      'columns.2 ledger',
      'contradictions.0 ruleTitle',
    ]);
  });

  it('leaves the ledger alone that is referred to until the ledgers are known, and itself', () => {
    const site = (ledger: string): Draft => ({
      ...draft,
      columns: [{ id: 'site', title: { zh: '工地', en: '' }, type: 'entry', ledger }],
    });
    expect(lacksOf(site('dust.gone'), undefined)).toEqual([]);
    expect(lacksOf(site(draft.id), [])).toEqual([]);
  });
});

describe('a fault that the server found', () => {
  const [first, ...others] = draft.columns;
  it('stands while its row is as it was sent', () => {
    expect(stands({ at: 'columns.1' }, draft, { ...draft, name: 'number' })).toBe(true);
    expect(stands({ at: 'columns.0' }, draft, { ...draft, columns: [{ ...first!, id: 'other' }, ...others] })).toBe(
      false,
    );
  });

  it('does not move to another row when one before it is taken out', () => {
    expect(stands({ at: 'columns.1' }, draft, { ...draft, columns: others })).toBe(false);
  });

  it('about the key falls when the key or a column changes', () => {
    expect(stands({ at: 'key' }, draft, { ...draft, place: 'none' })).toBe(true);
    expect(stands({ at: 'key' }, draft, { ...draft, key: ['name'] })).toBe(false);
    expect(stands({ at: 'key' }, draft, { ...draft, columns: others })).toBe(false);
  });
});

describe('a condition of a rule', () => {
  it('keeps on offer what it asks already', () => {
    expect(asked(number('used', 'integer'), 'before')).toEqual([
      'less',
      'more',
      'equal',
      'not_equal',
      'given',
      'empty',
      'before',
    ]);
  });

  it('takes its value over to another question that takes one like it', () => {
    const part = { column: 'used', is: 'more', than: { column: 'power' } } as const;
    expect(withAsked(part, 'less')).toEqual({ ...part, is: 'less' });
    expect(withAsked(part, 'empty')).toEqual({ column: 'used', is: 'empty' });
    expect(withAsked({ column: 'fuel', is: 'equal', than: 'gas' }, 'one_of')).toEqual({
      column: 'fuel',
      is: 'one_of',
      of: ['gas'],
    });
    expect(withAsked({ column: 'fuel', is: 'one_of', of: ['gas', 'oil'] }, 'not_equal')).toEqual({
      column: 'fuel',
      is: 'not_equal',
      than: 'gas',
    });
  });

  it('holds numbers against numbers, whole or not', () => {
    expect(sameGroup(number('a', 'integer'), number('b', 'decimal'))).toBe(true);
    expect(sameGroup(number('a', 'integer'), { ...number('b', 'integer'), type: 'date' })).toBe(false);
  });
});
