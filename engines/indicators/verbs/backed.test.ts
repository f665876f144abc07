import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { createEntry, LedgerBooks, type LedgerDefinition, namesOf } from '#engines/ledgers';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../../tests/database.ts';
import { indicatorRegistry } from '../definition.ts';
import { reconcileIndicators } from '../reconcile.ts';
import { valuesAsOf } from '../store.ts';
import { fromEvidence } from './declare.ts';
import type { How, Tally } from './definition.ts';
import { howFaults } from './faults.ts';
import { rowsBehind } from './rows.ts';

const XICHENG = '110102';
const TODAY = '2021-11-08';
const column = (id: string, type: 'text' | 'date' | 'yes_no' | 'street', required = false) => ({
  id,
  title: { zh: id, en: id },
  type,
  required,
});
const ledger = (id: string, key: string[], columns: LedgerDefinition['columns']): LedgerDefinition => ({
  id,
  title: { zh: id, en: id },
  entry: { zh: '条', en: 'entries' },
  about: { zh: '测试。', en: 'Test.' },
  key,
  name: key[0]!,
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [...columns, column('street', 'street', true)],
});
const permits = ledger(
  'test.permits',
  ['plate'],
  [
    column('plate', 'text', true),
    column('number', 'text'),
    column('from', 'date', true),
    column('until', 'date'),
    column('leftOn', 'date'),
    column('sealed', 'yes_no'),
  ],
);
const trips = ledger(
  'test.trips',
  ['no'],
  [column('no', 'text', true), column('day', 'date'), column('plate', 'text'), column('permit', 'text')],
);

const all: Tally = { of: { ledger: 'test.trips' }, on: 'day', over: 'year' };
const permitted: Tally = {
  ...all,
  backed: [
    {
      by: 'plate',
      ledger: 'test.permits',
      on: 'day',
      from: 'from',
      until: ['until', 'leftOn'],
      alike: [{ column: 'permit', as: 'number' }],
      where: [{ column: 'sealed', is: 'equal', than: true }],
    },
  ],
};
const how = { verb: 'share', of: permitted, in: all } as const satisfies How;
const registry = indicatorRegistry([
  fromEvidence({
    id: 'test.permitted',
    title: { zh: '有许可', en: 'permitted' },
    unit: '%',
    spokenUnit: { zh: '%', en: '%' },
    better: 'higher',
    decimals: 1,
    scopes: ['district'],
    method: { zh: '计数', en: 'counted' },
    words: ['许可'],
    counts: { zh: '次', en: 'trips' },
    how,
  }),
]);

describe('a row that counts only with an entry of another ledger behind it', async () => {
  const { db } = await freshDatabase();
  const scope = { kind: 'district', code: XICHENG } as const;
  let add: (definition: LedgerDefinition, values: Record<string, unknown>) => Promise<number>;
  const rows = async (part: 'of' | 'rest') =>
    (await rowsBehind(db, how, { scope, until: TODAY, part, membership: 'any', limit: 100 }))
      .map(({ name }) => name)
      .sort();
  const figure = async () => {
    await reconcileIndicators(db, { registry, districtCode: XICHENG, today: TODAY });
    return (await valuesAsOf(db, ['test.permitted'], scope, 2021, TODAY)).get('test.permitted')?.value;
  };

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const names = await namesOf(db, XICHENG, TODAY);
    const books = new LedgerBooks([permits, trips]);
    for (const { id } of [permits, trips]) await books.need(db, id);
    add = (definition, values) =>
      createEntry(
        { db, clock: fixedClock(TODAY), names },
        definition,
        { accountId: null, name: '王工' },
        { values: { street: '月坛', ...values }, place: null },
      );
    const permit = (plate: string, more = {}) =>
      add(permits, { plate, number: 'P-1', from: '2021-03-01', until: '2021-05-31', sealed: true, ...more });
    await permit('京A1');
    await permit('京A2', { until: null, leftOn: '2021-04-10' });
    await permit('京A3', { sealed: false });
    const trip = (no: string, plate: string | null, day: string, permitNumber: string | null = 'P-1') =>
      add(trips, { no, plate, day, permit: permitNumber });
    await trip('first day', '京A1', '2021-03-01');
    await trip('last day, written otherwise', ' 京ａ1 ', '2021-05-31', 'p-1');
    await trip('too early', '京A1', '2021-02-28');
    await trip('too late', '京A1', '2021-06-01');
    await trip('another number', '京A1', '2021-04-01', 'P-2');
    await trip('no number', '京A1', '2021-04-01', null);
    await trip('open end', '京A2', '2021-04-10');
    await trip('gone', '京A2', '2021-04-11');
    await trip('not sealed', '京A3', '2021-04-01');
    await trip('unknown', '京A9', '2021-04-01');
    await trip('nameless', null, '2021-04-01');
  });

  it('counts on the first and the last day of what stands behind it and on none outside, keys compared as they are kept', async () => {
    expect(await rows('of')).toEqual(['first day', 'last day, written otherwise', 'open end']);
    expect(await figure()).toBe('27.3');
  });

  it('lists the rows that do not count as the rest', async () => {
    expect(await rows('rest')).toEqual(
      ['another number', 'gone', 'nameless', 'no number', 'not sealed', 'too early', 'too late', 'unknown'].sort(),
    );
  });

  it('is computed anew when only what stands behind it has changed', async () => {
    await figure();
    await add(permits, { plate: '京A9', number: 'P-1', from: '2021-01-01', sealed: true });
    expect(await figure()).toBe('36.4');
  });

  it('reads both ledgers, and says so', () => {
    expect(registry.all[0]?.sources).toEqual(['test.trips', 'test.permits']);
  });

  it('refuses what does not stand in either ledger, and a ledger whose entries are known by several columns', () => {
    const faults = (backing: Partial<NonNullable<Tally['backed']>[number]>) =>
      howFaults(
        { verb: 'count', of: { ...all, backed: [{ ...permitted.backed![0]!, ...backing }] } },
        { ledgers: [permits, trips, { ...permits, id: 'test.two', key: ['plate', 'from'] }], inspections: [] },
      ).map(({ en }) => en);
    expect(faults({})).toEqual([]);
    expect(faults({ by: 'car' })).toEqual(['There is no column car.']);
    expect(faults({ on: 'permit' })).toEqual(['The column permit is text, not date or month.']);
    expect(faults({ from: 'number' })).toEqual(['The column number is text, not date or month.']);
    expect(faults({ ledger: 'test.none' })).toEqual(['There is no ledger test.none.']);
    expect(faults({ where: [{ column: 'sealed', is: 'equal', than: 'maybe' }] })).toEqual([
      'The column sealed is true or false.',
    ]);
    expect(faults({ ledger: 'test.two' })).toEqual([
      'An entry of test.two is known by several columns: choose a ledger whose key is one.',
    ]);
  });
});
