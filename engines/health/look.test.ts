import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { HOUR, MINUTE, network, TEN } from './fixtures.ts';

describe('health of a device', async () => {
  const store = await freshDatabase();
  const { pool } = store;
  const net = await network(store);
  beforeEach(async () => {
    for (const table of ['health_alarm', 'health_watch', 'health_setting', 'kept_frame', 'latest_packet', 'device'])
      await pool.query(`delete from ${table}`);
  });
  const watched = async (from = TEN - HOUR) => {
    await pool.query('insert into health_watch values ($1, $2)', [new Date(from), new Date(TEN - MINUTE)]);
  };

  it('is online while values come, late after three intervals, silent after half an hour, and well again', async () => {
    await net.device('A');
    await net.sends('A', TEN);
    await watched();
    await net.look(TEN + MINUTE);
    expect(await net.health('A')).toMatchObject({ state: 'online', cause: 'well', remedy: null });
    await net.look(TEN + 4 * MINUTE);
    expect(await net.health('A')).toMatchObject({ state: 'late', words: { zh: '数据晚到，最近一条11月2日 10:00' } });
    for (let m = 5; m <= 31; m++) await net.look(TEN + m * MINUTE);
    expect(await net.health('A')).toMatchObject({
      state: 'silent',
      cause: 'cut',
      since: new Date(TEN),
      words: { zh: '自11月2日 10:00起没有数据', en: 'no values since 2026-11-02 10:00' },
      remedy: { zh: expect.stringContaining('停电') },
    });
    expect(await net.alarms()).toMatchObject([{ kind: 'silent', open: true }]);
    await net.sends('A', TEN + 32 * MINUTE);
    await net.look(TEN + 32 * MINUTE);
    expect((await net.health('A')).state).toBe('online');
    expect(await net.alarms()).toMatchObject([{ kind: 'silent', open: false }]);
  });

  it('of an hourly device is judged by its hour', async () => {
    await net.device('A');
    await net.sends('A', TEN);
    await pool.query('update latest_packet set span_minutes = 60');
    await watched();
    await net.minutes(TEN + MINUTE, TEN + 5 * MINUTE, []);
    await pool.query(`update health_watch set last_look = $1`, [new Date(TEN + 2 * HOUR)]);
    await net.look(TEN + 2 * HOUR);
    expect((await net.health('A')).state).toBe('online');
  });

  it('of what nobody has watched is not held against it', async () => {
    await net.device('A');
    await net.sends('A', TEN - 5 * HOUR);
    await net.look(TEN);
    expect((await net.health('A')).state).toBe('online');
    await net.minutes(TEN + MINUTE, TEN + 31 * MINUTE, []);
    expect(await net.health('A')).toMatchObject({ state: 'silent', since: new Date(TEN - 5 * HOUR) });
  });

  it('names a clock that is wrong, and the command that sets it', async () => {
    await net.device('A');
    await net.sends('A', TEN);
    await net.link('A', TEN, { clock: 37 * 60 + 10 });
    await net.look(TEN);
    expect(await net.health('A')).toMatchObject({
      state: 'faulty',
      words: { zh: '时钟快约37分钟', en: 'clock ahead by about 37 min' },
      remedy: { zh: expect.stringContaining('1012') },
    });
    expect(await net.alarms()).toHaveLength(1);
  });

  it('does not take a backlog for a clock that is behind, and a steady one for what it is', async () => {
    await net.device('A');
    await net.sends('A', TEN);
    // six hours of old values within minutes
    for (let m = 0; m < 15; m++) {
      await net.link('A', TEN, { clock: -(6 - m * 0.4) * 3600 });
      await net.minutes(TEN + m * MINUTE, TEN + m * MINUTE, ['A']);
      expect((await net.health('A')).state).toBe('online');
    }
    await net.link('A', TEN, { clock: -4 * 3600 - 7 });
    await net.minutes(TEN + 15 * MINUTE, TEN + 24 * MINUTE, ['A']);
    expect((await net.health('A')).state).toBe('online');
    await net.link('A', TEN, { clock: -4 * 3600 + 9 });
    await net.minutes(TEN + 25 * MINUTE, TEN + 25 * MINUTE, ['A']);
    expect((await net.health('A')).words.zh).toBe('时钟慢约4小时');
  });

  it.each([
    ['wrong_password', '访问密码不对：30分钟内6条报文被拒'],
    ['unreadable', '校验错误：30分钟内6条报文不能识别'],
    ['clock_ahead', '时钟快得太多：30分钟内6条数据不能用'],
  ])('is faulty when frames are kept because of %s', async (reason, words) => {
    await net.device('A');
    await net.link('A', TEN);
    await net.keeps('A', TEN - 5 * MINUTE, reason, 6);
    await net.look(TEN);
    expect(await net.health('A')).toMatchObject({ state: 'faulty', words: { zh: words } });
    await net.look(TEN + 26 * MINUTE);
    expect((await net.health('A')).cause).not.toBe(reason);
  });

  it('tells two devices of one number while their taking turns goes on', async () => {
    await net.device('A');
    await net.sends('A', TEN);
    await net.link('A', TEN, { deviations: { 'two-senders': 4 } });
    await net.look(TEN);
    expect((await net.health('A')).state).toBe('online');
    await net.sends('A', TEN + MINUTE);
    await net.link('A', TEN, { deviations: { 'two-senders': 5 } });
    await net.look(TEN + MINUTE);
    expect(await net.health('A')).toMatchObject({ state: 'faulty', words: { zh: '两台设备在用同一个编号' } });
    await net.minutes(TEN + 2 * MINUTE, TEN + 32 * MINUTE, ['A']);
    expect((await net.health('A')).state).toBe('online');
  });

  it('is faulty when it is connected and sends nothing', async () => {
    await net.device('A');
    await net.sends('A', TEN);
    await watched();
    await net.minutes(TEN + MINUTE, TEN + 30 * MINUTE, []);
    await net.link('A', TEN + 31 * MINUTE);
    await net.look(TEN + 31 * MINUTE);
    expect(await net.health('A')).toMatchObject({ state: 'faulty', cause: 'connected_without_values' });
  });

  it('is faulty when values are marked invalid for a quarter of an hour, and not for a moment', async () => {
    await net.device('A');
    await net.sends('A', TEN, 'I');
    await net.minutes(TEN, TEN + 14 * MINUTE, ['A']);
    expect((await net.health('A')).state).toBe('online');
    await net.minutes(TEN + 15 * MINUTE, TEN + 16 * MINUTE, ['A']);
    expect(await net.health('A')).toMatchObject({ state: 'faulty', cause: 'all_flags_bad' });
  });

  it('is faulty when quality control keeps out most of the last hours of a channel', async () => {
    const deviceId = await net.device('A');
    await net.sends('A', TEN);
    net.marks.push({ deviceId, channel: 1, from: TEN - 3 * HOUR, until: TEN, letter: 'S' });
    await net.look(TEN);
    expect((await net.health('A')).state).toBe('online');
    net.marks[0] = { ...net.marks[0]!, from: TEN - 5 * HOUR };
    await net.look(TEN);
    net.marks.pop();
    expect(await net.health('A')).toMatchObject({ state: 'faulty', words: { zh: '质控判定数据不可信：PM2.5' } });
  });

  it('goes into maintenance and comes back with its windows', async () => {
    const id = await net.device('A');
    await net.sends('A', TEN);
    await pool.query(
      `insert into maintenance_window (device_id, begins, ends, reason, by_name) values ($1, $2, $3, '换滤膜', '某人')`,
      [id, new Date(TEN), new Date(TEN + HOUR)],
    );
    await net.look(TEN + MINUTE);
    expect(await net.health('A')).toMatchObject({ state: 'maintenance', words: { zh: '维护中：换滤膜' } });
    await net.minutes(TEN + HOUR, TEN + HOUR + MINUTE, ['A']);
    expect((await net.health('A')).state).toBe('online');
    const { rows } = await pool.query('select to_state from device_state_change where device_id = $1 order by id', [
      id,
    ]);
    expect(rows.map((r) => r.to_state)).toEqual(['maintenance', 'admitted']);
  });

  it('of a truck that is parked is no alarm', async () => {
    await net.device('truck', { kind: 'muck-truck' });
    await net.sends('truck', TEN - 20 * HOUR);
    await watched(TEN - 24 * HOUR);
    await net.look(TEN);
    expect(await net.health('truck')).toMatchObject({ state: 'online', cause: 'parked' });
    expect(await net.alarms()).toEqual([]);
  });

  it('is judged by the numbers that the district has set, from their day on', async () => {
    await net.device('A');
    await net.sends('A', TEN - 10 * MINUTE);
    await watched();
    await pool.query(`insert into health_setting values ('lateIntervals', '2026-11-03', 20, now(), '某人')`);
    await net.look(TEN);
    expect((await net.health('A')).state).toBe('late');
    await pool.query(`insert into health_setting values ('lateIntervals', '2026-11-01', 15, now(), '某人')`);
    await net.look(TEN + MINUTE);
    expect((await net.health('A')).state).toBe('online');
  });
});

