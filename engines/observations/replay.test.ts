import { beforeAll, describe, expect, it } from 'vitest';
import { listDevices } from '#engines/devices';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../tests/database.ts';
import { twoStations } from './fixtures/stations.ts';
import { hourSeries, readHours } from './hours.ts';
import { importObservations } from './import/import.ts';
import { replayYear } from './replay.ts';
import { sourcesOf, takeTouchedDays } from './store.ts';
import { importMapping } from './wire.ts';

const PERSON = { accountId: null, name: '李明' };
const label = (year: number) => ({ zh: `${year}年实测回放`, en: `replay of the ${year} record` });
const MAPPING = importMapping.parse({
  layout: 'wide',
  station: { column: '站点' },
  time: { column: '时间' },
  hours: '0-23',
  stamp: 'start',
  channels: [{ column: 'PM2.5', pollutant: 'PM25', unit: 'µg/m³' }],
});

describe('a replay of a year', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  const load = (...lines: string[]) =>
    importObservations(store, bufferSource('a.csv', Buffer.from(['站点,时间,PM2.5', ...lines].join('\n'))), MAPPING, {
      actor: PERSON,
    });
  const days = (from: string, until: string) =>
    hourSeries(db, '1006A', from, until).then((s) =>
      s.values.PM25?.flatMap((v, i) =>
        v === null
          ? []
          : [`${new Date(s.from.getTime() + i * 3_600_000 + 28_800_000).toISOString().slice(5, 13)}=${v}`],
      ),
    );
  beforeAll(async () => {
    await twoStations(store);
    await load(
      '官园,2016-01-01 00:00,1',
      '官园,2016-02-28 23:00,2',
      '官园,2016-02-29 00:00,3',
      '官园,2016-02-29 23:00,4',
      '官园,2016-03-01 00:00,0.2856',
      '官园,2016-12-31 23:00,6',
    );
    await load(
      '官园,2015-12-31 23:00,9',
      '官园,2015-02-28 23:00,7',
      '官园,2015-03-01 00:00,8',
      '官园,2017-01-01 00:00,10',
    );
  });

  it('from a leap year drops 29 February and keeps every other date and the exact values', async () => {
    expect(await replayYear(store, { fromYear: 2016, toYear: 2021, label: label(2016), actor: PERSON })).toBe(4);
    expect(await days('2021-01-01', '2021-12-31')).toEqual([
      '01-01T00=1',
      '02-28T23=2',
      '03-01T00=0.2856',
      '12-31T23=6',
    ]);
  });

  it('into a leap year leaves 29 February empty', async () => {
    expect(await replayYear(store, { fromYear: 2015, toYear: 2020, label: label(2015) })).toBe(3);
    expect(await days('2020-01-01', '2020-12-31')).toEqual(['02-28T23=7', '03-01T00=8', '12-31T23=9']);
  });

  it('carries its label to whoever reads the hours', async () => {
    const { sourceIds } = await hourSeries(db, '1006A', '2021-01-01', '2021-12-31');
    expect(await sourcesOf(db, sourceIds)).toMatchObject([{ kind: 'replay', replayOfYear: 2016, label: label(2016) }]);
  });

  it('again changes nothing, also with a year that holds replays itself', async () => {
    expect(await replayYear(store, { fromYear: 2016, toYear: 2021, label: label(2016) })).toBe(0);
    await expect(replayYear(store, { fromYear: 2021, toYear: 2022, label: label(2021) })).rejects.toMatchObject({
      code: 'period_has_no_data',
    });
    expect((await pool.query("select count(*) as n from record_source where kind = 'replay'")).rows).toEqual([
      { n: 2 },
    ]);
  });

  it('follows a correction of the record it replays', async () => {
    await load('官园,2016-12-31 23:00,60');
    expect(await replayYear(store, { fromYear: 2016, toYear: 2021, label: label(2016) })).toBe(1);
    expect(await days('2021-12-31', '2021-12-31')).toEqual(['12-31T23=60']);
  });

  it('never takes the place of an observation; an observation takes its place', async () => {
    await load('官园,2021-01-01 00:00,77');
    expect(await days('2021-01-01', '2021-01-01')).toEqual(['01-01T00=77']);
    expect(await replayYear(store, { fromYear: 2016, toYear: 2021, label: label(2016) })).toBe(0);
    expect(await days('2021-01-01', '2021-01-01')).toEqual(['01-01T00=77']);
    expect((await pool.query("select values from packet_replaced where at = '2021-01-01T00:00+08'")).rows).toEqual([
      { values: [1] },
    ]);
  });

  it('takes only the stations it is told', async () => {
    await load('万寿西宫,2014-01-01 00:00,5', '官园,2014-01-01 00:00,5');
    expect(await replayYear(store, { stations: ['1001A'], fromYear: 2014, toYear: 2019, label: label(2014) })).toBe(1);
  });

  it('and every import leave their days for the evaluation, each taken once', async () => {
    const [one, two] = await Promise.all([takeTouchedDays(db, 5), takeTouchedDays(db, 1000)]);
    const all = [...one, ...two].map((d) => `${d.deviceId} ${d.day}`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.some((d) => d.endsWith(' 2021-03-01'))).toBe(true);
    expect(all.some((d) => d.endsWith(' 2021-02-28'))).toBe(true);
    expect(all.some((d) => d.endsWith(' 2020-02-29'))).toBe(false);
    expect(await takeTouchedDays(db, 1000)).toEqual([]);
  });

  it('hours are read as exact decimals, up to but without the end', async () => {
    const device = (await listDevices(db)).find((d) => d.code === '1006A')!;
    const from = new Date('2016-02-29T16:00:00Z');
    const until = new Date('2016-12-31T15:00:00Z');
    const hours = await readHours(db, { deviceIds: [device.id], from, until });
    expect(hours.map((h) => [h.hour.toISOString(), h.values, h.flags])).toEqual([
      ['2016-02-29T16:00:00.000Z', ['0.2856'], 'V'],
    ]);
  });

  it('a station without a device has no channels', async () => {
    expect(await hourSeries(db, '1099A', '2016-01-01', '2016-01-02')).toMatchObject({
      hours: 48,
      values: {},
      sourceIds: [],
    });
  });
});

describe('the hours of a station as series', async () => {
  const store = await freshDatabase();
  beforeAll(async () => {
    await twoStations(store);
    const file = [
      '站点,时间,PM2.5',
      '官园,2016-01-01 00:00,0.00001',
      '官园,2016-01-01 02:00,12.5',
      '官园,2016-01-01 03:00,NA',
    ];
    await importObservations(store, bufferSource('a.csv', Buffer.from(file.join('\n'))), MAPPING, { actor: PERSON });
    // a channel that came later: the stored hours are shorter than the device's channels
    await store.pool.query(
      "insert into channel (device_id, no, pollutant, unit) select device_id, 9, 'O3', 'µg/m³' from channel where pollutant = 'PM25' limit 1",
    );
  });

  it('have null and a blank where nothing is stored, the letter of the flag where something is', async () => {
    const { values, flags, hours } = await hourSeries(store.db, '1006A', '2016-01-01', '2016-01-01');
    expect(hours).toBe(24);
    expect(values.PM25!.slice(0, 5)).toEqual([0.00001, null, 12.5, null, null]);
    expect(flags.PM25).toMatch(/^V V[^V] +$/);
    expect(flags.PM25).toHaveLength(24);
    expect([values.O3!.every((v) => v === null), flags.O3!.trim()]).toEqual([true, '']);
  });
});
