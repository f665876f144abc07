import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { fixedClock } from '#platform/clock';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../tests/database.ts';
import { LedgerBooks } from './books.ts';
import type { Names } from './columns/kinds.ts';
import type { LedgerDefinition } from './definition.ts';
import { changeEntry, createEntry, EntryFaults, refreshEntry, restoreEntry, strikeEntry } from './entry/acts.ts';
import { cellsOf, csvLine, exportedEntries, headingsOf } from './export/rows.ts';
import { templateXlsx } from './export/template.ts';
import { importLedger } from './import/import.ts';
import { countEntries, listEntries } from './list/query.ts';
import { namesOf } from './names.ts';
import { staleBefore } from './stale.ts';
import { changesOf, dutiesByStreet, entryById, sameObject } from './store.ts';

const shops: LedgerDefinition = {
  id: 'city.shops',
  title: { zh: '餐馆台账', en: 'Restaurants' },
  entry: { zh: '家餐馆', en: 'restaurants' },
  about: { zh: '测试用。', en: 'For tests.' },
  key: ['licence'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 30,
  object: { kind: 'enterprise', by: 'licence' },
  complete: ['seats', 'place'],
  columns: [
    { id: 'licence', title: { zh: '许可证号', en: 'Licence' }, type: 'text', required: true },
    { id: 'name', title: { zh: '店名', en: 'Name' }, type: 'text', required: true, sort: true },
    { id: 'street', title: { zh: '街道', en: 'Subdistrict' }, type: 'street', required: true, filter: true },
    {
      id: 'seats',
      title: { zh: '座位', en: 'Seats' },
      type: 'integer',
      unit: '个',
      least: 0,
      most: 5000,
      filter: true,
      sort: true,
    },
    { id: 'area', title: { zh: '面积', en: 'Area' }, type: 'decimal', unit: '平方米', decimals: 1 },
    { id: 'cleanedOn', title: { zh: '清洗日期', en: 'Cleaned on' }, type: 'date', sort: true },
    { id: 'openedOn', title: { zh: '开业日期', en: 'Opened on' }, type: 'date' },
    {
      id: 'fuel',
      title: { zh: '燃料', en: 'Fuel' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'gas', title: { zh: '燃气', en: 'gas' }, aliases: ['天然气'] },
        { id: 'power', title: { zh: '电', en: 'electricity' } },
      ],
    },
    { id: 'purifier', title: { zh: '有净化器', en: 'Purifier' }, type: 'yes_no' },
  ],
  contradictions: [
    {
      id: 'cleanedBeforeOpened',
      title: { zh: '清洗早于开业', en: 'cleaned before it opened' },
      when: [{ column: 'cleanedOn', is: 'before', than: { column: 'openedOn' } }],
    },
  ],
};
const licences: LedgerDefinition = {
  ...shops,
  id: 'city.licences',
  title: { zh: '许可台账', en: 'Licences' },
  columns: shops.columns.filter(({ id }) => ['licence', 'name', 'street'].includes(id)),
  complete: [],
  contradictions: [],
};

const OFFICER = { accountId: null, name: '王工' };
const clock = fixedClock('2021-11-08');
const YUETAN = '110102007';