describe('an outage', async () => {
  const store = await freshDatabase();
  const { pool } = store;
  const net = await network(store);
  const codes = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
  const west = codes('w', 12);
  const east = codes('e', 30);
  for (const code of west) await net.device(code, { street: '110102007' });
  for (const code of east) await net.device(code, { street: '110102001' });
  beforeEach(async () => {
    for (const table of ['health_alarm', 'health_watch', 'health_episode', 'device_health'])
      await pool.query(`delete from ${table}`);
    for (const code of [...west, ...east]) await net.sends(code, TEN);
  });

  it('of a street is one alarm, and those that stay away afterwards have their own', async () => {
    await net.minutes(TEN, TEN + 35 * MINUTE, [...east, ...west.slice(10)]);
    expect(await net.alarms()).toEqual([
      {
        kind: 'outage',
        common: 'street',
        cause: 'outage',
        words: '月坛街道大面积中断：10:00前后10台（共12台）先后停止上传',
        open: true,
        devices: 10,
      },
    ]);
    // nine come back: that ends it
    await net.minutes(TEN + 36 * MINUTE, TEN + 38 * MINUTE, [...east, ...west.slice(1)]);
    const after = await net.alarms();
    expect(after).toMatchObject([
      { kind: 'outage', open: false },
      { kind: 'silent', open: true, devices: 1 },
    ]);
  });

  it('of the whole network is one alarm, not one a device', async () => {
    await net.minutes(TEN, TEN + 45 * MINUTE, []);
    expect(await net.alarms()).toMatchObject([
      { kind: 'outage', common: 'all', words: expect.stringContaining('全网中断'), devices: 42, open: true },
    ]);
    await net.minutes(TEN + 46 * MINUTE, TEN + 47 * MINUTE, [...west, ...east]);
    expect(await net.alarms()).toMatchObject([{ open: false }]);
  });

  it('takes in who falls silent while it lasts', async () => {
    await net.minutes(TEN, TEN + 12 * MINUTE, [...east, ...west.slice(8)]);
    await net.minutes(TEN + 13 * MINUTE, TEN + 50 * MINUTE, east);
    expect(await net.alarms()).toMatchObject([{ kind: 'outage', common: 'street', devices: 12 }]);
  });

  it('is not made of devices that stop one after another over hours', async () => {
    for (const [i, code] of west.slice(0, 4).entries()) await net.sends(code, TEN - i * 3 * HOUR);
    await pool.query('insert into health_watch values ($1, $2)', [new Date(TEN - 20 * HOUR), new Date(TEN)]);
    await net.minutes(TEN + MINUTE, TEN + 31 * MINUTE, [...east, ...west.slice(4)]);
    expect((await net.alarms()).map(({ kind }) => kind)).toEqual(['silent', 'silent', 'silent', 'silent']);
  });
});
