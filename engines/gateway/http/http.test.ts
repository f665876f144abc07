import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import { type Http, openHttp } from '#platform/http';
import { freshDatabase } from '../../../tests/database.ts';
import { givenDevice, packetsOf } from '../fixtures/devices.ts';
import { type Gateway, ingestRoutes, openGateway } from '../index.ts';

const T = Date.parse('2026-03-01T08:00:00+08:00');
const basic = (identity: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${identity}:${password}`).toString('base64')}`,
});
const bearer = (password: string) => ({ authorization: `Bearer ${password}` });

describe('devices over HTTP', async () => {
  const store = await freshDatabase();
  let gateway: Gateway;
  let http: Http;
  beforeAll(async () => {
    const factors = [
      { factor: 'pm25', aliases: ['P2', 'PM2.5'], pollutant: 'PM25', unit: 'µg/m³' },
      { factor: 'pm10', aliases: ['P1'], pollutant: 'PM10', unit: 'µg/m³' },
    ];
    const title = { zh: 'HTTP 站', en: 'HTTP station' };
    const model = (id: string, over: object) => ({
      id,
      title,
      maker: null,
      kind: 'micro',
      protocol: 'http' as const,
      settings: modelSettings.parse({ factors, ...over }),
    });
    await storeDeviceModels(store.db, [model('h', {}), model('slow', { mostPerMinute: 2 })]);
    for (const [identity, password] of [
      ['H1', 'pw-one'],
      ['H2', 'pw-two'],
      ['CSV1', 'csv'],
      ['CSV2', 'csv'],
      ['esp8266-1', 'luft'],
      ['ST1', 'things'],
    ])
      await givenDevice(store, 'http', identity!, { model: 'h', password });
    await givenDevice(store, 'http', 'SLOW', { model: 'slow', password: 'slow' });
    await givenDevice(store, 'http', 'NOPASS', { model: 'h' });
    gateway = await openGateway(store, { name: 'test' });
    http = await openHttp({ version: '0' });
    ingestRoutes(http, { taker: gateway });
  });
  afterAll(async () => {
    await gateway.close();
    await http.close();
  });
  const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
    http.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...(typeof payload === 'string' ? { 'content-type': 'text/csv' } : {}), ...headers },
    });
  const INGEST = '/api/ingest/observations';

  it('a batch is answered 201 when it is stored, periods and flags as said', async () => {
    const observations = [
      { time: '2026-03-01T08:00:00+08:00', values: { pm25: 35, pm10: { value: 70, flag: 'M' } } },
      { time: T / 1000 + 3600, spanMinutes: 60, values: { pm25: '36.5', hum: null } },
    ];
    const answer = await post(INGEST, { observations }, basic('H1', 'pw-one'));
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      { devices: [{ device: 'H1', outcome: 'stored', observations: 2 }] },
    ]);
    const { rows } = await store.pool.query('select count(*)::int as n from packet');
    expect(rows[0].n).toBe(2);
    const packets = await packetsOf(store, 'H1', 2);
    expect(packets[0]).toMatchObject({
      at: T,
      span: 0,
      values: { pm25: 35, pm10: 70 },
      flags: { pm25: 'V', pm10: 'M' },
    });
    expect(packets[1]).toMatchObject({ at: T + 3_600_000, span: 60, values: { pm25: 36.5 } });
  });

  it('flat JSON with the device in the address, the password as a bearer token; a repeat is stored once', async () => {
    const flat = { ts: T, 'PM2.5': 12, pm10: 20, sn: 'x' };
    for (let i = 0; i < 2; i++)
      expect((await post(`${INGEST}?device=H2`, flat, bearer('pw-two'))).statusCode).toBe(201);
    const packets = await packetsOf(store, 'H2', 1);
    expect(packets).toHaveLength(1);
    expect(packets[0]!.values).toEqual({ pm25: 12, pm10: 20 });
  });

  it('a body of sensor.community goes by X-Sensor and is of the moment it comes in', async () => {
    const sensordatavalues = [
      { value_type: 'P1', value: '20.5' },
      { value_type: 'P2', value: '10.5' },
    ];
    const before = Date.now();
    const answer = await post(
      INGEST,
      { software_version: 'x', sensordatavalues },
      { ...bearer('luft'), 'x-sensor': 'esp8266-1' },
    );
    expect(answer.statusCode).toBe(201);
    const [row] = await packetsOf(store, 'esp8266-1', 1);
    expect(row!.values).toEqual({ pm10: 20.5, pm25: 10.5 });
    expect(row!.at).toBeGreaterThanOrEqual(before);
  });

  it('CSV of several devices of one password', async () => {
    const csv =
      'device,time,spanMinutes,pm25,pm10\nCSV1,2026-03-01 08:00:00,60,1,2\nCSV2,2026-03-01 08:00:00,60,3,\nCSV1,2026-03-01 09:00:00,60,5,6\n';
    const answer = await post(INGEST, csv, bearer('csv'));
    expect(answer.json().devices.map((d: { observations: number }) => d.observations)).toEqual([2, 1]);
    expect((await packetsOf(store, 'CSV1', 2)).map(({ span, values }) => [span, values])).toEqual([
      [60, { pm25: 1, pm10: 2 }],
      [60, { pm25: 5, pm10: 6 }],
    ]);
    expect((await post(INGEST, 'pm25\n1\n', bearer('csv'))).json().code).toBe('bad_request');
  });

  it('SensorThings: an Observation, one of a Datastream’s own address, and CreateObservations with its errors', async () => {
    const ask = (url: string, body: object, password = 'things') => post(url, body, bearer(password));
    const Datastream = { '@iot.id': 'ST1:pm25' };
    const one = await ask('/v1.1/Observations', { Datastream, phenomenonTime: '2026-03-01T00:00:00Z', result: 7 });
    expect(one.statusCode).toBe(201);
    expect(one.headers.location).toContain('/v1.1/Observations(');
    expect(
      (await ask("/v1.1/Datastreams('ST1:pm10')/Observations", { phenomenonTime: '2026-03-01T00:00:00Z', result: 9 }))
        .statusCode,
    ).toBe(201);
    const many = await ask('/v1.1/CreateObservations', [
      {
        Datastream,
        components: ['phenomenonTime', 'result'],
        'dataArray@iot.count': 2,
        dataArray: [['2026-03-01T01:00:00Z/2026-03-01T02:00:00Z', 8], ['2026-03-01T02:00:00Z']],
      },
    ]);
    expect([many.statusCode, many.json().length, many.json()[1]]).toEqual([201, 2, 'error']);
    expect((await packetsOf(store, 'ST1', 2)).map(({ at, span, values }) => [at, span, values])).toEqual([
      [T, 0, { pm25: 7, pm10: 9 }],
      [T + 3_600_000, 60, { pm25: 8 }],
    ]);
    const wrong = await ask('/v1.1/Observations', { Datastream, result: 1 }, 'other');
    expect([wrong.statusCode, wrong.json()]).toEqual([401, { code: 401, type: 'error', message: expect.any(String) }]);
    expect((await ask('/v1.1/Observations', { result: 1 })).statusCode).toBe(404);
    expect((await ask('/v1.1/Observations', { Datastream })).statusCode).toBe(400);
    expect((await ask('/v1.1/CreateObservations', {})).statusCode).toBe(400);
  });

  it('who has no password, a wrong one, or that of another device is told so and nothing more; guessing is stopped', async () => {
    const body = { observations: [{ values: { pm25: 1 } }] };
    const address = { remoteAddress: '10.9.9.9' };
    const ask = (headers: Record<string, string>) =>
      http.inject({ method: 'POST', url: `${INGEST}?device=H1`, payload: body, headers, ...address });
    const codes = [];
    for (const headers of [{}, bearer('pw-two'), basic('H1', 'x'), basic('NOPASS', ''), basic('UNKNOWN', 'x')])
      codes.push((await ask(headers)).json().code);
    expect(new Set(codes)).toEqual(new Set(['device_login_failed']));
    for (let i = 0; i < 30; i++) await ask(bearer('guess'));
    expect((await ask(bearer('pw-one'))).json().code).toBe('too_many_attempts');
    expect((await post(`${INGEST}?device=H1`, body, bearer('pw-one'))).statusCode).toBe(201);
  });

  it('who sends more than its model allows is told when to come again', async () => {
    const ask = (minute: number) => post(INGEST, { ts: T + minute * 60_000, pm25: 1 }, basic('SLOW', 'slow'));
    const observations = Array.from({ length: 130 }, (_, i) => ({ time: T / 1000 + 86_400 + i, values: { pm25: i } }));
    const answers = [await ask(0), await post(INGEST, { observations }, basic('SLOW', 'slow')), await ask(1)];
    expect(answers.map((a) => a.statusCode)).toEqual([201, 201, 429]);
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('what cannot be read is refused with what to do; texts for numbers are kept', async () => {
    expect((await post(INGEST, { observations: [] }, basic('H1', 'pw-one'))).json().code).toBe('bad_request');
    expect((await post(INGEST, { pm25: 1 }, bearer('pw-one'))).json().code).toBe('bad_request');
    const answer = await post(INGEST, { ts: T + 7_200_000, pm25: 'broken' }, basic('H1', 'pw-one'));
    expect([answer.statusCode, answer.json().devices[0].outcome]).toEqual([201, 'kept']);
  });

  it('answers 503 with Retry-After while the store is away, and takes the same again afterwards', async () => {
    const body = { ts: T + 86_400_000, pm25: 3 };
    const away = { register: gateway.register, intake: gateway.intake, meter: gateway.meter, isAway: () => true };
    const closed = await openHttp({ version: '0' });
    ingestRoutes(closed, { taker: away });
    const answer = await closed.inject({ method: 'POST', url: INGEST, payload: body, headers: basic('H2', 'pw-two') });
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
      503,
      'database_unreachable',
      '10',
    ]);
    expect((await post(INGEST, body, basic('H2', 'pw-two'))).statusCode).toBe(201);
    const elsewhere = await openHttp({ version: '0' });
    ingestRoutes(elsewhere, {});
    expect(
      (await elsewhere.inject({ method: 'POST', url: INGEST, payload: body, headers: basic('H2', 'pw-two') })).json()
        .code,
    ).toBe('not_installed');
  });
});
