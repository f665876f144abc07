import { afterEach, describe, expect, it } from 'vitest';
import { factorsOf, fieldOf, instantOf } from '#protocols/hj-212';
import { hj212Peer, jt808Peer, type Peer, until, vehiclePeer } from '../../tests/simulate/peers.ts';
import { KINDS } from './devices/kinds.table.ts';
import { MODELS } from './devices/models.table.ts';
import { type Handle, type SimulationOptions, startSimulation } from './index.ts';

const DISTRICT = 'districts/xicheng';
const NOON = Date.parse('2021-10-12T12:00:00+08:00');
const open: { stop: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});
async function peerOf<M>(making: Promise<Peer<M>>): Promise<Peer<M>> {
  const peer = await making;
  open.push({ stop: () => peer.close() });
  return peer;
}
async function simulated(options: Omit<SimulationOptions, 'districtPath'>): Promise<Handle> {
  const handle = await startSimulation({
    districtPath: DISTRICT,
    spreadMs: 50,
    keepAcknowledged: true,
    began: NOON,
    ...options,
  });
  // before the peers
  open.unshift({ stop: () => handle.stop() });
  return handle;
}
const acknowledged = (handle: Handle) => handle.report().all.acknowledged;

describe('stations that speak HJ 212', () => {
  it('send real-time data, minutes and hours, each answered, in frames without a fault', async () => {
    const peer = await peerOf(hj212Peer());
    const handle = await simulated({
      devices: { 'micro-station': 12, 'voc-station': 2 },
      ports: { hj212: peer.port },
      speed: 2400,
    });
    await until(() => acknowledged(handle) > 900 && new Set(peer.heard.map(({ cn }) => cn)).size === 5);
    const report = await handle.stop();
    const commands = new Set(peer.heard.map(({ cn }) => cn));
    expect(commands).toEqual(new Set(['2011', '2051', '2061', '9015', '1013']));
    expect(
      peer.heard
        .flatMap(({ deviations }) => deviations.map(({ name }) => name))
        .filter((n) => n !== 'crc-other-variant' && n !== 'qn-missing'),
    ).toEqual([]);
    expect(report.all.sent).toBe(report.all.acknowledged + report.all.unacknowledged);
    expect(report.all).toMatchObject({ devices: 14, connects: 14, reconnects: 0, lost: 0, repeated: 0 });
    const known = new Set(
      peer.heard.map(({ mn, cn, groups }) => `${mn} ${cn} ${instantOf(fieldOf({ groups }, 'DataTime') ?? '')}`),
    );
    for (const { code, what, stamp } of handle.acknowledged.all()) expect(known).toContain(`${code} ${what} ${stamp}`);
    expect(handle.acknowledged.size).toBe(report.all.acknowledged);
  });

  it('say the same again for the same seed and time', async () => {
    const values = async () => {
      const peer = await peerOf(hj212Peer());
      const handle = await simulated({ devices: { site: 3 }, ports: { hj212: peer.port }, speed: 1200 });
      await until(() => acknowledged(handle) > 60);
      await handle.stop();
      const of = new Map<string, string>();
      for (const message of peer.heard)
        of.set(`${message.mn} ${message.cn} ${fieldOf(message, 'DataTime')}`, JSON.stringify(factorsOf(message)));
      return of;
    };
    const [first, second] = [await values(), await values()];
    const both = [...first.keys()].filter((key) => second.has(key));
    expect(both.length).toBeGreaterThan(30);
    for (const key of both) expect(second.get(key)).toBe(first.get(key));
  });

  it('do what a platform asks of them: 9011, the data, 9012', async () => {
    const day = '20211012';
    const peer = await peerOf(
      hj212Peer([
        ['read-clock', {}],
        ['set-clock', { SystemTime: `${day}120000` }],
        ['read-realtime-interval', {}],
        ['set-realtime-interval', { RtdInterval: '30' }],
        ['set-minute-interval', { MinInterval: '10' }],
        ['read-minute-interval', {}],
        ['minute-history', { BeginTime: `${day}090000`, EndTime: `${day}100000` }],
        ['hour-history', { BeginTime: `${day}080000`, EndTime: `${day}100000` }],
        ['stop-realtime', {}],
        ['calibrate', { PolId: 'a34004' }],
        ['calibrate', { PolId: 'a99999' }],
        ['read-info', { PolId: 'a34004', InfoId: 'i11001' }],
        ['set-password', { NewPW: '654321' }],
      ]),
    );
    const handle = await simulated({
      devices: { 'micro-station': 3 },
      ports: { hj212: peer.port },
      speed: 30,
      seed: 4,
    });
    await until(() => peer.heard.filter(({ cn }) => cn === '9012').length >= 12 * 3);
    await handle.stop();
    for (const device of handle.layout.devices) {
      const own = peer.heard.filter(({ mn }) => mn === device.code);
      const of = (cn: string) => own.filter((message) => message.cn === cn);
      const { edition } = MODELS[device.model];
      expect(of('9011').map((message) => fieldOf(message, 'QnRtn'))).toEqual(Array(12).fill('1'));
      expect(of('9013')).toHaveLength(1);
      // all done but the calibration of what it does not measure
      expect(of('9012').map((message) => fieldOf(message, 'ExeRtn'))).toEqual([
        '1',
        '1',
        '1',
        '1',
        '1',
        '1',
        '1',
        '1',
        '1',
        '3',
        '1',
        '1',
      ]);
      expect(fieldOf(of('1061')[0]!, 'RtdInterval')).toBe('60');
      expect(fieldOf(of('1063')[0]!, 'MinInterval')).toBe('10');
      const times = (cn: string) => of(cn).map((message) => fieldOf(message, 'DataTime'));
      const end = 'stamp' in MODELS[device.model] && (MODELS[device.model] as { stamp: string }).stamp === 'end';
      const minutes = end ? ['091000', '092000'] : ['090000', '091000'];
      expect(times('2051')).toEqual(expect.arrayContaining(minutes.map((at) => `${day}${at}`)));
      expect(times('2061')).toEqual(expect.arrayContaining([`${day}${end ? '090000' : '080000'}`]));
      expect(edition).not.toBe('');
    }
  });

  it('refuse a wrong password and an unknown command', async () => {
    const peer = await peerOf(hj212Peer());
    const handle = await simulated({ devices: { 'micro-station': 1 }, ports: { hj212: peer.port }, speed: 60 });
    await until(() => peer.heard.length > 0);
    const { encode, item, qnAt } = await import('#protocols/hj-212');
    const { mn } = peer.heard[0]!;
    const ask = (pw: string, cn: string) =>
      encode({ qn: qnAt(Date.now()), st: '22', cn, pw, mn, flag: 5, groups: [[item('PolId', 'a34004')]] });
    const [socket] = peer.sockets;
    socket!.write(ask('000000', '1011'));
    socket!.write(ask('123456', '3999'));
    await until(() => peer.heard.filter(({ cn }) => cn === '9011').length === 2);
    await handle.stop();
    expect(peer.heard.filter(({ cn }) => cn === '9011').map((message) => fieldOf(message, 'QnRtn'))).toEqual([
      '3',
      '8',
    ]);
  });

  it('keep what was not answered, come back, and send it again; nothing is lost and nothing claimed', async () => {
    const peer = await peerOf(hj212Peer());
    const handle = await simulated({ devices: { 'micro-station': 6 }, ports: { hj212: peer.port }, speed: 600 });
    await until(() => acknowledged(handle) > 20);
    peer.answers = false;
    await until(() => handle.report().all.unacknowledged > 12);
    peer.shut();
    peer.answers = true;
    peer.open();
    const before = acknowledged(handle);
    await until(() => handle.report().all.reconnects >= 6 && acknowledged(handle) > before + 60);
    const { all } = await handle.stop();
    expect(all.repeated).toBeGreaterThan(0);
    expect(all.lost).toBe(0);
    expect(all.sent).toBe(all.acknowledged + all.unacknowledged);
    const again = peer.heard.filter(({ rf }) => rf === '1');
    for (const { edition } of again) expect(edition).toBe('2025');
  });

  it('tell refuellings nozzle by nozzle, and the pressures of tank and line', async () => {
    const peer = await peerOf(hj212Peer());
    const handle = await simulated({
      devices: { 'gas-station': 6 },
      ports: { hj212: peer.port },
      speed: 1200,
      seed: 2,
    });
    await until(() => peer.heard.filter((one) => /AlvR|i41020/.test(JSON.stringify(one.groups))).length > 20);
    await handle.stop();
    const items = new Set(
      peer.heard.flatMap(({ groups }) => groups.flat().map(({ name }) => name.replace(/^q\d{4}/, 'q'))),
    );
    for (const name of ['q-AlvR', 'q-FuelCur', 'q-TankPress', 'q-DynbPress']) expect(items).toContain(name);
    const styles = new Set(handle.layout.devices.map(({ model }) => model));
    if (styles.has('sim-vapour-i')) for (const name of ['i41020-Info', 'i41028-Info']) expect(items).toContain(name);
  });
});

