import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { createAccount } from '#platform/identity';
import { Caller } from '../../tests/caller.ts';
import { freshDatabase } from '../../tests/database.ts';
import { wholeServer } from '../../tests/server.ts';

const PASSWORD = '很长的一句口令 2021';

describe('the register of devices', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  const http = await wholeServer(store);
  await http.ready();
  const engineer = new Caller(http, '10.1.0.1');
  const officer = new Caller(http, '10.1.0.2');
  const ask = async (method: string, url: string, body?: object) => {
    const answer = await engineer.ask(method, url, body);
    return { status: answer.statusCode, body: answer.json() };
  };

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const system = { accountId: null, name: 'system' };
    await createAccount(db, system, {
      login: 'engineer',
      name: '数据员',
      grants: [{ role: 'data_engineer' }],
      password: PASSWORD,
    });
    await createAccount(db, system, {
      login: 'officer',
      name: '经办人',
      grants: [{ role: 'air_office' }],
      password: PASSWORD,
    });
    await engineer.logIn('engineer', PASSWORD);
    await officer.logIn('officer', PASSWORD);
    await ask('POST', '/api/device-models', {
      id: 'maker-a',
      title: { zh: '甲厂微站', en: 'maker A' },
      maker: '甲厂',
      kind: 'micro-station',
      protocol: 'hj-212',
      settings: { factors: [{ factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' }] },
    });
  });

  const made = async (code: string, more: object = {}) =>
    (await ask('POST', '/api/devices', { code, kind: 'micro-station', ...more })).body;
  const channels = async (id: number) =>
    (await pool.query('select no, factor, pollutant, unit from channel where device_id = $1 order by no', [id])).rows;
  const knocking = async (code: string) => {
    const { rows } = await pool.query(
      `insert into device (code, kind, state, state_reason) values ($1, 'unknown', 'probation', '10.0.0.9') returning id`,
      [code],
    );
    await pool.query(`insert into device_identity values ('hj-212', $1, $2)`, [code, rows[0].id]);
    return rows[0].id as number;
  };

  it('finds the street of a device from its place', async () => {
    const device = await made('S-1', { name: '德胜门', lon: 116.3775, lat: 39.9094 });
    expect(device).toMatchObject({ streetCode: '110102001', state: 'admitted', name: { zh: '德胜门', en: null } });
    const moved = await ask('PATCH', `/api/devices/${device.id}`, { lon: 117.9 });
    expect(moved.body).toMatchObject({ lon: 117.9, lat: 39.9094, streetCode: null });
    const named = await ask('PATCH', `/api/devices/${device.id}`, { streetCode: '110102007' });
    expect(named.body.streetCode).toBe('110102007');
  });

  it.each([
    ['a model that there is not', { modelId: 'nobody-makes-it' }, 'value_out_of_range'],
    ['a unit that the district has not', { unitId: 'ministry-of-silly-walks' }, 'value_out_of_range'],
    ['half a place', { lon: 116.3, lat: null }, 'value_out_of_range'],
    ['a kind that there is not', { kind: 'toaster' }, 'bad_request'],
  ])('refuses %s', async (_, fields, code) => {
    const { id } = await made(`R-${code}-${Object.keys(fields)[0]}`);
    expect((await ask('PATCH', `/api/devices/${id}`, fields)).body.code).toBe(code);
  });

  it('gives one number to one device, and says whose it is', async () => {
    const identities = [{ protocol: 'hj-212', identity: '0100001' }];
    await made('I-1', { identities });
    const second = await ask('POST', '/api/devices', { code: 'I-2', kind: 'micro-station', identities });
    expect(second.body).toMatchObject({ code: 'already_exists', message: { zh: expect.stringContaining('I-1') } });
    expect((await ask('GET', '/api/devices?q=I-2')).body.devices).toEqual([]);
  });

  it('never tells a password again, and writes none into the audit', async () => {
    const { id } = await made('P-1');
    const set = await ask('PUT', `/api/devices/${id}/secrets`, { password: 'geheim42' });
    expect(set.body.hasPassword).toBe(true);
    const audit = await pool.query("select before, after from audit where action = 'device.secrets'");
    expect(audit.rows).toEqual([{ before: null, after: { password_set: true } }]);
    expect(JSON.stringify([set, audit.rows])).not.toContain('geheim42');
    expect((await pool.query('select password from device_secret where device_id = $1', [id])).rows[0].password).toBe(
      'geheim42',
    );
  });

  it('lists page by page in any order, each device once', async () => {
    for (let i = 0; i < 7; i++) await made(`L-${i}`, { kind: 'site', name: `工地${i % 3}` });
    for (const sort of ['code', 'name', 'health', 'values', 'street']) {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const url = `/api/devices?kind=site&sort=${sort}&dir=desc&limit=2${after ? `&after=${after}` : ''}`;
        const { body }: { body: { devices: { code: string }[]; next: string | null; total: number } } = await ask(
          'GET',
          url,
        );
        expect(body.total).toBe(7);
        seen.push(...body.devices.map(({ code }) => code));
        after = body.next;
      }
      expect([sort, [...seen].sort()]).toEqual([sort, ['L-0', 'L-1', 'L-2', 'L-3', 'L-4', 'L-5', 'L-6']]);
    }
    expect((await ask('GET', '/api/devices?after=nonsense')).body.code).toBe('bad_request');
  });

  it('finds a device by a part of its number, and takes percent signs as they are', async () => {
    await made('Q-1', { identities: [{ protocol: 'hj-212', identity: 'AB%CD' }] });
    expect((await ask('GET', '/api/devices?q=b%25c')).body.devices.map((d: { code: string }) => d.code)).toEqual([
      'Q-1',
    ]);
    expect((await ask('GET', '/api/devices?q=%25')).body.total).toBe(1);
  });

  it('maps channels by the model that is chosen, but for those that a person has mapped', async () => {
    const { id } = await made('M-1');
    await pool.query(
      `insert into channel (device_id, no, factor) values ($1, 1, 'a34004'), ($1, 2, 'a34002'), ($1, 3, 'w99999')`,
      [id],
    );
    const wrong = await ask('PUT', `/api/devices/${id}/channels/2`, { meaning: { pollutant: 'PM10', unit: 'ppb' } });
    expect(wrong.body).toMatchObject({ code: 'value_out_of_range', message: { zh: expect.stringContaining('mg/m³') } });
    await ask('PUT', `/api/devices/${id}/channels/2`, { meaning: { pollutant: 'PM10', unit: 'mg/m³' } });
    await ask('PATCH', `/api/devices/${id}`, { modelId: 'maker-a' });
    expect(await channels(id)).toEqual([
      { no: 1, factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' },
      { no: 2, factor: 'a34002', pollutant: 'PM10', unit: 'mg/m³' },
      { no: 3, factor: 'w99999', pollutant: null, unit: null },
    ]);
    const factor = { factor: 'a34002', pollutant: 'PM10', unit: 'µg/m³' };
    await ask('POST', '/api/device-models/maker-a/factors', factor);
    expect((await channels(id))[1]).toMatchObject({ unit: 'mg/m³' });
    const left = await ask('PUT', `/api/devices/${id}/channels/2`, { meaning: null });
    expect(left.body.channels[1]).toMatchObject({ pollutant: 'PM10', unit: 'µg/m³', mappedBy: null });
  });

  it('shows factors without a meaning with what the catalogue knows them as, and maps them for a whole model', async () => {
    for (const code of ['U-1', 'U-2']) {
      const { id } = await made(code, { modelId: 'maker-a' });
      await pool.query(`insert into channel (device_id, no, factor) values ($1, 1, 'a21026'), ($1, 2, 'zz1')`, [id]);
      await pool.query(`insert into latest_packet values ($1, 0, now(), now(), 1, '{7.5,3}', 'VV')`, [id]);
    }
    const find = async (factor: string) =>
      (await ask('GET', '/api/device-channels/unmapped')).body.factors.find(
        (f: { factor: string }) => f.factor === factor,
      );
    expect(await find('a21026')).toMatchObject({
      devices: 2,
      examples: [
        { code: 'U-1', value: 7.5 },
        { code: 'U-2', value: 7.5 },
      ],
      suggestion: { pollutant: 'SO2', units: ['µg/m³', 'mg/m³', 'ppb', 'ppm'] },
    });
    expect(await find('zz1')).toMatchObject({ suggestion: null });
    const title = { zh: '箱内电压', en: 'voltage of the box' };
    const changed = await ask('POST', '/api/device-models/maker-a/factors', { factor: 'zz1', title, unit: 'V' });
    expect(changed.body.devices).toBe(2);
    expect(await find('zz1')).toBeUndefined();
  });

  it('refuses a model in which one name means two things', async () => {
    const factors = [
      { factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' },
      { factor: 'a34002', aliases: ['A34004'], pollutant: 'PM10', unit: 'µg/m³' },
    ];
    const answer = await ask('PATCH', '/api/device-models/maker-a', { settings: { factors } });
    expect(answer.body).toMatchObject({
      code: 'value_out_of_range',
      message: { en: expect.stringContaining('A34004') },
    });
  });

  it('admits who knocks, in one step', async () => {
    const id = await knocking('K-1');
    expect((await ask('GET', '/api/devices/probation')).body.knocks).toMatchObject([
      { device: { code: 'K-1' }, identities: [{ identity: 'K-1' }], remote: '10.0.0.9' },
    ]);
    expect((await ask('POST', `/api/devices/${id}/admit`, { modelId: 'maker-a' })).body.code).toBe(
      'value_out_of_range',
    );
    const answer = await ask('POST', `/api/devices/${id}/admit`, { kind: 'micro-station', modelId: 'maker-a' });
    expect(answer.body.device).toMatchObject({
      state: 'admitted',
      changes: [{ from: 'probation', to: 'admitted', by: '数据员' }],
    });
    expect((await ask('POST', `/api/devices/${id}/admit`, { kind: 'site' })).body.code).toBe('not_in_this_state');
  });

  it('merges a second number of a known device into it, with what was kept of it', async () => {
    const id = await knocking('K-2');
    await pool.query(
      `insert into kept_frame (protocol, identity, device_id, reason, bytes) values ('hj-212', 'K-2', $1, 'probation', '##')`,
      [id],
    );
    const { id: into } = await made('K-known');
    const answer = await ask('POST', `/api/devices/${id}/merge`, { into });
    expect(answer.body).toMatchObject({
      device: { id: into, identities: [{ identity: 'K-2' }] },
      replayed: { kept: 1 },
    });
    expect((await ask('GET', `/api/devices/${id}`)).status).toBe(404);
    expect((await ask('POST', `/api/devices/${into}/merge`, { into: into + 100 })).status).toBe(404);
  });

  it('is in maintenance while somebody works on it, and back afterwards', async () => {
    const { id } = await made('W-1');
    const begun = await ask('POST', `/api/devices/${id}/maintenance`, { reason: '更换滤膜' });
    expect(begun.body).toMatchObject({ state: 'maintenance', stateReason: '更换滤膜' });
    expect((await ask('POST', `/api/devices/${id}/maintenance`, { reason: '又来' })).body.code).toBe('conflict');
    const ended = await ask('POST', `/api/devices/${id}/maintenance/end`, {});
    expect(ended.body).toMatchObject({
      state: 'admitted',
      windows: [{ reason: '更换滤膜', ends: expect.any(String) }],
    });
    const planned = await ask('POST', `/api/devices/${id}/maintenance`, {
      begins: '2099-01-01T08:00:00+08:00',
      reason: '大修',
    });
    expect(planned.body.state).toBe('admitted');
  });

  it('is retired and restored with a reason, and its history says so', async () => {
    const { id } = await made('T-1');
    await ask('POST', `/api/devices/${id}/retire`, { reason: '点位拆除' });
    expect((await ask('GET', '/api/devices?q=T-1')).body.total).toBe(0);
    expect((await ask('GET', '/api/devices?q=T-1&state=retired')).body.devices[0].stateReason).toBe('点位拆除');
    const back = await ask('POST', `/api/devices/${id}/restore`, { reason: '重新安装' });
    expect(back.body.changes.map((c: { to: string }) => c.to)).toEqual(['admitted', 'retired', 'admitted']);
  });

  it('is read by officers and changed by the data engineer', async () => {
    expect((await officer.get('/api/devices')).statusCode).toBe(200);
    expect((await officer.post('/api/devices', { code: 'X', kind: 'site' })).json().code).toBe('no_permission');
  });
});
