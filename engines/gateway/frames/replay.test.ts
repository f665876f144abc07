import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, moveRegister, storeDeviceModels } from '#engines/devices';
import { encode, item } from '#protocols/hj-212';
import { encodeJt808 } from '#protocols/jt-808';
import { freshDatabase } from '../../../tests/database.ts';
import { beijing, connectTo, packetsOf } from '../fixtures/devices.ts';
import { type Gateway, openGateway, replayKept, replayWaiting } from '../index.ts';
import { explainFrame } from './explain.ts';
import { keptFrames } from './store.ts';

const MN = 'REPLAYED0000000000000001';

describe('frames that were kept', async () => {
  const store = await freshDatabase();
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  let gateway: Gateway;
  let line: Awaited<ReturnType<typeof connectTo>>;
  const packet = (at: number, value: string) =>
    encode({
      qn: `${beijing(at)}000`,
      st: '22',
      cn: '2011',
      pw: '123456',
      mn: MN,
      flag: 5,
      groups: [[item('DataTime', beijing(at))], [item('a34004-Rtd', value)]],
    });
  const say = async (at: number, value: string) => {
    line.send(packet(at, value));
    await line.line();
  };
  const waiting = async () =>
    (await store.pool.query('select reason from kept_frame where replayed_at is null order by id')).rows.map(
      (r) => r.reason,
    );
  const device = async () =>
    (await store.pool.query('select id from device where code = $1', [MN])).rows[0].id as number;
  const change = async (words: string) => {
    await store.pool.query(`update device set ${words}`);
    await moveRegister(store.db);
    await gateway.register.renew();
  };

  beforeAll(async () => {
    const settings = modelSettings.parse({ factors: [{ factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' }] });
    const title = { zh: '微站', en: 'micro' };
    await storeDeviceModels(store.db, [{ id: 'm', title, maker: null, kind: 'micro', protocol: 'hj-212', settings }]);
    gateway = await openGateway(store, { name: 'test', hj212: { host: '127.0.0.1', port: 0 } });
    line = await connectTo(gateway.ports.hj212!);
  });
  afterAll(() => gateway.close());

  it('of a device in probation become its packets once it is admitted, a correction on top of what it corrects', async () => {
    await say(minute, '35');
    await say(minute - 60_000, '34');
    await say(minute, '36');
    const id = await device();
    expect(await replayKept(store, id)).toEqual({ stored: 0, kept: 0 });
    await change("state = 'admitted', model_id = 'm'");
    expect(await replayKept(store, id)).toEqual({ stored: 3, kept: 0 });
    const rows = await packetsOf(store, MN, 2);
    expect(rows.map(({ at, values }) => [at, values.a34004])).toEqual([
      [minute - 60_000, 34],
      [minute, 36],
    ]);
    expect(await waiting()).toEqual([]);
    expect(await replayKept(store, id)).toEqual({ stored: 0, kept: 0 });
  });

  it('of a clock that was ahead become packets when the model says by how much; until then they stay', async () => {
    await say(minute + 8 * 3_600_000, '40');
    expect(await waiting()).toEqual(['clock_ahead']);
    const id = await device();
    expect(await replayKept(store, id)).toEqual({ stored: 0, kept: 1 });
    await change(`settings = '{"clockAheadMinutes": 480}'`);
    expect(await replayKept(store, id)).toEqual({ stored: 1, kept: 0 });
    expect((await packetsOf(store, MN, 2)).at(-1)).toMatchObject({ at: minute, values: { a34004: 40 } });
  });

  it('that came between admission and the gateway’s knowing of it are found by whoever looks for them', async () => {
    await change("state = 'probation', settings = '{}'");
    await say(minute + 60_000, '50');
    await store.pool.query("update device set state = 'admitted'");
    expect(await replayWaiting(store)).toEqual({ devices: 1, stored: 1, kept: 0 });
    expect(await replayWaiting(store)).toEqual({ devices: 0, stored: 0, kept: 0 });
  });

  it('with a text for a number stay kept beside the packet that could be made', async () => {
    await gateway.register.renew();
    await moveRegister(store.db);
    await gateway.register.renew();
    await say(minute + 120_000, 'abc');
    expect(await waiting()).toEqual(['not_numeric']);
    expect(await replayKept(store, await device())).toEqual({ stored: 0, kept: 1 });
    line.end();
  });

  it('are listed of all devices by protocol, reason and time, page by page', async () => {
    const all = await keptFrames(store.db, {}, { limit: 50 });
    expect(all.length).toBeGreaterThan(4);
    const first = await keptFrames(store.db, {}, { limit: 2 });
    const second = await keptFrames(store.db, {}, { limit: 50, before: first.at(-1)!.id });
    expect([...first, ...second].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect((await keptFrames(store.db, { reason: 'not_numeric' }, { limit: 9 })).map((f) => f.reason)).toEqual([
      'not_numeric',
    ]);
    expect(await keptFrames(store.db, { protocol: 'mqtt' }, { limit: 9 })).toEqual([]);
    expect((await keptFrames(store.db, { waiting: true }, { limit: 9 })).every((f) => f.replayedAt === null)).toBe(
      true,
    );
    expect(await keptFrames(store.db, { until: new Date(0) }, { limit: 9 })).toEqual([]);
  });
});

describe('a frame as a person reads it', () => {
  it('shows no password of a text protocol, and of a vehicle neither bytes nor the place where it was', () => {
    const text = explainFrame(
      'hj-212',
      encode({ qn: '1', st: '22', cn: '2011', pw: 'topsecret', mn: 'X', flag: 5, groups: [] }),
    );
    expect(text.text).toContain('PW=******');
    expect(text.text).not.toContain('topsecret');
    const location = {
      alarm: 0,
      status: 2,
      latitudeMicro: 39_912_345,
      longitudeMicro: 116_367_891,
      altitudeMetres: 1,
      speedTenthsKmh: 0,
      directionDegrees: 0,
      time: '2026-03-01T08:00:00+08:00',
      items: [],
      rest: '',
    };
    const header = {
      id: 0x200,
      edition: '2013',
      protocolVersion: null,
      phone: '013800138000',
      serial: 1,
      encryption: 0,
      part: null,
    } as const;
    const truck = explainFrame('jt-808', encodeJt808(header, { kind: 'location', location }));
    expect(truck.readable).toBe(true);
    expect(truck.packets[0]!.values.find(({ factor }) => factor === 'lon')!.value).toBe(116.37);
    expect(JSON.stringify(truck)).not.toMatch(/3678|9123|116367891/);
  });
});
