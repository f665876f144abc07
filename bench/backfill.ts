import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { HOURS_TASK, type PacketRow, PacketWriter } from '#engines/observations';
import { openStore } from '#platform/store';
import { type BenchServer, bytesPerValue, FACTORS, startEmpty } from './store/server.ts';

const STATIONS = 400;
const MINUTES = 1440;
const MINUTE_MS = 60_000;
const PACKETS = STATIONS * MINUTES;
const ASKED = { seconds: 40, p99: 200, bytes: 20 };
/** reads of the map a second meanwhile */
const READS = 10;
/** ms between wakes of the task that makes hours */
const WAKE_MS = 10_000;

type Way = { what: string; send(server: BenchServer, from: number): Promise<void> };

/**
 * A day of minutes of 400 stations comes at once, over HJ 212 and through the writer alone, while the map is read over HTTP ten
 * times a second and hours are made: `npm run bench -- backfill [hj212 | writer]`.
 */
export async function run([only]: string[] = []): Promise<void> {
  const ways: Way[] = [
    { what: 'hj212', send: overHj212 },
    { what: 'writer', send: throughWriter },
  ];
  const rows = [];
  for (const way of ways) if (!only || way.what === only) rows.push(await oneWay(way));
  console.table(rows);
  console.log(
    `asked: ${(PACKETS * FACTORS.length).toLocaleString('en')} values in ≤ ${ASKED.seconds} s, map p99 ≤ ${ASKED.p99} ms, ≤ ${ASKED.bytes} bytes a value with indexes`,
  );
}

async function oneWay({ what, send }: Way) {
  const server = await startEmpty(STATIONS);
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    // a day that is over: yesterday's, whole hours
    const from = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 26 * 3_600_000;
    const reads = readMap(server);
    const waking = setInterval(() => void wake(client), WAKE_MS);
    const began = performance.now();
    await send(server, from);
    const sent = (performance.now() - began) / 1000;
    clearInterval(waking);
    const times = await reads.end();
    const meanwhile = await countHours(client);
    await wake(client);
    while ((await countHours(client)) < STATIONS * (MINUTES / 60) || (await waiting(client)) > 0)
      await new Promise((done) => setTimeout(done, 200));
    const all = (performance.now() - began) / 1000;
    const { rows } = await client.query('select count(*)::int as n from packet');
    if (rows[0].n !== PACKETS) throw new Error(`${rows[0].n} packets are stored, ${PACKETS} were sent`);
    const tasks = await client.query(
      'select task, extract(epoch from finished_at - started_at)::float8 as s, outcome from job_outcome order by 1',
    );
    for (const { task, s, outcome } of tasks.rows) console.log(`${task}: ${s.toFixed(1)} s ${JSON.stringify(outcome)}`);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
    return {
      way: what,
      seconds: Number(sent.toFixed(1)),
      'values/s': Math.round((PACKETS * FACTORS.length) / sent),
      'map reads': times.length,
      'p50 ms': Number(at(0.5).toFixed(1)),
      'p99 ms': Number(at(0.99).toFixed(1)),
      'hours meanwhile': meanwhile,
      'all hours after s': Number(all.toFixed(1)),
      'bytes a value': Number((await bytesPerValue(client, FACTORS.length)).toFixed(1)),
    };
  } finally {
    await client.end();
    await server.stop();
  }
}

const wake = (client: pg.Client) => client.query("select enqueue($1, '{}', $1, null)", [HOURS_TASK]);
const countHours = async (client: pg.Client): Promise<number> =>
  (await client.query('select count(*)::int as n from hour_value')).rows[0].n;
/** hours that wait and are due */
const waiting = async (client: pg.Client): Promise<number> =>
  (await client.query('select count(*)::int as n from touched_hours where due <= now()')).rows[0].n;

/** Reads the map at its own pace until it is told to end. */
function readMap({ address, cookie }: BenchServer) {
  const times: number[] = [];
  const failed: string[] = [];
  const open = new Set<Promise<void>>();
  const one = async () => {
    const began = performance.now();
    const answer = await fetch(`${address}/api/devices/latest`, { headers: { cookie } }).catch((error: Error) => error);
    if (answer instanceof Error || !answer.ok) {
      failed.push(answer instanceof Error ? String(answer.cause ?? answer) : `${answer.status}`);
      return;
    }
    await answer.arrayBuffer();
    times.push(performance.now() - began);
  };
  const timer = setInterval(() => {
    const reading: Promise<void> = one().finally(() => open.delete(reading));
    open.add(reading);
  }, 1000 / READS);
  return {
    async end() {
      clearInterval(timer);
      await Promise.all(open);
      if (failed.length) console.log(`${failed.length} reads of the map failed: ${[...new Set(failed)].join('; ')}`);
      return times.sort((a, b) => a - b);
    },
  };
}

async function overHj212({ hj212 }: BenchServer, from: number): Promise<void> {
  const child = fork(fileURLToPath(new URL('./ingest/sender.js', import.meta.url)));
  child.send({
    ...{ port: hj212, connections: 100, devices: STATIONS, window: 100, from, stepMs: MINUTE_MS },
    ...{ minutesOf: FACTORS.length, rounds: MINUTES },
  });
  await new Promise<void>((done) => {
    child.on('message', (m: { acknowledged: number }) => m.acknowledged >= PACKETS && done());
  });
  child.disconnect();
}

/** The writer in this process, on the server's database: what the store itself takes. */
async function throughWriter({ databaseUrl }: BenchServer, from: number): Promise<void> {
  const store = await openStore({ url: databaseUrl, connections: 2 });
  const { rows } = await store.pool.query<{ id: number }>('select id from device order by id');
  const source = await store.pool.query<{ id: number }>("select id from record_source where kind = 'gateway'");
  const writer = new PacketWriter(store.pool);
  const instead = () => {
    throw new Error('a packet was refused');
  };
  let settled = 0;
  const all = new Promise<void>((done) => {
    const settle = () => void (++settled === PACKETS && done());
    const offer = async () => {
      for (let minute = 0; minute < MINUTES; minute++) {
        for (const { id } of rows) {
          const values = FACTORS.map((_, i) => Math.round((20 + i * 3.7 + Math.sin(minute / 60 + id) * 9) * 10) / 10);
          const at = from + minute * MINUTE_MS;
          const packet: PacketRow = {
            deviceId: id,
            sourceId: source.rows[0]!.id,
            at,
            spanMinutes: 1,
            values,
            flags: 'VVVVVVV',
            receivedAt: Date.now(),
          };
          writer.offer({ rows: [packet], frame: null, weight: 400, settle, instead });
        }
        if (writer.full) await new Promise<void>((room) => writer.whenRoom(room));
      }
    };
    void offer();
  });
  await all;
  await writer.close();
  await store.close();
}
