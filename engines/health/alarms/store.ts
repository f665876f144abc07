import { sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { AlarmChange, OpenAlarm } from './follow.ts';
import type { Common } from './outage.ts';

export async function openAlarms(db: Db): Promise<OpenAlarm[]> {
  const { rows } = await sql<{
    id: string;
    kind: OpenAlarm['kind'];
    common: Common | null;
    common_of: string | null;
    opened_at: Date;
    devices: { id: number; joined: number; recovered: number | null }[] | null;
  }>`select a.id, a.kind, a.common, a.common_of, a.opened_at,
      (select json_agg(json_build_object('id', device_id, 'joined', extract(epoch from joined_at) * 1000,
        'recovered', extract(epoch from recovered_at) * 1000)) from health_alarm_device d where d.alarm_id = a.id) as devices
    from health_alarm a where closed_at is null order by opened_at`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    common: row.common,
    commonOf: row.common_of,
    openedAt: row.opened_at.getTime(),
    devices: (row.devices ?? []).map(({ id, joined, recovered }) => ({ id, joinedAt: joined, recoveredAt: recovered })),
  }));
}

/** Carries out what became of the alarms at a look. */
export async function writeAlarms(db: Db, changes: readonly AlarmChange[], now: Date): Promise<void> {
  for (const change of changes) {
    if (change.do === 'open') {
      const { cause, words, remedy } = change.verdict;
      await insertAlarm(db, { kind: change.kind, at: change.at, cause, words, remedy }, [change.deviceId]);
    } else if (change.do === 'open-outage') {
      const { common, of, from, devices } = change.outage;
      const { words, remedy } = change;
      await insertAlarm(db, { kind: 'outage', at: from, cause: 'outage', words, remedy, common, of }, devices);
    } else if (change.do === 'close')
      await sql`update health_alarm set closed_at = ${now} where id = ${change.id}`.execute(db);
    else if (change.do === 'join')
      await sql`insert into health_alarm_device (alarm_id, device_id, joined_at)
        select ${change.id}, d, ${now} from unnest(${change.devices}::int[]) d on conflict do nothing`.execute(db);
    else
      await sql`update health_alarm_device set recovered_at = ${now} where alarm_id = ${change.id}
        and device_id = any(${change.devices}::int[])`.execute(db);
  }
}

type NewAlarm = {
  kind: OpenAlarm['kind'];
  at: number;
  cause: string;
  words: Sentence;
  remedy: Sentence | null;
  common?: Common;
  of?: string;
};

async function insertAlarm(db: Db, alarm: NewAlarm, devices: readonly number[]): Promise<void> {
  const opened = new Date(alarm.at);
  await sql`with made as (
      insert into health_alarm (kind, common, common_of, opened_at, cause, words, remedy)
      values (${alarm.kind}, ${alarm.common ?? null}, ${alarm.of ?? null}, ${opened}, ${alarm.cause},
        ${JSON.stringify(alarm.words)}, ${alarm.remedy && JSON.stringify(alarm.remedy)}) returning id)
    insert into health_alarm_device (alarm_id, device_id, joined_at)
    select made.id, d, ${opened} from made, unnest(${[...devices]}::int[]) d`.execute(db);
}

export type AlarmRow = {
  id: string;
  kind: OpenAlarm['kind'];
  common: Common | null;
  commonOf: string | null;
  openedAt: Date;
  closedAt: Date | null;
  cause: string;
  words: Sentence;
  remedy: Sentence | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  note: string | null;
  devices: { id: number; recoveredAt: string | null }[];
};

const ALARM = sql`a.id, a.kind, a.common, a.common_of as "commonOf", a.opened_at as "openedAt", a.closed_at as "closedAt", a.cause,
  a.words, a.remedy, a.acknowledged_at as "acknowledgedAt", a.acknowledged_by_name as "acknowledgedBy", a.note,
  coalesce((select json_agg(json_build_object('id', device_id, 'recoveredAt', recovered_at) order by device_id)
    from health_alarm_device d where d.alarm_id = a.id), '[]') as devices`;

/** Alarms, the newest first: open ones, or a page of all, of one device or of every one. */
export async function listAlarms(
  db: Db,
  asked: { open?: boolean; deviceId?: number; before?: Date; limit: number },
): Promise<AlarmRow[]> {
  const { rows } = await sql<AlarmRow>`select ${ALARM} from health_alarm a
    where ${asked.open ? sql`a.closed_at is null` : sql`true`}
      and ${asked.before ? sql`a.opened_at < ${asked.before}` : sql`true`}
      and ${asked.deviceId === undefined ? sql`true` : sql`exists (select 1 from health_alarm_device d where d.alarm_id = a.id and d.device_id = ${asked.deviceId})`}
    order by a.opened_at desc, a.id limit ${asked.limit}`.execute(db);
  return rows;
}

export async function alarmById(db: Db, id: string): Promise<AlarmRow | undefined> {
  const { rows } = await sql<AlarmRow>`select ${ALARM} from health_alarm a where a.id = ${id}`.execute(db);
  return rows[0];
}

/** @returns whether it waited for that */
export async function markAcknowledged(db: Db, id: string, by: string, note: string): Promise<boolean> {
  const done = await sql`update health_alarm set acknowledged_at = now(), acknowledged_by_name = ${by}, note = ${note}
    where id = ${id} and acknowledged_at is null`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}
