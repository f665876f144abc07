import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { digest } from './sessions.ts';

/** How many attempts to log in are heard within the window; counted in the database, so for all processes together. */
export const ATTEMPTS = {
  /** one login from one address */
  pair: { most: 8, minutes: 15 },
  /** one address, whatever the login (an office behind one address logs in on Monday morning) */
  address: { most: 120, minutes: 15 },
  /** everybody: more than this is no office any more, and each attempt costs a hash */
  house: { most: 600, minutes: 1 },
} as const;

const keysOf = (address: string, login: string) =>
  ({ pair: `pair ${address} ${login}`, address: `address ${address}`, house: 'house' }) as const;

/**
 * Counts an attempt before its password is looked at, so that a hundred at once are not all heard.
 * @throws Refusal too_many_attempts
 */
export async function countAttempt(db: Db, address: string, login: string): Promise<void> {
  const keys = keysOf(address, login);
  for (const kind of ['house', 'address', 'pair'] as const) {
    const { most, minutes } = ATTEMPTS[kind];
    const answer = await sql<{ count: number }>`
      insert into login_attempt as a (key, since, count) values (${digest(keys[kind])}, now(), 1)
      on conflict (key) do update set
        count = case when a.since < now() - make_interval(mins => ${minutes}) then 1 else a.count + 1 end,
        since = case when a.since < now() - make_interval(mins => ${minutes}) then now() else a.since end
      returning count`.execute(db);
    if (answer.rows[0]!.count > most)
      throw new Refusal(
        'too_many_attempts',
        {
          zh: `尝试次数过多，请 ${minutes} 分钟后再试；忘记密码请联系系统管理员重置。`,
          en: `Too many attempts: wait ${minutes} minutes, or have the administrator reset the password.`,
        },
        { kind },
      );
  }
}

/** A log-in that succeeded takes its pair's failures away. */
export async function forgetAttempts(db: Db, address: string, login: string): Promise<void> {
  await sql`delete from login_attempt where key = ${digest(keysOf(address, login).pair)}`.execute(db);
}
