import { sql } from 'kysely';
import type { Db } from '#platform/store';

export type CommandState = 'waiting' | 'sent' | 'accepted' | 'done' | 'failed' | 'refused' | 'unanswered' | 'cancelled';

export type CommandRow = {
  id: string;
  deviceId: number;
  protocol: string;
  name: string;
  arguments: Record<string, string>;
  askedAt: Date;
  askedByName: string;
  state: CommandState;
  exchange: string | null;
  tries: number;
  changedAt: Date;
  waitsUntil: Date | null;
  outcome: Outcome | null;
};

/** How a command ended: the code that the device returned, what it told, how many packets came, or why nothing did. */
export type Outcome = {
  code?: string;
  values?: Record<string, string>;
  packets?: number;
  why?: 'no_answer' | 'no_result' | 'not_connected' | 'not_in_edition' | 'values_wrong' | 'interrupted';
};

const COLUMNS = sql`id, device_id as "deviceId", protocol, name, arguments, asked_at as "askedAt",
  asked_by_name as "askedByName", state, exchange, tries, changed_at as "changedAt", waits_until as "waitsUntil", outcome`;

export type Asked = {
  deviceId: number;
  name: string;
  arguments: Record<string, string>;
  /** values that nobody may read afterwards */
  secret?: Record<string, string>;
  by: { accountId: string | null; name: string };
  waitHours: number;
};

/** Puts a command down; whichever gateway the device is connected to sends it. */
export async function askCommand(db: Db, asked: Asked): Promise<CommandRow> {
  const { rows } = await sql<CommandRow>`
    insert into device_command (device_id, protocol, name, arguments, asked_by, asked_by_name, waits_until)
    values (${asked.deviceId}, 'hj-212', ${asked.name}, ${JSON.stringify(asked.arguments)}, ${asked.by.accountId},
      ${asked.by.name}, now() + make_interval(secs => ${asked.waitHours * 3600}))
    returning ${COLUMNS}`.execute(db);
  const [row] = rows as [CommandRow];
  if (asked.secret)
    await sql`insert into device_command_secret values (${row.id}, ${JSON.stringify(asked.secret)})`.execute(db);
  return row;
}

type Waiting = CommandRow & { secret: Record<string, string> | null };
/** more than that wait only when many devices are away; then those that are here are asked for by their numbers */
const MOST_WAITING = 1000;

/** Commands that wait, oldest first, each device's in the order in which they were asked. @param here the devices that matter */
export async function waitingCommands(db: Db, here: () => readonly number[]): Promise<Waiting[]> {
  const waiting = (only: ReturnType<typeof sql>) =>
    sql<Waiting>`
    select ${COLUMNS}, (select items from device_command_secret s where s.command_id = c.id) as secret
    from device_command c where state = 'waiting' and ${only} order by asked_at, id limit ${MOST_WAITING}`.execute(db);
  const { rows } = await waiting(sql`true`);
  if (rows.length < MOST_WAITING) return rows;
  return (await waiting(sql`device_id = any(${[...here()]}::int[])`)).rows;
}

/** the error of a second exchange of one device */
const UNIQUE_VIOLATION = '23505';

