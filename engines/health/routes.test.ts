import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#platform/identity';
import { Caller } from '../../tests/caller.ts';
import { freshDatabase } from '../../tests/database.ts';
import { wholeServer } from '../../tests/server.ts';
import { MINUTE, network } from './fixtures.ts';

const PASSWORD = '很长的一句口令 2021';
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

describe("the operator's desk", async () => {
  const store = await freshDatabase();
  const http = await wholeServer(store);
  await http.ready();
  const engineer = new Caller(http, '10.1.0.1');
  const net = await network(store);
  const now = Date.now();
  const get = async (url: string) => (await engineer.get(url)).json();

  beforeAll(async () => {
    const system = { accountId: null, name: 'system' };
    const grants = [{ role: 'data_engineer' }];
    await createAccount(store.db, system, { login: 'engineer', name: '数据员', grants, password: PASSWORD });
    await engineer.logIn('engineer', PASSWORD);
    for (const code of ['well', 'wrong']) await net.device(code, { street: '110102007', lon: 116.35, lat: 39.91 });
    for (const code of ['well', 'wrong']) await net.sends(code, now - MINUTE);
    await net.link('wrong', now, { clock: 40 * 60 });
    await net.device('knocks', { state: 'probation', kind: 'unknown' });
    await net.look(now);
  });

  it('shows what is wrong with its words and remedy, counts, and who waits', async () => {
    const overview = await get('/api/device-health/overview');
    expect(overview).toMatchObject({
      outages: [],
      wrong: [{ code: 'wrong', health: { words: { zh: '时钟快约40分钟' } }, alarm: { acknowledged: false } }],
      probation: 1,
      unmapped: { factors: 0, devices: 0 },
      overdue: 0,
    });
    expect(overview.counts).toContainEqual({ kind: 'micro-station', health: 'faulty', n: 1 });
    expect(overview.counts).toContainEqual({ kind: 'micro-station', health: 'online', n: 1 });
  });

  it('takes an alarm on once, with what is done about it', async () => {
    const { alarms } = await get('/api/device-health/alarms?open=yes');
    expect(alarms).toMatchObject([{ kind: 'faulty', devices: [{ code: 'wrong' }], acknowledged: null }]);
    const url = `/api/device-health/alarms/${alarms[0].id}/acknowledge`;
    const taken = (await engineer.post(url, { note: '已下发校时' })).json();
    expect(taken.acknowledged).toMatchObject({ by: '数据员', note: '已下发校时' });
    expect((await engineer.post(url, { note: '再来' })).json().code).toBe('not_in_this_state');
    expect((await get('/api/device-health/overview')).wrong[0].alarm.acknowledged).toBe(true);
  });

  it('lists devices with how they are, the worst first', async () => {
    const { devices } = await get('/api/devices?kind=micro-station');
    expect(devices.map((d: { code: string }) => d.code)).toEqual(['wrong', 'well']);
    expect((await get('/api/devices?health=online')).total).toBe(1);
  });

  it('keeps what was done at a device with photos, and tells calibrations that have run out', async () => {
    const url = `/api/devices/${net.idOf('well')}/log`;
    const add = (entry: object, file?: Buffer) => {
      const edge = 'x123';
      const part = (head: string, body: Buffer | string) =>
        Buffer.concat([
          Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
          Buffer.from(body),
          Buffer.from('\r\n'),
        ]);
      const payload = Buffer.concat([
        part('name="entry"', JSON.stringify(entry)),
        ...(file ? [part('name="file"; filename="现场.jpg"\r\ncontent-type: image/jpeg', file)] : []),
        Buffer.from(`--${edge}--\r\n`),
      ]);
      return engineer.ask('POST', url, payload, { 'content-type': `multipart/form-data; boundary=${edge}` });
    };
    const visit = { kind: 'visit', doneOn: '2026-01-05', doneBy: '张工', words: '清洁采样头' };
    expect((await add(visit, JPEG)).json().entries).toMatchObject([
      { words: '清洁采样头', files: [{ name: '现场.jpg' }] },
    ]);
    expect((await add({ ...visit, kind: 'calibration' })).json().code).toBe('bad_request');
    expect((await add({ ...visit, doneOn: '2199-01-01' })).json().code).toBe('value_out_of_range');
    expect((await add(visit, Buffer.from('<svg>'))).json().code).toBe('document_kind_unknown');
    const calibration = {
      ...visit,
      kind: 'calibration',
      pollutant: 'PM25',
      standard: '参比仪器 B-7',
      result: 'adjusted',
      validUntil: '2026-02-05',
    };
    await add(calibration);
    const overdue = async () => (await get('/api/device-calibrations/overdue')).calibrations;
    expect(await overdue()).toMatchObject([{ code: 'well', pollutant: 'PM25', validUntil: '2026-02-05' }]);
    // the whole device, later, until far ahead
    const whole = (
      await add({ ...calibration, doneOn: '2026-02-01', pollutant: null, validUntil: '2199-01-01' })
    ).json();
    expect(await overdue()).toEqual([]);
    const withdrawn = await engineer.post(`${url}/${whole.entries[0].id}/withdraw`, { reason: '写错设备' });
    expect(withdrawn.json().entries[0].withdrawn).toMatchObject({ by: '数据员', reason: '写错设备' });
    expect(await overdue()).toHaveLength(1);
  });

  it('shows gaps of the network as GeoJSON, and less of them with a wider limit', async () => {
    const near = await get('/api/device-health/gaps?kind=micro-station');
    expect(near).toMatchObject({ type: 'FeatureCollection', metres: 500, cellMetres: 100 });
    expect(near.features.length).toBeGreaterThan(4000);
    const wide = await get('/api/device-health/gaps?kind=micro-station&metres=3000');
    expect(wide.features.length).toBeLessThan(near.features.length);
    expect(wide.share).toBeLessThan(near.share);
  });

  it('lets its numbers be set within bounds, and says what was the default', async () => {
    const set = await engineer.ask('PUT', '/api/device-health/settings/silentMinutes', { value: 45 });
    const setting = set.json().settings.find((s: { name: string }) => s.name === 'silentMinutes');
    expect(setting).toMatchObject({ value: 45, standard: 30, set: { by: '数据员' } });
    const wrong = await engineer.ask('PUT', '/api/device-health/settings/outageShare', { value: 7 });
    expect(wrong.json().code).toBe('value_out_of_range');
  });
});
