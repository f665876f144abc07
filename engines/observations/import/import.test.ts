import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listDevices } from '#engines/devices';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../../tests/database.ts';
import { twoStations } from '../fixtures/stations.ts';
import { readHours } from '../hours.ts';
import { type ImportMapping, importMapping } from '../wire.ts';
import { type ImportOptions, importObservations } from './import.ts';

const PERSON = { accountId: null, name: '李明' };
const WIDE = importMapping.parse({
  layout: 'wide',
  station: { column: '站点' },
  time: { column: '时间' },
  hours: '0-23',
  stamp: 'start',
  channels: [
    { column: 'PM2.5', pollutant: 'PM25', unit: 'µg/m³' },
    { column: 'CO', pollutant: 'CO', unit: 'µg/m³' },
  ],
});

describe('an import', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  beforeAll(() => twoStations(store));

  const load = (
    text: string | Uint8Array,
    mapping: Partial<ImportMapping> = {},
    options: Partial<ImportOptions> = {},
  ) => {
    const content = typeof text === 'string' ? Buffer.from(text) : text;
    return importObservations(
      store,
      bufferSource('数据.csv', content),
      { ...WIDE, ...mapping },
      { actor: PERSON, ...options },
    );
  };
  const hour = async (station: string, beijing: string) => {
    const device = (await listDevices(db)).find((d) => d.code === station);
    const from = new Date(`${beijing}:00+08:00`);
    const until = new Date(from.getTime() + 3_600_000);
    const found = (await readHours(db, { deviceIds: [device?.id ?? 0], from, until }))[0];
    if (!found) return null;
    return Object.fromEntries(device!.channels.map((c, i) => [c.pollutant, [found.values[i] ?? null, found.flags[i]]]));
  };

  it('turns CO into mg/m³ exactly and reads 0.2856 back as 0.2856', async () => {
    const report = await load('站点,时间,PM2.5,CO\n官园,2016-01-05 13:00,0.2856,300\n1006A,2016/1/5 14,12,"1,234"\n');
    expect(report).toMatchObject({ rows: 2, inserted: 2, changed: 0, unchanged: 0, refused: 0, values: 4 });
    expect([report.from, report.until]).toEqual(['2016-01-05T13:00:00+08:00', '2016-01-05T14:00:00+08:00']);
    expect(await hour('1006A', '2016-01-05T13:00')).toEqual({ PM25: ['0.2856', 'V'], CO: ['0.3', 'V'] });
    expect(await hour('1006A', '2016-01-05T14:00')).toEqual({ PM25: ['12', 'V'], CO: ['1.234', 'V'] });
  });

  it('numbers channels in the order of the catalogue and keeps their units', async () => {
    const device = (await listDevices(db)).find((d) => d.code === '1006A');
    expect(device?.channels).toEqual([
      { pollutant: 'CO', unit: 'mg/m³' },
      { pollutant: 'PM25', unit: 'µg/m³' },
    ]);
    expect([device?.kind, device?.stationCode]).toEqual(['air_station', '1006A']);
  });

  it('takes NA, 空, - and — as no data, which is not zero', async () => {
    await load(
      '站点,时间,PM2.5,CO\n官园,2016-02-01 00:00,NA,空\n官园,2016-02-01 01:00,-,—\n官园,2016-02-01 02:00,0,０．５\n',
    );
    expect(await hour('1006A', '2016-02-01T00:00')).toEqual({ PM25: [null, 'N'], CO: [null, 'N'] });
    expect(await hour('1006A', '2016-02-01T01:00')).toEqual({ PM25: [null, 'N'], CO: [null, 'N'] });
    expect(await hour('1006A', '2016-02-01T02:00')).toEqual({ PM25: ['0', 'V'], CO: ['0.0005', 'V'] });
  });

  it('the same file again changes nothing and leaves no trace', async () => {
    const text = '站点,时间,PM2.5,CO\n万寿西宫,2016-03-01 00:00,10,500\n万寿西宫,2016-03-01 01:00,11,NA\n';
    expect(await load(text)).toMatchObject({ inserted: 2, changed: 0, unchanged: 0 });
    await pool.query('delete from touched_day');
    const before = await pool.query('select count(*) n, (select count(*) from audit) a from record_source');
    expect(await load(text)).toMatchObject({ inserted: 0, changed: 0, unchanged: 2 });
    expect((await pool.query('select count(*) n, (select count(*) from audit) a from record_source')).rows).toEqual(
      before.rows,
    );
    expect((await pool.query('select * from touched_day')).rows).toEqual([]);
  });

  it('a corrected value takes the place of the old one, which is kept; only its day is touched', async () => {
    await load('站点,时间,PM2.5,CO\n官园,2016-04-01 23:00,80,900\n官园,2016-04-02 00:00,81,900\n');
    await pool.query('delete from touched_day');
    const report = await load('站点,时间,PM2.5,CO\n官园,2016-04-01 23:00,8,900\n官园,2016-04-02 00:00,81,900\n');
    expect(report).toMatchObject({ inserted: 0, changed: 1, unchanged: 1 });
    expect(await hour('1006A', '2016-04-01T23:00')).toMatchObject({ PM25: ['8', 'V'] });
    const old = await pool.query("select values, flags from packet_replaced where at = '2016-04-01T23:00+08'");
    expect(old.rows).toEqual([{ values: [0.9, 80], flags: 'VV' }]);
    expect((await pool.query('select day from touched_day')).rows).toEqual([{ day: '2016-04-01' }]);
  });

  it('a late row touches the Beijing day of its hour', async () => {
    await pool.query('delete from touched_day');
    await load('站点,时间,PM2.5,CO\n官园,2016-04-01 05:00,70,800\n');
    expect((await pool.query('select day from touched_day')).rows).toEqual([{ day: '2016-04-01' }]);
  });

  it('a file with fewer quantities leaves the others as they are; a new quantity becomes a new channel', async () => {
    await load('站点,时间,PM2.5,CO\n官园,2016-05-01 00:00,50,700\n');
    const ozone = [{ column: 'O3', pollutant: 'O3', unit: 'µg/m³' }];
    expect(
      await load('站点,时间,O3\n官园,2016-05-01 00:00,66\n官园,2016-05-01 01:00,67\n', { channels: ozone }),
    ).toMatchObject({ inserted: 1, changed: 1 });
    expect(await hour('1006A', '2016-05-01T00:00')).toEqual({ PM25: ['50', 'V'], CO: ['0.7', 'V'], O3: ['66', 'V'] });
    expect(await hour('1006A', '2016-05-01T01:00')).toEqual({ PM25: [null, 'N'], CO: [null, 'N'], O3: ['67', 'V'] });
    const order = (await listDevices(db)).find((d) => d.code === '1006A')?.channels.map((c) => c.pollutant);
    expect(order).toEqual(['CO', 'PM25', 'O3']);
  });

  it('reads hours 1–24 stamped at their end: 24 of 31 December is the last hour of the year', async () => {
    const mapping: Partial<ImportMapping> = { hours: '1-24', stamp: 'end', time: { date: '日期', hour: '小时' } };
    await load('站点,日期,小时,PM2.5,CO\n官园,2016-12-31,24,5,NA\n官园,20161231,1时,6,NA\n', mapping);
    expect(await hour('1006A', '2016-12-31T23:00')).toMatchObject({ PM25: ['5', 'V'] });
    expect(await hour('1006A', '2016-12-31T00:00')).toMatchObject({ PM25: ['6', 'V'] });
  });

  it('refuses rows one by one with the remedy, and keeps the good ones', async () => {
    const text =
      '站点,时间,PM2.5,CO\n天宁寺,2016-06-01 00:00,1,1\n官园,昨天,1,1\n官园,2016-06-01 24:00,1,1\n官园,2016-06-31 01:00,1,1\n官园,2016-06-01 02:30,1,1\n官园,2016-06-01 03:00,坏,100\n,2016-06-01 03:00,1,1\n';
    const report = await load(text);
    expect(report).toMatchObject({ rows: 7, inserted: 1, refused: 6, errorCount: 7 });
    expect(report.errors.map((e) => [e.row, e.column, e.value])).toEqual([
      [2, null, '天宁寺'],
      [3, '时间', '昨天'],
      [4, '时间', '2016-06-01 24:00'],
      [5, '时间', '2016-06-31 01:00'],
      [6, '时间', '2016-06-01 02:30'],
      [7, 'PM2.5', '坏'],
      [8, null, ''],
    ]);
    expect(report.errors[0]?.message.zh).toBe(
      '站点“天宁寺”未登记，请先在辖区站点表中登记，或在映射中把它对应到已有站点。',
    );
    expect(report.errors[2]?.message.zh).toContain('“1–24”');
    expect(await hour('1006A', '2016-06-01T03:00')).toMatchObject({ PM25: [null, 'N'], CO: ['0.1', 'V'] });
  });

  it('keeps what cannot be, marked: negative is invalid, above what instruments report is suspect', async () => {
    const report = await load('站点,时间,PM2.5,CO\n官园,2016-07-01 00:00,-3,200\n官园,2016-07-01 01:00,2500,200\n');
    expect(report).toMatchObject({ inserted: 2, suspect: 1, invalid: 1, refused: 0 });
    expect(await hour('1006A', '2016-07-01T00:00')).toMatchObject({ PM25: ['-3', 'I'], CO: ['0.2', 'V'] });
    expect(await hour('1006A', '2016-07-01T01:00')).toMatchObject({ PM25: ['2500', 'S'] });
  });

  it('an hour twice in one file: the same is no matter, another is refused', async () => {
    const report = await load(
      '站点,时间,PM2.5,CO\n官园,2016-08-01 00:00,1,1\n官园,2016/8/1 0:00,1,1\n官园,2016080100,2,1\n',
    );
    expect(report).toMatchObject({ inserted: 1, unchanged: 0, repeated: 1, refused: 1 });
    expect(report.errors[0]).toMatchObject({
      row: 4,
      message: { zh: '官园（1006A）2016-08-01 00:00 已在第2行出现且数值不同，本行未采用，请删去其中一行。' },
    });
    expect(await hour('1006A', '2016-08-01T00:00')).toMatchObject({ PM25: ['1', 'V'] });
  });

  it('a dry run says the same and keeps nothing', async () => {
    const text = '站点,时间,PM2.5,CO\n官园,2016-09-01 00:00,33,NA\n';
    expect(await load(text, {}, { dryRun: true })).toMatchObject({ inserted: 1, dryRun: true });
    expect(await hour('1006A', '2016-09-01T00:00')).toBeNull();
    expect(await load(text)).toMatchObject({ inserted: 1, dryRun: false });
  });

  it('a cancelled import keeps nothing', async () => {
    const lines = Array.from(
      { length: 6000 },
      (_, i) => `官园,${new Date(Date.UTC(2010, 0, 1, i)).toISOString().slice(0, 16)},1,1`,
    );
    await expect(load(`站点,时间,PM2.5,CO\n${lines.join('\n')}`, {}, { cancelled: () => true })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await hour('1006A', '2010-01-01T00:00')).toBeNull();
  });

  it('reads a long table in any order, also where hours lack an item', async () => {
    const mapping: Partial<ImportMapping> = {
      layout: 'long',
      item: { column: '项目', value: '值' },
      channels: [
        { column: '细颗粒物', pollutant: 'PM25', unit: 'µg/m³' },
        { column: '一氧化碳', pollutant: 'CO', unit: 'mg/m³' },
      ],
    };
    const text =
      '站点;时间;项目;值\n官园;2016-10-01 00:00;细颗粒物;21\n官园;2016-10-01 01:00;细颗粒物;22\n官园;2016-10-01 00:00;一氧化碳;0.4\n官园;2016-10-01 01:00;氡;4\n';
    expect(await load(text, mapping)).toMatchObject({ rows: 4, inserted: 2, refused: 1 });
    expect(await hour('1006A', '2016-10-01T00:00')).toMatchObject({ PM25: ['21', 'V'], CO: ['0.4', 'V'] });
    expect(await hour('1006A', '2016-10-01T01:00')).toMatchObject({ PM25: ['22', 'V'], CO: [null, 'N'] });
    const late = '站点;时间;项目;值\n官园;2016-10-01 01:00;一氧化碳;0.5\n';
    expect(await load(late, mapping)).toMatchObject({ inserted: 0, changed: 1 });
    expect(await hour('1006A', '2016-10-01T01:00')).toMatchObject({ PM25: ['22', 'V'], CO: ['0.5', 'V'] });
  });

  it('converts a volume share only with its state, and says so at the source', async () => {
    const share = (unit: string) => ({ channels: [{ column: 'O3', pollutant: 'O3', unit }] });
    const text = '站点,时间,O3\n万寿西宫,2016-11-01 00:00,100\n';
    await expect(load(text, share('ppb'))).rejects.toMatchObject({ code: 'import_mapping_incomplete' });
    await load(text, share('ppb@298.15K'));
    expect(Number((await hour('1001A', '2016-11-01T00:00'))?.O3?.[0])).toBeCloseTo(196.19, 2);
    const label = (await pool.query('select label from record_source order by id desc limit 1')).rows[0].label;
    expect(label.zh).toContain('298.15 K、1013.25 hPa');
  });

  it('says which columns a file has when the mapping names another', async () => {
    await expect(load('站点,时间,CO\n官园,2016-01-01 00:00,1\n')).rejects.toMatchObject({
      code: 'import_mapping_incomplete',
      sentence: { zh: expect.stringContaining('没有列“PM2.5”') },
    });
  });

  it('reads the two real records with the mapping that ships with the district', async () => {
    const mapping = importMapping.parse(parse(readFileSync('districts/xicheng/observations/prsa.map.yaml', 'utf8')));
    const content = readFileSync('districts/xicheng/observations/PRSA_Data_Wanshouxigong_20130301-20170228.csv.gz');
    const report = await load(content, mapping);
    expect(report).toMatchObject({
      rows: 35_064,
      refused: 0,
      errorCount: 0,
      stations: [{ code: '1001A', rows: 35_064 }],
    });
    // the first line of the file: CO 200 µg/m³, wind from WNW
    expect(await hour('1001A', '2013-03-01T00:00')).toMatchObject({ CO: ['0.2', 'V'], WD: ['292.5', 'V'] });
    const missing = await pool.query(
      `select count(*) as n from hour_value h join device d on d.id = h.device_id and d.code = '1001A'
       join channel c on c.device_id = d.id and c.pollutant = 'PM25'
       where h.source_id = (select max(id) from record_source) and h.mean[c.no] is null and substr(h.flags, c.no, 1) = 'N'`,
    );
    expect(missing.rows).toEqual([{ n: 696 }]);
    expect(await load(gzipSync(Buffer.from('\n')), mapping).catch((e) => e.code)).toBe('document_empty');
  });
});
