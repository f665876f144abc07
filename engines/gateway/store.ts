import { sql } from 'kysely';
import { moveRegister, type Protocol } from '#engines/devices';
import type { Db } from '#platform/store';

export async function probationCount(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from device where state = 'probation'`.execute(db);
  return rows[0]!.n;
}

/** Registers an unknown identity as a device in probation; whoever comes second finds it. */
export async function meetDevice(db: Db, protocol: Protocol, identity: string, remote: string | null): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7301215)`.execute(tx);
    const known =
      await sql`select 1 from device_identity where protocol = ${protocol} and identity = ${identity}`.execute(tx);
    if (known.rows.length) return;
    // another protocol's device may have the same number
    const taken = await sql`select 1 from device where code = ${identity}`.execute(tx);
    const code = taken.rows.length ? `${protocol}:${identity}` : identity;
    const made = await sql<{ id: number }>`insert into device (code, kind, state, state_reason)
      values (${code}, 'unknown', 'probation', ${remote}) returning id`.execute(tx);
    await sql`insert into device_identity (protocol, identity, device_id)
      values (${protocol}, ${identity}, ${made.rows[0]!.id})`.execute(tx);
    await moveRegister(tx);
  });
}

export async function framesWaiting(db: Db, deviceId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from kept_frame
    where device_id = ${deviceId} and replayed_at is null`.execute(db);
  return rows[0]!.n;
}

export type LinkState = {
  deviceId: number;
  protocol: string;
  remote: string | null;
  connectedAt: number;
  lastHeardAt: number;
  clockOffsetS: number | null;
  disconnectedAt: number | null;
  disconnectReason: string | null;
  /** counts since the last time it was written */
  deviations: Record<string, number>;
};

/** Writes what a gateway knows of its connections. Deviations are added to those counted before. */
export async function writeLinks(db: Db, gateway: string, links: readonly LinkState[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into device_link as l (device_id, protocol, gateway, remote, connected_at, last_heard_at, clock_offset_s,
      disconnected_at, disconnect_reason, deviations)
    select r.device_id, r.protocol, ${gateway}, r.remote, to_timestamp(r.connected / 1000.0), to_timestamp(r.heard / 1000.0),
      r.clock, to_timestamp(r.gone / 1000.0), r.why, r.deviations
    from jsonb_to_recordset(${JSON.stringify(
      links.map((l) => ({
        device_id: l.deviceId,
        protocol: l.protocol,
        remote: l.remote,
        connected: l.connectedAt,
        heard: l.lastHeardAt,
        clock: l.clockOffsetS,
        gone: l.disconnectedAt,
        why: l.disconnectReason,
        deviations: l.deviations,
      })),
    )}::jsonb) as r(device_id int, protocol text, remote text, connected float8, heard float8, clock real, gone float8,
      why text, deviations jsonb)
    join device d on d.id = r.device_id
    on conflict (device_id) do update set protocol = excluded.protocol, gateway = excluded.gateway, remote = excluded.remote,
      connected_at = excluded.connected_at, last_heard_at = greatest(l.last_heard_at, excluded.last_heard_at),
      clock_offset_s = coalesce(excluded.clock_offset_s, l.clock_offset_s), disconnected_at = excluded.disconnected_at,
      disconnect_reason = excluded.disconnect_reason,
      deviations = (select coalesce(jsonb_object_agg(k, coalesce((l.deviations ->> k)::int, 0) + coalesce((excluded.deviations ->> k)::int, 0)), '{}')
        from (select jsonb_object_keys(l.deviations) union select jsonb_object_keys(excluded.deviations)) as x(k))`.execute(
    db,
  );
}

/** The code of a terminal. @param fresh kept when it has none; null: only look */
export async function terminalCode(db: Db, deviceId: number, fresh: string | null): Promise<string | null> {
  if (fresh !== null)
    await sql`insert into terminal_code (device_id, code) values (${deviceId}, ${fresh}) on conflict do nothing`.execute(
      db,
    );
  const { rows } = await sql<{ code: string }>`select code from terminal_code where device_id = ${deviceId}`.execute(
    db,
  );
  return rows[0]?.code ?? null;
}

export async function forgetTerminalCode(db: Db, deviceId: number): Promise<void> {
  await sql`delete from terminal_code where device_id = ${deviceId}`.execute(db);
}
