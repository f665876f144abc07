import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#platform/store';
import { registerDevices } from '../../bench/ingest/devices.ts';
import { mnOf, type PatientLoad, patientLoad } from '../../bench/ingest/patient-load.ts';
import { compare } from '../../bench/kill.ts';
import { type DebianPostgres, startDebianPostgres } from '../../bench/scale/debian-postgres.ts';
import { type NatsCluster, startNatsCluster } from '../../bench/scale/nats-cluster.ts';
import { freePorts } from '../../bench/scale/ports.ts';

const DEVICES = 40;

/** A process of some roles, as a data centre would run it. */
async function role(roles: string, env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['bin/lantian.mjs', 'serve'], {
    env: { ...process.env, LANTIAN_ROLES: roles, LANTIAN_DEMO: '0', LANTIAN_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((done, fail) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part;
      if (/Lantian serves/.test(said)) done();
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => fail(new Error(`a ${roles} ended with ${code}:\n${said}`)));
  });
  return child;
}

describe('two gateways, two workers, three NATS servers, one PostgreSQL', () => {
  let postgres: DebianPostgres;
  let nats: NatsCluster;
  let load: PatientLoad;
  const processes: ChildProcess[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'lantian-cluster-'));
  let ports: number[];

  beforeAll(async () => {
    [postgres, nats, ports] = await Promise.all([startDebianPostgres(), startNatsCluster(3), freePorts(2)]);
    const env = { DATABASE_URL: postgres.url, NATS_URL: nats.url, LANTIAN_PORT: '0', LANTIAN_DATA: folder };
    const worker = (n: number) => role('worker', { ...env, LANTIAN_DATA: join(folder, `w${n}`) });
    // the first migrates the database
    processes.push(await worker(1));
    const store = await openStore({ url: postgres.url });
    const codes = Array.from({ length: DEVICES }, (_, i) => mnOf(i));
    await registerDevices(store.db, store.pool, codes);
    await store.close();
    processes.push(
      ...(await Promise.all([
        worker(2),
        ...ports.map((port, n) =>
          role('gateway', { ...env, LANTIAN_HJ212_PORT: String(port), LANTIAN_DATA: join(folder, `g${n}`) }),
        ),
      ])),
    );
  }, 120_000);

  afterAll(async () => {
    load?.end();
    await Promise.all(
      processes.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        await ended;
      }),
    );
    await nats?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('store everything that was acknowledged, once, while a NATS server and a worker are killed under load', async () => {
    expect(postgres.version).toBeGreaterThanOrEqual(15);
    load = patientLoad({ ports, devices: DEVICES, perSecond: 1000, from: Date.UTC(2021, 9, 1) });
    await pause(3000);
    nats.kill(1);
    await pause(3000);
    processes[1]!.kill('SIGKILL');
    await pause(3000);
    load.settle();
    await until(() => load.pending() === 0);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    // what is acknowledged lies on the bus; the worker that is left stores what the killed one had taken when its time is up
    const stored = async () => Number((await client.query('select count(*) n from packet')).rows[0].n);
    const acknowledged = [...load.acknowledged.values()].reduce((sum, times) => sum + times.size, 0);
    await until(async () => (await stored()) >= acknowledged);
    const verdict = await compare(client, load);
    await client.end();
    expect(verdict).toMatchObject({ missing: 0, wrong: 0, replaced: 0, unanswered: 0, stored: acknowledged });
    expect(acknowledged).toBeGreaterThan(3000);
  }, 180_000);
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function until(come: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await come()) return;
    await pause(200);
  }
  throw new Error('it did not come about within two minutes');
}
