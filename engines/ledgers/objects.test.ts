import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../tests/database.ts';
import { LedgerBooks } from './books.ts';
import type { LedgerDefinition } from './definition.ts';
import { createEntry } from './entry/acts.ts';
import { namesOf } from './names.ts';
import { findObjects, objectRecord } from './objects.ts';

const text = (id: string) => ({ id, title: { zh: id, en: id }, type: 'text' as const, required: true });
const fleet: LedgerDefinition = {
  id: 'test.fleet',
  title: { zh: '车队', en: 'Fleet' },
  entry: { zh: '辆', en: 'vehicles' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['plate'],
  name: 'plate',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  object: { kind: 'vehicle', by: 'plate' },
  columns: [text('plate'), { ...text('street'), type: 'street', required: false }],
};
const heavy: LedgerDefinition = { ...fleet, id: 'test.heavy', title: { zh: '重型车', en: 'Heavy' } };

describe('one thing of the world', async () => {
  const { db } = await freshDatabase();
  const OFFICER = { accountId: null, name: '王工' };
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const books = new LedgerBooks([fleet, heavy]);
    const deps = { db, clock: fixedClock('2021-11-08'), names: await namesOf(db, '110102', '2021-11-08') };
    for (const definition of [fleet, heavy]) {
      await books.need(db, definition.id);
      await createEntry(deps, definition, OFFICER, { values: { plate: '京A12345' }, place: null });
    }
    await createEntry(deps, fleet, OFFICER, { values: { plate: '京A99999' }, place: null });
  });

  it('is found by its number, and its record has every ledger that speaks of it and all that happened', async () => {
    const [found] = await findObjects(db, { q: 'a12345' });
    expect(found).toMatchObject({ kind: 'vehicle', name: '京A12345' });
    const { entries, changes } = await objectRecord(db, found!.id);
    expect(entries.map(({ ledger }) => ledger)).toEqual(['test.fleet', 'test.heavy']);
    expect(changes.map(({ kind, ledger }) => [kind, ledger])).toEqual([
      ['created', 'test.heavy'],
      ['created', 'test.fleet'],
    ]);
  });

  it('that nobody knows is said not to be there', async () => {
    await expect(objectRecord(db, 999_999)).rejects.toMatchObject({ code: 'not_found' });
    expect(await findObjects(db, { q: '京A12345', kind: 'site' })).toEqual([]);
  });
});
