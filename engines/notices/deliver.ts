import { sql } from 'kysely';
import { livePeople, type Person } from '#platform/identity';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import { sendHook } from './channels/hook.ts';
import { sendMail } from './channels/mail.ts';
import type { Message } from './channels/message.ts';
import type { Outcome } from './channels/outcome.ts';
import type { ChannelSettings } from './channels/settings.ts';
import type { Urgency } from './matter.ts';
import { preferenceOf } from './preferences.ts';
import type { Channel } from './store.ts';

/** after the first, second … attempt that surely did not arrive; after the last of them it has failed */
const WAIT_MINUTES = [1, 5, 30, 120];
const MOST_IN_A_MESSAGE = 100;

type Claimed = {
  noticeId: string;
  attempts: number;
  day: string;
  about: Sentence;
  urgency: Urgency;
  title: Sentence;
  words: Sentence | null;
  href: string;
  onBehalfOf: string | null;
};

export type Delivered = { sent: number; again: number; failed: number; uncertain: number };

/**
 * Sends what waits, one message a person and channel. What was being sent when a process broke off may have arrived and
 * is not sent twice.
 */
export async function deliverNotices(
  db: Db,
  settings: ChannelSettings,
  cancelled: () => boolean = () => false,
): Promise<Delivered> {
  const counted: Delivered = { sent: 0, again: 0, failed: 0, uncertain: 0 };
  counted.uncertain += await giveUpOrphans(db);
  const people = new Map((await livePeople(db)).map((person) => [person.id, person]));
  for (const { accountId, channel } of await waiting(db)) {
    if (cancelled()) break;
    const claimed = await claim(db, accountId, channel);
    if (claimed.length === 0) continue;
    const outcome = await send(db, settings, people, {
      accountId,
      channel,
      message: messageOf(claimed, people, settings),
    });
    await keep(db, channel, claimed, outcome);
    counted[outcome.state] += claimed.length;
  }
  return counted;
}

async function send(
  db: Db,
  { mail, privateHooks }: ChannelSettings,
  people: ReadonlyMap<string, Person>,
  { accountId, channel, message }: { accountId: string; channel: Channel; message: Message },
): Promise<Outcome> {
  const person = people.get(accountId);
  if (!person) return { state: 'failed', failure: 'account closed' };
  if (channel === 'mail') {
    if (!mail) return { state: 'failed', failure: 'no mail server' };
    if (!person.email) return { state: 'failed', failure: 'no address' };
    return sendMail(mail, { name: person.name, address: person.email }, message);
  }
  const { hookKind, hookUrl, hookSecret } = await preferenceOf(db, accountId);
  if (!hookKind || !hookUrl) return { state: 'failed', failure: 'no web hook' };
  return sendHook({ kind: hookKind, url: hookUrl, secret: hookSecret }, message, { privateHooks });
}

function messageOf(
  claimed: readonly Claimed[],
  people: ReadonlyMap<string, Person>,
  { publicUrl }: ChannelSettings,
): Message {
  return {
    day: claimed[0]!.day,
    notices: claimed.map(({ noticeId, href, onBehalfOf, about, urgency, title, words }) => ({
      id: String(noticeId),
      about,
      urgency,
      title,
      words,
      link: publicUrl ? new URL(href, publicUrl).href : null,
      onBehalfOf: onBehalfOf && (people.get(onBehalfOf)?.name ?? null),
    })),
  };
}

async function waiting(db: Db): Promise<{ accountId: string; channel: Channel }[]> {
  const found = await sql<{ accountId: string; channel: Channel }>`
    select n.account_id as "accountId", d.channel from notice_delivery d join notice n on n.id = d.notice_id
    where d.state = 'waiting' and d.next_at <= now() group by 1, 2 order by min(d.next_at)`.execute(db);
  return found.rows;
}

/** What a person waits for on a channel, marked as being sent before anything leaves the house. */
async function claim(db: Db, accountId: string, channel: Channel): Promise<Claimed[]> {
  const found = await sql<Claimed>`
    with mine as (
      select d.notice_id from notice_delivery d join notice n on n.id = d.notice_id
      where d.state = 'waiting' and d.next_at <= now() and d.channel = ${channel} and n.account_id = ${accountId}
      order by n.urgency = 'late' desc, n.id limit ${MOST_IN_A_MESSAGE} for update of d skip locked),
    taken as (
      update notice_delivery d set state = 'sending', attempts = attempts + 1, claimed_at = now()
      from mine where d.notice_id = mine.notice_id and d.channel = ${channel} returning d.notice_id, d.attempts)
    select n.id as "noticeId", t.attempts, n.day::text as day, n.about, n.urgency, n.title, n.words, n.href,
      n.on_behalf_of as "onBehalfOf"
    from taken t join notice n on n.id = t.notice_id order by n.urgency = 'late' desc, n.id`.execute(db);
  return found.rows;
}

async function keep(db: Db, channel: Channel, claimed: readonly Claimed[], outcome: Outcome): Promise<void> {
  const failure = outcome.state === 'sent' ? null : outcome.failure.slice(0, 100);
  for (const { noticeId, attempts } of claimed) {
    const minutes = outcome.state === 'again' ? WAIT_MINUTES[attempts - 1] : undefined;
    const state = outcome.state !== 'again' ? outcome.state : minutes === undefined ? 'failed' : 'waiting';
    await sql`update notice_delivery set state = ${state}, failure = ${failure}, claimed_at = null,
        next_at = now() + make_interval(mins => ${minutes ?? 0}),
        ended_at = case when ${state} = 'waiting' then null else now() end
      where notice_id = ${noticeId} and channel = ${channel}`.execute(db);
  }
}

async function giveUpOrphans(db: Db): Promise<number> {
  const done = await sql`update notice_delivery set state = 'uncertain', failure = 'broken off', ended_at = now()
    where state = 'sending' and claimed_at < now() - interval '10 minutes'`.execute(db);
  return Number(done.numAffectedRows ?? 0n);
}
