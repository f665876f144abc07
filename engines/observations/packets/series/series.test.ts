import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../tests/database.ts';
import { DAY, HOUR, microStations, observationServer } from '../../fixtures/devices.ts';
import { type DeviceSeries, deviceSeries, type PacketRow, reconcileDays, reconcileHours } from '../../index.ts';

const MINUTE = 60_000;
const iso = (minute: number) => new Date(DAY + minute * MINUTE).toISOString();

describe('the series of a device', async () => {
  const store = await freshDatabase();
  const { ids, sourceId, send } = await microStations(store, 2, { hourFrom: 'realtime' });
  const http = await observationServer(store);
  const packet = (minute: number, span: number, value: number | null, over: Partial<PacketRow> = {}): PacketRow => ({
    ...{ deviceId: ids[0]!, sourceId, at: DAY + minute * MINUTE, spanMinutes: span },
    ...{ values: [value, 90], flags: value === null ? 'NV' : 'VV', receivedAt: DAY + minute * MINUTE + 5000 },
    ...over,
  });
  const get = (query: Record<string, string>, id = ids[0]!) =>
    http.inject({ url: `/api/devices/${id}/series`, query: { from: '2021-10-01', until: '2021-10-01', ...query } });
  const series = async (query: Record<string, string>, id?: number): Promise<DeviceSeries> => {
    const answer = await get(query, id);
    expect(answer.statusCode, answer.body).toBe(200);
    return deviceSeries.parse(answer.json());
  };
  const firsts = ({ rows }: DeviceSeries) => rows.map((row) => row.values[0]);
  /** every page from the first to the last */
  const pages = async (query: Record<string, string>) => {
    const all: DeviceSeries['rows'][] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await series({ ...query, ...(after ? { after } : {}) });
      all.push(page.rows);
      after = page.next;
    }
    return all;
  };

  beforeAll(async () => {
    const moments = Array.from({ length: 120 }, (_, m) => packet(m, 0, m < 60 ? m : 10));
    const tens = Array.from({ length: 12 }, (_, i) => packet(i * 10, 10, i));
    await send([...moments, ...tens]);
    await reconcileHours(store.pool, { now: new Date(DAY + 48 * HOUR) });
    await reconcileDays(store.pool);
  });

  it('are its packets as they came, all spans in the order of time, or those of one', async () => {
    const all = await series({ step: 'raw' });
    expect(all.rows).toHaveLength(132);
    expect(all.rows.slice(0, 3)).toEqual([
      {
        at: iso(0),
        span: 0,
        values: [0, 90],
        flags: 'VV',
        sourceIds: [sourceId],
        receivedAt: new Date(DAY + 5000).toISOString(),
      },
      {
        at: iso(0),
        span: 10,
        values: [0, 90],
        flags: 'VV',
        sourceIds: [sourceId],
        receivedAt: new Date(DAY + 5000).toISOString(),
      },
      {
        at: iso(1),
        span: 0,
        values: [1, 90],
        flags: 'VV',
        sourceIds: [sourceId],
        receivedAt: new Date(DAY + MINUTE + 5000).toISOString(),
      },
    ]);
    expect(firsts(await series({ step: 'raw', span: '10' }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(all).toMatchObject({
      device: { code: 'D1', simulated: false },
      channels: [{ pollutant: 'PM25', unit: 'µg/m³' }, { pollutant: 'WD' }],
      sources: [{ id: sourceId, kind: 'gateway' }],
      next: null,
    });
  });

  it('come in pages that together are the whole, each packet once', async () => {
    const cut = await pages({ step: 'raw', limit: '50' });
    expect(cut.map((page) => page.length)).toEqual([50, 50, 32]);
    expect(cut.flat()).toEqual((await series({ step: 'raw' })).rows);
    expect((await pages({ step: 'hour', limit: '1' })).flat()).toEqual((await series({ step: 'hour' })).rows);
    expect((await pages({ step: '5m', limit: '7' })).flat()).toEqual((await series({ step: '5m' })).rows);
  });

  it('are means of minutes by the rule of hours, as the model says from its moments', async () => {
    const five = await series({ step: '5m', until: iso(60) });
    expect(firsts(five)).toEqual([2, 7, 12, 17, 22, 27, 32, 37, 42, 47, 52, 57]);
    expect(five.rows[0]).toMatchObject({
      at: iso(0),
      span: 5,
      min: [0, null],
      max: [4, null],
      validMinutes: [5, 5],
      basis: 'rr',
    });
    expect(firsts(await series({ step: '1m', from: iso(3), until: iso(6) }))).toEqual([3, 4, 5]);
    expect(firsts(await series({ step: '15m', until: iso(60) }))).toEqual([7, 22, 37, 52]);
  });

  it('of a device whose packets are longer than the step are its packets', async () => {
    await send([packet(0, 10, 5, { deviceId: ids[1]! }), packet(10, 10, 6, { deviceId: ids[1]! })]);
    const rows = (await series({ step: '5m' }, ids[1])).rows;
    expect(rows.map((row) => [row.at, row.span, row.values[0]])).toEqual([
      [iso(0), 10, 5],
      [iso(10), 10, 6],
    ]);
  });

  it('are its hours and days as they are stored', async () => {
    const bare = (await series({ step: 'hour' })).rows[1];
    expect(bare).toEqual({
      at: iso(60),
      span: 60,
      values: [10, 90],
      flags: 'VV',
      min: [10, null],
      max: [10, null],
      sourceIds: [sourceId],
    });
    const hours = await series({ step: 'hour', detail: 'true' });
    expect(hours.rows).toMatchObject([
      {
        at: iso(0),
        span: 60,
        values: [29.5, 90],
        flags: 'VV',
        min: [0, null],
        max: [59, null],
        samples: [60, 60],
        basis: 'rr',
        edition: 'h1/45',
      },
      { at: iso(60), values: [10, 90] },
    ]);
    const days = await series({ step: 'day' });
    expect(days.rows).toMatchObject([
      {
        at: '2021-10-01',
        values: [19.75, 90],
        hours: [2, 2],
        valid: [false, false],
        flags: 'NN',
        edition: 'd1/GB3095-2012/20',
      },
    ]);
  });

  it('as of an instant are what was known then, in packets, minutes and hours', async () => {
    const { rows } = await store.pool.query("select clock_timestamp() + interval '1 millisecond' as t");
    const before = (rows[0].t as Date).toISOString();
    await new Promise((done) => setTimeout(done, 20));
    // corrected and completed much later than the hour itself
    const late = { receivedAt: Date.now() };
    await send([packet(0, 0, 600, late), packet(1, 0, null, late), packet(130, 0, 7, late)]);
    await reconcileHours(store.pool, { now: new Date(DAY + 48 * HOUR) });

    const now = await series({ step: 'raw', span: '0' });
    const then = await series({ step: 'raw', span: '0', asOf: before });
    expect([firsts(now).slice(0, 2), now.rows.length]).toEqual([[600, null], 121]);
    expect([firsts(then).slice(0, 2), then.rows.length]).toEqual([[0, 1], 120]);
    expect(firsts(await series({ step: '1m', until: iso(2), asOf: before }))).toEqual([0, 1]);
    expect(firsts(await series({ step: 'hour', asOf: before }))).toEqual([29.5, 10]);
    expect(firsts(await series({ step: 'hour' }))[0]).toBeCloseTo(40.14, 1);
    expect((await pages({ step: 'raw', limit: '33', asOf: before })).flat()).toHaveLength(132);
    // before anything had come
    expect((await series({ step: 'hour', asOf: iso(-10) })).rows).toEqual([]);
  });

  it('say which months are in the archive', async () => {
    await store.pool.query(
      "insert into packet_archive (kind, month, state) values ('packet', '2021-09-01', 'archived')",
    );
    expect((await series({ step: 'raw' })).archivedMonths).toEqual(['2021-09']);
    expect((await series({ step: 'raw', from: '2021-10-02', until: '2021-10-03' })).archivedMonths).toEqual([]);
  });

  it('refuse what they cannot answer', async () => {
    expect((await get({}, 999)).json().code).toBe('not_found');
    expect((await get({ step: 'day', asOf: iso(0) })).json().code).toBe('bad_request');
    expect((await get({ step: 'raw', after: 'x' })).json().code).toBe('bad_request');
    expect((await get({ from: 'yesterday' })).statusCode).toBe(400);
  });
});
