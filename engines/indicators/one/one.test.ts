import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { createEntry, LedgerBooks, type LedgerDefinition, namesOf } from '#engines/ledgers';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../../tests/database.ts';
import { indicatorRegistry } from '../definition.ts';
import { reconcileIndicators } from '../reconcile.ts';
import { fromEvidence } from '../verbs/declare.ts';
import type { EvidenceIndicator, How } from '../verbs/definition.ts';
import type { Part } from '../verbs/rows.ts';
import { indicatorDetailOf } from './detail.ts';
import { evidenceOfIndicator } from './evidence.ts';

const XICHENG = '110102';
const YUETAN = '110102007';
const samples: LedgerDefinition = {
  id: 'test.samples',
  title: { zh: '样品台账', en: 'Samples' },
  entry: { zh: '个样品', en: 'samples' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['no'],
  name: 'no',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    { id: 'no', title: { zh: '编号', en: 'No.' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Street' }, type: 'street', required: true },
    { id: 'day', title: { zh: '日期', en: 'Day' }, type: 'date' },
    { id: 'from', title: { zh: '起', en: 'From' }, type: 'month' },
    { id: 'result', title: { zh: '结果', en: 'Result' }, type: 'text' },
    { id: 'site', title: { zh: '工地', en: 'Site' }, type: 'text' },
  ],
};
const of = { ledger: 'test.samples' };
const said = (id: string, how: How, more: Partial<EvidenceIndicator> = {}) =>
  fromEvidence({
    id: `test.${id}`,
    title: { zh: id, en: id },
    unit: '%',
    spokenUnit: { zh: '%', en: '%' },
    better: 'higher',
    decimals: 1,
    scopes: ['district', 'street'],
    method: { zh: '计数', en: 'counted' },
    words: ['样品'],
    counts: { zh: '个样品', en: 'samples' },
    how,
    ...more,
  });
const bad = [{ column: 'result', is: 'equal', than: 'bad' }] as const;
const registry = indicatorRegistry([
  said('share', {
    verb: 'share',
    of: { of, on: 'day', over: 'year', where: bad },
    in: {
      of,
      on: 'day',
      over: 'year',
      exclude: [
        { id: 'void', title: { zh: '作废', en: 'void' }, when: [{ column: 'result', is: 'equal', than: 'void' }] },
      ],
    },
  }),
  said('monthly', {
    verb: 'monthlyShare',
    of: { of, on: 'day', over: 'year', where: [{ column: 'site', is: 'given' }] },
    by: 'site',
    in: { of, on: 'from', over: 'stock' },
  }),
]);

describe('the evidence of a figure', async () => {
  const { db } = await freshDatabase();
  const deps = {
    db,
    districtCode: XICHENG,
    clock: fixedClock('2021-11-08'),
    registry,
    sourceNames: async () => ({ title: samples.title, href: '/ledgers/test.samples' }),
  };
  const rows = async (id: string, part: Part, until: string, scope?: string) =>
    (await evidenceOfIndicator(deps, { id: `test.${id}`, part, until, scope, limit: 100 })).rows.map(
      ({ name }) => name,
    );
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const names = await namesOf(db, XICHENG, '2021-11-08');
    await new LedgerBooks([samples]).need(db, samples.id);
    const add = (values: Record<string, unknown>) =>
      createEntry(
        { db, clock: deps.clock, names },
        samples,
        { accountId: null, name: '王工' },
        { values, place: null },
      );
    await add({ no: 'a', street: '月坛', day: '2021-02-01', result: 'bad' });
    await add({ no: 'b', street: '德胜', day: '2021-03-01', result: 'good' });
    await add({ no: 'c', street: '月坛', day: '2021-04-01', result: 'void' });
    await add({ no: 's1', street: '月坛', from: '2021-01' });
    await add({ no: 's2', street: '德胜', from: '2021-01' });
    await add({ no: 'v', street: '月坛', day: '2021-05-09', result: 'good', site: 's1' });
    await reconcileIndicators(db, { registry, districtCode: XICHENG, today: '2021-11-08' });
  });

  it('lists what is counted, what it is measured against, and what is left out by name', async () => {
    expect(await rows('share', 'of', '2021-12-31')).toEqual(['a']);
    expect(await rows('share', 'base', '2021-12-31')).toEqual(['v', 'b', 'a']);
    expect(await rows('share', 'base', '2021-03-31')).toEqual(['b', 'a']);
    const out = await evidenceOfIndicator(deps, { id: 'test.share', part: 'excluded', until: '2021-12-31', limit: 9 });
    expect(out.rows.map(({ name, reason }) => [name, reason?.zh])).toEqual([['c', '作废']]);
    expect(await rows('share', 'rest', '2021-12-31')).toEqual(['v', 'b']);
    await expect(rows('share', 'missing', '2021-12-31')).rejects.toThrow(/no rows of that kind/);
  });

  it('is as many rows as the figure says', async () => {
    const detail = await indicatorDetailOf(deps, { id: 'test.share', year: 2021, asOf: '2021-11-08' });
    expect(detail.standing).toMatchObject({ value: '33.3', done: 1, due: 3, evidence: 3, excluded: 1 });
  });

  it('names who is missing in the last whole month', async () => {
    expect(await rows('monthly', 'missing', '2021-06-15')).toEqual(['s2']);
    expect(await rows('monthly', 'of', '2021-06-15')).toEqual(['s1']);
    expect(await rows('monthly', 'missing', '2021-06-15', `street:${YUETAN}`)).toEqual([]);
  });

  it('goes on where a page ended, and refuses a mark that is none', async () => {
    const first = await evidenceOfIndicator(deps, { id: 'test.share', part: 'base', until: '2021-12-31', limit: 2 });
    const { next } = first;
    const second = await evidenceOfIndicator(deps, {
      id: 'test.share',
      part: 'base',
      until: '2021-12-31',
      limit: 2,
      after: next!,
    });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(['v', 'b', 'a']);
    expect(second.next).toBeNull();
    await expect(
      evidenceOfIndicator(deps, { id: 'test.share', part: 'of', until: '2021-12-31', limit: 2, after: '; drop' }),
    ).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('shows the figure of every street, and says by name what it is computed from', async () => {
    const detail = await indicatorDetailOf(deps, { id: 'test.share', year: 2021, scope: `street:${YUETAN}` });
    expect(detail.scope.name.zh).toBe('月坛街道');
    expect(detail.standing?.value).toBe('50.0');
    expect(detail.places.find(({ code }) => code === YUETAN)?.standing.value).toBe('50.0');
    expect(detail.sources[0]).toEqual({ id: 'test.samples', title: samples.title, href: '/ledgers/test.samples' });
    await expect(indicatorDetailOf(deps, { id: 'test.share', scope: 'street:1' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
