import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeGb17691, encodeGb17691, terminalEnvelope } from '#protocols/gb-17691';
import { decodeGb32960, encodeGb32960 } from '#protocols/gb-32960';
import { decodeHj1239, encodeHj1239, PLATFORM_LINK } from '#protocols/hj-1239';
import type { Envelope } from '#protocols/vehicle-link';
import { freshDatabase } from '../../../tests/database.ts';
import { connectTo, givenDevice, packetsOf, stampAt, until } from '../fixtures/devices.ts';
import { type Gateway, openGateway } from '../index.ts';

const VIN = { q: 'LTEST000000000001', hj: 'LTEST000000000002', ev: 'LTEST000000000003', nobody: 'LTEST000000000009' };
const STREAM = {
  speedKmh: 45,
  barometricKPa: 101,
  netTorquePercent: 40,
  frictionTorquePercent: 8,
  engineRpm: 1500,
  fuelLitresPerHour: 12.5,
  noxUpstreamPpm: 620,
  noxDownstreamPpm: 35,
  reagentPercent: 80,
  intakeAirKgPerHour: 500,
  scrInCelsius: 300,
  scrOutCelsius: 290,
  dpfDifferenceKPa: 2.5,
  coolantCelsius: 85,
  tankPercent: 60,
  positionStatus: 0,
  longitudeDegrees: 116.36,
  latitudeDegrees: 39.91,
  odometerKm: 12345.6,
};
const rest = new Uint8Array();
const platform = (link: { commands: readonly { name: string; command: number }[] }, name: string, vin: string) =>
  ({
    start: 0x7e,
    head: 'platform',
    command: link.commands.find((row) => row.name === name)!.command,
    response: 0xfe,
    softwareVersion: null,
    vin,
    encryption: 1,
  }) as Envelope;
const electric = (command: number, vin: string): Envelope => ({
  ...platform(PLATFORM_LINK, 'login', vin),
  start: 0x23,
  command,
});

