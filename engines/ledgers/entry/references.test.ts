import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { fixedClock } from '#platform/clock';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../../tests/database.ts';
import { LedgerBooks } from '../books.ts';
import type { LedgerDefinition } from '../definition.ts';
import { importLedger } from '../import/import.ts';
import { countEntries } from '../list/query.ts';
import { namesOf } from '../names.ts';
import { entryById } from '../store.ts';
import { createEntry } from './acts.ts';
import { referencesOf, referredBy } from './references.ts';

const text = (id: string, required = false) => ({ id, title: { zh: id, en: id }, type: 'text' as const, required });
const stations: LedgerDefinition = {
  id: 'test.stations',
  title: { zh: '加油站', en: 'Stations' },
  entry: { zh: '座', en: 'stations' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['code'],
  name: 'name',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [text('code', true), text('name'), { ...text('street'), type: 'street' }],
};
const nozzles: LedgerDefinition = {
  ...stations,
  id: 'test.nozzles',
  title: { zh: '油枪', en: 'Nozzles' },
  key: ['no'],
  name: 'no',
  columns: [
    text('no', true),
    { ...text('station', true), type: 'entry', ledger: 'test.stations' },
    { ...text('street'), type: 'street' },
  ],
};

describe('an entry that names an entry of another ledger', async () => {
  const { db, pool } = await freshDatabase();
  const books = new LedgerBooks([stations, nozzles]);
  const clock = fixedClock('2021-11-08');
  const OFFICER = { accountId: null, name: '王工' };
  let deps: { db: typeof db; clock: typeof clock; names: Awaited<ReturnType<typeof namesOf>> };
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    deps = { db, clock, names: await namesOf(db, '110102', '2021-11-08') };
    await books.need(db, stations.id);
    await books.need(db, nozzles.id);
    await createEntry(deps, stations, OFFICER, { values: { code: 'JYZ-01', name: '月坛站' }, place: null });
  });
  const nozzle = (no: string, station: string) =>
    createEntry(deps, nozzles, OFFICER, { values: { no, station }, place: null });

  it('is kept when that one is there, whatever its case and blanks; each shows the other', async () => {
    const id = await nozzle('1', 'jyz-01');
    const row = (await entryById(db, nozzles.id, id))!;
    expect(await referencesOf(db, nozzles, row.values)).toMatchObject([{ column: 'station', name: '月坛站' }]);
    await nozzle('2', 'JYZ-01');
    const station = (await entryById(db, stations.id, 1))!;
    expect(await referredBy(db, station, stations, [stations, nozzles])).toMatchObject([
      { ledger: 'test.nozzles', column: 'station', count: 1, newest: [{ name: '2' }] },
    ]);
  });

  it('is refused when that one is not there, with the column and the remedy', async () => {
    await expect(nozzle('3', 'JYZ-99')).rejects.toMatchObject({
      code: 'value_out_of_range',
      faults: [{ column: 'station', value: 'JYZ-99' }],
    });
  });

  it('of a file: the rows that name nothing are told with row and column, the others go in', async () => {
    const file = bufferSource('枪.csv', Buffer.from('no,station\n11,JYZ-01\n12,JYZ-77\n13,JYZ-01\n'));
    const report = await importLedger(pool, nozzles, file, {
      actor: OFFICER,
      workId: null,
      today: '2021-11-08',
      names: deps.names,
      dryRun: false,
      within: null,
    });
    expect(report).toMatchObject({ created: 2, faulty: 1 });
    expect(report.faults).toMatchObject([{ row: 3, column: 'station', value: 'JYZ-77' }]);
    expect((await countEntries(db, nozzles, {}, null)).count).toBe(4);
  });
});
