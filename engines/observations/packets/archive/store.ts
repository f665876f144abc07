import type pg from 'pg';
import type { FileFacts } from './file.ts';
import type { ArchiveKind } from './kinds.table.ts';

/** writing: apart, its file not yet sure · verified: read back · archived: gone from the database · restored: back in it */
export type ArchiveState = 'writing' | 'verified' | 'archived' | 'restored';
export type ArchivedMonth = {
  readonly kind: ArchiveKind;
  /** 'YYYY-MM', UTC */
  readonly month: string;
  readonly state: ArchiveState;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly textSha256: string | null;
  readonly file: string | null;
  readonly changedAt: Date;
};

const COLUMNS = `kind, to_char(month, 'YYYY-MM') as month, state, rows, bytes, sha256, text_sha256 as "textSha256", file,
  changed_at as "changedAt"`;

/** Everything that was ever archived, the latest month first. */
export const listArchive = async (client: pg.ClientBase | pg.Pool): Promise<ArchivedMonth[]> =>
  (await client.query<ArchivedMonth>(`select ${COLUMNS} from packet_archive order by packet_archive.month desc, kind`))
    .rows;

export async function noteArchive(
  client: pg.ClientBase | pg.Pool,
  entry: Pick<ArchivedMonth, 'kind' | 'month' | 'state'> & { facts?: FileFacts & { file: string } },
): Promise<void> {
  const { kind, month, state, facts } = entry;
  await client.query(
    `insert into packet_archive as a (kind, month, state, rows, bytes, sha256, text_sha256, file)
     values ($1, $2::date, $3, coalesce($4::bigint, 0), coalesce($5::bigint, 0), $6, $7, $8)
     on conflict (kind, month) do update set state = excluded.state, rows = coalesce($4, a.rows), bytes = coalesce($5, a.bytes),
       sha256 = coalesce($6, a.sha256), text_sha256 = coalesce($7, a.text_sha256), file = coalesce($8, a.file), changed_at = now()`,
    [kind, `${month}-01`, state, facts?.rows, facts?.bytes, facts?.sha256, facts?.textSha256, facts?.file],
  );
}

export const forgetArchive = (client: pg.ClientBase | pg.Pool, kind: ArchiveKind, month: string) =>
  client.query('delete from packet_archive where kind = $1 and month = $2::date', [kind, `${month}-01`]);

/** Months (UTC) before `before` that have partitions of packets, the oldest first. */
export async function packetMonths(client: pg.ClientBase | pg.Pool, before: string): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `select replace(substr(c.relname, 8), '_', '-') as month from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'packet'::regclass and c.relname ~ '^packet_[0-9]{4}_[0-9]{2}$' order by 1`,
  );
  return rows.map(({ month }) => month).filter((month) => month < before);
}

/** Months (UTC) before `before` that have rows of a kind, the oldest first; each found by one look into the index. */
export async function rowMonths(
  client: pg.ClientBase | pg.Pool,
  table: 'packet_replaced' | 'kept_frame',
  time: string,
  before: string,
): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `with recursive m (month) as (
       select date_trunc('month', min(${time}), 'UTC') from ${table}
       union all select (select date_trunc('month', min(${time}), 'UTC') from ${table} where ${time} >= (m.month at time zone 'UTC' + interval '1 month') at time zone 'UTC')
       from m where m.month is not null)
     select to_char(month at time zone 'UTC', 'YYYY-MM') as month from m where month is not null and month < $1::timestamptz`,
    [`${before}-01T00:00:00Z`],
  );
  return rows.map(({ month }) => month);
}

/** from the beginning of the month $1 to its end, UTC */
const WITHIN = "$1::timestamptz and %s < ($1::timestamptz at time zone 'UTC' + interval '1 month') at time zone 'UTC'";
const within = (column: string) => `${column} >= ${WITHIN.replace('%s', column)}`;
const firstOf = (month: string) => `${month}-01T00:00:00Z`;

/** Whether a month has anything finer than hours; months of nothing but imported hours take little room and stay. */
export async function hasFinePackets(client: pg.ClientBase | pg.Pool, month: string): Promise<boolean> {
  const { rows } = await client.query<{ fine: boolean }>(
    `select exists (select from packet where ${within('at')} and span_minutes < 60) as fine`,
    [firstOf(month)],
  );
  return rows[0]!.fine;
}

/** Whether hours of a month wait to be computed. */
export async function hoursWaiting(client: pg.ClientBase | pg.Pool, month: string): Promise<boolean> {
  const { rows } = await client.query<{ waiting: boolean }>(
    `select exists (select from touched_hours t cross join unnest(t.hours) h where ${within('h')}) as waiting`,
    [firstOf(month)],
  );
  return rows[0]!.waiting;
}
