import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, moveRegister, storeDeviceModels } from '#engines/devices';
import { encode, item } from '#protocols/hj-212';
import { freshDatabase } from '../../../tests/database.ts';
import { type Gateway, openGateway } from '../index.ts';

const MN = '010000A8900016F000169DC0';

/** A device on a socket: what it is answered, frame by frame. */
async function device(port: number) {
  const socket: Socket = connect({ port, host: '127.0.0.1' });
  const answers: string[] = [];
  let waiting: (() => void) | undefined;
  socket.on('data', (chunk) => {
    answers.push(...chunk.toString('latin1').split('\r\n').filter(Boolean));
    waiting?.();
  });
  await new Promise((done) => socket.once('connect', done));
  return {
    answers,
    send: (bytes: Uint8Array) => socket.write(bytes),
    async answered(count: number) {
      while (answers.length < count) await new Promise<void>((done) => (waiting = done));
    },
    end: () => socket.destroy(),
  };
}

const time = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().replace(/[-:T]/g, '').slice(0, 14);

function packet(at: number, items: Record<string, string>, over: { mn?: string; pw?: string; cn?: string } = {}) {
  const groups = Object.entries(items).map(([name, value]) => [item(name, value)]);
  return encode({
    qn: `${time(at)}000`,
    st: '22',
    cn: over.cn ?? '2011',
    pw: over.pw ?? '123456',
    mn: over.mn ?? MN,
    flag: 5,
    groups: [[item('DataTime', time(at))], ...groups],
  });
}

