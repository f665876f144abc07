import { describe, expect, it } from 'vitest';
import { reconcileHours } from '#engines/observations';
import { addDays, fixedClock, startOfDay } from '#platform/clock';
import { openHttp } from '#platform/http';
import { actorOf } from '#platform/permissions';
import { PERMISSIONS } from '../../app/roles.ts';
import { freshDatabase } from '../../tests/database.ts';
import { calibrationsOf, marksOf, qualityRoutes, reconcileQuality } from './index.ts';
import { calmPackets, chance, registerNetwork, send } from './network.fixture.ts';

const HOUR = 3_600_000;
const DAY = '2026-11-10';
const TODAY = '2026-11-14';
const at = (hour: number) => startOfDay(DAY).getTime() + hour * HOUR;
const person = (n: number, name: string, role = 'data_engineer') =>
  actorOf({ accountId: `00000000-0000-4000-8000-00000000000${n}`, name, grants: [{ role }] }, PERMISSIONS);
const LI = person(1, '李明');
const WANG = person(2, '王芳');

describe('reviewing marks', async () => {
  const { db, pool } = await freshDatabase();
  const ids = await registerNetwork(pool, 16);
  let asking = LI;
  const http = await openHttp({ version: '0' });
  http.addHook('onRequest', async (request) => {
    request.actor = asking;
  });
  qualityRoutes(http, { db, clock: fixedClock(TODAY) });
  const get = async (url: string) => (await http.inject(url)).json();
  const post = (url: string, payload: object) => http.inject({ method: 'POST', url, payload });
  const list = (query = '') => get(`/api/quality/marks?from=${DAY}&until=${DAY}${query}`);
  /** flag and value of PM2.5 of device 3 at ten, as hours are computed now */
  const tenOClock = async () => {
    await reconcileHours(pool, { marksOf, calibrationsOf });
    const { rows } = await pool.query('select flags, mean from hour_value where device_id = $1 and hour = $2', [
      ids[3],
      new Date(at(10)),
    ]);
    return [rows[0].flags[0], rows[0].mean[0]];
  };

  const packets = calmPackets(ids, DAY, 1, (reading, device, now) => {
    if (device === 3 && now >= at(8) && now < at(13)) reading.PM25 = 61;
    if (device === 7 && now >= at(14) && now < at(15.5)) reading.RH += 25;
  });
  await send(pool, packets);
  await reconcileQuality(db, { today: TODAY });

  it('begins with a list: what is open, by device, test and state; each with its curve, neighbours and test', async () => {
    const { marks } = await list();
    expect(
      marks.map((m: { device: { code: string }; test: string; review: string }) => [m.device.code, m.test, m.review]),
    ).toEqual([
      ['M07', 'interference', 'open'],
      ['M07', 'interference', 'open'],
      ['M03', 'stuck', 'open'],
    ]);
    expect((await list('&test=stuck&device=M03&review=open')).marks).toHaveLength(1);
    expect((await list('&state=suspect')).marks).toHaveLength(2);
    const curve = await get(`/api/quality/marks/${(await list('&test=stuck')).marks[0].id}`);
    expect(curve).toMatchObject({ stepMinutes: 5, checked: true, cut: false, humidity: null, reviews: [] });
    expect(curve.neighbours.length).toBeGreaterThanOrEqual(3);
    expect(curve.values.filter((v: number | null) => v === 61).length).toBeGreaterThanOrEqual(60);
    expect((await get('/api/quality/tests')).tests.map(({ id }: { id: string }) => id)).toContain('stuck');
  });

  it('pages by key', async () => {
    const first = await list('&limit=2');
    const second = await list(`&limit=2&after=${first.next}`);
    expect([first.marks.length, second.marks.length, second.next]).toEqual([2, 1, null]);
  });

  it('overruled with a reason: the values count again, provisionally, and the hours are to be computed again', async () => {
    expect(await tenOClock()).toEqual(['I', null]);
    const { marks } = await list('&test=stuck');
    const answer = await post('/api/quality/reviews', {
      markIds: [marks[0].id],
      verdict: 'overruled',
      reason: '现场核对，设备分辨率所致',
    });
    expect(answer.statusCode).toBe(204);
    expect(await tenOClock()).toEqual(['V', 61]);
    expect((await list('&review=provisional')).marks[0]).toMatchObject({
      review: 'overruled',
      audited: false,
      standing: { by: '李明', mine: true, reason: '现场核对，设备分辨率所致' },
    });
  });

  it('who reviewed may not audit; another person may, and then it is final', async () => {
    const { marks } = await list('&review=provisional');
    const audit = { markIds: [marks[0].id], outcome: 'audited', reason: '同意' };
    const own = await post('/api/quality/audits', audit);
    expect(own.statusCode).toBe(403);
    expect(own.json().message.zh).toContain('须由两人完成');
    asking = WANG;
    expect((await post('/api/quality/audits', audit)).statusCode).toBe(204);
    const [audited] = (await list('&review=audited')).marks;
    expect(audited).toMatchObject({ audited: true, standing: { by: '李明', auditedBy: '王芳', mine: false } });
    const again = await post('/api/quality/reviews', { markIds: [audited.id], verdict: 'accepted', reason: '改' });
    expect(again.statusCode).toBe(409);
    expect(again.json().code).toBe('not_in_this_state');
  });

  it('an auditor returns it, and it is open again: its values are kept out as before', async () => {
    const [audited] = (await list('&review=audited')).marks;
    expect(
      (await post('/api/quality/audits', { markIds: [audited.id], outcome: 'returned', reason: '请附照片' }))
        .statusCode,
    ).toBe(204);
    expect((await list('&test=stuck')).marks[0]).toMatchObject({ review: 'open', audited: false, standing: null });
    expect(await tenOClock()).toEqual(['I', null]);
    const { reviews } = await get(`/api/quality/marks/${audited.id}`);
    expect(reviews).toMatchObject([{ state: 'returned', auditedBy: '王芳', auditReason: '请附照片' }]);
  });

  it('leaves a trail that names who, what and why', async () => {
    const { rows } = await pool.query(
      "select action, actor, after->>'reason' as reason from audit where subject_kind = 'quality-mark' order by seq",
    );
    expect(rows).toEqual([
      { action: 'quality.overrule', actor: '李明', reason: '现场核对，设备分辨率所致' },
      { action: 'quality.audit', actor: '王芳', reason: '同意' },
      { action: 'quality.return', actor: '王芳', reason: '请附照片' },
    ]);
  });

  it('late data that change a mark take it away, and its review stays as lapsed', async () => {
    const [stuck] = (await list('&test=stuck')).marks;
    await post('/api/quality/reviews', { markIds: [stuck.id], verdict: 'accepted', reason: '确为恒值' });
    await reconcileQuality(db, { today: TODAY });
    expect((await list('&test=stuck')).marks[0]).toMatchObject({ id: stuck.id, review: 'accepted' });
    const corrected = packets.filter(({ deviceId, at: when }) => deviceId === ids[3] && when >= at(8) && when < at(13));
    await send(
      pool,
      corrected.map((one, i) => ({ ...one, values: [60 + (i % 7), one.values[1]!, one.values[2]!] })),
    );
    await reconcileQuality(db, { today: TODAY });
    expect((await list('&test=stuck')).marks).toEqual([]);
    const { rows } = await pool.query("select state, mark->>'test' as test from qc_review where verdict = 'accepted'");
    expect(rows).toEqual([{ state: 'lapsed', test: 'stuck' }]);
    expect((await http.inject(`/api/quality/marks/${stuck.id}`)).statusCode).toBe(404);
  });

  it('suspected interference stands by station, until it is overruled', async () => {
    const suspected = () => get(`/api/quality/interference?from=${DAY}&until=${DAY}`);
    expect((await suspected()).stations).toMatchObject([
      { device: { code: 'M07' }, suspicions: [{ kind: 'spraying', review: 'open' }] },
    ]);
    const { marks } = await list('&test=interference');
    const markIds = marks.map(({ id }: { id: number }) => id);
    await post('/api/quality/reviews', { markIds, verdict: 'overruled', reason: '旁边绿化浇水，与站点无关' });
    expect((await suspected()).stations).toEqual([]);
  });
});

