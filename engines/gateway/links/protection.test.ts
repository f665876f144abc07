import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import { encode, item } from '#protocols/hj-212';
import { freshDatabase } from '../../../tests/database.ts';
import { TEST_TLS } from '../fixtures/certificate.ts';
import { beijing, connectTo, givenDevice, packetsOf, until } from '../fixtures/devices.ts';
import { type Gateway, type GatewayOptions, openGateway } from '../index.ts';

const HOST = '127.0.0.1';
const packet = (mn: string, at: number, value = '35') =>
  encode({
    qn: `${beijing(at)}000`,
    st: '22',
    cn: '2011',
    pw: '123456',
    mn,
    flag: 5,
    groups: [[item('DataTime', beijing(at))], [item('a34004-Rtd', value)]],
  });

describe('what protects the listeners', async () => {
  const store = await freshDatabase();
  const second = Math.floor(Date.now() / 1000) * 1000;
  const gateways: Gateway[] = [];
  const opened = async (options: Partial<GatewayOptions['hj212']> & { tls?: GatewayOptions['tls'] } = {}) => {
    const { tls, ...listen } = options;
    const gateway = await openGateway(store, { name: 'test', tls, hj212: { host: HOST, port: 0, ...listen } });
    gateways.push(gateway);
    return gateway;
  };
  beforeAll(async () => {
    const title = { zh: '慢', en: 'slow' };
    const settings = modelSettings.parse({ mostPerMinute: 30 });
    await storeDeviceModels(store.db, [
      { id: 'slow', title, maker: null, kind: 'micro', protocol: 'hj-212', settings },
    ]);
    for (const mn of ['TWIN', 'HALF', 'BYTES', 'TLS']) await givenDevice(store, 'hj-212', mn);
    await givenDevice(store, 'hj-212', 'FAST', { model: 'slow' });
  });
  afterAll(() => Promise.all(gateways.map((gateway) => gateway.close())));

  it('who sends faster than its model allows is read slower; nothing of it is lost', async () => {
    const gateway = await opened();
    const line = await connectTo(gateway.ports.hj212!);
    // an hour of its rate is let through at once, for loggers that were away; then it is a packet every two seconds
    const sent = 30 * 60 + 2;
    for (let i = 0; i < sent; i++) line.send(packet('FAST', second - i * 1000));
    for (let i = 0; i < sent; i++) await line.line();
    expect(await packetsOf(store, 'FAST', sent)).toHaveLength(sent);
    expect(gateway.listeners.get('hj212')!.counts.slowed).toBeGreaterThan(0);
    await gateway.book.write();
    const { rows } = await store.pool.query(
      "select deviations from device_link l join device_identity i using (device_id) where identity = 'FAST'",
    );
    expect(rows[0].deviations['too-fast']).toBeGreaterThan(0);
    line.end();
  });

  it('a new connection of a device closes its old one; two devices of one number keep both and are told of', async () => {
    const gateway = await opened();
    const lines = [await connectTo(gateway.ports.hj212!), await connectTo(gateway.ports.hj212!)] as const;
    const say = async (which: 0 | 1, i: number) => {
      lines[which].send(packet('TWIN', second + i * 1000));
      await lines[which].line();
    };
    await say(0, 0);
    await say(1, 1);
    await until(() => expect(lines[0].closed()).toBe(true));
    expect(lines[1].closed()).toBe(false);
    // the other comes back and takes the number, again and again
    let turn = 2;
    let current = lines[1];
    for (; turn < 6; turn++) {
      const next = await connectTo(gateway.ports.hj212!);
      next.send(packet('TWIN', second + turn * 1000));
      await next.line();
      if (turn < 4) await until(() => expect(current.closed()).toBe(true));
      else expect(current.closed()).toBe(false);
      current = next;
    }
    await gateway.book.write();
    const { rows } = await store.pool.query(
      "select deviations from device_link l join device_identity i using (device_id) where identity = 'TWIN'",
    );
    expect(rows[0].deviations['two-senders']).toBeGreaterThan(0);
    expect(await packetsOf(store, 'TWIN', 6)).toHaveLength(6);
  });

  it('a frame that stops in the middle and goes on is read; one that never ends does not hide the next', async () => {
    const gateway = await opened();
    const line = await connectTo(gateway.ports.hj212!);
    const whole = packet('HALF', second);
    line.send(whole.subarray(0, 60));
    await new Promise((done) => setTimeout(done, 400));
    line.send(whole.subarray(60));
    expect(await line.line()).toContain('CN=9014');
    line.send(whole.subarray(0, 60));
    line.send(packet('HALF', second + 1000));
    expect(await line.line()).toContain(beijing(second + 1000));
    expect(await packetsOf(store, 'HALF', 2)).toHaveLength(2);
    expect(gateway.meter.of('hj-212').noiseBytes).toBe(60);
    line.end();
  });

  it('who says nothing, or holds a half frame for long, is closed and costs no more than its bytes', async () => {
    const gateway = await opened({ limits: { muteMs: 80, idleMs: 150 } });
    const mute = await connectTo(gateway.ports.hj212!);
    const slow = await connectTo(gateway.ports.hj212!);
    slow.send(packet('BYTES', second).subarray(0, 20));
    await until(() => expect([mute.closed(), slow.closed()]).toEqual([true, true]));
    expect(gateway.listeners.get('hj212')!.open).toBe(0);
  });

  it('connections are counted altogether and per address; addresses that are not allowed are turned away', async () => {
    const few = await opened({ limits: { mostPerAddress: 2 } });
    const lines: Awaited<ReturnType<typeof connectTo>>[] = [];
    for (let i = 0; i < 3; i++) lines.push(await connectTo(few.ports.hj212!));
    await until(() => expect(lines.map((line) => line.closed())).toEqual([false, false, true]));
    lines[0]!.end();
    await until(() => expect(few.listeners.get('hj212')!.open).toBe(1));
    const again = await connectTo(few.ports.hj212!);
    expect(again.closed()).toBe(false);
    const others = await opened({ allow: ['10.1.0.0/16'] });
    const foreign = await connectTo(others.ports.hj212!);
    await until(() => expect(foreign.closed()).toBe(true));
    expect(others.listeners.get('hj212')!.counts).toMatchObject({ refused: 1, connections: 0 });
    await expect(opened({ allow: ['10.1.0.0/99'] })).rejects.toMatchObject({ code: 'config_invalid' });
    await expect(opened({ port: few.ports.hj212! })).rejects.toMatchObject({ code: 'port_taken' });
  });

  it('speaks TLS where a certificate is given, and nothing else then', async () => {
    const gateway = await opened({ tls: TEST_TLS });
    const port = gateway.ports.hj212!;
    const socket = connectTls({ host: HOST, port, ca: TEST_TLS.cert, servername: 'lantian.test' });
    await new Promise((done, fail) => socket.once('secureConnect', done).once('error', fail));
    socket.write(packet('TLS', second));
    const answer = await new Promise<string>((done) => socket.once('data', (chunk) => done(chunk.toString())));
    expect(answer).toContain('CN=9014');
    socket.destroy();
    const plain = await connectTo(port);
    plain.send(packet('TLS', second + 1000));
    await until(() => expect(plain.closed()).toBe(true));
  });
});