describe('a ledger', async () => {
  const { db, pool } = await freshDatabase();
  const books = new LedgerBooks([shops, licences]);
  let names: Names;
  let deps: { db: typeof db; clock: typeof clock; names: Names };
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    names = await namesOf(db, '110102', '2021-11-08');
    deps = { db, clock, names };
    await books.need(db, shops.id);
    await books.need(db, licences.id);
  });
  const before = staleBefore(shops, '2021-11-08');
  const shop = (licence: string, more: Record<string, unknown> = {}) => ({
    values: { licence, name: `店${licence}`, street: '月坛', ...more },
    place: null,
  });
  const read = (text: string, over: object = {}) =>
    importLedger(pool, shops, bufferSource('shops.csv', Buffer.from(text)), {
      dryRun: false,
      actor: OFFICER,
      workId: null,
      today: '2021-11-08',
      names,
      within: null,
      ...over,
    });

  it('keeps an entry by what people write, says what it lacks, and whose it is', async () => {
    const id = await createEntry(
      deps,
      shops,
      OFFICER,
      shop('A1', { seats: '１，２００', area: '80.50', fuel: '天然气', purifier: '有' }),
    );
    expect(await entryById(db, shops.id, id)).toMatchObject({
      name: '店A1',
      values: { licence: 'A1', street: YUETAN, seats: 1200, area: '80.5', fuel: 'gas', purifier: true },
      street_code: YUETAN,
      missing: ['place'],
      version: 1,
    });
  });

  it('tells everything that is wrong with one at once, and keeps nothing of it', async () => {
    const wrong = shop('A2', {
      street: '和平里',
      seats: '12.5',
      area: '1.25',
      cleanedOn: '2021-02-30',
      fuel: '煤',
      colour: 'red',
    });
    const refused = await createEntry(deps, shops, OFFICER, wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EntryFaults);
    expect((refused as EntryFaults).faults.map(({ column }) => column)).toEqual([
      'street',
      'seats',
      'area',
      'cleanedOn',
      'fuel',
      'colour',
    ]);
    expect((await listEntries(db, shops, { q: '店A2' }, before)).rows).toEqual([]);
  });

  it('has one entry of a key, however it is written', async () => {
    await expect(createEntry(deps, shops, OFFICER, shop('ａ 1'))).rejects.toMatchObject({ code: 'already_exists' });
  });

  it('is changed only on the version that was seen; every change stays to be read', async () => {
    const id = await createEntry(deps, shops, OFFICER, shop('B1', { seats: 10 }));
    await changeEntry(deps, shops, OFFICER, id, 1, shop('B1', { seats: 20 }));
    await expect(changeEntry(deps, shops, OFFICER, id, 1, shop('B1', { seats: 30 }))).rejects.toMatchObject({
      code: 'conflict',
    });
    const point = { type: 'Point', coordinates: [116.35, 39.91] } as const;
    await changeEntry(deps, shops, OFFICER, id, 2, { ...shop('B1', { seats: 20 }), place: point });
    await refreshEntry(deps, shops, OFFICER, id, 3);
    const [refreshed, placed, changed, created] = await changesOf(db, shops.id, id);
    expect(refreshed).toMatchObject({ kind: 'refreshed', fields: {} });
    expect(placed).toMatchObject({ kind: 'changed', fields: { place: [null, point] } });
    expect(changed).toMatchObject({ kind: 'changed', fields: { seats: [10, 20] } });
    expect(created).toMatchObject({ kind: 'created', version: 1 });
    expect(await entryById(db, shops.id, id)).toMatchObject({ missing: [], lon: 116.35, version: 4 });
  });

  it('strikes an entry off with a reason, whose key is then free, and puts it back only while it is', async () => {
    const id = await createEntry(deps, shops, OFFICER, shop('C1'));
    await strikeEntry(deps, shops, OFFICER, id, 1, '已关停');
    await expect(changeEntry(deps, shops, OFFICER, id, 2, shop('C1'))).rejects.toMatchObject({
      code: 'not_in_this_state',
    });
    const other = await createEntry(deps, shops, OFFICER, shop('C1'));
    await expect(restoreEntry(deps, shops, OFFICER, id, 2, '复业')).rejects.toMatchObject({ code: 'already_exists' });
    await strikeEntry(deps, shops, OFFICER, other, 1, '误录');
    expect((await restoreEntry(deps, shops, OFFICER, id, 2, '复业')).state).toBe('kept');
    expect((await changesOf(db, shops.id, id))[0]).toMatchObject({ kind: 'restored', reason: '复业' });
  });

  it('shows what contradicts itself, and mends nothing', async () => {
    const id = await createEntry(deps, shops, OFFICER, shop('D1', { cleanedOn: '2020年1月5日', openedOn: '2021/3/1' }));
    expect(await entryById(db, shops.id, id)).toMatchObject({ contradictions: ['cleanedBeforeOpened'] });
    const { rows } = await listEntries(db, shops, { doubt: 'contradictory' }, before);
    expect(rows.map(({ id: found }) => found)).toEqual([id]);
  });

  it('knows an object that several ledgers speak of', async () => {
    const id = await createEntry(deps, licences, OFFICER, shop('A1'));
    const row = (await entryById(db, licences.id, id))!;
    expect(await sameObject(db, row)).toMatchObject([{ ledger: 'city.shops', name: '店A1' }]);
  });

  it('says per street what is stale, incomplete and contradictory', async () => {
    await pool.query(`update ledger_entry set refreshed_on = '2021-10-01' where ledger = 'city.shops' and key = 'a1'`);
    const [yuetan] = await dutiesByStreet(db, shops.id, before);
    expect(yuetan).toMatchObject({ street_code: YUETAN, stale: 1, contradictory: 1 });
  });
  describe('imported from a file', () => {
    const HEAD = '许可证号*,店名,街道,座位（个）,燃料,位置,说不清\n';
    const FILE = `${HEAD}F1,一号店,月坛街道,30,燃气,"116.35,39.91",x\nF2,二号店,金融街,四十,电,,\nF1,重复,月坛,1,电,,\nF3,=1+1,展览路,50,电,"39.91,116.35",\nF4,四号店,广渠门,60,,,\n`;

    it('keeps what is sound, and says row by row what is not', async () => {
      const tried = await read(FILE, { dryRun: true });
      expect(tried).toMatchObject({ rows: 5, created: 1, faulty: 4, dryRun: true });
      expect((await listEntries(db, shops, { q: '一号店' }, before)).rows).toEqual([]);
      const report = await read(FILE);
      expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
        [3, 'seats'],
        [4, null],
        [5, 'place'],
        [6, 'street'],
      ]);
      expect(report.headings.at(-1)).toEqual({ heading: '说不清', column: null });
      expect((await listEntries(db, shops, { q: '一号店' }, before)).rows[0]).toMatchObject({
        values: { seats: 30, fuel: 'gas' },
        lon: 116.35,
      });
    });

    it('knows a street by what people call it', async () => {
      const names = await namesOf(db, '110102', '2021-11-08');
      for (const said of ['广外', '广外街道', '广安门外街道办', '广外街道办事处', '广安门外', '110102020'])
        expect([said, names.street(said)]).toEqual([said, '110102020']);
      expect(names.street('广渠门')).toBeUndefined();
    });

    it('changes nothing the second time, and only what the file speaks of when it differs', async () => {
      expect(await read(`${HEAD}F1,一号店,月坛街道,30,燃气,"116.35,39.91",\n`)).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 1,
      });
      expect(await read('许可证号,店名,街道,面积\nF1,一号店,月坛,66.6\n')).toMatchObject({ changed: 1 });
      const [row] = (await listEntries(db, shops, { q: '一号店' }, before)).rows;
      expect(row).toMatchObject({ values: { seats: 30, area: '66.6', fuel: 'gas' }, version: 2, lon: 116.35 });
      expect((await changesOf(db, shops.id, row!.id))[0]).toMatchObject({ fields: { area: [null, '66.6'] } });
    });

    it('leaves out rows of streets that are not the person’s own', async () => {
      const report = await read('许可证号,店名,街道\nG1,一,月坛\nG2,二,金融街\n', {
        within: { streets: [YUETAN], units: [] },
      });
      expect(report).toMatchObject({ created: 1, faulty: 1 });
    });

    it('does not hand an entry of another street to whoever writes its number with their own', async () => {
      await read('许可证号,店名,街道\nG9,别家的,金融街\n');
      const report = await read('许可证号,店名,街道\nG9,我的,月坛\n', { within: { streets: [YUETAN], units: [] } });
      expect(report).toMatchObject({ created: 0, changed: 0, faulty: 1, faults: [{ row: 2 }] });
      expect((await listEntries(db, shops, { q: 'g9' }, before)).rows[0]).toMatchObject({ name: '别家的' });
    });

    it('is refused whole when a required column is missing, in one sentence', async () => {
      await expect(read('许可证号,店名\nH1,一\n')).rejects.toMatchObject({ code: 'import_mapping_incomplete' });
    });

    it('reads the columns as a person says, and refuses a column that the ledger does not have', async () => {
      const file = '西城区餐饮台账\n证号,店铺,所在街道,备用\nM1,一,月坛,x\n合 计,,,\n';
      const headings = { 证号: 'licence', 店铺: 'name', 所在街道: 'street', 备用: '' };
      expect(await read(file, { headerRow: 2, headings })).toMatchObject({
        created: 1,
        faulty: 0,
        rows: 1,
        sums: 1,
        headerRow: 2,
      });
      await expect(read(file, { headerRow: 2, headings: { 证号: 'plate' } })).rejects.toMatchObject({
        code: 'import_mapping_incomplete',
      });
      // chosen by a person comes before named alike
      const swapped = await read('许可证号,旧证号,店名,街道\nN1,N2,一,月坛\n', {
        headings: { 旧证号: 'licence', 许可证号: '' },
      });
      expect(swapped.headings.map(({ column }) => column)).toEqual([null, 'licence', 'name', 'street']);
    });

    it('counts the words that a list of choices does not have, and reads them as a person says', async () => {
      const file = '许可证号,店名,街道,燃料\nP1,一,月坛,柴火\nP2,二,月坛地区,柴火\nP3,三,月坛,电\n';
      const tried = await read(file, { dryRun: true });
      expect(tried).toMatchObject({ created: 1, faulty: 2 });
      expect(tried.strange).toEqual([
        { column: 'fuel', value: '柴火', rows: 2 },
        { column: 'street', value: '月坛地区', rows: 1 },
      ]);
      const meanings = { fuel: { 柴火: 'gas' }, street: { 月坛地区: YUETAN } };
      expect(await read(file, { meanings })).toMatchObject({ created: 3, faulty: 0, strange: [] });
      expect((await listEntries(db, shops, { q: 'P2' }, before)).rows[0]).toMatchObject({
        values: { fuel: 'gas' },
        street_code: YUETAN,
      });
      // a meaning that is none stays a fault
      expect(await read(file, { dryRun: true, meanings: { fuel: { 柴火: 'wood' } } })).toMatchObject({ faulty: 2 });
    });

    it('comes back unchanged from its export, formulas as the words that they are', async () => {
      await createEntry(deps, shops, OFFICER, shop('J1', { name: '=cmd|calc', seats: 5 }));
      const lines = [csvLine(headingsOf(shops))];
      for await (const batch of exportedEntries(db, shops, {}, before))
        for (const entry of batch) lines.push(csvLine(cellsOf(shops, entry, names)));
      const file = lines.join('');
      expect(file).toContain("'=cmd|calc");
      const { count } = await countEntries(db, shops, {}, before);
      expect(await read(file)).toMatchObject({ rows: count, created: 0, changed: 0, unchanged: count, faulty: 0 });
    });

    it('takes its own template, filled in', async () => {
      const bytes = await templateXlsx(shops);
      const { Workbook } = await import('@cj-tech-master/excelts');
      const book = new Workbook();
      await book.xlsx.load(Buffer.from(bytes));
      const sheet = book.worksheets[0]!;
      expect(sheet.getCell(1, 1).value).toBe('许可证号*');
      ['K1', '模板店', '月坛', 12, 30.5, new Date(Date.UTC(2021, 9, 1)), null, '电', '是'].forEach((value, i) => {
        sheet.getCell(2, i + 1).value = value;
      });
      const filled = Buffer.from(await book.xlsx.writeBuffer());
      const report = await importLedger(pool, shops, bufferSource('filled.xlsx', filled), {
        dryRun: false,
        actor: OFFICER,
        workId: null,
        today: '2021-11-08',
        names,
        within: null,
      });
      expect(report).toMatchObject({ created: 1, faulty: 0 });
      expect((await listEntries(db, shops, { q: '模板店' }, before)).rows[0]!.values).toMatchObject({
        seats: 12,
        area: '30.5',
        cleanedOn: '2021-10-01',
        fuel: 'power',
        purifier: true,
      });
    });
  });

  describe('read page by page', () => {
    beforeAll(async () => {
      const lines = Array.from(
        { length: 130 },
        (_, i) => `P${String(i).padStart(3, '0')},页${i},牛街,${i % 7},${i % 2 ? '电' : '燃气'}`,
      );
      await read(`许可证号,店名,街道,座位,燃料\n${lines.join('\n')}\n`);
    });
    const NIUJIE = '110102018';

    it.each([
      ['newest first', undefined],
      ['by a number, rising', 'seats'],
      ['by a number, falling', '-seats'],
      ['by a text', 'name'],
    ])('%s: every entry once', async (_, sort) => {
      const seen: number[] = [];
      const keys: unknown[] = [];
      let after: string | undefined;
      do {
        const page = await listEntries(db, shops, { street: NIUJIE, sort, after, limit: 20 }, before);
        seen.push(...page.rows.map(({ id }) => id));
        keys.push(...page.rows.map(({ values }) => values[sort?.replace('-', '') ?? 'licence']));
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(seen).size).toBe(130);
      if (sort === 'seats') expect(keys).toEqual([...keys].sort((a, b) => Number(a) - Number(b)));
      if (sort === '-seats') expect(keys).toEqual([...keys].sort((a, b) => Number(b) - Number(a)));
    });

    it('is narrowed by columns, spans and words, and counts what it narrows to', async () => {
      const count = async (where: Record<string, string>, q?: string) =>
        (await countEntries(db, shops, { street: NIUJIE, where, q }, before)).count;
      expect(await count({ fuel: 'power' })).toBe(65);
      expect(await count({ fuel: 'power|gas' })).toBe(130);
      expect(await count({ seats: '5..6' })).toBe(36);
      expect(await count({ seats: '3' })).toBe(19);
      expect(await count({}, '页12')).toBe(11);
      await expect(count({ area: '1' })).rejects.toMatchObject({ code: 'bad_request' });
      await expect(count({ seats: "1'; drop table x" })).rejects.toMatchObject({ code: 'bad_request' });
    });
  });

  it('is declared by an administrator like those of the chapters, and refused when it does not hold together', async () => {
    const declared = { ...licences, id: 'city.chimneys', title: { zh: '烟囱台账', en: 'Chimneys' } };
    await books.declare(db, declared, '管理员');
    expect((await books.all(db)).map(({ id }) => id)).toContain('city.chimneys');
    const definition = await books.need(db, 'city.chimneys');
    expect(await createEntry(deps, definition, OFFICER, shop('Y1'))).toBeGreaterThan(0);
    await expect(books.declare(db, { ...declared, key: ['nothing'] }, '管理员')).rejects.toMatchObject({
      code: 'bad_request',
    });
    await expect(books.declare(db, { ...declared, id: 'city.shops' }, '管理员')).rejects.toMatchObject({
      code: 'already_exists',
    });
  });
});

