import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Db } from '#platform/store';

/** Rows of an import or a replay wait here before they meet what is stored. */
export const STAGED = `create temp table staged (
  device_id int not null, at timestamptz not null, values real[] not null, flags text not null
) on commit drop`;

export type Landed = { inserted: number; changed: number; unchanged: number };

/** The flag of a channel that the file says nothing about. */
export const UNTOLD = ' ';

/**
 * Channels that the file says nothing about keep what is stored for the hour. Not so where the stored row is no
 * observation (a replay, a simulation): a real one takes its place whole.
 */
export async function mergeStored(client: pg.ClientBase): Promise<void> {
  await client.query('analyze staged');
  await client.query(
    `update staged s set
       values = array(select case when substr(s.flags, i, 1) = ' ' then p.values[i] else s.values[i] end
                      from generate_series(1, length(s.flags)) i order by i),
       flags = (select string_agg(case when substr(s.flags, i, 1) <> ' ' then substr(s.flags, i, 1)
                  else coalesce(nullif(substr(p.flags, i, 1), ''), 'N') end, '' order by i)
                from generate_series(1, length(s.flags)) i)
     from packet p join record_source o on o.id = p.source_id
     where strpos(s.flags, ' ') > 0 and p.device_id = s.device_id and p.at = s.at and p.span_minutes = 60
       and o.kind not in ('replay', 'simulated')`,
  );
  await client.query("update staged set flags = translate(flags, ' ', 'N') where strpos(flags, ' ') > 0");
}

/** Values of a 60-minute packet are the hour's values: one sample each where there is one. */
const SAMPLES = "string_to_array(translate(flags, 'VMCSIN', '111110'), null)::smallint[]";

export const DIFFERS = '(p.values, p.flags) is distinct from (s.values, s.flags)';
/** whether the stored row `p` is no observation of its hour: such a one gives way to any that is */
export const IS_REPLAY =
  "exists (select from record_source o where o.id = p.source_id and o.kind in ('replay', 'simulated'))";

/**
 * Lets the staged rows meet the stored ones, in the caller's transaction: new rows come in, different ones take the
 * place of the old, which stays in `packet_replaced`; hours follow and their days are touched.
 * @param keepObserved leave a stored row alone unless it is a replay itself (for replays)
 */
export async function landStaged(client: pg.ClientBase, sourceId: number, keepObserved: boolean): Promise<Landed> {
  await client.query('analyze staged');
  await client.query('select ensure_packet_months(min(at), max(at)) from staged having min(at) is not null');
  const replaces = keepObserved ? `${DIFFERS} and ${IS_REPLAY}` : `(${DIFFERS} or ${IS_REPLAY})`;
  const replaced = await client.query(
    `insert into packet_replaced (device_id, at, span_minutes, values, flags, source_id, received_at)
     select p.device_id, p.at, p.span_minutes, p.values, p.flags, p.source_id, p.received_at
     from staged s join packet p on p.device_id = s.device_id and p.at = s.at and p.span_minutes = 60
     where ${replaces}`,
  );
  const { rows } = await client.query<{ inserted: number; landed: number; staged: number }>(
    `with known as (
       select s.device_id, s.at from staged s join packet p on p.device_id = s.device_id and p.at = s.at and p.span_minutes = 60
     ), landed as (
       insert into packet as p (device_id, at, span_minutes, values, flags, source_id)
       select s.device_id, s.at, 60, s.values, s.flags, $1 from staged s order by s.device_id, s.at
       on conflict (device_id, at, span_minutes) do update
         set values = excluded.values, flags = excluded.flags, source_id = excluded.source_id, received_at = now()
         where ${replaces.replaceAll('s.values, s.flags', 'excluded.values, excluded.flags')}
       returning p.device_id, p.at, p.values, p.flags
     ), hours as (
       insert into hour_value as h (device_id, hour, mean, samples, flags, source_id)
       select device_id, at, values, ${SAMPLES}, flags, $1 from landed
       on conflict (device_id, hour) do update
         set mean = excluded.mean, samples = excluded.samples, flags = excluded.flags, source_id = excluded.source_id,
             computed_at = now(), min = null, max = null, valid_minutes = null, basis = null, edition = null
         ${keepObserved ? "where exists (select from record_source o where o.id = h.source_id and o.kind in ('replay', 'simulated'))" : ''}
     ), again as (
       -- hours that the device's own packets have a say in too
       insert into touched_hours (device_ids, hours)
       select array_agg(device_id), array_agg(at) from landed l
       where exists (select from latest_packet p where p.device_id = l.device_id) having count(*) > 0
     ), device_days as (
       insert into touched_device_day (device_id, day)
       select distinct device_id, (at at time zone interval '8 hours')::date from landed
       on conflict do nothing
     ), days as (
       insert into touched_day (device_id, day)
       select distinct device_id, (at at time zone interval '8 hours')::date from landed
       on conflict (device_id, day) do update set at = now()
     )
     select count(*) filter (where k.at is null) as inserted, count(*) as landed, (select count(*) from staged) as staged
     from landed l left join known k using (device_id, at)`,
    [sourceId],
  );
  const { inserted, landed, staged } = rows[0]!;
  const changed = landed - inserted;
  if (changed !== (replaced.rowCount ?? 0)) throw new Error('packets changed under an import in spite of its lock');
  return { inserted, changed, unchanged: staged - landed };
}

/** Imports and replays of one database come one after the other. */
export async function lockRecords(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock(7301207)');
}

/** One transaction on one connection; rolled back when `work` throws or says so. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<{ result: T; keep: boolean }>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const { result, keep } = await work(client);
    await client.query(keep ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The same connection, for functions that take a `Db`; it takes part in the transaction that is open on it. */
export function dbOn(client: pg.PoolClient): Db {
  const lent = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
  const pool = { connect: async () => lent, end: async () => undefined } as unknown as pg.Pool;
  return new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
}
