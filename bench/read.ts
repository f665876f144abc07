import autocannon from 'autocannon';
import pg from 'pg';
import { startDemo } from './server.ts';

type Row = { what: string; clients: number; p50: number; p99: number; perSecond: number; asked: string };

/** Reading: the plan table and 30 days of hours, over HTTP with one and eight clients, beside the bare query. */
export async function run(): Promise<void> {
  const demo = await startDemo();
  try {
    console.log(`demonstration ready after ${demo.seconds.toFixed(1)} s`);
    const cookie = await logIn(demo.address);
    const hours = '/api/air/hours?station=1006A&from=2021-10-01&until=2021-10-30';
    const rows: Row[] = [
      await shoot(demo.address, '/api/plans/2021/table', cookie, 1, '≤ 30'),
      await shoot(demo.address, '/api/plans/2021/table', cookie, 8, '—'),
      await shoot(demo.address, hours, cookie, 1, '≤ 5'),
      await shoot(demo.address, hours, cookie, 8, '≤ 30'),
      await shoot(demo.address, '/api/air/overview', cookie, 1, '—'),
      await shoot(demo.address, '/api/air/months?scope=district:110102&year=2021', cookie, 1, '—'),
    ];
    console.table(
      rows.map((r) => ({
        what: r.what,
        clients: r.clients,
        'p50 ms': r.p50,
        'p99 ms': r.p99,
        'req/s': r.perSecond,
        'asked p50 ms': r.asked,
      })),
    );
    const bare = await bareQuery(demo.databaseUrl);
    const ours = rows[2]!.p50;
    console.log(
      `30 days of hours, bare PostgreSQL (pg, text): p50 ${bare.toFixed(2)} ms; over HTTP ${ours.toFixed(2)} ms, ratio ${(ours / bare).toFixed(1)}`,
    );
  } finally {
    await demo.stop();
  }
}

async function logIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login: 'airoffice', password: 'lantian-demo' }),
  });
  if (!answer.ok) throw new Error(`log-in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function shoot(address: string, path: string, cookie: string, clients: number, asked: string): Promise<Row> {
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
  return {
    what: path.split('?')[0]!,
    clients,
    p50: at(0.5),
    p99: at(0.99),
    perSecond: Math.round(result.requests.average),
    asked,
  };
}

async function bareQuery(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let i = 0; i < 300; i++) {
    const began = performance.now();
    await client.query(
      `select h.hour, h.mean, h.flags from hour_value h join device d on d.id = h.device_id
        where d.station_code = '1006A' and h.hour >= '2021-09-30T16:00Z' and h.hour < '2021-10-30T16:00Z' order by h.hour`,
    );
    times.push(performance.now() - began);
  }
  await client.end();
  return times.sort((a, b) => a - b)[150]!;
}
