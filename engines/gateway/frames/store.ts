import { sql } from 'kysely';
import type { KeptReason } from '#engines/observations';
import type { Db } from '#platform/store';

export type KeptRow = {
  id: number;
  receivedAt: Date;
  protocol: string;
  identity: string | null;
  deviceId: number | null;
  remote: string | null;
  reason: KeptReason;
  detail: string | null;
  bytes: Buffer;
  replayedAt: Date | null;
};

const COLUMNS = sql`id::float8 as id, received_at as "receivedAt", protocol, identity, device_id as "deviceId", remote, reason, detail,
  bytes, replayed_at as "replayedAt"`;

/** The frames that were kept of a device, newest first. @param before id of the last one of the page before */
export async function keptFramesOf(
  db: Db,
  deviceId: number,
  { before, limit }: { before?: number; limit: number },
): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`select ${COLUMNS} from kept_frame where device_id = ${deviceId}
    and id < ${before ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${limit}`.execute(db);
  return rows;
}

export type FrameFilter = {
  device?: number;
  protocol?: string;
  reason?: string;
  identity?: string;
  from?: Date;
  until?: Date;
  /** only those that have not become packets */
  waiting?: boolean;
};

/** Kept frames of all devices, and of none, newest first. @param before id of the last one of the page before */
export async function keptFrames(
  db: Db,
  f: FrameFilter,
  { before, limit }: { before?: number; limit: number },
): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`select ${COLUMNS} from kept_frame
    where id < ${before ?? Number.MAX_SAFE_INTEGER}
      and (${f.device ?? null}::int is null or device_id = ${f.device ?? null})
      and (${f.protocol ?? null}::text is null or protocol = ${f.protocol ?? null})
      and (${f.reason ?? null}::text is null or reason = ${f.reason ?? null})
      and (${f.identity ?? null}::text is null or identity = ${f.identity ?? null})
      and (${f.from ?? null}::timestamptz is null or received_at >= ${f.from ?? null})
      and (${f.until ?? null}::timestamptz is null or received_at < ${f.until ?? null})
      and (not ${f.waiting ?? false} or replayed_at is null)
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

export type Knock = {
  deviceId: number;
  frames: number;
  firstAt: Date | null;
  lastAt: Date | null;
  remote: string | null;
  sample: KeptRow | null;
};

/** What was kept of each of these devices: how many frames wait, since when, and the newest of them. */
export async function knocksOf(db: Db, deviceIds: readonly number[]): Promise<Map<number, Knock>> {
  if (deviceIds.length === 0) return new Map();
  const { rows } = await sql<{
    device: number;
    n: number;
    first: Date | null;
    last: Date | null;
    newest: KeptRow | null;
  }>`
    select d.id as device, k.n, k.first, k.last from unnest(${[...deviceIds]}::int[]) as d(id)
    cross join lateral (select count(*)::int as n, min(received_at) as first, max(received_at) as last from kept_frame f
      where f.device_id = d.id and f.replayed_at is null) k`.execute(db);
  const samples = await sql<KeptRow>`select distinct on (device_id) ${COLUMNS} from kept_frame
    where device_id = any(${[...deviceIds]}::int[]) and replayed_at is null order by device_id, id desc`.execute(db);
  const newest = new Map(samples.rows.map((row) => [row.deviceId, row]));
  return new Map(
    rows.map((row) => {
      const sample = newest.get(row.device) ?? null;
      return [
        row.device,
        {
          deviceId: row.device,
          frames: row.n,
          firstAt: row.first,
          lastAt: row.last,
          remote: sample?.remote ?? null,
          sample,
        },
      ];
    }),
  );
}

/** How many frames of each device were kept since a time, by reason. */
export async function keptSince(db: Db, since: Date): Promise<Map<number, Partial<Record<KeptReason, number>>>> {
  const { rows } = await sql<{ device: number; reason: KeptReason; n: number }>`
    select device_id as device, reason, count(*)::int as n from kept_frame
    where received_at >= ${since} and device_id is not null group by 1, 2`.execute(db);
  const found = new Map<number, Partial<Record<KeptReason, number>>>();
  for (const { device, reason, n } of rows) found.set(device, { ...found.get(device), [reason]: n });
  return found;
}

/** Hands the kept frames of one device to another, in the caller's transaction. */
export async function moveKeptFrames(tx: Db, from: number, to: number): Promise<void> {
  await sql`update kept_frame set device_id = ${to} where device_id = ${from}`.execute(tx);
}

export type LinkNow = {
  deviceId: number;
  protocol: string;
  gateway: string;
  remote: string | null;
  connectedAt: Date;
  lastHeardAt: Date;
  clockOffsetS: number | null;
  disconnectedAt: Date | null;
  disconnectReason: string | null;
  deviations: Record<string, number>;
};

/** Who is, or was last, connected how; all devices where no ids are given. */
export async function linksOf(db: Db, deviceIds?: readonly number[]): Promise<LinkNow[]> {
  const { rows } =
    await sql<LinkNow>`select device_id as "deviceId", protocol, gateway, remote, connected_at as "connectedAt",
    last_heard_at as "lastHeardAt", clock_offset_s as "clockOffsetS", disconnected_at as "disconnectedAt",
    disconnect_reason as "disconnectReason", deviations from device_link
    where ${deviceIds ? sql`device_id = any(${[...deviceIds]}::int[])` : sql`true`}`.execute(db);
  return rows;
}

export type FrameToReplay = Pick<KeptRow, 'id' | 'receivedAt' | 'protocol' | 'identity' | 'remote' | 'bytes'>;

/** Whoever said a wrong password is not the device. */
const NEVER_REPLAYED: readonly KeptReason[] = ['wrong_password', 'no_identity', 'refused_by_store'];

/** Frames of a device that have not become packets, in the order in which they came. */
export async function framesToReplay(db: Db, deviceId: number, after: number, limit: number): Promise<FrameToReplay[]> {
  const { rows } = await sql<FrameToReplay>`select ${COLUMNS} from kept_frame where device_id = ${deviceId}
    and id > ${after} and replayed_at is null and reason <> all(${[...NEVER_REPLAYED]}::text[])
    order by id limit ${limit}`.execute(db);
  return rows;
}

export async function markReplayed(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length)
    await sql`update kept_frame set replayed_at = now() where id = any(${[...ids]}::bigint[])`.execute(db);
}

/** Devices that are in use and have frames that came while they were not. */
export async function admittedWithFrames(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select d.id from device d where d.state in ('admitted', 'maintenance')
    and exists (select from kept_frame f where f.device_id = d.id and f.replayed_at is null and f.reason = 'probation')
    order by d.id`.execute(db);
  return rows.map(({ id }) => id);
}
