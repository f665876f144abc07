import { describe, expect, it } from 'vitest';
import type { DeclaredIndicator } from '#app/api';
import { definitionOf, draftOf } from './draft.ts';

const declared = (how: DeclaredIndicator['how'], unit = '个'): DeclaredIndicator => ({
  id: 'local.walls',
  title: { zh: '绿墙', en: 'Green walls' },
  unit,
  spokenUnit: { zh: unit, en: unit },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: { zh: '计数', en: 'counted' },
  words: ['绿墙', '绿化'],
  counts: { zh: '面', en: 'walls' },
  how,
});
const again = (one: DeclaredIndicator) => {
  const draft = draftOf(one);
  return draft && definitionOf(draft, one.method, one.counts);
};
const of = { ledger: 'local.walls' };
const high = [{ column: 'height', is: 'more' as const, than: 3 }];
const kept = [{ column: 'state', is: 'equal' as const, than: 'kept' }];

describe('a declared indicator in the form', () => {
  it.each<[string, DeclaredIndicator['how'], string?]>([
    ['events of the year', { verb: 'count', of: { of, on: 'builtOn', over: 'year', where: high } }],
    [
      'an amount on the books',
      { verb: 'sum', of: { of, on: 'builtOn', until: 'goneOn', over: 'stock', amount: 'area' } },
    ],
    [
      'a mean of visits',
      { verb: 'mean', of: { of: { inspections: ['city.check'] }, on: 'visitedOn', over: 'year', amount: 'findings' } },
    ],
    [
      'a share',
      {
        verb: 'share',
        of: { of, on: 'builtOn', over: 'stock', where: [...high, ...kept] },
        in: { of, on: 'builtOn', over: 'stock', where: high },
      },
      '%',
    ],
    [
      'what visits cover',
      {
        verb: 'coverage',
        of: {
          of: { inspections: ['city.check'] },
          on: 'visitedOn',
          over: 'year',
          where: [{ column: 'result', is: 'equal', than: 'sound' }],
        },
        by: 'entry',
        in: { of, on: 'builtOn', until: 'goneOn', over: 'stock', where: high },
      },
      '%',
    ],
    [
      'what another ledger covers',
      {
        verb: 'coverage',
        of: { of: { ledger: 'local.sensors' }, on: 'upOn', until: 'downOn', over: 'stock' },
        by: 'wall',
        in: { of, on: 'builtOn', over: 'stock' },
      },
      '%',
    ],
  ])('%s comes back as it was declared', (_what, how, unit) => {
    const one = declared(how, unit);
    expect(again(one)).toEqual(one);
  });

  it.each<[string, DeclaredIndicator['how']]>([
    [
      'an exclusion',
      {
        verb: 'count',
        of: { of, on: 'builtOn', over: 'year', exclude: [{ id: 'x', title: { zh: '无', en: 'no' }, when: kept }] },
      },
    ],
    [
      'a backing',
      {
        verb: 'count',
        of: {
          of,
          on: 'builtOn',
          over: 'year',
          backed: [{ by: 'wall', ledger: 'local.walls', on: 'builtOn', from: 'builtOn' }],
        },
      },
    ],
    ['several ends', { verb: 'count', of: { of, on: 'builtOn', over: 'stock', until: ['goneOn', 'soldOn'] } }],
    ['the newest of a list', { verb: 'count', of: { of, on: 'builtOn', over: 'latest' } }],
    [
      'a balance',
      {
        verb: 'balance',
        of: { of, on: 'builtOn', over: 'year' },
        less: { of, on: 'builtOn', over: 'year', where: kept },
      },
    ],
    [
      'a share whose two sides count from other days',
      { verb: 'share', of: { of, on: 'goneOn', over: 'stock' }, in: { of, on: 'builtOn', over: 'stock' } },
    ],
    [
      'a share whose part is not of its whole',
      {
        verb: 'share',
        of: { of, on: 'builtOn', over: 'year', where: kept },
        in: { of, on: 'builtOn', over: 'year', where: high },
      },
    ],
    [
      'a coverage of what was built in the year',
      {
        verb: 'coverage',
        of: { of, on: 'builtOn', over: 'year' },
        by: 'wall',
        in: { of, on: 'builtOn', over: 'year' },
      },
    ],
  ])('%s is beyond the form, so that nothing of it is lost', (_what, how) => {
    expect(draftOf(declared(how, how.verb === 'count' || how.verb === 'balance' ? '个' : '%'))).toBeNull();
  });
});
