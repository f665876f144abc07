import { z } from 'zod';
import { record } from '#platform/audit';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import { createFirstAdministrator } from './accounts/accounts.ts';
import { checkLogin, logIn } from './log-in.ts';
import { meOf, visitor } from './me.ts';
import type { IdentityContext } from './options.ts';
import { hashPassword, requireGoodPassword, verifyPassword } from './passwords/password.ts';
import { countAttempt, forgetAttempts } from './sessions/attempts.ts';
import { takeSession } from './sessions/cookies.ts';
import { closeSession, closeSessions, type Session } from './sessions/sessions.ts';
import { tables } from './store.ts';
import { me } from './wire.ts';

const done = z.object({ done: z.literal(true) });
const password = z.string().max(1000);
const tags = ['identity'];

export function sessionRoutes(http: Http, context: IdentityContext): void {
  const { db } = context;

  http.get('/api/me', {
    config: { may: 'anyone', beforePasswordChange: true },
    schema: { summary: 'Who is asking, and what the page may offer', tags, response: { 200: me } },
    handler: (request) => meOf(context, request.session),
  });

  http.post('/api/login', {
    config: { may: 'anyone', opensSession: true, beforePasswordChange: true },
    schema: {
      summary: 'Log in by password',
      tags,
      body: z.object({ login: z.string().min(1).max(200), password: password.min(1) }),
      response: { 200: me },
    },
    handler: async (request, reply) =>
      logIn(context, request, reply, await checkLogin(context, request, request.body), 'password'),
  });

  http.post('/api/first-administrator', {
    config: { may: 'anyone', opensSession: true },
    schema: {
      summary: 'The first administrator of an empty installation',
      tags,
      body: z.object({ login: z.string().min(1).max(64), name: z.string().trim().min(1).max(100), password }),
      response: { 200: me },
    },
    handler: async (request, reply) => {
      const id = await createFirstAdministrator(db, visitor(request, request.body.name), request.body);
      return logIn(context, request, reply, id, 'password');
    },
  });

  http.post('/api/logout', {
    config: { may: 'anyone', beforePasswordChange: true },
    schema: {
      summary: 'Log out; `everywhere` ends all sessions of the account',
      tags,
      body: z.object({ everywhere: z.boolean().default(false) }).nullish(),
      response: { 200: done },
    },
    handler: async (request, reply) => {
      const session = request.session;
      takeSession(request, reply, context);
      if (!session) return { done: true as const };
      const everywhere = request.body?.everywhere ?? false;
      await db.transaction().execute(async (t) => {
        if (everywhere) await closeSessions(t, session.account.id);
        else await closeSession(t, session.tokenHash);
        await record(t, request.actor, {
          action: 'session.close',
          subjectKind: 'account',
          subjectId: session.account.id,
          after: { everywhere },
        });
      });
      return { done: true as const };
    },
  });

  http.post('/api/password', {
    config: { may: 'anyone', beforePasswordChange: true },
    schema: {
      summary: 'Change the own password; the other sessions of the account end',
      tags,
      body: z.object({ current: password, password }),
      response: { 200: done },
    },
    handler: async (request) => {
      const session = requireSession(request.session);
      await changeOwnPassword(context, session, request.ip, request.body);
      return { done: true as const };
    },
  });
}

async function changeOwnPassword(
  { db }: IdentityContext,
  session: Session,
  address: string,
  given: { current: string; password: string },
): Promise<void> {
  const { id, login, name } = session.account;
  await countAttempt(db, address, login);
  const held = await tables(db).selectFrom('account').select('password_hash').where('id', '=', id).executeTakeFirst();
  if (!(await verifyPassword(held?.password_hash, given.current)))
    throw new Refusal('bad_request', {
      zh: '当前密码不对，请重新输入。',
      en: 'The current password is not right; try again.',
    });
  await forgetAttempts(db, address, login);
  requireGoodPassword(given.password, login);
  if (given.password === given.current)
    throw new Refusal('password_too_weak', {
      zh: '新密码与当前密码相同，请换一个。',
      en: 'The new password is the current one; please choose another.',
    });
  const hash = await hashPassword(given.password);
  await db.transaction().execute(async (t) => {
    await tables(t)
      .updateTable('account')
      .set({ password_hash: hash, must_change_password: false, demo: false })
      .where('id', '=', id)
      .execute();
    await closeSessions(t, id, session.tokenHash);
    await record(
      t,
      { accountId: id, name, address },
      { action: 'account.change', subjectKind: 'account', subjectId: id, after: { passwordChanged: true } },
    );
  });
}

function requireSession(session: Session | null): Session {
  if (session) return session;
  throw new Refusal('not_logged_in', { zh: '请先登录。', en: 'Please log in first.' });
}