describe('vehicles', () => {
  it('log in, report, and wait for the answers that their protocol knows', async () => {
    const peer = await peerOf(vehiclePeer());
    const devices = { 'heavy-vehicle': 6, 'electric-vehicle': 3 };
    const handle = await simulated({ devices, ports: { vehicles: peer.port }, speed: 60, seed: 3 });
    const heard = (protocol: string, command: string) =>
      peer.heard.filter((one) => one.protocol === protocol && one.command === command);
    await until(() => ['gb-17691', 'hj-1239', 'gb-32960'].every((protocol) => heard(protocol, 'realtime').length > 10));
    await until(() => handle.report().all.acknowledged > 20);
    const report = await handle.stop();
    expect(peer.heard.flatMap(({ deviations }) => deviations)).toEqual([]);
    expect(heard('gb-17691', 'login').length).toBeGreaterThan(0);
    expect(heard('hj-1239', 'platformLogin').length).toBeGreaterThan(0);
    expect(heard('gb-32960', 'login')).toHaveLength(3);
    expect(heard('gb-17691', 'realtime').some(({ blocks }) => blocks === 10)).toBe(true);
    const { unanswerable, acknowledged: answered, sent } = report.kinds.find(({ kind }) => kind === 'heavy-vehicle')!;
    expect(unanswerable).toBeGreaterThan(0);
    expect(answered).toBeGreaterThan(0);
    expect(sent).toBeGreaterThanOrEqual(answered + unanswerable);
  });
});

