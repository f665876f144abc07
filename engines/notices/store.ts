import { type Generated, sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Urgency } from './matter.ts';

export type Channel = 'mail' | 'hook';

export type NoticeTables = {
  notice: {
    id: Generated<string>;
    district_code: string;
    account_id: string;
    matter_id: string;
    day: string;
    about: Sentence;
    urgency: Urgency;
    title: Sentence;
    words: Sentence | null;
    href: string;
    on_behalf_of: string | null;
    made_at: Generated<Date>;
    read_at: Date | null;
    over_at: Date | null;
  };
  notice_delivery: {
    notice_id: string;
    channel: Channel;
    state: Generated<'waiting' | 'sending' | 'sent' | 'failed' | 'uncertain'>;
    attempts: Generated<number>;
    next_at: Generated<Date>;
    claimed_at: Date | null;
    ended_at: Date | null;
    failure: string | null;
  };
  notice_preference: {
    account_id: string;
    mail: Urgency | 'off';
    hook: Urgency | 'off';
    hook_kind: 'wecom' | 'dingtalk' | 'json' | null;
    hook_url: string | null;
    hook_secret: string | null;
  };
  notice_deputy: {
    id: Generated<string>;
    account_id: string;
    deputy_id: string;
    from_day: string;
    until_day: string;
    named_at: Generated<Date>;
    ended_at: Date | null;
  };
};

export const tables = (db: Db) => db.withTables<NoticeTables>();

export type NewNotice = Omit<NoticeTables['notice'], 'id' | 'made_at' | 'read_at' | 'over_at'>;
export type MadeNotice = {
  id: string;
  account_id: string;
  matter_id: string;
  urgency: Urgency;
  on_behalf_of: string | null;
};

/** Keeps notices; one that the person has for the same matter and day stands. @returns those that are new */
export async function insertNotices(db: Db, notices: readonly NewNotice[]): Promise<MadeNotice[]> {
  if (notices.length === 0) return [];
  const made = await sql<MadeNotice>`insert into notice
    (district_code, account_id, matter_id, day, about, urgency, title, words, href, on_behalf_of)
    select district_code, account_id, matter_id, day, about, urgency, title, nullif(words, 'null'::jsonb), href, on_behalf_of
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n(district_code text, account_id uuid, matter_id text,
      day date, about jsonb, urgency text, title jsonb, words jsonb, href text, on_behalf_of uuid)
    on conflict on constraint notice_once_a_day do nothing
    returning id, account_id, matter_id, urgency, on_behalf_of`.execute(db);
  return made.rows;
}

/** When each person was told last of each matter that still stands, by `account matter`. */
export async function lastTold(
  db: Db,
  districtCode: string,
  matters: readonly string[],
): Promise<Map<string, { day: string; urgency: Urgency }>> {
  const found = await sql<{ key: string; day: string; urgency: Urgency }>`
    select distinct on (account_id, matter_id) account_id || ' ' || matter_id as key, day::text as day, urgency
    from notice where district_code = ${districtCode} and over_at is null and matter_id = any(${matters}::text[])
    order by account_id, matter_id, day desc`.execute(db);
  return new Map(found.rows.map(({ key, day, urgency }) => [key, { day, urgency }]));
}

/** Closes the notices of matters that stand no more. @returns how many */
export async function closeOthers(db: Db, districtCode: string, standing: readonly string[]): Promise<number> {
  const done = await sql`update notice set over_at = now()
    where district_code = ${districtCode} and over_at is null and matter_id <> all(${standing}::text[])`.execute(db);
  return Number(done.numAffectedRows ?? 0n);
}

/** Closes the earlier notices of what was told again. */
export async function closeTold(db: Db, made: readonly MadeNotice[]): Promise<void> {
  if (made.length === 0) return;
  await sql`update notice o set over_at = now()
    from notice n where n.id = any(${made.map(({ id }) => id)}::bigint[])
      and o.account_id = n.account_id and o.matter_id = n.matter_id and o.id <> n.id and o.over_at is null`.execute(db);
}

export async function insertDeliveries(
  db: Db,
  rows: readonly { notice_id: string; channel: Channel }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into notice_delivery (notice_id, channel)
    select notice_id, channel from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(notice_id bigint, channel text)
    on conflict do nothing`.execute(db);
}

/** What could not be told outside of the application in the last three days, for the health page. */
export type DeliveryTrouble = { channel: Channel; failed: number; uncertain: number; lastFailure: string | null };

export async function deliveryTrouble(db: Db): Promise<DeliveryTrouble[]> {
  const found = await sql<DeliveryTrouble>`select channel, count(*) filter (where state = 'failed') as failed,
      count(*) filter (where state = 'uncertain') as uncertain,
      (array_agg(failure order by ended_at desc))[1] as "lastFailure"
    from notice_delivery where state in ('failed', 'uncertain') and ended_at > now() - interval '3 days'
    group by channel order by channel`.execute(db);
  return found.rows.map((row) => ({ ...row, failed: Number(row.failed), uncertain: Number(row.uncertain) }));
}
