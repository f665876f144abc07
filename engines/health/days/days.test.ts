import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';
import { HOUR, MINUTE, network, TEN } from '../fixtures.ts';
import { minutesOf } from './minutes.ts';
import { completenessOf, healthDaysOf } from './read.ts';
import { reconcileHealthDays } from './reconcile.ts';

const MIDNIGHT = TEN - 10 * HOUR;

describe('minutes of a day', () => {
  const day = { from: 0, until: 100 * MINUTE };
  const episode = (from: number, until: number, state: string) => ({
    from: from * MINUTE,
    until: until * MINUTE,
    state,
  });

  it('are those of each state, within the day', () => {
    const episodes = [episode(-50, 60, 'online'), episode(60, 90, 'silent'), episode(90, 500, 'faulty')];
    expect(minutesOf(day, episodes, [{ from: -1e9, until: 1e9 }])).toEqual({
      ...{ online: 60, late: 0, silent: 30, faulty: 10, maintenance: 0, unwatched: 0 },
    });
  });

  it('count neither way while nobody watched, before admission, and in probation', () => {
    const watched = [
      { from: 0, until: 20 * MINUTE },
      { from: 50 * MINUTE, until: 100 * MINUTE },
    ];
    const episodes = [episode(0, 10, 'probation'), episode(10, 100, 'online')];
    expect(minutesOf(day, episodes, watched)).toMatchObject({ online: 60, silent: 0, unwatched: 40 });
  });
});

describe('days of a device', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  const net = await network(store);
  const id = await net.device('A');
  await pool.query('update device set admitted_at = $1', [new Date(MIDNIGHT - 40 * HOUR)]);
  beforeEach(async () => {
    for (const table of [
      'health_watch',
      'health_episode',
      'device_health',
      'device_health_day',
      'hour_value',
      'latest_packet',
    ])
      await pool.query(`delete from ${table}`);
  });
  const hours = async (from: number, count: number, flags: string) =>
    pool.query(
      `insert into hour_value (device_id, hour, mean, samples, flags, source_id)
       select $1, $2::timestamptz + i * interval '1 hour', '{30}', '{60}', $4, 1 from generate_series(0, $3 - 1) i`,
      [id, new Date(from), count, flags],
    );

  it('say how long it was well and how much of what was expected is valid', async () => {
    await net.sends('A', MIDNIGHT);
    await net.minutes(MIDNIGHT, MIDNIGHT + 60 * MINUTE, ['A']);
    await net.minutes(MIDNIGHT + 61 * MINUTE, MIDNIGHT + 120 * MINUTE, []);
    await hours(MIDNIGHT, 1, 'V');
    await hours(MIDNIGHT + HOUR, 1, 'N');
    await reconcileHealthDays(db, '2026-11-02', '2026-11-02', new Date(MIDNIGHT + 2 * HOUR));
    const [day] = await healthDaysOf(db, id, '2026-11-02', '2026-11-02');
    expect(day).toMatchObject({ expectedHours: 2, validHours: 1, unwatched: 0, faulty: 0, maintenance: 0 });
    expect([day!.online, day!.late, day!.silent]).toEqual([63, 27, 30]);
    expect(await completenessOf(db, '2026-11-02')).toEqual([
      { deviceId: id, dayShare: 0.5, monthShare: 0.5, upShare: 0.75 },
    ]);
  });

  it('come out the same however often they are made', async () => {
    await net.sends('A', MIDNIGHT);
    await net.minutes(MIDNIGHT, MIDNIGHT + 30 * MINUTE, ['A']);
    await hours(MIDNIGHT, 5, 'V');
    const make = () => reconcileHealthDays(db, '2026-11-01', '2026-11-02', new Date(MIDNIGHT + 6 * HOUR));
    expect(await make()).toBe(2);
    const once = await healthDaysOf(db, id, '2026-11-01', '2026-11-02');
    await make();
    expect(await healthDaysOf(db, id, '2026-11-01', '2026-11-02')).toEqual(once);
    expect(once[1]).toMatchObject({ expectedHours: 6, validHours: 5, unwatched: 330 });
  });

  it('expect nothing before the device was admitted', async () => {
    await pool.query('update device set admitted_at = $1', [new Date(MIDNIGHT + 3 * HOUR)]);
    await reconcileHealthDays(db, '2026-11-01', '2026-11-02', new Date(MIDNIGHT + 5 * HOUR));
    const days = await healthDaysOf(db, id, '2026-11-01', '2026-11-02');
    expect(days.map(({ expectedHours }) => expectedHours)).toEqual([0, 2]);
  });
});
