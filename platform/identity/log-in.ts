import type { FastifyReply, FastifyRequest } from 'fastify';
import { record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import { loginOf } from './accounts/accounts.ts';
import { meOf, visitor } from './me.ts';
import type { IdentityContext } from './options.ts';
import { verifyPassword } from './passwords/password.ts';
import { countAttempt, forgetAttempts } from './sessions/attempts.ts';
import { giveSession } from './sessions/cookies.ts';
import { closeSession, findSession, openSession } from './sessions/sessions.ts';
import { tables } from './store.ts';
import type { Me } from './wire.ts';

/**
 * Checks login and password.
 * @returns the account's id
 * @throws Refusal login_failed (the same for an unknown login, a wrong password and a disabled account), too_many_attempts
 */
export async function checkLogin(
  context: IdentityContext,
  request: FastifyRequest,
  given: { login: string; password: string },
): Promise<string> {
  const { db } = context;
  const login = loginOf(given.login);
  await countAttempt(db, request.ip, login);
  const account = await tables(db)
    .selectFrom('account')
    .select(['id', 'name', 'password_hash', 'disabled_at'])
    .where('login', '=', login)
    .executeTakeFirst();
  const right = await verifyPassword(account?.password_hash, given.password);
  if (account && right && !account.disabled_at) {
    await forgetAttempts(db, request.ip, login);
    return account.id;
  }
  // an unknown login is not kept: people type their password into the wrong box
  if (account)
    await record(db, visitor(request, account.name), {
      action: 'session.refuse',
      subjectKind: 'account',
      subjectId: account.id,
    });
  throw new Refusal('login_failed', {
    zh: '登录名或密码不对，请重新输入；忘记密码请联系系统管理员。',
    en: 'The login or the password is not right; try again, or ask the administrator for a new password.',
  });
}

/** Opens a session for an account, ends the one that the browser had, and tells the page who it is now. */
export async function logIn(
  context: IdentityContext,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
  way: 'password' | 'single sign-on',
): Promise<Me> {
  const { db } = context;
  const opened = await db.transaction().execute(async (t) => {
    if (request.session) await closeSession(t, request.session.tokenHash);
    const made = await openSession(t, accountId, { address: request.ip, agent: request.headers['user-agent'] });
    const { name } = await tables(t)
      .selectFrom('account')
      .select('name')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    await record(
      t,
      { accountId, name, address: request.ip },
      { action: 'session.open', subjectKind: 'account', subjectId: accountId, after: { way } },
    );
    return made;
  });
  giveSession(request, reply, opened.token, context);
  return meOf(context, (await findSession(db, opened.token)) ?? null);
}
