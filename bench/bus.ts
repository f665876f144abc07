import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openGateway, openStoringWorker } from '#engines/gateway';
import { migrate, openStore, startEmbedded } from '#platform/store';
import { registerDevices } from './ingest/devices.ts';
import { startNatsCluster } from './scale/nats-cluster.ts';

const DEVICES = 400;

/**
 * The same devices over NATS JetStream, three servers with three copies of every frame, all on this machine: how fast one
 * gateway is acknowledged by the bus, and how fast one worker empties it into the store. The figures of docs/scale.md.
 */
export async function run([given]: string[] = []): Promise<void> {
  const seconds = Number(given ?? 10);
  const folder = mkdtempSync(join(tmpdir(), 'lantian-bus-'));
  const [database, nats] = await Promise.all([startEmbedded({ folder }), startNatsCluster(3)]);
  try {
    await migrate(database.url, 'migrations');
    const store = await openStore({ url: database.url });
    const codes = Array.from({ length: DEVICES }, (_, i) => `BENCH${String(i).padStart(19, '0')}`);
    await registerDevices(store.db, store.pool, codes);
    const bus = { url: nats.url, replicas: 3, writesThrough: false, name: 'bench' };
    const gateway = await openGateway(store, { name: 'bench', hj212: { host: '127.0.0.1', port: 0 }, bus });
    const child = fork(fileURLToPath(new URL('./ingest/sender.js', import.meta.url)));
    let acknowledged = 0;
    child.on('message', (m: { acknowledged: number }) => {
      acknowledged = m.acknowledged;
    });
    child.send({
      port: gateway.ports.hj212!,
      connections: 100,
      devices: DEVICES,
      window: 50,
      from: Date.UTC(2021, 9, 1),
      stepMs: 1000,
    });
    await pause(3000);
    const [used, from, began] = [process.cpuUsage(), acknowledged, performance.now()];
    await pause(seconds * 1000);
    const cpu = process.cpuUsage(used);
    const published = (acknowledged - from) / ((performance.now() - began) / 1000);
    child.disconnect();
    await pause(1000);
    await gateway.close();
    const onBus = acknowledged;
    const workerCpu = process.cpuUsage();
    const at = performance.now();
    const worker = await openStoringWorker(store, { bus });
    while (worker.counts.stored < onBus) await pause(50);
    const took = (performance.now() - at) / 1000;
    const spent = process.cpuUsage(workerCpu);
    const { rows } = await store.pool.query('select count(*) n from packet');
    await worker.close();
    await store.close();
    console.table([
      {
        what: 'gateway: acknowledged by the bus, 3 copies',
        'packets/s': Math.round(published),
        cores: cores(cpu, seconds),
      },
      { what: 'worker: bus to store, committed', 'packets/s': Math.round(onBus / took), cores: cores(spent, took) },
    ]);
    console.log(
      `stored ${rows[0].n} of ${onBus} acknowledged; three NATS servers, database, sender and Lantian on one machine`,
    );
  } finally {
    await nats.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const cores = ({ user, system }: NodeJS.CpuUsage, seconds: number) =>
  Number(((user + system) / 1e6 / seconds).toFixed(2));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
