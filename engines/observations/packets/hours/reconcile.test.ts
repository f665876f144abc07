import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../tests/database.ts';
import { DAY, HOUR, microStations } from '../../fixtures/devices.ts';
import { type Mark, type MarksOf, type PacketRow, reconcileDays, reconcileHours } from '../../index.ts';
import { touchHours } from './task.ts';

const NOW = new Date(DAY + 72 * HOUR);

describe('hours of packets', async () => {
  const { pool, db } = await freshDatabase();
  const { ids, sourceId: source, send } = await microStations({ pool, db }, 3);
  const clean = async () => {
    const tables = ['packet', 'packet_replaced', 'latest_packet', 'touched_hours', 'hour_value', 'device_day'];
    for (const table of [...tables, 'touched_device_day', 'touched_day']) await pool.query(`delete from ${table}`);
  };
  beforeEach(clean);

  const packet = (device: number, minute: number, span: number, value: number, flag = 'V'): PacketRow => ({
    ...{ deviceId: ids[device]!, sourceId: source, at: DAY + minute * 60_000, spanMinutes: span },
    ...{ values: [value, (value * 7) % 360], flags: flag + flag, receivedAt: NOW.getTime() },
  });
  const settle = async (marksOf?: MarksOf) => {
    const done = await reconcileHours(pool, { now: NOW, marksOf });
    await reconcileDays(pool);
    return done;
  };
  const hours = async () =>
    (
      await pool.query(
        'select device_id, hour, mean::text, min::text, max::text, samples, valid_minutes, flags, basis, source_id from hour_value order by 1, 2',
      )
    ).rows;
  const days = async () =>
    (
      await pool.query(
        'select device_id, day, mean::text, min::text, max::text, hours, valid_minutes, valid from device_day order by 1, 2',
      )
    ).rows;

  /** hours of nothing but whole rows of valid ten minutes whose mean is not that of the packets, told by the database alone */
  const plainMeans = async () =>
    (
      await pool.query(
        `select * from (
           select device_id, date_trunc('hour', at) as hour, avg(values[1]::numeric) as mean from packet
           group by 1, 2 having count(*) = 6 and every(span_minutes = 10 and flags = 'VV')) p
         left join hour_value h using (device_id, hour)
         where h.flags is distinct from 'VV' or abs(h.mean[1] - p.mean::real) > 1e-4`,
      )
    ).rows;

  it('come in any order, again and corrected, and are those of a full computation', async () => {
    const message = fc.record({
      device: fc.nat(2),
      minute: fc.nat(26 * 60 - 1),
      span: fc.constantFrom(0, 1, 10, 10, 60),
      value: fc.integer({ min: 0, max: 5000 }).map((v) => v / 10),
      flag: fc.constantFrom('V', 'V', 'V', 'S', 'I', 'M'),
    });
    const steady = Array.from({ length: 3 * 26 * 6 }, (_, i) =>
      packet(i % 3, Math.floor(i / 3) * 10, 10, (i * 37) % 200),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { maxLength: 120 }),
        fc.infiniteStream(fc.nat(1e6)),
        fc.integer({ min: 1, max: 4 }),
        async (extra, chance, rounds) => {
          await clean();
          const odd = extra.map((m) =>
            packet(m.device, m.span > 1 ? Math.floor(m.minute / m.span) * m.span : m.minute, m.span, m.value, m.flag),
          );
          const all = [...steady, ...odd, ...odd.slice(0, 20), ...steady.slice(0, 40)];
          const shuffled = all
            .map((row) => ({ row, key: chance.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
          const size = Math.ceil(shuffled.length / rounds);
          for (let from = 0; from < shuffled.length; from += size) {
            await send(shuffled.slice(from, from + size));
            await settle();
          }
          const [madeHours, madeDays] = [await hours(), await days()];
          await pool.query('delete from hour_value');
          await pool.query('delete from device_day');
          await touchHours(db, ids, new Date(DAY), new Date(DAY + 30 * HOUR));
          await settle();
          expect(madeHours).toEqual(await hours());
          expect(madeDays).toEqual(await days());
          expect(madeHours.length).toBe(78);
          expect(await plainMeans()).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('are the mean of what was stored last', async () => {
    await send(Array.from({ length: 60 }, (_, minute) => packet(0, minute, 1, 10)));
    await settle();
    await send([packet(0, 30, 1, 70)]);
    expect(await settle()).toMatchObject({ hours: 1, changed: 1 });
    expect(await hours()).toMatchObject([
      { mean: expect.stringMatching(/^{11,/), max: '{70,NULL}', flags: 'VV', basis: 'mm' },
    ]);
  });

  it('of a repeat are computed and stay as they are; nothing else is touched', async () => {
    const minutes = Array.from({ length: 120 }, (_, minute) => packet(1, minute, 1, 10));
    await send(minutes);
    expect(await settle()).toMatchObject({ hours: 2, changed: 2 });
    await send(minutes.slice(0, 5));
    expect(await settle()).toMatchObject({ hours: 1, changed: 0 });
    expect(await settle()).toMatchObject({ batches: 0, hours: 0 });
  });

  it('wait until they are over, in one row however many packets come meanwhile', async () => {
    const during = { now: new Date(DAY + 40 * 60_000) };
    for (let minute = 0; minute < 30; minute++) await send([packet(0, minute, 1, 10)]);
    expect(await reconcileHours(pool, during)).toMatchObject({ hours: 0, open: 1 });
    expect((await pool.query('select count(*)::int as n from touched_hours')).rows[0].n).toBe(1);
    expect(await reconcileHours(pool, during)).toMatchObject({ batches: 0 });
    expect(await reconcileHours(pool, { now: new Date(DAY + 61 * 60_000) })).toMatchObject({ hours: 1, changed: 1 });
  });

  it('leave marked stretches out, and are made again when marks go', async () => {
    await send(Array.from({ length: 60 }, (_, minute) => packet(0, minute, 1, minute < 10 ? 500 : 20)));
    const mark: Mark = { deviceId: ids[0]!, channel: 1, from: DAY, until: DAY + 600_000, letter: 'I' };
    await settle(async () => [mark]);
    expect((await hours())[0].mean).toMatch(/^\{20,/);
    await touchHours(db, [ids[0]!], new Date(DAY), new Date(DAY + HOUR));
    expect(await settle()).toMatchObject({ hours: 1, changed: 1 });
    expect((await hours())[0].mean).toMatch(/^\{100,/);
  });

  it('make days: mean of the valid hours, and whether they are enough', async () => {
    await send(Array.from({ length: 19 * 6 }, (_, i) => packet(0, i * 10, 10, i)));
    await settle();
    expect(await days()).toMatchObject([
      { day: '2021-10-01', hours: [19, 19], valid: [false, false], mean: expect.stringMatching(/^\{56\.5,/) },
    ]);
    await send(Array.from({ length: 6 }, (_, i) => packet(0, 20 * 60 + i * 10, 10, 0)));
    await settle();
    expect(await days()).toMatchObject([{ hours: [20, 20], valid: [true, true], valid_minutes: [1200, 1200] }]);
    expect((await pool.query('select count(*)::int as n from touched_device_day')).rows[0].n).toBe(0);
  });
});