describe('muck trucks', () => {
  it('register, come back with their code, report, and send what waited as batches', async () => {
    const peer = await peerOf(jt808Peer());
    const handle = await simulated({ devices: { 'muck-truck': 6 }, ports: { jt808: peer.port }, speed: 120 });
    const kinds = () => new Set(peer.heard.map(({ body }) => body.kind));
    await until(() => acknowledged(handle) > 30);
    peer.shut();
    await new Promise((done) => setTimeout(done, 1500));
    peer.open();
    await until(() => kinds().has('batch'));
    await handle.stop();
    expect(kinds()).toEqual(new Set(['registration', 'authentication', 'location', 'batch', 'heartbeat']));
    expect(peer.heard.flatMap(({ deviations }) => deviations)).toEqual([]);
    expect(peer.heard.filter(({ body }) => body.kind === 'registration')).toHaveLength(6);
    expect(new Set(peer.heard.map(({ header }) => header?.edition))).toEqual(new Set(['2013', '2019']));
  });
});

describe('a load', () => {
  it('of history sends every minute of every station once, and ends when all is acknowledged', async () => {
    const peer = await peerOf(hj212Peer());
    const history = { from: NOON, until: NOON + 60 * 60_000, minutes: 1 };
    const handle = await simulated({
      devices: { 'micro-station': 20 },
      ports: { hj212: peer.port },
      history,
      connections: 4,
    });
    await handle.done;
    const report = await handle.stop();
    expect(report.all).toMatchObject({ sent: 1200, acknowledged: 1200, unacknowledged: 0, connects: 4 });
    expect(handle.acknowledged.size).toBe(1200);
    expect(new Set([...handle.acknowledged.all()].map(({ code, stamp }) => `${code} ${stamp}`)).size).toBe(1200);
    const odd = peer.heard.flatMap(({ deviations }) => deviations.map(({ name }) => name));
    expect(odd.filter((name) => name !== 'crc-other-variant' && name !== 'mn-length')).toEqual([]);
    expect(new Set(peer.heard.map(({ cn }) => cn))).toEqual(new Set(['2051']));
  });

  it('of history comes in each model’s own way when no minutes are asked for', async () => {
    const peer = await peerOf(hj212Peer());
    // whatever the moment, devices keep to the marks of the clock
    const history = { from: NOON + 123_456, until: NOON + 60 * 60_000 + 123_456 };
    const handle = await simulated({ devices: { 'micro-station': 30 }, ports: { hj212: peer.port }, history });
    await handle.done;
    await handle.stop();
    for (const { code, model } of handle.layout.devices) {
      const own = peer.heard.filter(({ mn }) => mn === code);
      const { minutes } = MODELS[model] as { minutes: number | null };
      expect(new Set(own.map(({ cn }) => cn))).toEqual(new Set([minutes === null ? '2011' : '2051']));
      expect(own).toHaveLength(60 / (minutes ?? 1));
    }
  });

  it('goes on after its connections broke, with what had not been answered', async () => {
    const peer = await peerOf(hj212Peer());
    const history = { from: NOON, until: NOON + 300 * 60_000, minutes: 1 };
    const handle = await simulated({
      devices: { 'micro-station': 10 },
      ports: { hj212: peer.port },
      history,
      connections: 3,
      window: 20,
    });
    await until(() => acknowledged(handle) > 300);
    handle.cut();
    await handle.done;
    const { all } = await handle.stop();
    expect(all).toMatchObject({ sent: 3000, acknowledged: 3000, unacknowledged: 0, reconnects: 3 });
    expect(new Set(peer.heard.map((one) => `${one.mn} ${fieldOf(one, 'DataTime')}`)).size).toBe(3000);
  });
});

describe('kinds and models', () => {
  it('name each other, and every model says the unit of each of its factors', () => {
    const named = Object.values(KINDS).flatMap(({ models }) => models.map(([model]) => model as string));
    expect([...named].sort()).toEqual(Object.keys(MODELS).sort());
    for (const { factors, zh, en } of Object.values(MODELS)) {
      expect(zh).toMatch(/模拟/);
      expect(en).toMatch(/Sim/);
      for (const { unit, times } of factors) {
        expect(unit).not.toBe('');
        expect(times).toBeGreaterThan(0);
      }
    }
  });
});
