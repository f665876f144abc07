import { fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '#platform/store';
import { registerDevices } from './ingest/devices.ts';
import { freePorts } from './scale/ports.ts';

const DEVICES = 10_000;
const INTERVAL_S = 30;
const ASKED_MB = 600;

/** Ten thousand devices that say little: one packet in 30 s each; what the process that hears them needs. */
export async function run([seconds]: string[] = []): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantian-connections-'));
  const { child, holder } = await serve(folder);
  try {
    const store = await openStore({ url: holder.databaseUrl });
    await registerDevices(
      store.db,
      store.pool,
      Array.from({ length: DEVICES }, (_, i) => `IDLE${String(i).padStart(20, '0')}`),
    );
    await store.close();
    const before = memoryMb(child.pid!);
    const talkers = fork(fileURLToPath(new URL('./ingest/idle-devices.js', import.meta.url)));
    const told: { connected: number; sent: number; acknowledged: number; slowestMs: number; medianMs: number }[] = [];
    talkers.on('message', (m) => told.push(m as (typeof told)[number]));
    talkers.send({ port: holder.devices, devices: DEVICES, intervalS: INTERVAL_S });
    let most = 0;
    for (let s = 0; s < Number(seconds ?? 90); s++) {
      await new Promise((done) => setTimeout(done, 1000));
      most = Math.max(most, memoryMb(child.pid!));
    }
    const last = told.at(-1)!;
    console.table([
      {
        connections: last.connected,
        sent: last.sent,
        acknowledged: last.acknowledged,
        'median ms to answer': last.medianMs,
        'slowest ms': last.slowestMs,
        'MB before': Math.round(before),
        'MB at most': Math.round(most),
      },
    ]);
    console.log(`asked: 10,000 connections, ≤ ${ASKED_MB} MB (web, jobs and gateway in one process here)`);
    talkers.disconnect();
    if (most > ASKED_MB || last.connected < DEVICES) process.exitCode = 1;
  } finally {
    child.kill('SIGTERM');
    await new Promise((done) => child.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  }
}

const memoryMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function serve(folder: string) {
  const [devices] = (await freePorts(1)) as [number];
  const child = spawn(process.execPath, ['bin/lantian.mjs', 'serve'], {
    env: {
      ...process.env,
      LANTIAN_DATA: folder,
      LANTIAN_PORT: '0',
      LANTIAN_HJ212_PORT: String(devices),
      LANTIAN_DEMO: '0',
      LANTIAN_LANG: 'en',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((done, fail) => {
    child.stdout!.on('data', (part) => {
      if (/https?:\/\/\S+/.test(String(part))) done();
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  const { databaseUrl } = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as { databaseUrl: string };
  return { child, holder: { databaseUrl, devices } };
}
