import autocannon from 'autocannon';
import pg from 'pg';
import { liveSource, type PacketRow, PacketWriter } from '#engines/observations';
import { openStore } from '#platform/store';
import { type BenchServer, FACTORS, startEmpty } from './store/server.ts';

const STATIONS = 400;
const MINUTE_MS = 60_000;
/** days of hours of one station, and how many packets a day stand behind them */
const DAYS = 30;

type Row = { what: string; clients: number; p50: number; p99: number; perSecond: number; asked: string };

/**
 * Reads of the store over HTTP with one and eight clients, beside the bare queries: the newest packet of 400 stations, and
 * 30 days of one station.
 */
export async function run(): Promise<void> {
  const server = await startEmpty(STATIONS);
  try {
    await fill(server);
    const id = 1;
    const to = Date.now();
    const span = `from=${new Date(to - DAYS * 86_400_000).toISOString()}&until=${new Date(to).toISOString()}`;
    const rows: Row[] = [];
    const paths: [string, string, string, string][] = [
      ['latest of 400', '/api/devices/latest', '≤ 6', '≤ 40'],
      ['30 days of hours of a device', `/api/devices/${id}/series?step=hour&${span}`, '≤ 5', '≤ 30'],
      [
        'a day of minutes',
        `/api/devices/${id}/series?step=5m&from=${new Date(to - 86_400_000).toISOString()}&until=${new Date(to).toISOString()}`,
        '—',
        '—',
      ],
    ];
    for (const [what, path, one, eight] of paths) {
      rows.push(await shoot(server, what, path, 1, one));
      rows.push(await shoot(server, what, path, 8, eight));
    }
    console.table(
      rows.map((r) => ({
        ...{ what: r.what, clients: r.clients },
        'p50 ms': r.p50,
        'p99 ms': r.p99,
        'req/s': r.perSecond,
        'asked p50 ms': r.asked,
      })),
    );
    await beside(server, rows);
  } finally {
    await server.stop();
  }
}

/** Ten-minute packets of 30 days of one station, and the newest minute of all. */
async function fill({ databaseUrl }: BenchServer): Promise<void> {
  const store = await openStore({ url: databaseUrl, connections: 2 });
  const { rows } = await store.pool.query<{ id: number }>('select id from device order by id');
  const sourceId = await liveSource(store.db, false);
  const writer = new PacketWriter(store.pool);
  const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const values = (n: number) => FACTORS.map((_, i) => Math.round((20 + i * 3.7 + Math.sin(n / 60) * 9) * 10) / 10);
  const packet = (deviceId: number, at: number, spanMinutes: number): PacketRow => ({
    ...{ deviceId, sourceId, at, spanMinutes, values: values(at / MINUTE_MS + deviceId), flags: 'VVVVVVV' },
    receivedAt: Date.now(),
  });
  const packets = [
    ...Array.from({ length: DAYS * 144 }, (_, i) => packet(rows[0]!.id, now - (i + 1) * 10 * MINUTE_MS, 10)),
    ...rows.map(({ id }) => packet(id, now - MINUTE_MS, 1)),
  ];
  const instead = () => {
    throw new Error('a packet was refused');
  };
  await Promise.all(
    packets.map(
      (row) =>
        new Promise<void>((done) =>
          writer.offer({ rows: [row], frame: null, weight: 400, settle: () => done(), instead }),
        ),
    ),
  );
  await writer.close();
  await store.pool.query("select enqueue('observations.hours', '{}', 'observations.hours', null)");
  for (let hours = 0; hours < DAYS * 24 - 2; ) {
    await new Promise((done) => setTimeout(done, 200));
    hours = (await store.pool.query('select count(*)::int as n from hour_value')).rows[0].n;
  }
  await store.close();
}

async function shoot(
  { address, cookie }: BenchServer,
  what: string,
  path: string,
  clients: number,
  asked: string,
): Promise<Row> {
  const check = await fetch(address + path, { headers: { cookie } });
  if (!check.ok) throw new Error(`${path}: ${check.status} ${await check.text()}`);
  await autocannon({ url: address + path, connections: clients, duration: 2, headers: { cookie } });
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const options = { url: address + path, connections: clients, duration: 6, headers: { cookie } };
    const shot = autocannon(options, (error, outcome) => (error ? fail(error) : done(outcome)));
    shot.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
  if (result.non2xx || result.errors) throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed`);
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2));
  return { what, clients, p50: at(0.5), p99: at(0.99), perSecond: Math.round(result.requests.average), asked };
}

/** The same rows by PostgreSQL alone, as a program would ask for them. */
async function beside({ databaseUrl }: BenchServer, rows: readonly Row[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const bare: [string, string][] = [
    ['latest of 400', 'select device_id, at, span_minutes, values, flags from latest_packet'],
    [
      '30 days of hours of a device',
      "select hour, mean, flags from hour_value where device_id = 1 and hour >= now() - interval '30 days' order by hour",
    ],
  ];
  for (const [what, sql] of bare) {
    const times: number[] = [];
    for (let i = 0; i < 300; i++) {
      const began = performance.now();
      await client.query(sql);
      times.push(performance.now() - began);
    }
    const p50 = times.sort((a, b) => a - b)[150]!;
    const ours = rows.find((row) => row.what === what)!.p50;
    console.log(
      `${what}, bare PostgreSQL (pg): p50 ${p50.toFixed(2)} ms; over HTTP ${ours.toFixed(2)} ms, ratio ${(ours / p50).toFixed(1)}`,
    );
  }
  await client.end();
}
