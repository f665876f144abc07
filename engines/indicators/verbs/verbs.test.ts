import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { createEntry, LedgerBooks, type LedgerDefinition, namesOf } from '#engines/ledgers';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../../tests/database.ts';
import { indicatorRegistry } from '../definition.ts';
import { reconcileIndicators } from '../reconcile.ts';
import { valuesAsOf, valuesOfYear } from '../store.ts';
import { fromEvidence } from './declare.ts';
import type { EvidenceIndicator, How } from './definition.ts';

const XICHENG = '110102';
const YUETAN = '110102007';
const DESHENG = '110102010';
const text = (id: string, required = false) => ({ id, title: { zh: id, en: id }, type: 'text' as const, required });

const samples: LedgerDefinition = {
  id: 'test.samples',
  title: { zh: '样品', en: 'Samples' },
  entry: { zh: '个样品', en: 'samples' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['no'],
  name: 'no',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    text('no', true),
    { id: 'street', title: { zh: '街道', en: 'Street' }, type: 'street', required: true },
    { id: 'day', title: { zh: '日期', en: 'Day' }, type: 'date' },
    { id: 'from', title: { zh: '起', en: 'From' }, type: 'month' },
    { id: 'until', title: { zh: '止', en: 'Until' }, type: 'month' },
    { id: 'endedOn', title: { zh: '止日', en: 'Ended' }, type: 'date' },
    { id: 'grams', title: { zh: '克', en: 'Grams' }, type: 'decimal', unit: '克' },
    text('road'),
    text('result'),
    text('site'),
  ],
};

const said = (id: string, how: How, more: Partial<EvidenceIndicator> = {}) =>
  fromEvidence({
    id: `test.${id}`,
    title: { zh: id, en: id },
    unit: '个',
    spokenUnit: { zh: '个', en: 'samples' },
    better: 'higher',
    decimals: 0,
    scopes: ['district', 'street'],
    method: { zh: '计数', en: 'counted' },
    words: ['样品'],
    counts: { zh: '个样品', en: 'samples' },
    how,
    ...more,
  });

const of = { ledger: 'test.samples' };
const year = { of, on: 'day', over: 'year' } as const;

const registry = indicatorRegistry([
  said('count', { verb: 'count', of: { ...year, where: [{ column: 'result', is: 'equal', than: 'bad' }] } }),
  said('sum', { verb: 'sum', of: { ...year, amount: 'grams' } }, { decimals: 1 }),
  said('mean', { verb: 'mean', of: { ...year, amount: 'grams' } }, { decimals: 1 }),
  said('most', { verb: 'most', of: { ...year, amount: 'grams' } }, { decimals: 1 }),
  said(
    'share',
    { verb: 'share', of: { ...year, where: [{ column: 'result', is: 'equal', than: 'bad' }] }, in: year },
    { decimals: 1 },
  ),
  said('roads', { verb: 'count', of: { ...year, distinct: 'road' } }),
  said('left', { verb: 'count', of: { of, on: 'day', until: 'endedOn', over: 'stock' } }),
  said('standing', { verb: 'count', of: { of, on: 'day', until: 'endedOn', over: 'stock', distinct: 'road' } }),
  said('toYearEnd', { verb: 'count', of: { of, on: 'day', until: 'endedOn', untilYearEnd: true, over: 'stock' } }),
  said('worst', { verb: 'least', of: { of, on: 'day', over: 'latest', amount: 'grams' } }, { decimals: 1 }),
  said('newest', { verb: 'count', of: { of, on: 'day', over: 'latest' } }),
  said('without', {
    verb: 'count',
    of: {
      ...year,
      exclude: [{ id: 'sand', title: { zh: '沙尘', en: 'sand' }, when: [{ column: 'grams', is: 'more', than: 20 }] }],
    },
  }),
  said('open', {
    verb: 'balance',
    of: year,
    less: { ...year, where: [{ column: 'endedOn', is: 'given' }] },
  }),
  said('change', { verb: 'change', of: { ...year, amount: 'grams' } }, { decimals: 1 }),
  said(
    'monthly',
    {
      verb: 'monthlyShare',
      of: { ...year, where: [{ column: 'site', is: 'given' }] },
      by: 'site',
      in: { of, on: 'from', until: 'until', over: 'stock' },
    },
    { decimals: 1 },
  ),
]);