describe('a device that speaks HJ 212', async () => {
  const store = await freshDatabase();
  let gateway: Gateway;
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const stored = async () =>
    (await store.pool.query('select device_id, at, span_minutes, values, flags from packet order by at, span_minutes'))
      .rows;

  beforeAll(async () => {
    const settings = modelSettings.parse({
      factors: [
        { factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' },
        { factor: 'a34002', aliases: ['pm10'], pollutant: 'PM10', unit: 'µg/m³' },
      ],
    });
    await storeDeviceModels(store.db, [
      {
        id: 'micro',
        title: { zh: '微站', en: 'micro-station' },
        maker: null,
        kind: 'micro',
        protocol: 'hj-212',
        settings,
      },
    ]);
    await store.pool.query(
      `with d as (insert into device (code, kind, model_id) values ('${MN}', 'micro', 'micro') returning id)
       insert into device_identity select 'hj-212', '${MN}', id from d`,
    );
    await moveRegister(store.db);
    gateway = await openGateway(store, { name: 'test', hj212: { host: '127.0.0.1', port: 0 } });
  });
  afterAll(() => gateway.close());

  it('is answered 9014 with its own QN once its packet is stored, in the channels of its model', async () => {
    const it = await device(gateway.ports.hj212!);
    it.send(packet(minute, { 'a34004-Rtd': '35.5', 'a34002-Rtd': '71' }));
    await it.answered(1);
    expect(it.answers[0]).toContain(`QN=${time(minute)}000;ST=91;CN=9014`);
    expect((await stored()).map((r) => [r.at.getTime(), r.values, r.flags])).toEqual([[minute, [35.5, 71], 'VV']]);
    const { rows } = await store.pool.query('select pollutant, unit, factor from channel order by no');
    expect(rows).toEqual([
      { pollutant: 'PM25', unit: 'µg/m³', factor: 'a34004' },
      { pollutant: 'PM10', unit: 'µg/m³', factor: 'a34002' },
    ]);
    it.end();
  });

  it('keeps the values of a factor that nobody has mapped, and guesses no unit for it', async () => {
    const it = await device(gateway.ports.hj212!);
    it.send(packet(minute + 1000, { 'a34004-Rtd': '36', 'a99054-Rtd': '0.412' }));
    await it.answered(1);
    const { rows } = await store.pool.query("select no, pollutant, unit from channel where factor = 'a99054'");
    expect(rows).toEqual([{ no: 3, pollutant: null, unit: null }]);
    expect((await stored()).at(-1)).toMatchObject({ flags: 'VNV', values: [36, null, expect.closeTo(0.412, 5)] });
    it.end();
  });

  it('is answered again for a repeat, which is stored once; what differs takes its place, the old one stays to be read', async () => {
    const it = await device(gateway.ports.hj212!);
    const before = (await stored()).length;
    it.send(packet(minute, { 'a34004-Rtd': '35.5', 'a34002-Rtd': '71' }));
    await it.answered(1);
    expect((await stored()).length).toBe(before);
    expect((await store.pool.query('select 1 from packet_replaced')).rowCount).toBe(0);
    it.send(packet(minute, { 'a34004-Rtd': '40' }));
    await it.answered(2);
    expect((await stored())[0]).toMatchObject({ values: [40, 71], flags: 'VV' });
    expect((await store.pool.query('select values from packet_replaced')).rows).toEqual([{ values: [35.5, 71] }]);
    it.end();
  });

  it('is not answered for a wrong checksum or password; the bytes are kept with the reason', async () => {
    await store.pool.query(`insert into device_secret select id, 'secret', null from device where code = '${MN}'`);
    await moveRegister(store.db);
    await gateway.register.renew();
    const it = await device(gateway.ports.hj212!);
    const broken = Buffer.from(packet(minute + 2000, { 'a34004-Rtd': '1' }, { pw: 'secret' }));
    broken.write('0000', broken.length - 6);
    it.send(broken);
    it.send(packet(minute + 3000, { 'a34004-Rtd': '2' }));
    it.send(packet(minute + 4000, { 'a34004-Rtd': '3' }, { pw: 'secret' }));
    await it.answered(1);
    expect(it.answers).toHaveLength(1);
    expect(it.answers[0]).toContain(`QN=${time(minute + 4000)}`);
    const { rows } = await store.pool.query('select reason, bytes from kept_frame order by id');
    expect(rows.map((r) => r.reason)).toEqual(['unreadable', 'wrong_password']);
    expect(rows[0].bytes).toEqual(broken);
    it.end();
  });

  it('that nobody knows waits in probation; its frames are kept and answered', async () => {
    const it = await device(gateway.ports.hj212!);
    it.send(packet(minute, { 'a34004-Rtd': '9' }, { mn: 'UNKNOWN01' }));
    await it.answered(1);
    const { rows } = await store.pool.query(
      `select d.state, k.reason from device d join kept_frame k on k.device_id = d.id where d.code = 'UNKNOWN01'`,
    );
    expect(rows).toEqual([{ state: 'probation', reason: 'probation' }]);
    it.end();
  });

  it('with a clock far ahead is answered, its frame kept until the clock is set right', async () => {
    const it = await device(gateway.ports.hj212!);
    it.send(packet(minute + 86_400_000, { 'a34004-Rtd': '9' }, { pw: 'secret' }));
    await it.answered(1);
    const { rows } = await store.pool.query("select detail from kept_frame where reason = 'clock_ahead'");
    expect(rows).toHaveLength(1);
    it.end();
  });

  it('stamps a period at its start: CN 2061 is the hour from DataTime on', async () => {
    const it = await device(gateway.ports.hj212!);
    const hour = Math.floor(minute / 3_600_000) * 3_600_000 - 3_600_000;
    it.send(packet(hour, { 'a34004-Avg': '33', 'a34004-Max': '60', 'a34004-Flag': 'N' }, { pw: 'secret', cn: '2061' }));
    await it.answered(1);
    const row = (await stored()).find((r) => r.span_minutes === 60)!;
    expect(row.at.getTime()).toBe(hour);
    const max = await store.pool.query("select no, pollutant from channel where statistic = 'max'");
    expect(max.rows).toEqual([{ no: 4, pollutant: 'PM25' }]);
    expect(row.values).toEqual([33, null, null, 60]);
    it.end();
  });

  it('that says the same items again is stored the short way as it would be the full way', async () => {
    const it = await device(gateway.ports.hj212!);
    const from = minute - 3_600_000;
    const say = (second: number, flag = 'N') =>
      packet(
        from + second * 1000,
        { 'a34004-Rtd': (second / 10).toFixed(1), 'a34004-Flag': flag, 'a34002-Rtd': `-${second}.25` },
        { pw: 'secret' },
      );
    for (let second = 1; second <= 40; second++) {
      it.send(say(second, second === 20 ? 'M' : 'N'));
      await it.answered(second);
      expect(it.answers[second - 1]).toContain(`QN=${time(from + second * 1000)}000;ST=91;CN=9014`);
    }
    const rows = (await stored()).filter((r) => r.at.getTime() > from && r.at.getTime() <= from + 40_000);
    expect(rows.map((r) => [r.values[0], r.values[1], r.flags])).toEqual(
      Array.from({ length: 40 }, (_, i) => [expect.closeTo((i + 1) / 10, 5), -(i + 1 + 0.25), i === 19 ? 'MV' : 'VV']),
    );
    const wrong = packet(from + 50_000, { 'a34004-Rtd': '5.0', 'a34004-Flag': 'N', 'a34002-Rtd': '-5.25' });
    it.send(wrong);
    it.send(say(51));
    await it.answered(41);
    expect(it.answers[40]).toContain(`QN=${time(from + 51_000)}`);
    it.end();
  });

  it('that turns to what cannot be learnt is answered all the same, packet after packet', async () => {
    const it = await device(gateway.ports.hj212!);
    const from = minute - 20 * 3_600_000;
    it.send(packet(from, { 'a34004-Rtd': '7.5' }, { pw: 'secret' }));
    await it.answered(1);
    const packets = 450;
    for (let n = 1; n <= packets; n++)
      it.send(packet(from + n * 1000, { 'a34004-Rtd': '7.5', 'a34002-Rtd': '--' }, { pw: 'secret' }));
    await it.answered(packets + 1);
    expect(it.answers.filter((answer) => answer.includes('CN=9014'))).toHaveLength(packets + 1);
    it.end();
  });

  it('is understood by its new settings at once, whatever was learnt of it before', async () => {
    const it = await device(gateway.ports.hj212!);
    const at = minute - 7_200_000;
    const say = (second: number) =>
      packet(at + second * 1000, { 'a34004-Rtd': '7.5', 'a34002-Rtd': '8.5' }, { pw: 'secret' });
    for (let second = 1; second <= 3; second++) it.send(say(second));
    await it.answered(3);
    await store.pool.query(`update device set settings = '{"clockAheadMinutes": 10}' where code = '${MN}'`);
    await moveRegister(store.db);
    await gateway.register.renew();
    it.send(say(4));
    await it.answered(4);
    const times = (await stored()).map((r) => r.at.getTime());
    expect(times).toContain(at + 3000);
    expect(times).toContain(at + 4000 - 600_000);
    it.end();
  });
});
