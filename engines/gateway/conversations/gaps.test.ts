import { beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import { liveSource } from '#engines/observations';
import { freshDatabase } from '../../../tests/database.ts';
import { beijing, givenDevice } from '../fixtures/devices.ts';
import { askForGaps, gapsIn } from './gaps.ts';

const HOUR = 3_600_000;

describe('the gaps in a row of periods', () => {
  it('are stretches of what is missing, cut where a request would ask for too much', () => {
    expect(gapsIn([0, HOUR, 4 * HOUR], 0, 6 * HOUR, HOUR, 24 * HOUR)).toEqual([
      { begins: 2 * HOUR, ends: 4 * HOUR },
      { begins: 5 * HOUR, ends: 6 * HOUR },
    ]);
    expect(gapsIn([], 0, 5 * HOUR, HOUR, 2 * HOUR)).toEqual([
      { begins: 0, ends: 2 * HOUR },
      { begins: 2 * HOUR, ends: 4 * HOUR },
      { begins: 4 * HOUR, ends: 5 * HOUR },
    ]);
    // a period that has not ended is not missing, one that had begun before neither
    expect(gapsIn([], 1, 2 * HOUR - 1, HOUR, 24 * HOUR)).toEqual([]);
  });
});

describe('a device that misses hours', async () => {
  const store = await freshDatabase();
  const now = Math.floor(Date.now() / HOUR) * HOUR + 30 * 60_000;
  const hour = (back: number) => now - 30 * 60_000 - back * HOUR;
  let id: number;
  const commands = async () =>
    (await store.pool.query('select name, arguments, asked_by_name, state from device_command order by asked_at')).rows;
  const answered = (state: string) => store.pool.query('update device_command set state = $1', [state]);

  beforeAll(async () => {
    const settings = modelSettings.parse({ askMissing: ['hours'], askMissingHours: 8, stamp: 'end' });
    const title = { zh: '能补数', en: 'sends again' };
    await storeDeviceModels(store.db, [
      { id: 'again', title, maker: null, kind: 'micro', protocol: 'hj-212', settings },
    ]);
    id = await givenDevice(store, 'hj-212', 'GAPS', { model: 'again' });
    await store.pool.query("update device set created_at = now() - interval '30 days'");
    await store.pool.query("insert into device_link values ($1, 'hj-212', 'one', null, now(), now())", [id]);
    await store.pool.query("select ensure_packet_months(now() - interval '3 days', now())");
    await store.pool.query(
      `insert into packet (at, device_id, source_id, span_minutes, values, flags)
       select to_timestamp(h / 1000.0), $1, $3, 60, '{1}', 'V' from unnest($2::float8[]) as h`,
      [id, [8, 7, 4, 3, 1].map(hour), await liveSource(store.db, false)],
    );
  });

  it('is asked for them, in its own stamps, by the platform', async () => {
    expect(await askForGaps(store.db, now)).toEqual({ devices: 1, asked: 2 });
    const stamped = (from: number, until: number) => ({
      BeginTime: beijing(hour(from) + HOUR),
      EndTime: beijing(hour(until) + 2 * HOUR - 1000),
    });
    expect((await commands()).map((row) => [row.name, row.arguments, row.asked_by_name])).toEqual(
      expect.arrayContaining([
        ['hour-history', stamped(2, 2), 'system'],
        ['hour-history', stamped(6, 5), 'system'],
      ]),
    );
  });

  it('is not asked twice at once, nor before the time to try again has come', async () => {
    expect((await askForGaps(store.db, now)).asked).toBe(0);
    await answered('done');
    expect((await askForGaps(store.db, now)).asked).toBe(0);
    expect((await askForGaps(store.db, now + 61 * 60_000)).asked).toBe(2 + 1);
  });

  it('is left alone when it answers no request', async () => {
    await answered('unanswered');
    expect(await askForGaps(store.db, now + 26 * HOUR)).toEqual({ devices: 0, asked: 0 });
  });
});
