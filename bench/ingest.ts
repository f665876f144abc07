import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openGateway } from '#engines/gateway';
import { migrate, openStore, startEmbedded } from '#platform/store';
import { PACKET_COLUMNS, packetCopy } from '../engines/observations/packets/copy-binary.ts';
import type { PacketRow } from '../engines/observations/packets/packet.ts';
import { registerDevices } from './ingest/devices.ts';

const DEVICES = 400;
const ASKED = 15_000;
/** a district's network as it is most of the day */
const LIGHT = { devices: 200, everyMs: 2000, seconds: 8 } as const;
/** as many as a commit of the writer's brings under full load */
const ROWS_PER_COPY = 5000;

/** Durable ingest: devices that send as fast as they are acknowledged after the commit, beside bare COPY of the same rows. */
export async function run(args: string[] = []): Promise<void> {
  const seconds = Number(args[0] ?? 15);
  const folder = mkdtempSync(join(tmpdir(), 'lantian-ingest-'));
  const database = await startEmbedded({ folder });
  try {
    await migrate(database.url, 'migrations');
    const store = await openStore({ url: database.url });
    const codes = Array.from({ length: DEVICES }, (_, i) => `BENCH${String(i).padStart(19, '0')}`);
    await registerDevices(store.db, store.pool, codes);
    const gateway = await openGateway(store, { name: 'bench', hj212: { host: '127.0.0.1', port: 0 } });
    const light = await lightLoad(gateway.ports.hj212!, codes.slice(0, LIGHT.devices));
    const used = process.cpuUsage();
    const ours = await send(gateway.ports.hj212!, seconds);
    const cpu = process.cpuUsage(used);
    console.log(gateway.writer.counts);
    const stored = await count(store.pool);
    await gateway.close();
    const bare = await bareCopy(database.url, store.pool);
    console.table([
      {
        what: 'HJ 212, acknowledged after commit',
        'packets/s': Math.round(ours.perSecond),
        'values/s': Math.round(ours.perSecond * 10),
      },
      {
        what: `bare COPY of the same rows (binary, ${ROWS_PER_COPY} a commit)`,
        'packets/s': Math.round(bare),
        'values/s': Math.round(bare * 10),
      },
    ]);
    console.log(
      `asked: ≥ ${ASKED.toLocaleString('en')} packets/s, ≥ 0.5 of bare; ratio ${(ours.perSecond / bare).toFixed(2)}`,
    );
    console.log(
      `stored ${stored.toLocaleString('en')} of ${ours.acknowledged.toLocaleString('en')} acknowledged; gateway CPU ${((cpu.user + cpu.system) / 1e6 / seconds).toFixed(2)} cores; ${await bytesPerValue(store.pool)} bytes a value with indexes`,
    );
    console.log(
      `light load, ${LIGHT.devices} devices, ${((LIGHT.devices * 1000) / LIGHT.everyMs).toFixed(0)} packets/s: sent to acknowledged p50 ${light.p50.toFixed(1)} ms, p99 ${light.p99.toFixed(1)} ms of ${light.packets} (asked: ≤ 250 ms)`,
    );
    await store.close();
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Devices that send now and then: how long one waits for its acknowledgement. */
async function lightLoad(
  port: number,
  codes: readonly string[],
): Promise<{ p50: number; p99: number; packets: number }> {
  const child = fork(fileURLToPath(new URL('./ingest/light-sender.js', import.meta.url)));
  child.send({ port, codes, everyMs: LIGHT.everyMs, seconds: LIGHT.seconds });
  const { took } = await new Promise<{ took: number[] }>((done) => child.once('message', done));
  // the first ones connect, and their channels are made
  const settled = took.slice(codes.length).sort((a, b) => a - b);
  const at = (share: number) => settled[Math.floor(settled.length * share)]!;
  return { p50: at(0.5), p99: at(0.99), packets: settled.length };
}

async function send(port: number, seconds: number): Promise<{ perSecond: number; acknowledged: number }> {
  const child = fork(fileURLToPath(new URL('./ingest/sender.js', import.meta.url)));
  const points: { at: number; acknowledged: number }[] = [];
  child.on('message', (m: { acknowledged: number }) =>
    points.push({ at: performance.now(), acknowledged: m.acknowledged }),
  );
  child.send({ port, connections: 100, devices: DEVICES, window: 100, from: Date.UTC(2021, 9, 1), stepMs: 1000 });
  await new Promise((done) => setTimeout(done, (seconds + 3) * 1000));
  const warm = points.findIndex((p) => p.acknowledged > 0) + 4;
  const [first, last] = [points[warm]!, points.at(-1)!];
  child.disconnect();
  await new Promise((done) => setTimeout(done, 1500));
  return {
    perSecond: (last.acknowledged - first.acknowledged) / ((last.at - first.at) / 1000),
    acknowledged: last.acknowledged,
  };
}

const count = async (pool: pg.Pool) => Number((await pool.query('select count(*) n from packet')).rows[0].n);

async function bytesPerValue(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    `select sum(pg_total_relation_size(c.oid))::float8 / (select count(*) * 10 from packet) as b
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'packet'::regclass`,
  );
  return Number(rows[0].b).toFixed(1);
}

/** The rows that the gateway stored, loaded again into an equal table by bare COPY. */
async function bareCopy(url: string, pool: pg.Pool): Promise<number> {
  await pool.query('select 1');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bare (like packet including all)');
  const { rows } = await client.query('select * from packet order by received_at, device_id limit 300000');
  const chunks: Buffer[] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_COPY)
    chunks.push(packetCopy(rows.slice(i, i + ROWS_PER_COPY).map(packetOf), false));
  const began = performance.now();
  for (const chunk of chunks) {
    await new Promise<void>((done, fail) => {
      const stream = client.query(copyFrom(`copy bare (${PACKET_COLUMNS}) from stdin (format binary)`));
      stream.once('finish', done);
      stream.once('error', fail);
      stream.end(chunk);
    });
  }
  const perSecond = rows.length / ((performance.now() - began) / 1000);
  await client.end();
  return perSecond;
}

const packetOf = (row: Record<string, unknown>): PacketRow => ({
  deviceId: row.device_id as number,
  sourceId: row.source_id as number,
  at: (row.at as Date).getTime(),
  spanMinutes: row.span_minutes as number,
  values: row.values as (number | null)[],
  flags: row.flags as string,
  receivedAt: (row.received_at as Date).getTime(),
});
