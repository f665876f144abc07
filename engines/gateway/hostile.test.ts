import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Protocol } from '#engines/devices';
import { crcHj212, encode, item } from '#protocols/hj-212';
import { freshDatabase } from '../../tests/database.ts';
import { beijing, connectTo, givenDevice, until } from './fixtures/devices.ts';
import { explainFrame } from './frames/explain.ts';
import { type Gateway, openGateway } from './index.ts';

const captured = (file: string, encoding: 'hex' | 'utf8'): Buffer[] =>
  readFileSync(`tests/vectors/frames/${file}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from(JSON.parse(line).frame, encoding));

/** A fitting checksum over whatever stands before it, so that the inside is read. */
const HEAL: Partial<Record<Protocol, (frame: Buffer) => Buffer>> = {
  'hj-212': (frame) => {
    const segment = frame.subarray(6, Math.max(6, frame.length - 6));
    const crc = crcHj212(segment).toString(16).toUpperCase().padStart(4, '0');
    return Buffer.from(`##${String(segment.length).padStart(4, '0')}${segment.toString('latin1')}${crc}\r\n`, 'latin1');
  },
  ...Object.fromEntries(
    (['gb-17691', 'hj-1239', 'gb-32960'] as const).map((protocol) => [
      protocol,
      (frame: Buffer) => {
        if (frame.length < 25) return frame;
        const healed = Buffer.from(frame);
        healed.writeUInt16BE(frame.length - 25, 22);
        healed[healed.length - 1] = healed.subarray(2, -1).reduce((sum, byte) => sum ^ byte, 0);
        return healed;
      },
    ]),
  ),
};

const TEXTS = [
  '{"by":"x","identity":"A","text":"{\\"ts\\":1772323200,\\"pm25\\":35.5,\\"a\\":{\\"b\\":[1,2]}}"}',
  '{"by":"x","identity":"A","reports":[{"time":"2026-03-01T08:00:00Z","spanMinutes":60,"values":{"pm25":{"value":1,"flag":"M"}}}]}',
  '{"by":"x","identity":"A","factor":"pm25","text":"{\\"phenomenonTime\\":\\"a/b\\",\\"result\\":\\"x\\"}"}',
].map((text) => Buffer.from(text));

describe('whatever a frame holds', () => {
  it.each([
    ['hj-212', captured('hj212', 'utf8')],
    ['gb-17691', captured('gb17691', 'hex')],
    ['hj-1239', captured('hj1239', 'hex')],
    ['gb-32960', captured('gb32960', 'hex')],
    ['jt-808', captured('jt808', 'hex')],
    ['mqtt', TEXTS],
    ['http', TEXTS],
  ] as const)('%s: it is read, judged and put into channels without a fault', (protocol, seeds) => {
    for (const seed of seeds) expect(() => explainFrame(protocol, seed)).not.toThrow();
    const wound = fc.record({
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.nat({ max: 12 }),
      put: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(wound, { minLength: 1, maxLength: 4 }), (seed, wounds) => {
        let frame: Buffer = Buffer.from(seed);
        for (const { at, byte, cut, put } of wounds) {
          const place = frame.length === 0 ? 0 : at % frame.length;
          frame = Buffer.concat([
            frame.subarray(0, place),
            Buffer.from([byte]),
            frame.subarray(place + (put ? 0 : cut)),
          ]);
        }
        explainFrame(protocol, frame);
        const healed = HEAL[protocol]?.(frame);
        if (healed) explainFrame(protocol, healed);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a gateway that hears noise', async () => {
  const store = await freshDatabase();
  const trouble: unknown[] = [];
  const faults: unknown[] = [];
  let gateway: Gateway;
  const listen = { host: '127.0.0.1', port: 0 };
  const now = Date.now();
  const packet = (mn: string, factor = 'a34004-Rtd') =>
    encode({
      qn: `${beijing(now)}000`,
      st: '22',
      cn: '2011',
      pw: '1',
      mn,
      flag: 5,
      groups: [[item('DataTime', beijing(now))], [item(factor, '1')]],
    });
  beforeAll(async () => {
    await givenDevice(store, 'hj-212', 'GOOD');
    await givenDevice(store, 'mqtt', 'M1');
    gateway = await openGateway(store, {
      name: 'test',
      hj212: listen,
      vehicles: listen,
      jt808: listen,
      mqtt: listen,
      onTrouble: (error) => trouble.push(error),
      onFault: (error) => faults.push(error),
    });
  });
  afterAll(() => gateway.close());

  it('stays up on every port and goes on storing', async () => {
    for (const name of ['hj212', 'vehicles', 'jt808', 'mqtt'] as const) {
      const line = await connectTo(gateway.ports[name]!);
      for (let i = 0; i < 40; i++)
        line.send(Buffer.from(Array.from({ length: 997 }, (_, k) => (k * (i + 7) * 31 + i) & 0xff)));
      line.send(Buffer.from('##9999~~##0001{}7E7E##'));
      await new Promise((done) => setTimeout(done, 100));
      line.end();
    }
    const line = await connectTo(gateway.ports.hj212!);
    line.send(packet('GOOD'));
    expect(await line.line()).toContain('CN=9014');
    line.end();
  });

  it('keeps names that the store cannot take out of it: NUL in an identity, in a factor, names without end', async () => {
    const line = await connectTo(gateway.ports.hj212!);
    line.send(packet('BAD\u0000MN'));
    const broken = Buffer.from(packet('BAD\u0000TOO'));
    broken.write('0000', broken.length - 6);
    line.send(broken);
    line.send(packet('GOOD', `a\u0000b-Rtd`));
    line.send(packet('M'.repeat(70)));
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${gateway.ports.mqtt}`, { reconnectPeriod: 0 });
    const said = (fields: object) =>
      client.publishAsync('v/M1/data', JSON.stringify({ ts: now, ...fields }), { qos: 1 });
    await said({ 'a\u0000b': 1 });
    await said({ ['x'.repeat(5000)]: 1, ['__proto__']: 2, constructor: 3 });
    await client.endAsync();
    const reasons = await until(async () => {
      const { rows } = await store.pool.query('select protocol, reason from kept_frame order by id');
      expect(rows.length).toBeGreaterThanOrEqual(5);
      return rows.map((row) => `${row.protocol} ${row.reason}`);
    });
    expect(reasons.filter((reason) => reason === 'hj-212 no_identity').length).toBeGreaterThanOrEqual(2);
    expect(reasons).toContain('mqtt unknown_message');
    line.send(packet('GOOD'));
    await until(() => expect(line.received().toString()).toContain('CN=9014'));
    expect([gateway.writer.troubleSince, trouble, faults]).toEqual([null, [], []]);
    line.end();
  });
});
