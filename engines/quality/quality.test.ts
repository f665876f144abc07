import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '#platform/clock';
import { freshDatabase } from '../../tests/database.ts';
import { marksOf, reconcileQuality } from './index.ts';
import { calmPackets, chance, registerNetwork, send } from './network.fixture.ts';
import { setUsual } from './usual.ts';

const HOUR = 3_600_000;
const DAY = '2026-11-10';
const TODAY = '2026-11-14';
const at = (day: number, hour: number) => startOfDay(addDays(DAY, day)).getTime() + hour * HOUR;

/** device 3 is stuck from 20:00 on the first day to 05:00 on the second; device 7 was sprayed; device 9 has a real peak */
const faults = (reading: { PM25: number; PM10: number; RH: number }, device: number, now: number) => {
  if (device === 3 && now >= at(0, 20) && now < at(1, 5)) reading.PM25 = 61;
  if (device === 7 && now >= at(1, 14) && now < at(1, 15.5)) reading.RH += 25;
  if (device === 9 && now >= at(1, 9) && now < at(1, 12)) {
    reading.PM25 += 160;
    reading.PM10 += 200;
  }
};

describe('the tests of a network', async () => {
  const { db, pool } = await freshDatabase();
  const ids = await registerNetwork(pool, 16);
  const marks = async () =>
    (
      await pool.query(
        `select d.code, m.channel_no, m.from_at, m.until_at, m.test, m.edition, m.state, m.evidence, m.day::text
         from qc_mark m join device d on d.id = m.device_id where gone_at is null
         order by d.code, m.channel_no, m.from_at, m.test, m.state`,
      )
    ).rows;
  const packets = calmPackets(ids, DAY, 3, faults);

  it('look at what came, however it came: late data give the marks of a full run', async () => {
    // two devices come late, hours after hours are missing at first, and one packet is corrected afterwards
    const { next } = chance(8);
    const late = packets.filter(
      ({ deviceId, at: when }) => [ids[3], ids[9]].includes(deviceId) || when > at(2, 5) || next() < 0.1,
    );
    const early = packets.filter((one) => !late.includes(one));
    await send(
      pool,
      early.map((one) => (one.deviceId === ids[2] && one.at === at(1, 3) ? { ...one, values: [900, 900, 50] } : one)),
    );
    await reconcileQuality(db, { today: TODAY });
    for (const part of [
      late.slice(0, 400),
      late.slice(400, 1000),
      late.slice(1000),
      packets.filter(({ deviceId }) => deviceId === ids[2]),
    ]) {
      await send(pool, part);
      await reconcileQuality(db, { today: TODAY });
    }
    const stepwise = await marks();
    expect(
      stepwise.filter(({ state }) => state !== 'told').map(({ code, test, state }) => `${code} ${test} ${state}`),
    ).toEqual(expect.arrayContaining(['M03 stuck invalid', 'M07 interference suspect']));

    await pool.query('delete from qc_mark; delete from qc_hour');
    await pool.query(
      `insert into qc_due (day, stage) select d::date, 'day' from generate_series($1::date, $1::date + 3, '1 day') d`,
      [DAY],
    );
    await reconcileQuality(db, { today: TODAY });
    expect(stepwise).toEqual(await marks());
  });

  it('a stuck sensor is invalid, cut at midnight; what was sprayed is suspect; the real peak is only told', async () => {
    const found = (await marks()).map(({ code, test, state, from_at, until_at }) => ({
      what: `${code} ${test} ${state}`,
      from: (from_at - at(0, 0)) / HOUR,
      until: (until_at - at(0, 0)) / HOUR,
    }));
    const of = (what: string) => found.filter((one) => one.what === what);
    expect(of('M03 stuck invalid').map(({ from, until }) => [Math.floor(from), Math.ceil(until)])).toEqual([
      [20, 24],
      [24, 29],
    ]);
    expect(of('M07 interference suspect')).toHaveLength(2);
    const peak = found.filter(({ what }) => what.startsWith('M09'));
    expect(peak.length).toBeGreaterThan(0);
    expect(peak.filter(({ what }) => !what.endsWith('told'))).toEqual([]);
  });

  it('change no packet, and say which hours must be computed again', async () => {
    const { rows } = await pool.query(
      'select device_id, at, values, flags from packet where device_id = $1 order by at',
      [ids[3]],
    );
    expect(rows.map((row) => [row.at.getTime(), row.values, row.flags])).toEqual(
      packets.filter(({ deviceId }) => deviceId === ids[3]).map((one) => [one.at, one.values, one.flags]),
    );
    await pool.query('delete from touched_hours');
    await pool.query('delete from qc_mark where device_id = $1', [ids[3]]);
    await pool.query("insert into qc_due (day, stage) values ($1, 'day')", [DAY]);
    await reconcileQuality(db, { today: TODAY });
    const touched = await pool.query('select device_ids, hours from touched_hours');
    expect(touched.rows.flatMap((row) => row.device_ids)).toEqual([ids[3], ids[3], ids[3], ids[3]]);
    expect(touched.rows.flatMap((row) => row.hours.map((hour: Date) => (hour.getTime() - at(0, 0)) / HOUR))).toEqual([
      20, 21, 22, 23,
    ]);
  });

  it('with nothing new do nothing', async () => {
    expect(await reconcileQuality(db, { today: TODAY })).toMatchObject({ days: 0, added: 0, removed: 0 });
  });

  it('a day whose packets are archived waits: its marks are not lost for want of them', async () => {
    const before = await marks();
    await pool.query("insert into packet_archive (kind, month, state) values ('packet', $1, 'archived')", [
      `${DAY.slice(0, 7)}-01`,
    ]);
    await pool.query("insert into qc_due (day, stage) values ($1, 'day')", [DAY]);
    expect(await reconcileQuality(db, { today: TODAY })).toMatchObject({ days: 0, archived: 1 });
    expect(await marks()).toEqual(before);
    await pool.query("update packet_archive set state = 'restored'");
    expect(await reconcileQuality(db, { today: TODAY })).toMatchObject({ days: 1, archived: 0, added: 0, removed: 0 });
  });

  it('what is suspect or invalid is kept out of hours, what is told is not', async () => {
    const client = await pool.connect();
    const held = await marksOf(client, ids, new Date(at(0, 0)), new Date(at(3, 0)));
    const then = await marksOf(client, ids, new Date(at(0, 0)), new Date(at(3, 0)), new Date('2000-01-01'));
    client.release();
    expect(
      new Set(held.map(({ deviceId, channel, letter }) => `${ids.indexOf(deviceId)} ${channel} ${letter}`)),
    ).toEqual(new Set(['3 1 I', '7 1 S', '7 2 S']));
    expect(then).toEqual([]);
  });
});

