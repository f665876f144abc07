import { describe, expect, it } from 'vitest';
import type { MeasureCore } from '#engines/plan';
import type { IndicatorDefinition, IndicatorScope } from '../definition.ts';
import { fromEvidence } from '../verbs/declare.ts';
import type { How } from '../verbs/definition.ts';
import { goalOf, isShared, termOf } from './goal.ts';
import { indicatorState } from './state.ts';

const tally = { of: { ledger: 'voc.runs' }, on: 'ranOn', over: 'year' } as const;
const said = (how: How): IndicatorDefinition =>
  fromEvidence({
    id: 'voc.runs',
    title: { zh: '走航里程', en: 'Mobile runs' },
    unit: '公里',
    spokenUnit: { zh: '公里', en: 'km' },
    better: 'higher',
    decimals: 0,
    scopes: ['district', 'street'],
    method: { zh: '合计', en: 'added up' },
    words: ['走航'],
    counts: { zh: '次走航', en: 'runs' },
    how,
  });
const sum = said({ verb: 'sum', of: { ...tally, amount: 'km' } });
const share = said({ verb: 'share', of: tally, in: tally });
const street: IndicatorScope = { kind: 'street', code: '110102007' };
const district: IndicatorScope = { kind: 'district', code: '110102' };
const measure = (value: string, scope: string | null): MeasureCore =>
  ({
    id: '2.1',
    deadline: { kind: 'by_date', raw: '年底前', date: '2021-12-31' },
    targets: [{ what: '走航', operator: '>=', value, unit: '公里', scope, soft: null, quote: '走航' }],
  }) as unknown as MeasureCore;
const asked = (definition: IndicatorDefinition, value: string, scope: string | null = null) =>
  goalOf(measure(value, scope), definition, { indicatorId: 'voc.runs', target: null, pace: null })!;

describe('what is asked of a part of the district', () => {
  it('is not the whole district’s sum', () => {
    expect(isShared(asked(sum, '1200'), street)).toBe(true);
    expect(isShared(asked(sum, '1200'), district)).toBe(false);
  });

  it('is the share that is asked of all, nought where there is to be none, and what the plan asks of each', () => {
    expect(isShared(asked(share, '90'), street)).toBe(false);
    expect(isShared(asked(sum, '0'), street)).toBe(false);
    expect(isShared(asked(sum, '80', '各街道'), street)).toBe(false);
    expect(isShared(asked(sum, '80', '每个街道'), street)).toBe(false);
  });

  it('has its figure without a lamp, and a sentence that says whose the target is', () => {
    const goal = asked(sum, '1200');
    const state = indicatorState({
      definition: sum,
      scope: { ...street, name: { zh: '月坛街道', en: 'Yuetan' } },
      goal,
      term: termOf({ kind: 'by_date', raw: '年底前', date: '2021-12-31', months: null }, 2021),
      year: 2021,
      asOf: '2021-11-08',
      row: {
        value: '66',
        last_year: null,
        until_day: '2021-11-01',
        parts: {},
        evidence: 3,
        excluded: 0,
        provenance: [],
        edition: '',
        computed_at: new Date('2021-11-08T00:00:00Z'),
      } as never,
      settings: { aboutTolerance: 0.1, basicallyTolerance: 0.05 },
    });
    expect(state).toMatchObject({ value: '66', shared: true, target: null, judgement: 'no_data' });
    expect(state.why.zh).toBe('截至11月8日走航里程66公里，目标不低于1200公里，为全区合计，未单独分解');
  });
});