describe('a figure computed from a ledger', async () => {
  const { db } = await freshDatabase();
  const books = new LedgerBooks([samples]);
  let add: (values: Record<string, unknown>) => Promise<number>;
  const reconcile = (membership?: 'start' | 'any') =>
    reconcileIndicators(db, { registry, districtCode: XICHENG, today: '2021-11-08', membership });
  const value = async (id: string, asOf: string, street?: string, of_ = 2021) => {
    const scope = street ? ({ kind: 'street', code: street } as const) : ({ kind: 'district', code: XICHENG } as const);
    return (await valuesAsOf(db, [`test.${id}`], scope, of_, asOf)).get(`test.${id}`);
  };

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const names = await namesOf(db, XICHENG, '2021-11-08');
    await books.need(db, samples.id);
    let no = 0;
    add = (values) =>
      createEntry(
        { db, clock: fixedClock('2021-11-08'), names },
        samples,
        { accountId: null, name: '王工' },
        { values: { no: `n${++no}`, ...values }, place: null },
      );
    await add({ street: '月坛', day: '2020-03-01', grams: '10', road: 'a', result: 'bad' });
    await add({ street: '月坛', day: '2021-02-01', grams: '4', road: 'a', result: 'good' });
    await add({ street: '德胜', day: '2021-02-01', grams: '6.5', road: 'b', result: 'bad' });
    await add({ street: '月坛', day: '2021-05-10', grams: '30', road: 'a', result: 'bad', endedOn: '2021-06-01' });
    await add({ street: '月坛', from: '2021-01', until: '2021-05', no: 'siteone' });
    await add({ street: '德胜', from: '2021-03', no: 'sitetwo' });
    await add({ street: '月坛', day: '2021-03-15', site: 'siteone', grams: '1', road: 'c' });
    await add({ street: '月坛', day: '2021-03-20', site: 'siteone', grams: '1', road: 'c' });
    await add({ street: '月坛', day: '2019-02-01', endedOn: '2019-03-01', road: 'z' });
    await add({ street: '月坛', day: '2019-02-15', endedOn: '2019-04-01', road: 'z' });
    await add({ street: '月坛', day: '2019-06-01', endedOn: '2019-07-01', road: 'z' });
    await reconcile();
  });

  it('is nought from the first day of a year once its ledger is kept, and grows on the days of its events', async () => {
    expect((await value('count', '2021-01-15'))?.value).toBe('0');
    expect((await value('count', '2021-02-01'))?.value).toBe('1');
    expect((await value('count', '2021-12-31'))?.value).toBe('2');
    expect((await value('count', '2021-12-31', YUETAN))?.value).toBe('1');
  });

  it('counts a value of a stock as long as one of its rows is there', async () => {
    const z = async (day: string) => (await value('standing', day, undefined, 2019))?.value;
    expect(await Promise.all(['2019-02-10', '2019-03-10', '2019-04-10', '2019-06-10', '2019-08-01'].map(z))).toEqual([
      '1',
      '1',
      '0',
      '1',
      '0',
    ]);
    // road a: one row ends in June, others stay; b and c: one each
    expect((await value('standing', '2021-02-01'))?.value).toBe('2');
    expect((await value('standing', '2021-06-30'))?.value).toBe('3');
  });

  it('keeps what was finished in a year to the end of that year where it is told so', async () => {
    expect((await value('left', '2021-06-30'))?.value).toBe('5');
    expect((await value('toYearEnd', '2021-06-30'))?.value).toBe('6');
    expect((await value('toYearEnd', '2021-12-31'))?.value).toBe('6');
  });

  it('stands beside that of the same day of the year before', async () => {
    expect((await value('count', '2021-02-28'))?.last_year).toBe('0');
    expect((await value('count', '2021-03-01'))?.last_year).toBe('1');
    expect((await value('count', '2021-03-01', DESHENG))?.last_year).toBe('0');
  });

  it('adds up exactly, and averages with half to even', async () => {
    expect((await value('sum', '2021-02-01'))?.value).toBe('10.5');
    expect((await value('mean', '2021-02-01'))?.value).toBe('5.2');
    expect((await value('most', '2021-12-31'))?.value).toBe('30.0');
    expect(await value('mean', '2021-01-31')).toBeUndefined();
  });

  it('is a share of what it is a share of, with both numbers kept', async () => {
    const share = await value('share', '2021-05-10');
    expect([share?.value, share?.parts.done, share?.parts.due]).toEqual(['40.0', 2, 5]);
  });

  it('counts the same road once a year, each where it was first', async () => {
    expect((await value('roads', '2021-12-31'))?.value).toBe('3');
    expect((await value('roads', '2021-12-31', YUETAN))?.value).toBe('2');
  });

  it('is what is there on the day: carried over from earlier years, less what has ended', async () => {
    expect((await value('left', '2021-01-01'))?.value).toBe('1');
    expect((await value('left', '2021-05-31'))?.value).toBe('6');
    expect((await value('left', '2021-06-01'))?.value).toBe('5');
    expect((await value('left', '2021-06-01'))?.parts.start).toBe('1');
  });

  it('is of the newest day only where a list is published again and again', async () => {
    expect((await value('newest', '2021-02-01'))?.value).toBe('2');
    expect((await value('newest', '2021-05-10'))?.value).toBe('1');
  });

  it('is nothing for a street that the newest list does not name, not what an older list said', async () => {
    expect((await value('worst', '2021-02-01', DESHENG))?.value).toBe('6.5');
    expect((await value('worst', '2021-05-10', DESHENG))?.value ?? null).toBeNull();
    expect((await value('worst', '2021-05-10', YUETAN))?.value).toBe('30.0');
    expect((await value('newest', '2021-05-10', DESHENG))?.value).toBe('0');
  });

  it('leaves out what is excluded by name, and says how many', async () => {
    const row = await value('without', '2021-12-31');
    expect([row?.value, row?.evidence, row?.excluded]).toEqual(['4', 4, 1]);
  });

  it('is a difference of two, and a change against the year before in %', async () => {
    expect((await value('open', '2021-12-31'))?.value).toBe('4');
    expect((await value('change', '2021-03-31'))?.value).toBe('25.0');
  });

  it('is a month’s share of the entries on the books that were seen in it, from the month’s last day on', async () => {
    expect((await value('monthly', '2021-03-30'))?.value).toBe('0.0');
    expect((await value('monthly', '2021-03-31'))?.value).toBe('50.0');
    expect((await value('monthly', '2021-03-31'))?.parts).toMatchObject({ done: 1, due: 2 });
    expect((await value('monthly', '2021-03-31', YUETAN))?.value).toBe('100.0');
    // site one left the books in May, so June's denominator is site two alone
    expect((await value('monthly', '2021-06-30'))?.parts).toMatchObject({ done: 0, due: 1 });
  });

  it('is not computed again as long as its evidence is the same, and only what differs is written', async () => {
    expect(await reconcile()).toEqual({ years: 0, changed: 0 });
    const before = await valuesOfYear(db, 'test.count', { kind: 'district', code: XICHENG }, 2021);
    await add({ street: '德胜', day: '2021-07-01', result: 'bad' });
    expect((await reconcile()).changed).toBeGreaterThan(0);
    expect((await value('count', '2021-07-01'))?.value).toBe('3');
    const after = await valuesOfYear(db, 'test.count', { kind: 'district', code: XICHENG }, 2021);
    expect(after.slice(0, before.length)).toEqual(before);
  });
});
