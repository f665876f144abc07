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
import { type Part, rowsBehind } from './rows.ts';

const XICHENG = '110102';
const YUETAN = '110102007';
const TODAY = '2021-11-08';
const text = (id: string, type: 'text' | 'date' | 'decimal' | 'street' = 'text', required = false) => ({
  id,
  title: { zh: id, en: id },
  type,
  required,
});
const ledger = (id: string, columns: LedgerDefinition['columns']): LedgerDefinition => ({
  id,
  title: { zh: id, en: id },
  entry: { zh: '条', en: 'entries' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['no'],
  name: 'no',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [text('no', 'text', true), text('street', 'street', true), ...columns],
});
const roads = ledger('test.roads', [
  text('from', 'date'),
  text('until', 'date'),
  text('metres', 'decimal'),
  text('kind'),
]);
const samples = ledger('test.samples', [text('road'), text('day', 'date')]);
const cameras = ledger('test.cameras', [text('road'), text('up', 'date'), text('down', 'date')]);

const standing: Tally = {
  of: { ledger: 'test.roads' },
  on: 'from',
  until: 'until',
  over: 'stock',
  exclude: [
    { id: 'private', title: { zh: '私路', en: 'private' }, when: [{ column: 'kind', is: 'equal', than: 'private' }] },
  ],
};
const sampled = { of: { ledger: 'test.samples' }, on: 'day', over: 'year' } as const satisfies Tally;
const hows = {
  sampled: { verb: 'coverage', of: sampled, by: 'road', in: standing },
  metres: { verb: 'coverage', of: sampled, by: 'road', in: { ...standing, amount: 'metres' } },
  watched: {
    verb: 'coverage',
    of: { of: { ledger: 'test.cameras' }, on: 'up', until: 'down', over: 'stock' },
    by: 'road',
    in: standing,
  },
} as const satisfies Record<string, How>;
const registry = indicatorRegistry(
  Object.entries(hows).map(([id, how]) =>
    fromEvidence({
      id: `test.${id}`,
      title: { zh: id, en: id },
      unit: '%',
      spokenUnit: { zh: '%', en: '%' },
      better: 'higher',
      decimals: 1,
      scopes: ['district', 'street'],
      method: { zh: '计数', en: 'counted' },
      words: ['道路'],
      counts: { zh: '条', en: 'roads' },
      how,
    }),
  ),
);

describe('the share of entries on the books that something speaks of', async () => {
  const { db } = await freshDatabase();
  const district = { kind: 'district', code: XICHENG } as const;
  const at = async (id: string, day: string, scope: { kind: 'district' | 'street'; code: string } = district) => {
    const found = (await valuesAsOf(db, [`test.${id}`], scope, Number(day.slice(0, 4)), day)).get(`test.${id}`);
    return found && [found.value, found.parts.done, found.parts.due];
  };
  const rows = async (id: keyof typeof hows, part: Part, until: string) =>
    (await rowsBehind(db, hows[id], { scope: district, until, part, membership: 'any', limit: 100 }))
      .map(({ name }) => name)
      .sort();

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const names = await namesOf(db, XICHENG, TODAY);
    const books = new LedgerBooks([roads, samples, cameras]);
    for (const { id } of [roads, samples, cameras]) await books.need(db, id);
    const add = (definition: LedgerDefinition, no: string, values: Record<string, unknown>) =>
      createEntry(
        { db, clock: fixedClock(TODAY), names },
        definition,
        { accountId: null, name: '王工' },
        { values: { no, street: '月坛', ...values }, place: null },
      );
    await add(roads, 'Long', { from: '2019-01-01', metres: '300' });
    await add(roads, 'short', { from: '2019-01-01', metres: '100', street: '德胜' });
    await add(roads, 'gone', { from: '2019-01-01', until: '2021-07-01', metres: '50' });
    await add(roads, 'own', { from: '2019-01-01', metres: '900', kind: 'private' });
    // written as people write keys; sampled twice, which is once
    await add(samples, 's1', { road: 'ＬＯＮＧ', day: '2021-03-01' });
    await add(samples, 's2', { road: 'long', day: '2021-05-01' });
    await add(samples, 's3', { road: 'gone', day: '2021-04-01' });
    await add(samples, 's4', { road: 'short', day: '2020-06-01' });
    // of no road, of one that is not on the books, of one that does not count
    await add(samples, 's5', { road: null, day: '2021-03-01' });
    await add(samples, 's6', { road: 'elsewhere', day: '2021-03-01' });
    await add(samples, 's7', { road: 'own', day: '2021-03-01' });
    // two that lie end to end with a gap of a day, one more inside the first, and one that stays
    await add(cameras, 'k1', { road: 'long', up: '2021-02-01', down: '2021-06-01' });
    await add(cameras, 'k2', { road: 'long', up: '2021-03-01', down: '2021-04-01' });
    await add(cameras, 'k3', { road: 'long', up: '2021-06-02' });
    await add(cameras, 'k4', { road: 'short', up: '2021-08-01', down: '2021-09-01' });
    await reconcileIndicators(db, { registry, districtCode: XICHENG, today: TODAY });
  });

  it('counts each entry once, from the first day on, and only entries that are on the books themselves', async () => {
    expect(await at('sampled', '2021-02-28')).toEqual(['0.0', 0, 3]);
    expect(await at('sampled', '2021-03-01')).toEqual(['33.3', 1, 3]);
    expect(await at('sampled', '2021-06-30')).toEqual(['66.7', 2, 3]);
  });

  it('leaves out an entry that went, covered or not, on both sides', async () => {
    expect(await at('sampled', '2021-07-01')).toEqual(['50.0', 1, 2]);
  });

  it('begins each year anew where what happened in a year is asked', async () => {
    expect(await at('sampled', '2020-12-31')).toEqual(['33.3', 1, 3]);
    expect(await at('sampled', '2021-01-01')).toEqual(['0.0', 0, 3]);
  });

  it('stands for a street by where the entry is, not by what speaks of it', async () => {
    expect(await at('sampled', TODAY, { kind: 'street', code: YUETAN })).toEqual(['100.0', 1, 1]);
    expect(await at('sampled', TODAY, { kind: 'street', code: '110102010' })).toEqual(['0.0', 0, 1]);
  });

  it('adds up the amount of the entries where one is named', async () => {
    expect(await at('metres', TODAY)).toEqual(['75.0', 300, 400]);
  });

  it('holds of a stock on the days on which both are there', async () => {
    const days = ['2021-01-31', '2021-02-01', '2021-04-15', '2021-06-01', '2021-06-02', '2021-08-01', '2021-09-01'];
    expect(await Promise.all(days.map(async (day) => (await at('watched', day))?.[1]))).toEqual([0, 1, 1, 0, 1, 2, 1]);
  });

  it('lists who is covered, who is missing, and who is left out', async () => {
    expect(await rows('sampled', 'of', '2021-06-30')).toEqual(['Long', 'gone']);
    expect(await rows('sampled', 'missing', '2021-06-30')).toEqual(['short']);
    expect(await rows('sampled', 'base', TODAY)).toEqual(['Long', 'short']);
    expect(await rows('sampled', 'excluded', TODAY)).toEqual(['own']);
    expect(await rows('watched', 'missing', '2021-06-01')).toEqual(['Long', 'gone', 'short']);
  });

  it('refuses a column that is not there, a base that is no ledger, and lists that are published anew', () => {
    const declared = { ledgers: [roads, samples, cameras], inspections: [] };
    const faults = (how: How) => howFaults(how, declared).map(({ en }) => en);
    expect(faults(hows.watched)).toEqual([]);
    expect(faults({ ...hows.sampled, by: 'street_name' })).toEqual(['There is no column street_name.']);
    expect(
      faults({
        ...hows.sampled,
        in: { ...standing, of: { ledgers: ['test.roads'] }, on: 'keptSince', until: undefined, exclude: [] },
      }),
    ).toEqual(['What is to be covered are the entries of one ledger.']);
    expect(faults({ ...hows.sampled, of: { ...sampled, over: 'latest' } })).toEqual([
      'Coverage counts each entry once: both sides are rows of the year or a stock, without distinct.',
    ]);
  });
});
