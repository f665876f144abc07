import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../../tests/database.ts';
import { LedgerBooks } from '../books.ts';
import type { LedgerDefinition } from '../definition.ts';
import { importLedger } from '../import/import.ts';
import { namesOf } from '../names.ts';
import { cellsOf, csvLine, exportedEntries, headingsOf } from './rows.ts';

const ledger = (place: 'line' | 'polygon'): LedgerDefinition => ({
  id: `city.${place}s`,
  title: { zh: '形状台账', en: 'Shapes' },
  entry: { zh: '处', en: 'places' },
  about: { zh: '测试用。', en: 'For tests.' },
  key: ['number'],
  name: 'number',
  keeper: 'street',
  place,
  refreshDays: null,
  columns: [
    { id: 'number', title: { zh: '编号', en: 'Number' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Subdistrict' }, type: 'street', required: true },
  ],
});
const WRITTEN = {
  line: ['116.35,39.91 116.36,39.92 116.370001,39.9', '116.355,39.905'],
  polygon: ['116.35,39.91 116.36,39.91 116.36,39.92 116.35,39.91', '116.355,39.905'],
} as const;

describe('lines and areas in files', async () => {
  const { db, pool } = await freshDatabase();
  const own = [ledger('line'), ledger('polygon')];
  const books = new LedgerBooks(own);
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    for (const { id } of own) await books.need(db, id);
  });
  const read = async (definition: LedgerDefinition, text: string) =>
    importLedger(pool, definition, bufferSource('shapes.csv', Buffer.from(text)), {
      dryRun: false,
      actor: { accountId: null, name: '王工' },
      workId: null,
      today: '2021-11-08',
      names: await namesOf(db, '110102', '2021-11-08'),
      within: null,
    });
  const written = async (definition: LedgerDefinition) => {
    const names = await namesOf(db, '110102', '2021-11-08');
    let text = csvLine(headingsOf(definition));
    for await (const page of exportedEntries(db, definition, {}, null))
      for (const row of page) text += csvLine(cellsOf(definition, row, names));
    return text;
  };

  it.each(['line', 'polygon'] as const)('a %s comes in, goes out and comes in again unchanged', async (kind) => {
    const definition = own.find(({ place }) => place === kind)!;
    const rows = WRITTEN[kind].map((place, i) => csvLine([`S${i}`, '月坛街道', place]));
    expect(await read(definition, csvLine(headingsOf(definition)) + rows.join(''))).toMatchObject({
      created: 2,
      faulty: 0,
    });
    const first = await written(definition);
    for (const place of WRITTEN[kind]) expect(first).toContain(`"${place}"`);
    expect(await read(definition, first)).toMatchObject({ created: 0, changed: 0, unchanged: 2, faulty: 0 });
    expect(await written(definition)).toBe(first);
  });

  it('an area whose ring is left open is the same area; one that crosses itself stays out, told at its row', async () => {
    const definition = own[1]!;
    const open = csvLine(['S0', '月坛街道', '116.35,39.91 116.36,39.91 116.36,39.92']);
    const crossing = csvLine(['S9', '月坛街道', '116.35,39.91 116.36,39.92 116.36,39.91 116.35,39.92']);
    const report = await read(definition, csvLine(headingsOf(definition)) + open + crossing);
    expect(report).toMatchObject({ unchanged: 1, created: 0, faulty: 1, faults: [{ row: 3, column: 'place' }] });
    expect(report.faults[0]!.message.zh).toContain('相互交叉');
  });
});
