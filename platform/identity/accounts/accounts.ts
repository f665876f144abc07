import { sql } from 'kysely';
import { type Acting, record } from '#platform/audit';
import type { Grant } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { hashPassword, requireGoodPassword } from '../passwords/password.ts';
import { closeSessions } from '../sessions/sessions.ts';
import { tables } from '../store.ts';

export const ADMINISTRATOR = 'administrator';
/** held while an account is created, changed or counted where the last administrator matters */
const ADMINISTRATORS_LOCK = 7_301_208;

export type NewAccount = {
  login: string;
  name: string;
  email?: string | null;
  /** none: only the single sign-on opens this account */
  password?: string;
  mustChangePassword?: boolean;
  demo?: boolean;
  grants: readonly Grant[];
};

export type AccountChange = {
  name?: string;
  email?: string | null;
  grants?: readonly Grant[];
  disabled?: boolean;
  endSessions?: boolean;
  /** a password set by somebody else: it must be changed at the next log-in */
  password?: string;
};

/** a login is compared and kept in lower case */
export const loginOf = (given: string): string => given.normalize('NFKC').trim().toLowerCase();

/**
 * Creates an account with its grants, audited.
 * @returns its id
 * @throws Refusal bad_request (login), password_too_weak, already_exists
 */
export async function createAccount(db: Db, by: Acting, given: NewAccount): Promise<string> {
  const login = loginOf(given.login);
  if (!/^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login))
    throw new Refusal('bad_request', {
      zh: '登录名需为 2–64 个字母、数字或 . _ - @，并以字母或数字开头。',
      en: 'A login has 2–64 letters, digits or . _ - @ and begins with a letter or digit.',
    });
  if (given.password !== undefined && !given.demo) requireGoodPassword(given.password, login);
  const hash = given.password === undefined ? null : await hashPassword(given.password);
  return inTransaction(db, async (t) => {
    const created = await tables(t)
      .insertInto('account')
      .values({
        login,
        name: given.name.trim(),
        email: given.email?.trim().toLowerCase() || null,
        password_hash: hash,
        must_change_password: given.mustChangePassword ?? false,
        demo: given.demo ?? false,
      })
      .onConflict((c) => c.column('login').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!created)
      throw new Refusal('already_exists', {
        zh: `登录名 ${login} 已有人使用，请换一个。`,
        en: `The login ${login} is taken; please choose another.`,
      });
    await writeGrants(t, created.id, given.grants);
    await record(t, by, {
      action: 'account.create',
      subjectKind: 'account',
      subjectId: created.id,
      after: await pictureOf(t, created.id),
    });
    return created.id;
  });
}

/**
 * Changes an account. Disabling it or giving it a new password ends its sessions.
 * @throws Refusal not_found, password_too_weak, not_in_this_state when no administrator would be left
 */
export async function changeAccount(db: Db, by: Acting, id: string, change: AccountChange): Promise<void> {
  const login = (await tables(db).selectFrom('account').select('login').where('id', '=', id).executeTakeFirst())?.login;
  if (login === undefined) throw noAccount(id);
  if (change.password !== undefined) requireGoodPassword(change.password, login);
  const hash = change.password === undefined ? undefined : await hashPassword(change.password);
  await inTransaction(db, async (t) => {
    await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(t);
    const hadAdministrator = await hasAdministrator(t);
    const before = await pictureOf(t, id);
    const fields = {
      ...(change.name === undefined ? {} : { name: change.name.trim() }),
      ...(change.email === undefined ? {} : { email: change.email?.trim().toLowerCase() || null }),
      ...(change.disabled === undefined
        ? {}
        : { disabled_at: change.disabled ? (before.disabledAt ?? new Date()) : null }),
      ...(hash === undefined ? {} : { password_hash: hash, must_change_password: true, demo: false }),
    };
    if (Object.keys(fields).length > 0)
      await tables(t).updateTable('account').set(fields).where('id', '=', id).execute();
    if (change.grants) {
      await tables(t).deleteFrom('account_role').where('account_id', '=', id).execute();
      await writeGrants(t, id, change.grants);
    }
    if (hadAdministrator && !(await hasAdministrator(t)))
      throw new Refusal('not_in_this_state', {
        zh: '这是最后一位系统管理员，请先指定另一位再改动。',
        en: 'This is the last administrator; appoint another one first.',
      });
    const ended = change.disabled || change.endSessions || hash !== undefined ? await closeSessions(t, id) : 0;
    const after = await pictureOf(t, id);
    await record(t, by, {
      action: 'account.change',
      subjectKind: 'account',
      subjectId: id,
      before,
      after: { ...after, ...(hash ? { passwordReset: true } : {}), ...(ended ? { sessionsEnded: ended } : {}) },
    });
  });
}

/**
 * Creates the first administrator of an empty installation; of several at once exactly one succeeds.
 * @throws Refusal not_in_this_state when there is an account already
 */
export async function createFirstAdministrator(
  db: Db,
  by: Acting,
  given: { login: string; name: string; password: string },
): Promise<string> {
  return db.transaction().execute(async (t) => {
    await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(t);
    if (!(await isEmpty(t)))
      throw new Refusal('not_in_this_state', {
        zh: '系统已有账号，请登录，或联系系统管理员。',
        en: 'There are accounts already: log in, or ask the administrator.',
      });
    return createAccount(t, by, { ...given, grants: [{ role: ADMINISTRATOR }] });
  });
}

/** The id of a login. @throws Refusal not_found */
export async function accountIdOf(db: Db, login: string): Promise<string> {
  const found = await tables(db)
    .selectFrom('account')
    .select('id')
    .where('login', '=', loginOf(login))
    .executeTakeFirst();
  if (!found) throw noAccount(login);
  return found.id;
}

/** Whether the installation has no account yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  return !(await tables(db).selectFrom('account').select('id').limit(1).executeTakeFirst());
}

async function hasAdministrator(db: Db): Promise<boolean> {
  const found = await tables(db)
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .where('role', '=', ADMINISTRATOR)
    .where('disabled_at', 'is', null)
    .select('account.id')
    .limit(1)
    .executeTakeFirst();
  return !!found;
}

async function writeGrants(db: Db, id: string, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  await tables(db)
    .insertInto('account_role')
    .values(
      grants.map((g) => ({ account_id: id, role: g.role, unit_id: g.unitId ?? '', street_code: g.streetCode ?? '' })),
    )
    .execute();
}

/** an account as the audit keeps it: without its password */
async function pictureOf(db: Db, id: string) {
  const row = await tables(db).selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw noAccount(id);
  const roles = await tables(db)
    .selectFrom('account_role')
    .selectAll()
    .where('account_id', '=', id)
    .orderBy('role')
    .orderBy('unit_id')
    .orderBy('street_code')
    .execute();
  return {
    login: row.login,
    name: row.name,
    email: row.email,
    demo: row.demo,
    disabledAt: row.disabled_at,
    grants: roles.map((r) => [r.role, r.unit_id || r.street_code].filter(Boolean).join(':')),
  };
}

const inTransaction = <T>(db: Db, act: (t: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? act(db) : db.transaction().execute(act);

const noAccount = (account: string) =>
  new Refusal('not_found', { zh: '没有这个账号。', en: 'There is no such account.' }, { account });
