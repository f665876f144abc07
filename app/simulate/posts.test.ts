import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepSecret, readDeviceFiles, readDeviceModels, storeDeviceFiles, storeDeviceModels } from '#engines/devices';
import { readDistrict, storeDistrict } from '#engines/district';
import { type Gateway, ingestRoutes, openGateway } from '#engines/gateway';
import { type Http, openHttp } from '#platform/http';
import type { Store } from '#platform/store';
import { freshDatabase } from '../../tests/database.ts';
import { until } from '../../tests/simulate/peers.ts';
import { FIRST_PASSWORD } from './devices/hj-212/logger.ts';
import { MODELS } from './devices/models.table.ts';
import { readNetwork, startSimulation } from './index.ts';

const districtPath = fileURLToPath(new URL('../../districts/xicheng', import.meta.url));
let store: Store;
let gateway: Gateway;
let http: Http;
let address: string;

beforeAll(async () => {
  store = await freshDatabase();
  await storeDistrict(store.db, await readDistrict(districtPath));
  await storeDeviceModels(store.db, await readDeviceModels(districtPath));
  await storeDeviceFiles(store.db, '110102', await readDeviceFiles(districtPath));
  gateway = await openGateway(store, { name: 'posts', mqtt: { host: '127.0.0.1', port: 0 } });
  http = await openHttp({ version: '0' });
  ingestRoutes(http, { taker: gateway });
  address = await http.listen({ host: '127.0.0.1', port: 0 });
  afterAll(async () => {
    await http.close();
    await gateway.close();
  });
});

it('stations that publish and stations that post are acknowledged when their values are stored, and their lines come back', async () => {
  const network = (await readNetwork(districtPath))!;
  const devices = network.devices.filter(({ model }) => ['mqtt', 'http'].includes(MODELS[model].protocol));
  expect(devices.length).toBeGreaterThanOrEqual(10);
  for (const { code, model } of devices)
    if (MODELS[model].protocol === 'http')
      await keepSecret(store.db, gateway.register.find('http', code)!.id, { password: FIRST_PASSWORD });
  await gateway.register.renew();
  const began = Date.now() - 24 * 3_600_000;
  const handle = await startSimulation({
    districtPath,
    devices: { ...network, devices },
    ports: { mqtt: gateway.ports.mqtt! },
    httpBase: address,
    speed: 60,
    began,
    spreadMs: 10,
    keepAcknowledged: true,
  });
  const kinds = () => handle.report().kinds;
  await until(() => kinds().every(({ acknowledged, devices: count }) => acknowledged >= 2 * count));
  handle.cut();
  await until(() => kinds().every(({ acknowledged, devices: count }) => acknowledged >= 4 * count));
  const { all } = await handle.stop();
  expect(all.refused).toBe(0);
  expect(all.reconnects).toBeGreaterThan(0);
  const { rows } = await store.pool.query<{ identity: string; at: Date; pm25: number }>(
    `select i.identity, p.at, p.values[c.no] pm25 from packet p join device_identity i using (device_id)
     join channel c on c.device_id = p.device_id and c.pollutant = 'PM25'`,
  );
  const stored = new Map(rows.map(({ identity, at, pm25 }) => [`${identity} ${at.getTime()}`, pm25]));
  const acknowledged = [...handle.acknowledged.all()];
  expect(acknowledged.length).toBeGreaterThanOrEqual(all.acknowledged);
  for (const { code, stamp } of acknowledged) expect(stored.get(`${code} ${stamp}`)).toBeGreaterThan(0);
});

it('a station with a wrong password is refused and told so in the report', async () => {
  const network = (await readNetwork(districtPath))!;
  const [device] = network.devices.filter(({ model }) => MODELS[model].protocol === 'http');
  await keepSecret(store.db, gateway.register.find('http', device!.code)!.id, { password: 'another' });
  await gateway.register.renew();
  const options = {
    districtPath,
    devices: { ...network, devices: [device!] },
    httpBase: address,
    speed: 60,
    spreadMs: 10,
  };
  const handle = await startSimulation(options);
  await until(() => handle.report().all.refused > 0);
  expect((await handle.stop()).all.acknowledged).toBe(0);
});
