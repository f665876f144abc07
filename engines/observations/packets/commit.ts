import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { PACKET_COLUMNS, packetCopy } from './copy-binary.ts';
import { contradicts, type KeptFrame, keyOf, onTop, type PacketRow, UNTOLD } from './packet.ts';

const HOUR_MS = 3_600_000;

/** What one commit brings: packets, each key once, what they took the place of among themselves, and kept frames. */
export type Batch = {
  readonly rows: readonly PacketRow[];
  readonly superseded: readonly PacketRow[];
  readonly frames: readonly KeptFrame[];
};

/** Puts packets of one key together, the later on top of the earlier; what is contradicted is kept as replaced. */
export function batchOf(given: readonly PacketRow[], frames: readonly KeptFrame[]): Batch {
  const byKey = new Map<string, PacketRow>();
  const superseded: PacketRow[] = [];
  for (const row of given) {
    const key = keyOf(row);
    const earlier = byKey.get(key);
    if (!earlier) {
      byKey.set(key, row);
      continue;
    }
    if (contradicts(earlier, row)) superseded.push(earlier);
    byKey.set(key, onTop(earlier, row));
  }
  return { rows: inOrder(byKey.size === given.length ? given : [...byKey.values()]), superseded, frames };
}

/** In the order of the key: pages of its index fill up instead of halving, and what is read together lies together. */
const inOrder = (rows: readonly PacketRow[]): readonly PacketRow[] =>
  [...rows].sort((a, b) => a.deviceId - b.deviceId || a.spanMinutes - b.spanMinutes || a.at - b.at);

/** the error of a packet that is stored already */
const UNIQUE_VIOLATION = '23505';

/**
 * Commits a batch: packets by COPY, the newest of each device, the hours they touch, the kept frames, in one transaction.
 * A batch that repeats stored packets is refused by the key and goes the longer way by a staging table.
 */
export async function commitBatch(client: pg.ClientBase, batch: Batch): Promise<'fresh' | 'merged'> {
  try {
    await transaction(client, async () => {
      if (batch.rows.length) await copyInto(client, 'packet', packetCopy(batch.rows, false));
      await alongside(client, batch);
    });
    return 'fresh';
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
  }
  for (let tries = 0; ; tries++) {
    try {
      await transaction(client, async () => {
        await merge(client, batch.rows);
        await alongside(client, batch);
      });
      return 'merged';
    } catch (error) {
      // another writer stored one of them between our looking and our writing
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION || tries >= 5) throw error;
    }
  }
}

