import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import mqtt, { type IClientOptions } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import { freshDatabase } from '../../../tests/database.ts';
import { TEST_TLS } from '../fixtures/certificate.ts';
import { connectTo, givenDevice, packetsOf, until } from '../fixtures/devices.ts';
import { type Gateway, openGateway } from '../index.ts';
import { packetGuard } from './packet-guard.ts';

const HOST = '127.0.0.1';
const T = Date.parse('2026-03-01T08:00:00+08:00');

describe('devices on MQTT', async () => {
  const store = await freshDatabase();
  let gateway: Gateway;
  beforeAll(async () => {
    const settings = modelSettings.parse({
      factors: [
        { factor: 'pm25', aliases: ['PM2_5'], pollutant: 'PM25', unit: 'µg/m³' },
        { factor: 'temp', title: { zh: '温度', en: 'temperature' }, unit: '°C' },
      ],
    });
    const title = { zh: 'MQTT 微站', en: 'MQTT station' };
    await storeDeviceModels(store.db, [{ id: 'm', title, maker: null, kind: 'micro', protocol: 'mqtt', settings }]);
    await givenDevice(store, 'mqtt', 'ST1', { model: 'm', password: 'one' });
    await givenDevice(store, 'mqtt', 'ST2', { model: 'm', password: 'two' });
    await givenDevice(store, 'mqtt', 'OPEN', { model: 'm' });
    gateway = await openGateway(store, { name: 'test', mqtt: { host: HOST, port: 0 } });
  });
  afterAll(() => gateway.close());

  const connect = (options: IClientOptions) =>
    mqtt.connectAsync(`mqtt://${HOST}:${gateway.ports.mqtt}`, { reconnectPeriod: 0, ...options });
  const known = (username = 'ST1', password = 'one') => connect({ username, password });
  const json = (value: object) => JSON.stringify(value);

  it('are acknowledged (QoS 1) when their fields are stored in the channels of the model, by name or alias', async () => {
    const client = await known();
    await client.publishAsync('maker/ST1/data', json({ ts: T / 1000, pm25: 35.5, temp: '21.5', hum: 40, sn: 'ST1' }), {
      qos: 1,
    });
    // acknowledged: it is there already
    const { rows } = await store.pool.query('select count(*)::int as n from packet');
    expect(rows[0].n).toBe(1);
    await client.publishAsync('maker/ST1/data', json({ time: '2026-03-01 08:01:00', data: { PM2_5: 36 } }), { qos: 1 });
    await client.publishAsync(
      'maker/ST1/data',
      json([
        { ts: T + 120_000, pm25: 37 },
        { ts: T + 180_000, pm25: null },
      ]),
      { qos: 2 },
    );
    const packets = await packetsOf(store, 'ST1', 4);
    expect(packets.map(({ at }) => (at - T) / 60_000)).toEqual([0, 1, 2, 3]);
    expect(packets[0]!.values).toEqual({ pm25: 35.5, temp: 21.5, hum: 40 });
    expect(packets.map(({ values }) => values.pm25)).toEqual([35.5, 36, 37, null]);
    const channels = await store.pool.query(
      "select factor, pollutant, unit from channel c join device_identity i using (device_id) where identity = 'ST1' order by no",
    );
    expect(channels.rows.slice(0, 3)).toEqual([
      { factor: 'pm25', pollutant: 'PM25', unit: 'µg/m³' },
      { factor: 'temp', pollutant: null, unit: '°C' },
      { factor: 'hum', pollutant: null, unit: null },
    ]);
    await client.endAsync();
  });

  it('with a list of names and values, or as an observation of SensorThings, are understood too', async () => {
    const client = await known('ST2', 'two');
    const values = [
      { value_type: 'pm25', value: '12.5' },
      { value_type: 'temp', value: '3' },
    ];
    await client.publishAsync('maker/ST2/data', json({ ts: T, sensordatavalues: values }), { qos: 1 });
    const observation = { phenomenonTime: '2026-03-01T00:00:00Z/2026-03-01T01:00:00Z', result: 14 };
    await client.publishAsync("v1.1/Datastreams('ST2:pm25')/Observations", json(observation), { qos: 1 });
    const rows = await packetsOf(store, 'ST2', 2);
    expect(rows.map(({ at, span, values: v }) => [at, span, v.pm25])).toEqual([
      [T, 0, 12.5],
      [T, 60, 14],
    ]);
    await client.endAsync();
  });

  it('with a wrong password do not get in; with their own they cannot speak for another', async () => {
    await expect(known('ST1', 'wrong')).rejects.toMatchObject({ code: 4 });
    const client = await known();
    const closed = new Promise<void>((done) => client.once('close', () => done()));
    client.publish('maker/ST2/data', json({ ts: T + 600_000, pm25: 1 }), { qos: 1 });
    await closed;
    await client.endAsync(true);
    const { rows } = await store.pool.query('select 1 from packet where at = to_timestamp($1)', [T / 1000 + 600]);
    expect(rows).toEqual([]);
  });

  it('that nobody knows wait in probation; what is no JSON is kept as it came, and acknowledged', async () => {
    const client = await connect({ clientId: 'stranger' });
    await client.publishAsync('maker/NEW1/data', json({ pm25: 1 }), { qos: 1 });
    await client.endAsync();
    const open = await known('OPEN', '');
    await open.publishAsync('maker/OPEN/data', Buffer.from([0xff, 0xfe, 0x01]), { qos: 1 });
    await open.publishAsync('no/such/topic/at/all', 'pm25=3', { qos: 1 });
    await open.endAsync();
    const { rows } = await store.pool.query('select identity, reason, detail from kept_frame order by id');
    expect(rows).toEqual([
      { identity: 'NEW1', reason: 'probation', detail: null },
      { identity: 'OPEN', reason: 'unreadable', detail: 'maker/OPEN/data' },
      { identity: 'OPEN', reason: 'unreadable', detail: 'no/such/topic/at/all' },
    ]);
  });

  it('hear nothing of each other: no subscription, nothing retained, no last will', async () => {
    const client = await connect({
      username: 'ST1',
      password: 'one',
      will: {
        topic: 'maker/ST1/data',
        payload: Buffer.from(json({ ts: T + 900_000, pm25: 99 })),
        qos: 1,
        retain: true,
      },
    });
    await client.publishAsync('maker/ST1/data', json({ ts: T + 840_000, pm25: 5 }), { qos: 1, retain: true });
    await expect(client.subscribeAsync('maker/+/data')).rejects.toThrow();
    client.stream.destroy();
    await client.endAsync();
    await new Promise((done) => setTimeout(done, 300));
    const { rows } = await store.pool.query('select at from packet where at >= to_timestamp($1) order by at', [
      T / 1000 + 840,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('one client’s id does not drive another device out', async () => {
    const first = await connect({ username: 'ST1', password: 'one', clientId: 'same' });
    const second = await connect({ username: 'ST2', password: 'two', clientId: 'same' });
    await first.publishAsync('maker/ST1/data', json({ ts: T + 1_000_000, pm25: 5 }), { qos: 1 });
    expect([first.connected, second.connected]).toEqual([true, true]);
    await Promise.all([first.endAsync(), second.endAsync()]);
  });

  it('come by TLS where a certificate is given', async () => {
    const sealed = await openGateway(store, { name: 'tls', tls: TEST_TLS, mqtt: { host: HOST, port: 0 } });
    const client = await mqtt.connectAsync(`mqtts://${HOST}:${sealed.ports.mqtt}`, {
      username: 'ST2',
      password: 'two',
      ca: TEST_TLS.cert,
      servername: 'lantian.test',
      reconnectPeriod: 0,
    });
    await client.publishAsync('maker/ST2/data', json({ ts: T + 7_000_000, pm25: 5 }), { qos: 1 });
    expect((await packetsOf(store, 'ST2', 3)).at(-1)!.values.pm25).toBe(5);
    await client.endAsync();
    await sealed.close();
  });

  it('that announce a packet of megabytes are cut off before anything is collected', async () => {
    const line = await connectTo(gateway.ports.mqtt!);
    // CONNECT of an unnamed client, then a PUBLISH that says it has 256 MB
    line.send(Buffer.from('100c00044d5154540402003c0000', 'hex'));
    line.send(Uint8Array.of(0x32, 0xff, 0xff, 0xff, 0x7f));
    await until(() => expect(line.closed()).toBe(true));
  });
});

describe('the length of an MQTT packet', () => {
  it('is watched however the bytes are cut', () => {
    const publish = Buffer.concat([Buffer.from([0x30, 0x85, 0x01]), Buffer.alloc(133)]);
    const stream = Buffer.concat([publish, Buffer.from([0xc0, 0x00]), publish]);
    for (const size of [1, 2, 3, 50, 1000]) {
      const [fits, not] = [packetGuard(133), packetGuard(132)];
      let all = true;
      let some = true;
      for (let at = 0; at < stream.length; at += size) {
        all &&= fits(stream.subarray(at, at + size));
        some &&= not(stream.subarray(at, at + size));
      }
      expect([size, all, some]).toEqual([size, true, false]);
    }
  });
});

describe('an MQTT broker that exists already', async () => {
  const store = await freshDatabase();
  const broker = new Aedes();
  const server = createServer(broker.handle);
  let url: string;
  const open = () =>
    openGateway(store, {
      name: 'test',
      mqttSource: { url, clientId: 'lantian-test', connections: 1 },
      topics: ['factory/{line}/{id}/up'],
    });
  beforeAll(async () => {
    await broker.listen();
    await new Promise<void>((done) => server.listen(0, HOST, done));
    const address = server.address();
    url = `mqtt://${HOST}:${typeof address === 'object' && address ? address.port : 0}`;
    await givenDevice(store, 'mqtt', 'F1');
  });
  afterAll(async () => {
    await new Promise<void>((done) => broker.close(done));
    server.close();
  });

  it('is listened to as a client; what came while we were away is there when we come back', async () => {
    const gateway = await open();
    await until(() => expect(gateway.subscriber!.connected).toBe(1));
    const publisher = await mqtt.connectAsync(url);
    const say = (minute: number) =>
      publisher.publishAsync('factory/3/F1/up', JSON.stringify({ ts: T + minute * 60_000, pm25: minute }), { qos: 1 });
    // the subscription takes a moment
    await until(async () => {
      await say(1);
      await packetsOf(store, 'F1', 1);
    });
    await gateway.close();
    await say(2);
    await say(3);
    const again = await open();
    expect((await packetsOf(store, 'F1', 3)).map(({ values }) => values.pm25)).toEqual([1, 2, 3]);
    await publisher.endAsync();
    await again.close();
  });
});