describe('days compared with each other', async () => {
  const { db, pool } = await freshDatabase();
  const ids = await registerNetwork(pool, 16);
  const first = '2026-11-01';
  const worn = addDays(first, 6);
  const today = addDays(first, 14);
  const drifted = async () =>
    (
      await pool.query(
        `select d.code, m.day::text as day, m.state, m.evidence from qc_mark m join device d on d.id = m.device_id
         where test = 'drift' and gone_at is null order by 1, 2`,
      )
    ).rows;

  it('a sensor that loses four per cent a day leaves its usual ratio and is suspect', async () => {
    const begin = startOfDay(worn).getTime();
    const packets = calmPackets(ids, first, 15, (reading, device, now) => {
      if (device !== 5 || now < begin) return;
      const left = 1 - (0.04 * (now - begin)) / (24 * HOUR);
      reading.PM25 = Math.round(reading.PM25 * left);
      reading.PM10 = Math.round(reading.PM10 * left);
    });
    await send(pool, packets);
    await reconcileQuality(db, { today });
    expect(await setUsual(db, { accountId: null, name: '李明' }, { first, last: addDays(worn, -1) })).toBe(32);
    await reconcileQuality(db, { today });
    const rows = await drifted();
    expect(new Set(rows.map(({ code, state }) => `${code} ${state}`))).toEqual(new Set(['M05 suspect']));
    expect(rows.every(({ day, evidence }) => day > worn && evidence.ratio < 0.9)).toBe(true);
  });

  it('a day that is not over is compared with nothing, and waits', async () => {
    expect((await drifted()).every(({ day }) => day < today)).toBe(true);
    const waiting = await pool.query('select day::text, stage from qc_due');
    expect(waiting.rows).toEqual([{ day: today, stage: 'drift' }]);
  });

  it('a usual time of three days is refused: it says too little', async () => {
    await expect(
      setUsual(db, { accountId: null, name: '李明' }, { first, last: addDays(first, 2) }),
    ).rejects.toMatchObject({
      code: 'value_out_of_range',
    });
  });
});