describe('a calibration', async () => {
  const { db, pool } = await freshDatabase();
  const first = '2026-09-07';
  const [micro, station] = await registerNetwork(pool, 2);
  const { normal, next } = chance(5);
  const days = 28;
  const begin = startOfDay(first).getTime();
  const hours = Array.from({ length: days * 24 }, (_, h) => {
    const truth = Math.exp(3.6 + 0.6 * normal());
    const humidity = 20 + 70 * next();
    return {
      at: new Date(begin + h * HOUR),
      truth,
      humidity,
      read: Math.fround((truth + 0.2 * humidity - 5) / 0.6 + normal()),
    };
  });
  const { rows } = await pool.query("insert into record_source (kind, label) values ('gateway', '{}') returning id");
  await pool.query(
    `insert into hour_value (device_id, hour, mean, samples, flags, source_id)
     select $1, h, array[m]::real[], array[60]::smallint[], 'V', $4 from unnest($2::timestamptz[], $3::real[]) as u (h, m)`,
    [station, hours.map((h) => h.at), hours.map((h) => h.truth), rows[0].id],
  );
  await pool.query(
    `insert into qc_hour (device_id, hour, medians) select $1, h, array[m, null, r]::real[] from unnest($2::timestamptz[], $3::real[], $4::real[]) as u (h, m, r)`,
    [micro, hours.map((h) => h.at), hours.map((h) => h.read), hours.map((h) => h.humidity)],
  );
  let asking = LI;
  const http = await openHttp({ version: '0' });
  http.addHook('onRequest', async (request) => {
    request.actor = asking;
  });
  qualityRoutes(http, { db, clock: fixedClock(TODAY) });
  const post = (url: string, payload: object) => http.inject({ method: 'POST', url, payload });
  const beside = [{ reference: 'M01', first, last: addDays(first, days - 1) }];
  const listed = async () => (await http.inject('/api/quality/calibrations?device=M00')).json().calibrations;
  /** an hour in which the device read 100 at 60 % of humidity, as hours are computed now */
  const hourOf = async (day: string, reading = 100) => {
    const hour = startOfDay(day).getTime() + 5 * HOUR;
    const packet = {
      deviceId: micro!,
      sourceId: rows[0].id,
      spanMinutes: 5,
      values: [reading, 2 * reading, 60],
      flags: 'VVV',
    };
    await send(
      pool,
      Array.from({ length: 12 }, (_, i) => ({ ...packet, at: hour + i * 300_000, receivedAt: hour })),
    );
    await reconcileHours(pool, { marksOf, calibrationsOf });
    const found = await pool.query('select mean, edition from hour_value where device_id = $1 and hour = $2', [
      micro,
      new Date(hour),
    ]);
    return { mean: found.rows[0].mean[0] as number, edition: found.rows[0].edition as string };
  };

  it('is drafted with its range of training and its error on weeks left out, and changes nothing yet', async () => {
    const answer = await post('/api/quality/calibrations', { device: 'M00', pollutant: 'PM25', beside });
    expect(answer.statusCode).toBe(201);
    const [one] = await listed();
    expect(one).toMatchObject({
      version: 1,
      model: 'humidity',
      state: 'draft',
      weeks: 4,
      sites: 1,
      madeBy: '李明',
      mine: true,
    });
    expect(one.heldOut[0]).toMatchObject({ by: 'week', groups: 4 });
    expect(one.heldOut[0].rmse).toBeLessThan(2);
    expect(one.ladder).toHaveLength(6);
    expect(one.training.humidity.from).toBeGreaterThanOrEqual(20);
    expect(await hourOf('2026-11-10')).toEqual({ mean: 100, edition: 'h1/45' });
  });

  it('holds once a second person admits it, from the day on that they give; hours are touched', async () => {
    const [one] = await listed();
    const admit = { validFrom: '2026-11-10', reason: '比对合格' };
    const own = await post(`/api/quality/calibrations/${one.id}/admit`, admit);
    expect([own.statusCode, own.json().code]).toEqual([403, 'no_permission']);
    asking = WANG;
    await pool.query('delete from touched_hours');
    expect((await post(`/api/quality/calibrations/${one.id}/admit`, admit)).statusCode).toBe(204);
    const touched = await pool.query('select sum(cardinality(hours))::int as n from touched_hours');
    expect(touched.rows[0].n).toBe(5 * 24);
    const { mean, edition } = await hourOf('2026-11-10');
    expect(edition).toBe('h1/45 PM25@v1');
    expect(Math.abs(mean - (0.6 * 100 - 0.2 * 60 + 5))).toBeLessThan(1.5);
    expect(await hourOf('2026-11-09')).toEqual({ mean: 100, edition: 'h1/45' });
    const { rows: stored } = await pool.query('select distinct values[1] as v from packet');
    expect(stored).toEqual([{ v: 100 }]);
  });

  it('says so outside its range of training, and ends when it is withdrawn', async () => {
    expect((await hourOf('2026-11-11', 9000)).edition).toBe('h1/45 PM25@v1!');
    const [one] = await listed();
    expect((await post(`/api/quality/calibrations/${one.id}/withdraw`, { reason: '传感器更换' })).statusCode).toBe(204);
    expect(await hourOf('2026-11-10')).toEqual({ mean: 100, edition: 'h1/45' });
    expect((await listed())[0]).toMatchObject({ state: 'withdrawn', reason: '传感器更换', decidedBy: '王芳' });
  });

  it('with too little in common is refused in words', async () => {
    const answer = await post('/api/quality/calibrations', {
      device: 'M00',
      pollutant: 'PM25',
      beside: [{ reference: 'M01', first, last: addDays(first, 2) }],
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().message.zh).toContain('请延长比对时段');
  });
});
