import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { modelSettings, storeDeviceModels } from '#engines/devices';
import { openStore } from '#platform/store';

export const FACTORS = ['a34004', 'a34002', 'a34001', 'a21026', 'a21004', 'a05024', 'a01001'] as const;
const POLLUTANTS = ['PM25', 'PM10', 'TSP', 'SO2', 'NO2', 'O3', 'TEMP'] as const;
const PERSON = { login: 'bench', name: '压测', password: '压测用的口令2026啊' };

export type BenchServer = {
  address: string;
  hj212: number;
  databaseUrl: string;
  cookie: string;
  pid: number;
  stop(): Promise<void>;
};

/** The whole product as one process of its own, empty but for devices of seven quantities, and a person logged in. */
export async function startEmpty(devices: number): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lantian-store-'));
  const [port, hj212] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['bin/lantian.mjs', 'serve'], {
    env: {
      ...process.env,
      ...{ LANTIAN_DATA: folder, LANTIAN_PORT: String(port), LANTIAN_HJ212_PORT: String(hj212) },
      ...{ LANTIAN_DEMO: '0', LANTIAN_LANG: 'en', DATABASE_URL: '', LANTIAN_RATE_LIMIT: '' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  await serves(child.stdout!, child);
  const { databaseUrl } = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as { databaseUrl: string };
  await register(databaseUrl, devices);
  const answer = await fetch(`${address}/api/first-administrator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(PERSON),
  });
  if (!answer.ok) throw new Error(`first administrator: ${answer.status} ${await answer.text()}`);
  const logIn = await fetch(`${address}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(PERSON),
  });
  const cookie = logIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    ...{ address, hj212, databaseUrl, cookie, pid: child.pid! },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serves(output: NodeJS.ReadableStream, child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((done, fail) => {
    output.on('data', (part) => /https?:\/\//.test(String(part)) && done());
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
}

/** A free port below those that the system gives to outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const free = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (free) return port;
  }
}

async function register(url: string, devices: number): Promise<void> {
  const store = await openStore({ url, connections: 1 });
  const settings = modelSettings.parse({
    ...{ mostPerMinute: 60_000, minuteInterval: 1 },
    factors: FACTORS.map((factor, i) => ({ factor, pollutant: POLLUTANTS[i], unit: i === 6 ? '°C' : 'µg/m³' })),
  });
  const title = { zh: '压测', en: 'bench' };
  await storeDeviceModels(store.db, [
    { id: 'bench', title, maker: null, kind: 'micro-station', protocol: 'hj-212', settings },
  ]);
  await store.pool.query(
    `with d as (insert into device (code, kind, model_id, name, lon, lat)
       select 'BENCH' || lpad(i::text, 19, '0'), 'micro-station', 'bench', '微站' || i, 116.33 + 0.002 * (i % 20), 39.87 + 0.002 * (i / 20)
       from generate_series(0, $1 - 1) i returning id, code)
     insert into device_identity (protocol, identity, device_id) select 'hj-212', code, id from d`,
    [devices],
  );
  // stations of long standing: their channels are known
  await store.pool.query(
    `insert into channel (device_id, no, factor, pollutant, unit)
     select d.id, f.no, f.factor, f.pollutant, 'µg/m³' from device d, unnest($1::text[], $2::text[]) with ordinality f (factor, pollutant, no)`,
    [FACTORS, POLLUTANTS],
  );
  await store.pool.query("select nextval('device_register_version')");
  await store.close();
  // until the gateway has read its register again
  await new Promise((done) => setTimeout(done, 3000));
}

/** Bytes on the disk of the packets and their key, by value. */
export async function bytesPerValue(client: pg.Client | pg.Pool, channels: number): Promise<number> {
  const { rows } = await client.query(
    `select sum(pg_total_relation_size(i.inhrelid))::float8 / (select count(*) * $1 from packet) as b
     from pg_inherits i where i.inhparent = 'packet'::regclass`,
    [channels],
  );
  return Number(rows[0].b);
}
