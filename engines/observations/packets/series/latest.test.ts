import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../tests/database.ts';
import { DAY, microStations, observationServer } from '../../fixtures/devices.ts';
import { latestOfDevices, type PacketRow } from '../../index.ts';

describe('the newest packets of all devices', async () => {
  const store = await freshDatabase();
  const { ids, sourceId, send } = await microStations(store, 3);
  const http = await observationServer(store);
  const ask = (etag?: string) =>
    http.inject({ url: '/api/devices/latest', headers: etag ? { 'if-none-match': etag } : {} });
  const latest = async () => latestOfDevices.parse((await ask()).json());
  const packet = (minute: number, span: number, values: (number | null)[], flags: string): PacketRow => ({
    ...{ deviceId: ids[0]!, sourceId, at: DAY + minute * 60_000, spanMinutes: span, values, flags },
    receivedAt: DAY + 3_600_000,
  });

  it('list who has not sent anything too', async () => {
    const { devices, channelSets } = await latest();
    expect(devices).toMatchObject([
      { code: 'D1', name: '微站1', lon: 116.3, channelSet: 0, packet: null },
      { code: 'D2', channelSet: 0, packet: null },
      { code: 'D3', channelSet: 0, packet: null },
    ]);
    expect(channelSets).toMatchObject([[{ no: 1, pollutant: 'PM25', unit: 'µg/m³' }, { no: 2 }]]);
  });

  it('say value, flag, time and source as soon as they are committed', async () => {
    await send([packet(0, 0, [12.3, null], 'VN')]);
    const { devices, sources } = await latest();
    expect(devices[0]?.packet).toEqual({
      ...{ at: '2021-09-30T16:00:00.000Z', span: 0, receivedAt: '2021-09-30T17:00:00.000Z', sourceId },
      ...{ values: [12.3, null], flags: 'VN' },
    });
    expect(sources).toEqual([{ id: sourceId, kind: 'gateway', label: { zh: '设备实时上传', en: 'sent by devices' } }]);
  });

  it('take the one whose time ends last: a period that is over before a moment within it, days never', async () => {
    await send([packet(20, 10, [20, 1], 'VV'), packet(25, 0, [25, 1], 'VV'), packet(0, 1440, [99, 1], 'VV')]);
    expect((await latest()).devices[0]?.packet).toMatchObject({ span: 10, values: [20, 1] });
    await send([packet(31, 0, [31, 1], 'SV')]);
    expect((await latest()).devices[0]?.packet).toMatchObject({ span: 0, values: [31, 1], flags: 'SV' });
    await send([packet(5, 0, [5, 1], 'VV')]);
    expect((await latest()).devices[0]?.packet).toMatchObject({ values: [31, 1] });
  });

  it('are not sent again to whoever has them', async () => {
    const etag = (await ask()).headers.etag as string;
    expect((await ask(etag)).statusCode).toBe(304);
    await send([packet(40, 0, [1e-7, 1], 'VV')]);
    const answer = await ask(etag);
    expect([answer.statusCode, latestOfDevices.parse(answer.json()).devices[0]?.packet?.values]).toEqual([
      200,
      [1e-7, 1],
    ]);
  });

  it('show a channel that a device has only just brought', async () => {
    await store.pool.query('insert into channel (device_id, no, factor) values ($1, 3, $2)', [ids[0], 'x1']);
    await send([packet(50, 0, [1, 2, 3], 'VVV')]);
    const { devices, channelSets } = await latest();
    expect(devices.map((device) => channelSets[device.channelSet]?.length)).toEqual([3, 2, 2]);
  });

  it('leave out who is in probation or retired', async () => {
    await store.pool.query("update device set state = 'retired' where code = 'D2'");
    await store.pool.query("select nextval('device_register_version')");
    expect((await latest()).devices.map((d) => d.code)).toEqual(['D1', 'D3']);
  });
});
