import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, moveRegister, storeDeviceModels } from '#engines/devices';
import {
  decode,
  EDITIONS,
  type Edition,
  encode,
  type Hj212Message,
  item,
  requestAnswer,
  requestResult,
} from '#protocols/hj-212';
import { freshDatabase } from '../../../tests/database.ts';
import { beijing, connectTo, givenDevice, packetsOf, until } from '../fixtures/devices.ts';
import { type Gateway, openGateway } from '../index.ts';
import { askDevice, requestKinds, takeBack } from './commands.ts';
import { commandsOf, messagesOf } from './store.ts';

const officer = { accountId: null, name: '李工' };
const TIMING = { timing: { lookEveryMs: 40, overdueEveryMs: 10 }, secondMs: 20, driftEveryMs: 50 };

describe('a person asks a device of HJ 212', async () => {
  const store = await freshDatabase();
  const { db } = store;
  let gateway: Gateway;
  let other: Gateway;
  const listen = { host: '127.0.0.1', port: 0 };
  beforeAll(async () => {
    await storeDeviceModels(db, [
      {
        id: 'asks',
        title: { zh: '会对话', en: 'talks' },
        maker: null,
        kind: 'micro',
        protocol: 'hj-212',
        settings: modelSettings.parse({
          firstContact: ['set-clock', 'set-timeouts', 'set-realtime-interval', 'set-minute-interval'],
          clockToleranceSeconds: 60,
          minuteInterval: 5,
        }),
      },
    ]);
    gateway = await openGateway(store, { name: 'one', hj212: listen, conversations: TIMING });
    other = await openGateway(store, { name: 'two', hj212: listen, conversations: TIMING });
  });
  afterAll(() => Promise.all([gateway.close(), other.close()]));

  let made = 0;
  /** A device that is connected and has said something. */
  async function device(edition: Edition = '2017', over: { model?: string; password?: string } = {}, at = gateway) {
    const mn = `TALK${String(++made).padStart(20, '0')}`;
    const id = await givenDevice(store, 'hj-212', mn, over);
    await Promise.all([gateway.register.renew(), other.register.renew()]);
    const line = await connectTo(at.ports.hj212!);
    const flag = (EDITIONS[edition].versionBits << 2) | 1;
    const now = Date.now();
    const hello = (cn: string, pw = over.password ?? '123456', shift = 0) =>
      encode({
        qn: `${beijing(now)}000`,
        st: '22',
        cn,
        pw,
        mn,
        flag,
        groups: [[item('DataTime', beijing(Date.now() + shift))], [item('a34004-Rtd', '35')]],
      });
    const early: Hj212Message[] = [];
    const read = async () => decode(Buffer.from(await line.line(), 'latin1'))!;
    const hear = async () => early.shift() ?? read();
    return {
      ...line,
      id,
      mn,
      hello,
      hear,
      /** says hello and takes the answer; what the platform asks meanwhile is heard afterwards */
      async greet(shift = 0) {
        line.send(hello('2011', undefined, shift));
        for (let said = await read(); said.cn !== '9014'; said = await read()) early.push(said);
      },
      async asked(cn: string) {
        const message = await hear();
        expect([message.cn, message.needAck, message.edition]).toEqual([cn, true, edition]);
        return message;
      },
      accept: (asked: Hj212Message, code = '1') => line.send(encode(requestAnswer(asked, code))),
      end: (asked: Hj212Message, code = '1') => line.send(encode(requestResult(asked, code))),
      bring: (asked: Hj212Message, values: Record<string, string>) =>
        line.send(
          encode({
            qn: asked.qn,
            st: '22',
            cn: asked.cn,
            pw: asked.pw,
            mn,
            flag: flag & ~1,
            groups: Object.entries(values).map(([name, value]) => [item(name, value)]),
          }),
        ),
    };
  }
  const ask = (id: number, name: string, values: Record<string, string> = {}) =>
    askDevice(db, officer, id, { name, arguments: values });
  const state = async (id: number) => (await commandsOf(db, id, undefined, 10)).map((row) => [row.name, row.state]);
  const settled = (id: number, name: string, as: string) =>
    until(async () => expect(await state(id)).toContainEqual([name, as]));

  it('the request is sent, accepted, brings its data and is done; the conversation is kept without the password', async () => {
    const it = await device();
    await it.greet();
    await ask(it.id, 'read-clock');
    const asked = await it.asked('1011');
    expect(asked).toMatchObject({ mn: it.mn, pw: '123456', st: '22' });
    await settled(it.id, 'read-clock', 'sent');
    it.accept(asked);
    await settled(it.id, 'read-clock', 'accepted');
    it.bring(asked, { SystemTime: '20260801120000' });
    it.end(asked);
    await settled(it.id, 'read-clock', 'done');
    const [row] = await commandsOf(db, it.id, undefined, 1);
    expect(row).toMatchObject({
      tries: 1,
      exchange: asked.qn,
      outcome: { code: '1', packets: 1, values: { SystemTime: '20260801120000' } },
    });
    const lines = await until(async () => {
      const found = (await messagesOf(db, it.id, { limit: 10 })).reverse();
      expect(found).toHaveLength(4);
      return found;
    });
    expect(lines.map(({ direction, text }) => [direction, /CN=(\d+)/.exec(text)![1]])).toEqual([
      ['out', '1011'],
      ['in', '9011'],
      ['in', '1011'],
      ['in', '9012'],
    ]);
    expect(lines.every(({ text }) => text.includes('PW=***') && !text.includes('123456'))).toBe(true);
    const audit = await store.pool.query("select actor, after from audit where action = 'device.command'");
    expect(audit.rows[0]).toMatchObject({ actor: '李工', after: { name: 'read-clock' } });
    // the device's answers were not answered
    expect(it.received()).toHaveLength(0);
    it.socket.destroy();
  });

  it('refused by the device, failed, and ended with a notice answered by 9013', async () => {
    const it = await device();
    await it.greet();
    await ask(it.id, 'set-realtime-interval', { RtdInterval: '60' });
    it.accept(await it.asked('1062'), '2');
    await settled(it.id, 'set-realtime-interval', 'refused');
    await ask(it.id, 'calibrate', { PolId: 'a34004' });
    const calibrate = await it.asked('3011');
    it.accept(calibrate);
    it.end(calibrate, '5');
    await settled(it.id, 'calibrate', 'failed');
    await ask(it.id, 'stop-realtime');
    const stop = await it.asked('2012');
    it.send(encode({ qn: stop.qn, st: '91', cn: '9013', pw: stop.pw, mn: it.mn, flag: 4, groups: [] }));
    await settled(it.id, 'stop-realtime', 'done');
    it.socket.destroy();
  });

  it('unanswered: repeated with the same QN as often as its model says, then given up; the next one then comes', async () => {
    const it = await device();
    await it.greet();
    await ask(it.id, 'read-clock');
    await ask(it.id, 'read-minute-interval');
    const qns = [];
    for (let i = 0; i < 4; i++) qns.push((await it.asked('1011')).qn);
    expect(new Set(qns).size).toBe(1);
    await settled(it.id, 'read-clock', 'unanswered');
    const [, first] = await commandsOf(db, it.id, undefined, 2);
    expect(first).toMatchObject({ tries: 4, outcome: { why: 'no_answer' } });
    // one at a time: the second was asked only when the first had ended
    await it.asked('1063');
    it.socket.destroy();
  });

  it('accepted and then silent: unanswered; with data but without 9012: done, and said so', async () => {
    const it = await device();
    await it.greet();
    await ask(it.id, 'read-clock');
    it.accept(await it.asked('1011'));
    await settled(it.id, 'read-clock', 'unanswered');
    await ask(it.id, 'read-realtime-interval');
    const asked = await it.asked('1061');
    it.accept(asked);
    it.bring(asked, { RtdInterval: '60' });
    await settled(it.id, 'read-realtime-interval', 'done');
    const [row] = await commandsOf(db, it.id, undefined, 1);
    expect(row!.outcome).toEqual({ why: 'no_result', packets: 1, values: { RtdInterval: '60' } });
    it.socket.destroy();
  });

  it('waits for a device that is away and is sent when it connects, to whichever process', async () => {
    const it = await device('2017', {}, other);
    await ask(it.id, 'hour-history', { BeginTime: '20260101000000', EndTime: '20260101030000' });
    await new Promise((done) => setTimeout(done, 100));
    expect(await state(it.id)).toEqual([['hour-history', 'waiting']]);
    it.send(it.hello('2011'));
    // the request may go out before the first packet is stored and answered
    const came = [await it.hear(), await it.hear()];
    expect(came.map(({ cn }) => cn).sort()).toEqual(['2061', '9014']);
    const asked = came.find(({ cn }) => cn === '2061')!;
    expect(asked.groups.flat().map(({ name, value }) => [name, value])).toEqual([
      ['BeginTime', '20260101000000'],
      ['EndTime', '20260101030000'],
    ]);
    it.accept(asked);
    it.send(
      encode({
        qn: asked.qn,
        st: '22',
        cn: '2061',
        pw: asked.pw,
        mn: it.mn,
        flag: 4,
        groups: [[item('DataTime', '20260101000000')], [item('a34004-Avg', '12')]],
      }),
    );
    it.end(asked);
    await settled(it.id, 'hour-history', 'done');
    const hour = (await packetsOf(store, it.mn, 2)).find(({ span }) => span === 60)!;
    expect([hour.at, hour.values.a34004]).toEqual([Date.parse('2026-01-01T00:00:00+08:00'), 12]);
    it.socket.destroy();
  });

  it('expires when the device does not come in time; can be taken back before it is sent, not after', async () => {
    const id = await givenDevice(store, 'hj-212', 'AWAY');
    const { id: first } = await ask(id, 'read-clock');
    await store.pool.query("update device_command set waits_until = now() - interval '1 s' where id = $1", [first]);
    await settled(id, 'read-clock', 'unanswered');
    const second = await ask(id, 'read-minute-interval');
    expect((await takeBack(db, officer, id, second.id)).state).toBe('cancelled');
    await expect(takeBack(db, officer, id, second.id)).rejects.toMatchObject({ code: 'not_in_this_state' });
  });

  it('values outside the standard, other protocols and unknown requests are refused with a sentence', async () => {
    const id = await givenDevice(store, 'hj-212', 'REFUSES');
    const terminal = await givenDevice(store, 'jt-808', '13800000000');
    await expect(ask(id, 'set-realtime-interval', { RtdInterval: '5' })).rejects.toMatchObject({
      code: 'value_out_of_range',
    });
    await expect(ask(id, 'explode')).rejects.toMatchObject({ code: 'value_out_of_range' });
    await expect(ask(terminal, 'read-clock')).rejects.toMatchObject({ code: 'not_in_this_state' });
    await expect(ask(99_999, 'read-clock')).rejects.toMatchObject({ code: 'not_found' });
    expect(requestKinds().find(({ name }) => name === 'set-password')!.items[0]).toMatchObject({
      secret: true,
      length: 6,
    });
  });

  it('a new password is kept nowhere but with the device, once it has taken it', async () => {
    const it = await device('2017', { password: 'oldpw1' });
    await it.greet();
    await ask(it.id, 'set-password', { NewPW: 'newpw1' });
    const asked = await it.asked('1072');
    expect(asked.groups.flat()[0]).toMatchObject({ name: 'NewPW', value: 'newpw1' });
    it.accept(asked);
    it.end(asked);
    await settled(it.id, 'set-password', 'done');
    await until(async () => {
      const { rows } = await store.pool.query('select password from device_secret where device_id = $1', [it.id]);
      expect(rows).toEqual([{ password: 'newpw1' }]);
    });
    const everywhere = await store.pool.query(
      `select arguments::text from device_command union all select outcome::text from device_command
       union all select text from device_message union all select after::text from audit union all select items::text from device_command_secret`,
    );
    expect(everywhere.rows.filter((row) => /newpw1|oldpw1/.test(row.arguments ?? ''))).toEqual([]);
    it.socket.destroy();
  });

  it('who does not know the password is not taken for the device: nothing is sent there', async () => {
    const it = await device('2017', { password: 'secret' });
    it.send(it.hello('2011', 'wrong!'));
    await ask(it.id, 'read-clock');
    await new Promise((done) => setTimeout(done, 200));
    expect(await state(it.id)).toEqual([['read-clock', 'waiting']]);
    expect(it.received()).toHaveLength(0);
    it.socket.destroy();
  });

  it('of 2005 is asked with its own Flag and a period in one item; its answers have the QN in the data area', async () => {
    const it = await device('2005');
    await it.greet();
    await ask(it.id, 'minute-history', { BeginTime: '20260101000000', EndTime: '20260101001000' });
    const asked = await it.asked('2051');
    expect(asked.groups).toHaveLength(1);
    it.accept(asked);
    it.end(asked);
    await settled(it.id, 'minute-history', 'done');
    it.socket.destroy();
  });

  it('of 2025: a heartbeat is answered 9013, an MN is given and known from then on; 2017 does not know that request', async () => {
    const it = await device('2025');
    await it.greet();
    it.send(it.hello('9015'));
    expect((await it.hear()).cn).toBe('9013');
    const mn = 'B'.repeat(24);
    await ask(it.id, 'set-mn', { MN: mn });
    const asked = await it.asked('1002');
    it.accept(asked);
    it.end(asked);
    await settled(it.id, 'set-mn', 'done');
    await until(async () => {
      await gateway.register.renew();
      expect(gateway.register.find('hj-212', mn)?.id).toBe(it.id);
    });
    const old = await device('2017');
    await old.greet();
    await ask(old.id, 'set-mn', { MN: 'C'.repeat(24) });
    await settled(old.id, 'set-mn', 'refused');
    it.socket.destroy();
    old.socket.destroy();
  });

  it('of 2025 with a key: what the standard encrypts is sent encrypted', async () => {
    const it = await device('2025');
    const key = Buffer.alloc(16, 0x30);
    await store.pool.query('insert into device_secret values ($1, null, $2)', [it.id, key.toString('hex')]);
    await moveRegister(db);
    await gateway.register.renew();
    await it.greet();
    await ask(it.id, 'hour-history', { BeginTime: '20260101000000', EndTime: '20260101030000' });
    const raw = Buffer.from(await it.line('\r\n'), 'latin1');
    expect(decode(raw)!.cipher).not.toBeNull();
    expect(decode(raw, { key })!.groups.flat()[0]).toMatchObject({ name: 'BeginTime', value: '20260101000000' });
    it.socket.destroy();
  });

  it('on first contact, where its model says so: clock, time-outs, intervals in this order; never again', async () => {
    const it = await device('2017', { model: 'asks' });
    await it.greet();
    for (const [cn, value] of [
      ['1012', expect.stringMatching(/^\d{14}$/)],
      ['1000', '10'],
      ['1062', '60'],
      ['1064', '5'],
    ] as const) {
      const asked = await it.asked(cn);
      expect(asked.groups.flat()[0]!.value).toEqual(value);
      it.accept(asked);
      it.end(asked);
    }
    await until(async () => expect((await state(it.id)).filter(([, as]) => as === 'done')).toHaveLength(4));
    it.socket.destroy();
  });

  it('whose clock is further off than its model allows is given the time, once', async () => {
    await storeDeviceModels(db, [
      {
        id: 'drifts',
        title: { zh: '会走偏', en: 'drifts' },
        maker: null,
        kind: 'micro',
        protocol: 'hj-212',
        settings: modelSettings.parse({ clockToleranceSeconds: 60 }),
      },
    ]);
    const it = await device('2017', { model: 'drifts' });
    await it.greet(-10_000);
    await new Promise((done) => setTimeout(done, 200));
    expect(await state(it.id)).toEqual([]);
    it.send(it.hello('2011', undefined, -300_000));
    const came = [await it.hear(), await it.hear()];
    const asked = came.find(({ cn }) => cn === '1012')!;
    expect(asked.groups.flat()[0]!.name).toBe('SystemTime');
    it.accept(asked);
    it.end(asked);
    await settled(it.id, 'set-clock', 'done');
    it.send(it.hello('2011', undefined, -301_000));
    await it.hear();
    await new Promise((done) => setTimeout(done, 200));
    expect(await state(it.id)).toHaveLength(1);
    it.socket.destroy();
  });

  it('that asks for the time (1013) is answered 9013 and given it', async () => {
    const it = await device();
    await it.greet();
    it.send(it.hello('1013'));
    expect((await it.hear()).cn).toBe('9013');
    const asked = await it.asked('1012');
    expect(asked.groups.flat()[0]!.name).toBe('SystemTime');
    it.socket.destroy();
  });
});
