import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDeviceFiles, readDeviceModels, storeDeviceFiles, storeDeviceModels } from '#engines/devices';
import { readDistrict, storeDistrict } from '#engines/district';
import { type Gateway, openGateway } from '#engines/gateway';
import type { Store } from '#platform/store';
import { freshDatabase } from '../../tests/database.ts';
import { readConfig } from '../config.ts';
import { demoNetwork } from './index.ts';

const districtPath = fileURLToPath(new URL('../../districts/xicheng', import.meta.url));
const silent = { warn: (...said: unknown[]) => void console.error(...said) };
let store: Store;
let gateway: Gateway;

beforeAll(async () => {
  store = await freshDatabase();
  const district = await readDistrict(districtPath);
  await storeDistrict(store.db, district);
  await storeDeviceModels(store.db, await readDeviceModels(districtPath));
  await storeDeviceFiles(store.db, '110102', await readDeviceFiles(districtPath));
  const listen = { host: '127.0.0.1', port: 0 };
  gateway = await openGateway(store, { name: 'demo', hj212: listen, vehicles: listen, jt808: listen, mqtt: listen });
  afterAll(() => gateway.close());
});

it('the demonstration’s network reaches its own gateway, and all that comes of it is marked as simulated', async () => {
  const config = readConfig({ LANTIAN_DEMO: '1' });
  const network = await demoNetwork({ store, config, districtPath }, gateway, 'http://127.0.0.1:9', silent as never);
  const stored = async () =>
    (await store.pool.query('select count(*)::int n, count(distinct device_id)::int devices from packet')).rows[0];
  let now = await stored();
  while (now.devices < 100) {
    await new Promise((done) => setTimeout(done, 200));
    now = await stored();
  }
  await network.stop();
  const { rows } = await store.pool.query(
    'select distinct d.simulated, d.state from packet p join device d on d.id = p.device_id',
  );
  expect(rows).toEqual([{ simulated: true, state: 'admitted' }]);
  const unknown = await store.pool.query("select count(*)::int n from device where state = 'probation'");
  expect(unknown.rows[0].n).toBe(0);
});

it('there is none without a demonstration', async () => {
  const connections = () => [...gateway.listeners.values()].reduce((sum, { counts }) => sum + counts.connections, 0);
  const before = connections();
  const config = readConfig({ LANTIAN_DEMO: '0' });
  const network = await demoNetwork({ store, config, districtPath }, gateway, 'http://127.0.0.1:9', silent as never);
  await new Promise((done) => setTimeout(done, 500));
  expect(connections()).toBe(before);
  await network.stop();
});
