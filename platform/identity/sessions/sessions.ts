import { createHash, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { sql } from 'kysely';
import type { Grant } from '#platform/permissions';
import type { Db } from '#platform/store';
import { tables } from '../store.ts';

/** a session ends after 12 hours without use and after 7 days in any case */
export const IDLE_HOURS = 12;
export const ABSOLUTE_DAYS = 7;
/** how stale `seen_at` may get before it is written again */
const SEEN_EVERY_SECONDS = 60;

export type Session = {
  tokenHash: Buffer;
  csrf: string;
  account: { id: string; login: string; name: string; mustChangePassword: boolean; grants: Grant[] };
};

export const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Opens a session. The token goes into the cookie; the database keeps only its SHA-256. */
export async function openSession(
  db: Db,
  accountId: string,
  from: { address?: string; agent?: string },
): Promise<{ token: string; csrf: string }> {
  const token = randomToken();
  const csrf = randomToken();
  await tables(db)
    .insertInto('session')
    .values({
      token_hash: digest(token),
      account_id: accountId,
      csrf,
      expires_at: new Date(Date.now() + IDLE_HOURS * 3_600_000),
      address: from.address && isIP(from.address) ? from.address.replace(/%.*$/, '') : null,
      agent: from.agent?.slice(0, 300) ?? null,
    })
    .execute();
  await sql`update account set seen_at = now() where id = ${accountId}`.execute(db);
  return { token, csrf };
}

/** The live session of a token, with its account and grants as they are now; its expiry slides on. */
export async function findSession(db: Db, token: string): Promise<Session | undefined> {
  const found = await sql<{
    token_hash: Buffer;
    csrf: string;
    stale: boolean;
    id: string;
    login: string;
    name: string;
    must: boolean;
    grants: { role: string; unit: string; street: string }[];
  }>`
    select s.token_hash, s.csrf, s.seen_at < now() - make_interval(secs => ${SEEN_EVERY_SECONDS}) as stale,
      a.id, a.login, a.name, a.must_change_password as must,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unit', r.unit_id, 'street', r.street_code) order by r.role, r.unit_id, r.street_code)
        from account_role r where r.account_id = a.id), '[]') as grants
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${digest(token)} and s.expires_at > now() and a.disabled_at is null`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  if (row.stale) await slide(db, row.token_hash);
  const grants = row.grants.map((g) => ({
    role: g.role,
    ...(g.unit ? { unitId: g.unit } : {}),
    ...(g.street ? { streetCode: g.street } : {}),
  }));
  return {
    tokenHash: row.token_hash,
    csrf: row.csrf,
    account: { id: row.id, login: row.login, name: row.name, mustChangePassword: row.must, grants },
  };
}

async function slide(db: Db, tokenHash: Buffer): Promise<void> {
  await sql`with slid as (
      update session set seen_at = now(), expires_at =
        least(now() + make_interval(hours => ${IDLE_HOURS}), created_at + make_interval(days => ${ABSOLUTE_DAYS}))
      where token_hash = ${tokenHash} returning account_id)
    update account set seen_at = now() from slid where account.id = slid.account_id`.execute(db);
}

/** Ends one session. */
export async function closeSession(db: Db, tokenHash: Buffer): Promise<void> {
  await tables(db).deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Ends every session of an account, but one where it is given. @returns how many */
export async function closeSessions(db: Db, accountId: string, except?: Buffer): Promise<number> {
  let gone = tables(db).deleteFrom('session').where('account_id', '=', accountId);
  if (except) gone = gone.where('token_hash', '<>', except);
  return Number((await gone.executeTakeFirst()).numDeletedRows);
}

/** Takes away what has expired: sessions, counted attempts, sign-ons that were begun and left. */
export async function sweepIdentity(db: Db): Promise<void> {
  await sql`delete from session where expires_at < now()`.execute(db);
  await sql`delete from login_attempt where since < now() - interval '1 day'`.execute(db);
  await sql`delete from oidc_attempt where expires_at < now()`.execute(db);
}
