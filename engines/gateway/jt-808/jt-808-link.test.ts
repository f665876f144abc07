import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import {
  type Body,
  decodeJt808,
  encodeJt808,
  encodeJt808Parts,
  type Header,
  itemFor,
  type Location,
} from '#protocols/jt-808';
import { freshDatabase } from '../../../tests/database.ts';
import { connectTo, givenDevice, packetsOf, stampAt, until } from '../fixtures/devices.ts';
import { type Gateway, openGateway } from '../index.ts';

const PHONE = { old: '019912345678', young: '00000000019987654321', locked: '019900000001', nobody: '019900000009' };
const rest = new Uint8Array();
const ID = {
  heartbeat: 2,
  deregistration: 3,
  registration: 0x100,
  authentication: 0x102,
  location: 0x200,
  batch: 0x704,
};

describe('a terminal of JT/T 808', async () => {
  const store = await freshDatabase();
  let gateway: Gateway;
  let serial = 0;
  const second = Math.floor(Date.now() / 1000) * 1000;
  beforeAll(async () => {
    const settings = modelSettings.parse({
      factors: [{ factor: 'load', title: { zh: '载重', en: 'load' }, unit: 't' }],
      vendorItems: [{ id: 0xe4, at: 0, bytes: 2, step: 0.1, factor: 'load' }],
    });
    const title = { zh: '渣土车终端', en: 'muck truck terminal' };
    await storeDeviceModels(store.db, [
      { id: 'muck', title, maker: null, kind: 'truck', protocol: 'jt-808', settings },
    ]);
    await givenDevice(store, 'jt-808', PHONE.old, { model: 'muck' });
    await givenDevice(store, 'jt-808', PHONE.young.replace(/^0+/, ''));
    await givenDevice(store, 'jt-808', PHONE.locked, { password: 'given' });
    gateway = await openGateway(store, { name: 'test', jt808: { host: '127.0.0.1', port: 0 } });
  });
  afterAll(() => gateway.close());

  async function terminal(phone: string) {
    const line = await connectTo(gateway.ports.jt808!);
    const edition = phone.length === 20 ? '2019' : '2013';
    const header = (id: number): Header => {
      serial = (serial + 1) & 0xffff;
      return { id, edition, protocolVersion: edition === '2019' ? 1 : null, phone, serial, encryption: 0, part: null };
    };
    const hear = async () => {
      const flag = '\u007e';
      const first = await line.line(flag);
      const whole =
        first.length === 1 ? Buffer.from(first + (await line.line(flag)), 'latin1') : Buffer.from(first, 'latin1');
      return decodeJt808(whole);
    };
    return {
      ...line,
      hear,
      edition: edition as '2013' | '2019',
      say: (id: number, body: Body) => line.send(encodeJt808(header(id), body)),
      parts: (id: number, body: Body, longest: number) => encodeJt808Parts(header(id), body, longest),
      ask: async (id: number, body: Body) => {
        line.send(encodeJt808(header(id), body));
        return hear();
      },
      registration: (): Body => ({
        kind: 'registration',
        edition,
        values: {
          province: 11,
          city: 102,
          maker: 'TEST',
          model: 'M',
          terminal: '1234567',
          plateColour: 2,
          plate: '测A12345',
        },
        rest,
      }),
      authentication: (authCode: string): Body => ({
        kind: 'authentication',
        edition,
        values: edition === '2019' ? { authCode, imei: '000000000000000', software: 'T' } : { authCode },
        rest,
      }),
    };
  }
  const at = (ms: number, over: Partial<Location> = {}): Location => ({
    alarm: 0,
    status: 3 | (3 << 8),
    latitudeMicro: 39_910_000,
    longitudeMicro: 116_360_000,
    altitudeMetres: 48,
    speedTenthsKmh: 305,
    directionDegrees: 90,
    time: stampAt(ms),
    items: [itemFor('odometerKm', 12.3)],
    rest: '',
    ...over,
  });
  const result = (message: Awaited<ReturnType<Awaited<ReturnType<typeof terminal>>['hear']>>) =>
    message.body.kind === 'platformAnswer' ? message.body.values : message.body;

  it.each(['old', 'young'] as const)(
    'registers, comes back with its code, is answered in the header of its own edition (%s)',
    async (which) => {
      const phone = PHONE[which];
      const first = await terminal(phone);
      const registered = await first.ask(ID.registration, first.registration());
      expect(registered.header).toMatchObject({ id: 0x8100, edition: first.edition, phone });
      const body = registered.body as Extract<Body, { kind: 'registrationAnswer' }>;
      expect(body.values.result).toBe(0);
      first.end();
      const it = await terminal(phone);
      expect(result(await it.ask(ID.authentication, it.authentication('wrong')))).toMatchObject({ result: 1 });
      expect(result(await it.ask(ID.authentication, it.authentication(body.values.authCode!)))).toMatchObject({
        result: 0,
        answeredId: 0x102,
      });
      const beat = await it.ask(ID.heartbeat, { kind: 'heartbeat', edition: it.edition, values: {}, rest });
      expect([beat.header!.id, beat.header!.edition]).toEqual([0x8001, it.edition]);
      it.end();
    },
  );

  it('a position becomes a packet: place, speed, load bits, items of the standard and of the maker by the mapping', async () => {
    const it = await terminal(PHONE.old);
    const items = [
      itemFor('odometerKm', 12.3),
      { id: 0xe4, hex: '00C8', name: null, value: null },
      { id: 0xe5, hex: '07', name: null, value: null },
    ];
    expect(result(await it.ask(ID.location, { kind: 'location', location: at(second, { items }) }))).toMatchObject({
      result: 0,
    });
    const [row] = await packetsOf(store, PHONE.old, 1);
    expect(row!.values).toMatchObject({
      lon: expect.closeTo(116.36, 4),
      lat: expect.closeTo(39.91, 4),
      'location.speedKmh': 30.5,
      'location.load': 3,
      'location.ignition': 1,
      'item.odometerKm': expect.closeTo(12.3, 4),
      load: 20,
      'item.0xe5': 7,
    });
    const { rows } = await store.pool.query(
      "select factor, unit from channel where factor in ('load', 'item.0xe5', 'location.speedKmh') order by factor",
    );
    expect(rows).toEqual([
      { factor: 'item.0xe5', unit: null },
      { factor: 'load', unit: 't' },
      { factor: 'location.speedKmh', unit: 'km/h' },
    ]);
    it.end();
  });

  it('a batch becomes a packet for each position; coordinates that are swapped are invalid', async () => {
    const it = await terminal(PHONE.old);
    const swapped = at(second + 60_000, { latitudeMicro: 116_360_000, longitudeMicro: 39_910_000 });
    const locations = [at(second + 30_000), swapped];
    expect(result(await it.ask(ID.batch, { kind: 'batch', count: 2, reason: 1, locations, rest: '' }))).toMatchObject({
      result: 0,
      answeredId: ID.batch,
    });
    const rows = await packetsOf(store, PHONE.old, 3);
    expect(rows[1]!.flags).toMatchObject({ lon: 'V' });
    expect(rows[2]!.flags).toMatchObject({ lon: 'I', lat: 'I', 'location.speedKmh': 'V' });
    it.end();
  });

  it('a long message in parts is answered part by part once the whole is stored; a missing part is asked for again', async () => {
    const it = await terminal(PHONE.old);
    const locations = Array.from({ length: 5 }, (_, i) => at(second + 120_000 + i * 1000));
    const parts = it.parts(ID.batch, { kind: 'batch', count: 5, reason: 1, locations, rest: '' }, 80);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts.filter((_, i) => i !== 1)) it.send(part);
    const again = await it.hear();
    expect(again.header!.id).toBe(0x8003);
    expect(again.body).toMatchObject({ kind: 'platformResend', values: { missing: [2] } });
    it.send(parts[1]!);
    const answered = [];
    for (const _ of parts) answered.push((result(await it.hear()) as { answers: number }).answers);
    expect(answered).toEqual(parts.map((part) => decodeJt808(part).header!.serial));
    await packetsOf(store, PHONE.old, 8);
    it.end();
  });

  it('with a password from a person it gets no code, and nothing is taken before it has shown the password', async () => {
    const it = await terminal(PHONE.locked);
    const location: Body = { kind: 'location', location: at(second) };
    expect(result(await it.ask(ID.location, location))).toMatchObject({ result: 1 });
    const { body } = await it.ask(ID.registration, it.registration());
    expect((body as Extract<Body, { kind: 'registrationAnswer' }>).values).toMatchObject({ result: 3 });
    expect(result(await it.ask(ID.authentication, it.authentication('given')))).toMatchObject({ result: 0 });
    expect(result(await it.ask(ID.location, location))).toMatchObject({ result: 0 });
    expect(await packetsOf(store, PHONE.locked, 1)).toHaveLength(1);
    it.end();
  });

  it('that nobody knows registers into probation; its positions are kept and answered; its code is forgotten when it logs off', async () => {
    const it = await terminal(PHONE.nobody);
    expect((await it.ask(ID.registration, it.registration())).body).toMatchObject({
      kind: 'registrationAnswer',
      values: { result: 0 },
    });
    expect(result(await it.ask(ID.location, { kind: 'location', location: at(second) }))).toMatchObject({ result: 0 });
    const kept = () =>
      store.pool.query(
        `select d.state, k.reason, c.code is not null as coded from device_identity i join device d on d.id = i.device_id
         join kept_frame k on k.device_id = d.id left join terminal_code c on c.device_id = d.id where i.identity = $1`,
        [PHONE.nobody.replace(/^0/, '')],
      );
    expect((await kept()).rows).toEqual([{ state: 'probation', reason: 'probation', coded: true }]);
    await it.ask(ID.deregistration, { kind: 'deregistration', edition: '2013', values: {}, rest });
    await until(async () => expect((await kept()).rows[0].coded).toBe(false));
    it.end();
  });
});