describe('a ledger that an administrator declares anew', async () => {
  const { db } = await freshDatabase();
  const books = new LedgerBooks([]);
  const declared = { ...shops, id: 'local.shops', title: { zh: '本地台账', en: 'Local ledger' } };
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    await books.declare(db, declared, '管理员');
    const names = await namesOf(db, '110102', '2021-11-08');
    await createEntry({ db, clock, names }, declared, OFFICER, {
      values: { licence: 'A1', name: '某店', street: '月坛', fuel: '燃气' },
      place: null,
    });
  });

  it('may have more columns and others names', async () => {
    const more = [...declared.columns, { id: 'phone', title: { zh: '电话', en: 'Phone' }, type: 'text' as const }];
    await books.declare(db, { ...declared, columns: more }, '管理员');
    expect((await books.need(db, 'local.shops')).columns.map(({ id }) => id)).toContain('phone');
  });

  it('keeps what has values as it is: no column goes or changes its type, nor does what tells entries apart', async () => {
    const without = declared.columns.filter(({ id }) => id !== 'fuel');
    await expect(books.declare(db, { ...declared, columns: without }, '管理员')).rejects.toMatchObject({
      code: 'bad_request',
    });
    const required = declared.columns.map((one) => (one.id === 'name' ? { ...one, required: true } : one));
    await expect(books.declare(db, { ...declared, columns: required, key: ['name'] }, '管理员')).rejects.toMatchObject({
      code: 'bad_request',
    });
    // nobody has written anything into it: it may go
    const empty = declared.columns.filter(({ id }) => id !== 'purifier');
    await books.declare(db, { ...declared, columns: empty }, '管理员');
  });
});