describe('vehicles on one port', async () => {
  const store = await freshDatabase();
  let gateway: Gateway;
  const second = Math.floor(Date.now() / 1000) * 1000;
  beforeAll(async () => {
    await givenDevice(store, 'gb-17691', VIN.q);
    await givenDevice(store, 'hj-1239', VIN.hj);
    await givenDevice(store, 'gb-32960', VIN.ev);
    gateway = await openGateway(store, { name: 'test', vehicles: { host: '127.0.0.1', port: 0 } });
  });
  afterAll(() => gateway.close());
  const connected = () => connectTo(gateway.ports.vehicles!);
  const report = (blocks: object[], vin = VIN.q, time = second) =>
    encodeGb17691(terminalEnvelope('realtime', vin), {
      kind: 'report',
      values: { time: stampAt(time) },
      blocks,
    } as Parameters<typeof encodeGb17691>[1]);
  const stream = (sequence: number, over: object = {}) => ({
    name: 'stream',
    type: 2,
    head: { sequence },
    values: { ...STREAM, ...over },
  });

  it('a truck of annex Q: the seconds of its engine become packets, the last at the time of the report; it is not answered', async () => {
    const it = await connected();
    it.send(report([stream(1, { noxDownstreamPpm: 30 }), stream(2, { noxDownstreamPpm: 35 })]));
    const rows = await packetsOf(store, VIN.q, 2);
    expect(rows.map(({ at }) => at)).toEqual([second - 1000, second]);
    expect(rows.map(({ values }) => values['stream.noxDownstreamPpm'])).toEqual([30, 35]);
    expect(rows[1]!.values).toMatchObject({
      'stream.speedKmh': 45,
      'stream.engineRpm': 1500,
      'stream.scrInCelsius': 300,
      'stream.reagentPercent': expect.closeTo(80, 3),
      'stream.odometerKm': expect.closeTo(12345.6, 1),
      lon: expect.closeTo(116.36, 4),
      lat: expect.closeTo(39.91, 4),
    });
    const { rows: channels } = await store.pool.query(
      "select unit, pollutant from channel where factor = 'stream.noxDownstreamPpm'",
    );
    expect(channels).toEqual([{ unit: 'ppm', pollutant: null }]);
    expect(it.received()).toHaveLength(0);
    it.end();
  });

  it('NOx of a parked engine is no reading, a position without a fix is none of now, what is doubtful is suspect', async () => {
    const it = await connected();
    it.send(
      report([stream(3, { noxUpstreamPpm: -200, noxDownstreamPpm: null, positionStatus: 1 })], VIN.q, second + 1000),
    );
    it.send(report([stream(4, { positionStatus: 2 })], VIN.q, second + 2000));
    const rows = (await packetsOf(store, VIN.q, 4)).slice(2);
    expect(rows[0]!.values).toMatchObject({
      'stream.noxUpstreamPpm': null,
      'stream.noxDownstreamPpm': null,
      lon: null,
      lat: null,
    });
    expect(rows[0]!.flags).toMatchObject({ 'stream.noxUpstreamPpm': 'N', 'stream.noxDownstreamPpm': 'N', lon: 'N' });
    expect(rows[1]!.flags).toMatchObject({ lon: 'S', lat: 'S', 'stream.speedKmh': 'V' });
    it.end();
  });

  it('the lamp and the number of fault codes are quantities, certificates and numbers of the vehicle are not', async () => {
    const it = await connected();
    const obd = {
      protocol: 2,
      mil: 1,
      support: 3,
      ready: 1,
      vin: VIN.q,
      calid: 'CAL',
      cvn: '00'.repeat(18),
      iupr: '00'.repeat(36),
      faultCodes: ['00000001', '00000002'],
    };
    it.send(report([{ name: 'obd', type: 1, head: { sequence: 5 }, values: obd }], VIN.q, second + 3000));
    const row = (await packetsOf(store, VIN.q, 5)).at(-1)!;
    expect(row.values).toMatchObject({ 'obd.mil': 1, 'obd.faultCodesCount': 2, 'obd.support': 3 });
    const { rows } = await store.pool.query("select factor from channel where factor ~ 'vin|calid|cvn'");
    expect(rows).toEqual([]);
    it.end();
  });

  it('a platform of HJ 1239 is answered with the result and the time of each report, after the commit', async () => {
    const it = await connected();
    const block = (at: number) => ({ name: 'stream', type: 2, head: { collected: stampAt(at) }, values: STREAM });
    it.send(
      encodeHj1239(platform(PLATFORM_LINK, 'realtime', VIN.hj), {
        kind: 'report',
        values: { time: stampAt(second), sequence: 1 },
        blocks: [block(second - 1000), block(second)],
      } as Parameters<typeof encodeHj1239>[1]),
    );
    const answer = decodeHj1239(await it.next(31));
    expect(answer).toMatchObject({
      command: 'realtime',
      envelope: { response: 1, vin: VIN.hj },
      body: { kind: 'answer', values: { time: stampAt(second) } },
    });
    expect((await packetsOf(store, VIN.hj, 2)).map(({ at }) => at)).toEqual([second - 1000, second]);
    // its answer to us is not answered
    it.send(encodeHj1239(answer.envelope!, answer.body));
    it.send(
      encodeHj1239(platform(PLATFORM_LINK, 'logout', VIN.hj), {
        kind: 'record',
        values: { time: stampAt(second), sequence: 2 },
        rest,
      } as Parameters<typeof encodeHj1239>[1]),
    );
    expect(decodeHj1239(await it.next(31)).command).toBe('logout');
    expect(it.received()).toHaveLength(0);
    it.end();
  });

  it('an electric truck logs in, reports, asks for the time; abnormal is invalid, invalid is no data', async () => {
    const it = await connected();
    it.send(
      encodeGb32960(electric(1, VIN.ev), {
        kind: 'record',
        values: {
          time: stampAt(second),
          sequence: 1,
          iccid: '89860000000000000000',
          subsystems: { length: 0, texts: [] },
        },
        rest,
      } as Parameters<typeof encodeGb32960>[1]),
    );
    expect(decodeGb32960(await it.next(31))).toMatchObject({ command: 'login', envelope: { response: 1 } });
    const vehicle = {
      vehicle: 1,
      charging: 2,
      mode: 1,
      speedKmh: 'abnormal',
      odometerKm: 1000,
      volts: null,
      amperes: 20,
      chargePercent: 77,
      dcdc: 1,
      gear: 14,
      insulationKOhm: 900,
      acceleratorPercent: 25,
      brakePercent: 0,
    };
    const position = { positionStatus: 0, longitudeDegrees: 116.37, latitudeDegrees: 39.9 };
    it.send(
      encodeGb32960(electric(2, VIN.ev), {
        kind: 'report',
        values: { time: stampAt(second) },
        blocks: [
          { name: 'vehicle', type: 1, head: {}, values: vehicle },
          { name: 'position', type: 5, head: {}, values: position },
        ],
      } as Parameters<typeof encodeGb32960>[1]),
    );
    expect(decodeGb32960(await it.next(31))).toMatchObject({ command: 'realtime', envelope: { response: 1 } });
    const [row] = await packetsOf(store, VIN.ev, 1);
    expect(row!.values).toMatchObject({ 'vehicle.chargePercent': 77, 'vehicle.speedKmh': null, 'vehicle.volts': null });
    expect(row!.flags).toMatchObject({ 'vehicle.speedKmh': 'I', 'vehicle.volts': 'N', lon: 'V' });
    it.send(
      encodeGb32960(electric(8, VIN.ev), { kind: 'record', values: {}, rest } as Parameters<typeof encodeGb32960>[1]),
    );
    const time = decodeGb32960(await it.next(31));
    expect(time).toMatchObject({ command: 'time', envelope: { response: 1 } });
    expect(Math.abs(Date.parse((time.body as { values: { time: string } }).values.time) - Date.now())).toBeLessThan(
      60_000,
    );
    it.end();
  });

  it('a terminal that nobody knows is told apart by its report and waits in probation; its frames are kept', async () => {
    const it = await connected();
    it.send(
      encodeGb17691(terminalEnvelope('login', VIN.nobody), {
        kind: 'record',
        values: { time: stampAt(second), sequence: 1, iccid: '8986' },
        rest,
      }),
    );
    it.send(report([stream(1)], VIN.nobody));
    await until(async () => {
      const { rows } = await store.pool.query(
        `select i.protocol, d.state, k.reason from device_identity i join device d on d.id = i.device_id
         join kept_frame k on k.device_id = d.id where i.identity = $1`,
        [VIN.nobody],
      );
      expect(rows).toEqual([{ protocol: 'gb-17691', state: 'probation', reason: 'probation' }]);
    });
    it.end();
  });

  it('a frame that comes byte by byte with noise before it is found', async () => {
    const it = await connected();
    const frame = report([stream(9)], VIN.q, second + 9000);
    it.send(Uint8Array.of(0x23, 0x23, 0x02, 1, 2, 3));
    for (const byte of frame) {
      it.send(Uint8Array.of(byte));
      await new Promise((done) => setTimeout(done, 1));
    }
    const row = (await packetsOf(store, VIN.q, 6)).at(-1)!;
    expect(row.at).toBe(second + 9000);
    expect(decodeGb17691(frame).envelope?.vin).toBe(VIN.q);
    it.end();
  });
});
