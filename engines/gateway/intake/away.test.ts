import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import { openStore, type Store } from '#platform/store';
import { encode, instantOf, item } from '#protocols/hj-212';
import { freshDatabase } from '../../../tests/database.ts';
import { wayTo } from '../fixtures/away.ts';
import { beijing, connectTo, givenDevice, until } from '../fixtures/devices.ts';
import { type Gateway, openGateway } from '../index.ts';

const DEVICES = 8;
const MOST_WAITING = 200;
const EACH = 2500;
/** what one read of a socket brings at most, in packets of more than 100 bytes */
const ONE_READ = 656;
const at = (i: number) => Date.parse('2026-03-01T00:00:00+08:00') + i * 1000;

describe('while the database is away', async () => {
  const store = await freshDatabase();
  let way: Awaited<ReturnType<typeof wayTo>>;
  let behind: Store;
  let gateway: Gateway;
  beforeAll(async () => {
    const title = { zh: '快', en: 'fast' };
    const settings = modelSettings.parse({ mostPerMinute: 60_000 });
    await storeDeviceModels(store.db, [
      { id: 'fast', title, maker: null, kind: 'micro', protocol: 'hj-212', settings },
    ]);
    for (let d = 0; d < DEVICES; d++) await givenDevice(store, 'hj-212', `AWAY${d}`, { model: 'fast' });
    way = await wayTo(store.url);
    behind = await openStore({ url: way.url, connections: 4 });
    gateway = await openGateway(behind, {
      name: 'test',
      hj212: { host: '127.0.0.1', port: 0 },
      mqtt: { host: '127.0.0.1', port: 0 },
      writer: { mostWaiting: MOST_WAITING },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await behind.close();
    await way.close();
  });

  const stored = async () =>
    new Set(
      (
        await store.pool.query(
          'select i.identity, p.at from packet p join device_identity i using (device_id) order by p.at',
        )
      ).rows.map((row) => `${row.identity} ${row.at.getTime()}`),
    );

  it('devices stay connected and unanswered, memory is bounded, and all that was acknowledged is there afterwards', async () => {
    const lines = await Promise.all(
      Array.from({ length: DEVICES }, async (_, d) => ({
        mn: `AWAY${d}`,
        line: await connectTo(gateway.ports.hj212!),
      })),
    );
    const acknowledged = new Set<string>();
    const listening = lines.map(async ({ mn, line }) => {
      for (let i = 0; i < EACH; i++) {
        const answer = await line.line();
        const qn = /QN=(\d{14})/.exec(answer)![1]!;
        acknowledged.add(`${mn} ${instantOf(qn)}`);
      }
    });
    const send = (from: number, to: number) => {
      for (const { mn, line } of lines)
        for (let i = from; i < to; i++)
          line.send(
            encode({
              qn: `${beijing(at(i))}000`,
              st: '22',
              cn: '2011',
              pw: '123456',
              mn,
              flag: 5,
              groups: [[item('DataTime', beijing(at(i)))], [item('a34004-Rtd', String(i))]],
            }),
          );
    };
    send(0, 100);
    await until(() => expect(acknowledged.size).toBe(100 * DEVICES));

    way.cut();
    send(100, EACH);
    // the writer has noticed, and the sockets are read no further
    await until(() => expect(gateway.writer.troubleSince).not.toBeNull());
    await until(() => expect(gateway.writer.waiting).toBeGreaterThanOrEqual(MOST_WAITING));
    await new Promise((done) => setTimeout(done, 700));
    // the read that went over the limit comes on top of it, and one that was under way
    expect(gateway.writer.waiting).toBeLessThanOrEqual(MOST_WAITING + 2 * ONE_READ);
    expect(acknowledged.size).toBe(100 * DEVICES);
    expect(lines.every(({ line }) => !line.closed())).toBe(true);
    expect(gateway.isAway()).toBe(true);

    way.reopen();
    await Promise.all(listening);
    expect(acknowledged.size).toBe(EACH * DEVICES);
    const there = await stored();
    expect([...acknowledged].filter((key) => !there.has(key))).toEqual([]);
    expect(there.size).toBe(EACH * DEVICES);
    expect(gateway.isAway()).toBe(false);
    for (const { line } of lines) line.end();
  });

  it('publications of MQTT wait too: acknowledged once the database is back, and never before', async () => {
    await givenDevice(store, 'mqtt', 'M1', { model: 'fast' });
    await gateway.register.renew();
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${gateway.ports.mqtt}`, { reconnectPeriod: 0 });
    const say = (i: number) =>
      client.publishAsync('maker/M1/data', JSON.stringify({ ts: at(i) / 1000, pm25: i }), { qos: 1 });
    await say(0);
    way.cut();
    let acknowledged = 0;
    const said = Array.from({ length: 500 }, (_, i) => say(i + 1).then(() => acknowledged++));
    await until(() => expect(gateway.writer.troubleSince).not.toBeNull());
    await new Promise((done) => setTimeout(done, 300));
    expect([acknowledged, client.connected]).toEqual([0, true]);
    // the rest waits in the broker, one read of the connection at most
    expect(gateway.writer.waiting).toBeLessThanOrEqual(MOST_WAITING + 1);
    way.reopen();
    await Promise.all(said);
    expect([...(await stored())].filter((key) => key.startsWith('M1 '))).toHaveLength(501);
    await client.endAsync();
  });

  it('a device that nobody knows is not answered; it comes again and waits in probation then', async () => {
    const line = await connectTo(gateway.ports.hj212!);
    const hello = encode({
      qn: `${beijing(at(0))}000`,
      st: '22',
      cn: '2011',
      pw: '1',
      mn: 'STRANGER',
      flag: 5,
      groups: [[item('DataTime', beijing(at(0)))], [item('a-Rtd', '1')]],
    });
    way.cut();
    line.send(hello);
    await until(() => expect(gateway.meter.of('hj-212').closed).toBe(1));
    expect(line.closed()).toBe(false);
    way.reopen();
    line.send(hello);
    expect(await line.line()).toContain('CN=9014');
    line.end();
  });
});
