import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '#platform/store';
import { registerDevices } from './ingest/devices.ts';
import { mnOf, type PatientLoad, patientLoad, sentValue } from './ingest/patient-load.ts';
import { freePorts } from './scale/ports.ts';

const DEVICES = 50;
const PER_SECOND = 2000;
const ROUNDS = 20;
const VICTIMS = ['server', 'database', 'both'] as const;

/**
 * kill −9 of the server, of the database, of both, during load: `npm run bench -- kill [rounds]`. What was acknowledged is
 * stored, nothing is counted twice, and the next acknowledgement comes within seconds.
 */
export async function run([rounds]: string[] = []): Promise<void> {
  const { outages, verdict, counts } = await killRounds(Number(rounds ?? ROUNDS));
  console.table(outages);
  console.log(counts);
  console.log(verdict);
  const slowest = Math.max(...outages.map((o) => o['ms to serve'] ?? 0));
  console.log(`asked: stored ⊇ acknowledged, nothing twice, restart ≤ 5,000 ms; slowest restart ${slowest} ms`);
  if (verdict.missing > 0 || verdict.wrong > 0 || verdict.replaced > 0 || slowest > 5000) process.exitCode = 1;
}

type Outage = { round: number; killed: string; 'ms to serve': number | null; 'ms to the next answer': number };

/** Kills in turn under load and compares at the end. Load and server run on loopback, in a folder of their own. */
export async function killRounds(rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lantian-kill-'));
  const [web, devices] = (await freePorts(2)) as [number, number];
  const serve = () => startServer(folder, web, devices);
  let server = await serve();
  const holder = () => JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as { databaseUrl: string };
  const store = await openStore({ url: holder().databaseUrl });
  const codes = Array.from({ length: DEVICES }, (_, i) => mnOf(i));
  await registerDevices(store.db, store.pool, codes);
  await store.close();
  const load = patientLoad({ ports: [devices], devices: DEVICES, perSecond: PER_SECOND, from: Date.UTC(2021, 9, 1) });
  try {
    await answers(load, Date.now());
    const outages: Outage[] = [];
    for (let round = 1; round <= rounds; round++) {
      await pause(800 + ((round * 613) % 1700));
      const killed = VICTIMS[round % VICTIMS.length]!;
      const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
      const began = Date.now();
      if (killed !== 'database') server.kill('SIGKILL');
      if (killed !== 'server') process.kill(postmaster, 'SIGKILL');
      let served: number | null = null;
      if (killed !== 'database') {
        if (server.exitCode === null && server.signalCode === null)
          await new Promise((done) => server.once('exit', done));
        const at = Date.now();
        server = await serve();
        served = Date.now() - at;
      }
      const next = await answers(load, began + (killed === 'database' ? 150 : 0));
      outages.push({ round, killed, 'ms to serve': served, 'ms to the next answer': next - began });
    }
    load.settle();
    const until = Date.now() + 60_000;
    while (load.pending() > 0 && Date.now() < until) await pause(100);
    const client = new pg.Client({ connectionString: holder().databaseUrl });
    await client.connect();
    const verdict = await compare(client, load);
    await client.end();
    return { outages, verdict, counts: load.counts };
  } finally {
    load.end();
    server.kill('SIGTERM');
    if (server.exitCode === null && server.signalCode === null) await new Promise((done) => server.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is stored against what was acknowledged. */
export async function compare(client: pg.ClientBase, load: Pick<PatientLoad, 'acknowledged' | 'pending'>) {
  let [acknowledged, missing, wrong, stored] = [0, 0, 0, 0];
  for (const [mn, times] of load.acknowledged) {
    const index = Number(mn.slice(-17));
    const { rows } = await client.query<{ at: Date; values: number[] }>(
      'select p.at, p.values from packet p join device d on d.id = p.device_id where d.code = $1',
      [mn],
    );
    const byTime = new Map(rows.map((r) => [r.at.getTime(), r.values]));
    stored += rows.length;
    acknowledged += times.size;
    for (const at of times) if (!byTime.has(at)) missing++;
    for (const [at, values] of byTime)
      if (values.some((v, i) => Math.abs(v - (sentValue(index, at) + i)) > 0.06)) wrong++;
  }
  const replaced = Number((await client.query('select count(*) n from packet_replaced')).rows[0].n);
  return { acknowledged, stored, missing, wrong, replaced, unanswered: load.pending() };
}

function startServer(folder: string, web: number, devices: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['bin/lantian.mjs', 'serve'], {
    env: {
      ...process.env,
      LANTIAN_DATA: folder,
      LANTIAN_PORT: String(web),
      LANTIAN_HJ212_PORT: String(devices),
      LANTIAN_DEMO: '0',
      LANTIAN_LANG: 'en',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, fail) => {
    let said = '';
    child.stdout!.on('data', (part) => {
      said += part;
      if (/https?:\/\/\S+/.test(said)) done(child);
    });
    child.stderr!.on('data', (part) => {
      said += part;
    });
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0)
        process.stderr.write(`the server ended with ${code ?? signal}:\n${said}\n`);
      fail(new Error('the server ended'));
    });
  });
}

async function answers(load: PatientLoad, after: number): Promise<number> {
  const until = Date.now() + 60_000;
  while (load.lastAnswer() <= after) {
    if (Date.now() > until) throw new Error('no answer for a minute');
    await pause(10);
  }
  return load.lastAnswer();
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