async function transaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function copyInto(client: pg.ClientBase, table: 'packet' | 'staged_packet', bytes: Buffer): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${PACKET_COLUMNS}) from stdin (format binary)`));
  await new Promise<void>((done, fail) => {
    stream.once('finish', done);
    stream.once('error', fail);
    stream.end(bytes);
  });
}

/**
 * Lets packets meet stored ones of the same key: what is the same changes nothing, what differs takes the place of the old,
 * which stays in `packet_replaced`; a channel that the new one says nothing about keeps what is stored.
 */
async function merge(client: pg.ClientBase, rows: readonly PacketRow[]): Promise<void> {
  await client.query(
    'create temp table if not exists staged_packet (like packet including defaults) on commit delete rows',
  );
  await copyInto(client, 'staged_packet', packetCopy(rows, true));
  await client.query('analyze staged_packet');
  const met = 'p.device_id = s.device_id and p.at = s.at and p.span_minutes = s.span_minutes';
  await client.query(
    `update staged_packet s set
       values = array(select case when coalesce(nullif(substr(s.flags, i, 1), ''), ' ') = ' ' then p.values[i] else s.values[i] end
                      from generate_series(1, greatest(length(s.flags), length(p.flags))) i order by i),
       flags = (select string_agg(case when coalesce(nullif(substr(s.flags, i, 1), ''), ' ') <> ' ' then substr(s.flags, i, 1)
                  else coalesce(nullif(substr(p.flags, i, 1), ''), 'N') end, '' order by i)
                from generate_series(1, greatest(length(s.flags), length(p.flags))) i)
     from packet p where ${met} and (strpos(s.flags, ' ') > 0 or length(s.flags) < length(p.flags))`,
  );
  await client.query("update staged_packet set flags = translate(flags, ' ', 'N') where strpos(flags, ' ') > 0");
  const differs = '(p.values, p.flags) is distinct from (s.values, s.flags)';
  await client.query(
    `insert into packet_replaced (device_id, at, span_minutes, values, flags, source_id, received_at)
     select p.device_id, p.at, p.span_minutes, p.values, p.flags, p.source_id, p.received_at
     from staged_packet s join packet p on ${met} where ${differs}`,
  );
  await client.query(
    `update packet p set values = s.values, flags = s.flags, source_id = s.source_id, received_at = s.received_at
     from staged_packet s where ${met} and ${differs}`,
  );
  await client.query(
    `insert into packet (${PACKET_COLUMNS}) select ${PACKET_COLUMNS} from staged_packet s
     where not exists (select from packet p where ${met}) order by device_id, at`,
  );
}

async function alongside(client: pg.ClientBase, { rows, superseded, frames }: Batch): Promise<void> {
  if (rows.length) await latestAndTouched(client, rows);
  if (superseded.length)
    await client.query(
      `insert into packet_replaced (device_id, at, span_minutes, values, flags, source_id, received_at)
       select d, to_timestamp(t / 1000.0), s, v::real[], translate(f, ' ', 'N'), o, to_timestamp(r / 1000.0)
       from unnest($1::int[], $2::float8[], $3::smallint[], $4::text[], $5::text[], $6::int[], $7::float8[])
         as u(d, t, s, v, f, o, r)`,
      columnsOf(superseded),
    );
  if (frames.length)
    await client.query(
      `insert into kept_frame (received_at, protocol, identity, device_id, remote, reason, detail, bytes)
       select to_timestamp(a / 1000.0), p, i, d, r, w, x, b
       from unnest($1::float8[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::bytea[])
         as u(a, p, i, d, r, w, x, b)
       on conflict (received_at, md5(bytes)) do nothing`,
      [
        frames.map((f) => f.receivedAt),
        frames.map((f) => f.protocol),
        frames.map((f) => f.identity),
        frames.map((f) => f.deviceId),
        frames.map((f) => f.remote),
        frames.map((f) => f.reason),
        frames.map((f) => f.detail),
        frames.map((f) => Buffer.from(f.bytes)),
      ],
    );
}

/** The newest packet of each device and span, and the hours touched, by one statement. */
async function latestAndTouched(client: pg.ClientBase, rows: readonly PacketRow[]): Promise<void> {
  const newest = new Map<number, PacketRow>();
  const touched = new Map<number, number>();
  for (const row of rows) {
    // spans are below 2,048 minutes, device numbers below 2^31, hours below 2^20: one exact number each
    const of = row.deviceId * 2048 + row.spanMinutes;
    const known = newest.get(of);
    if (!known || row.at > known.at) newest.set(of, row);
    const hour = Math.floor(row.at / HOUR_MS);
    touched.set(row.deviceId * 1_048_576 + hour, row.deviceId);
  }
  const hours: number[] = [];
  for (const key of touched.keys()) hours.push((key % 1_048_576) * 3600);
  await client.query(
    `with newest as (
       insert into latest_packet as l (device_id, at, span_minutes, values, flags, source_id, received_at)
       select d, to_timestamp(t / 1000.0), s, v::real[], translate(f, ' ', 'N'), o, to_timestamp(r / 1000.0)
       from unnest($1::int[], $2::float8[], $3::smallint[], $4::text[], $5::text[], $6::int[], $7::float8[])
         as u(d, t, s, v, f, o, r) order by d, s
       on conflict (device_id, span_minutes) do update set at = excluded.at, values = excluded.values,
         flags = excluded.flags, source_id = excluded.source_id, received_at = excluded.received_at
       where excluded.at >= l.at),
     touched as (select $8::int[] as ids,
       (select array_agg(to_timestamp(h) order by n) from unnest($9::float8[]) with ordinality as x(h, n)) as hours),
     untested as (insert into untested_hours (device_ids, hours) select ids, hours from touched)
     insert into touched_hours (device_ids, hours) select ids, hours from touched`,
    [...columnsOf([...newest.values()]), [...touched.values()], hours],
  );
}

const columnsOf = (rows: readonly PacketRow[]) => [
  rows.map((r) => r.deviceId),
  rows.map((r) => r.at),
  rows.map((r) => r.spanMinutes),
  rows.map((r) => `{${r.values.map((v) => (v == null ? 'NULL' : v)).join(',')}}`),
  rows.map((r) => r.flags || UNTOLD),
  rows.map((r) => r.sourceId),
  rows.map((r) => r.receivedAt),
];