/** Takes a waiting command for this process. @returns false when another was faster, or the device has an exchange already */
export async function claimCommand(db: Db, id: string, exchange: string): Promise<boolean> {
  try {
    const { numAffectedRows } = await sql`
      update device_command set state = 'sent', exchange = ${exchange}, tries = 1, changed_at = now()
      where id = ${id} and state = 'waiting'`.execute(db);
    return Number(numAffectedRows) === 1;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

/** Moves a command that is under way. A command that has ended keeps no secret. */
export async function moveCommand(
  db: Db,
  id: string,
  to: { state: CommandState; tries?: number; outcome?: Outcome },
): Promise<void> {
  const outcome = to.outcome ? JSON.stringify(to.outcome) : null;
  await sql`update device_command set state = ${to.state}, tries = coalesce(${to.tries ?? null}::smallint, tries),
    outcome = coalesce(${outcome}::jsonb, outcome), changed_at = now()
    where id = ${id} and state in ('waiting', 'sent', 'accepted')`.execute(db);
  if (to.state !== 'sent' && to.state !== 'accepted')
    await sql`delete from device_command_secret where command_id = ${id}`.execute(db);
}

/** Ends what nobody carries on: commands whose device did not come in time, exchanges of a process that is gone. */
export async function endStale(db: Db, staleSeconds: number): Promise<void> {
  await sql`with ended as (
      update device_command set state = 'unanswered', changed_at = now(),
        outcome = jsonb_build_object('why', case state when 'waiting' then 'not_connected' else 'interrupted' end)
      where (state = 'waiting' and waits_until < now())
        or (state in ('sent', 'accepted') and changed_at < now() - make_interval(secs => ${staleSeconds})) returning id)
    delete from device_command_secret s using ended where s.command_id = ended.id`.execute(db);
}

/** Tells other processes that an exchange is still alive. */
export const touchCommands = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length)
    await sql`update device_command set changed_at = now() where id = any(${[...ids]}::uuid[])
      and state in ('sent', 'accepted')`.execute(db);
};

export async function cancelCommand(db: Db, deviceId: number, id: string): Promise<CommandRow | undefined> {
  const { rows } = await sql<CommandRow>`update device_command set state = 'cancelled', changed_at = now()
    where id = ${id} and device_id = ${deviceId} and state = 'waiting' returning ${COLUMNS}`.execute(db);
  if (rows.length) await sql`delete from device_command_secret where command_id = ${id}`.execute(db);
  return rows[0];
}

export async function commandById(db: Db, deviceId: number, id: string): Promise<CommandRow | undefined> {
  const { rows } = await sql<CommandRow>`select ${COLUMNS} from device_command
    where device_id = ${deviceId} and id = ${id}`.execute(db);
  return rows[0];
}

/** Commands of a device, newest first. @param before the last one of the page before */
export async function commandsOf(db: Db, deviceId: number, before: string | undefined, limit: number) {
  const { rows } = await sql<CommandRow>`select ${COLUMNS} from device_command where device_id = ${deviceId}
    and (${before ?? null}::uuid is null or (asked_at, id) <
      (select asked_at, id from device_command where id = ${before ?? null}::uuid))
    order by asked_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** Whether a command of this name waits, is under way, or was asked since a time. */
export async function askedSince(db: Db, deviceId: number, name: string, since: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from device_command where device_id = ${deviceId} and name = ${name}
    and (state in ('waiting', 'sent', 'accepted') or asked_at >= ${since}) limit 1`.execute(db);
  return rows.length > 0;
}

export type MessageRow = {
  id: number;
  commandId: string | null;
  at: Date;
  direction: 'in' | 'out';
  text: string;
};

export async function keepLines(
  db: Db,
  lines: readonly { deviceId: number; commandId: string | null; at: number; direction: 'in' | 'out'; text: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into device_message (device_id, command_id, at, direction, text)
    select d, c, to_timestamp(a / 1000.0), w, t from unnest(${lines.map((l) => l.deviceId)}::int[],
      ${lines.map((l) => l.commandId)}::uuid[], ${lines.map((l) => l.at)}::float8[], ${lines.map((l) => l.direction)}::text[],
      ${lines.map((l) => l.text)}::text[]) as u(d, c, a, w, t)`.execute(db);
}

/** The conversation with a device, newest first. */
export async function messagesOf(
  db: Db,
  deviceId: number,
  { before, command, limit }: { before?: number; command?: string; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`select id::float8 as id, command_id as "commandId", at, direction, text
    from device_message where device_id = ${deviceId} and id < ${before ?? Number.MAX_SAFE_INTEGER}
    and (${command ?? null}::uuid is null or command_id = ${command ?? null}::uuid) order by id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}
