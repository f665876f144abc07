import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Http } from '#platform/http';
import { isRefusal, Refusal } from '#platform/refusal';
import { logIn } from '../log-in.ts';
import type { IdentityContext } from '../options.ts';
import { digest, randomToken } from '../sessions/sessions.ts';
import { tables } from '../store.ts';
import { accountOfPerson } from './linking.ts';

const COOKIE = 'lantian_sign_on';
const COOKIE_PATH = '/api/oidc';
const MINUTES = 10;
const tags = ['identity'];

/** The two ends of a single sign-on. A refusal goes back to the log-in page as `/login?refused=<code>`. */
export function signOnRoutes(http: Http, context: IdentityContext): void {
  const { db, signOn, oidc } = context;

  http.get('/api/oidc/start', {
    config: {
      may: 'anyone',
      opensSession: true,
      beforePasswordChange: true,
      rateLimit: { max: 60, timeWindow: 60_000 },
    },
    schema: {
      summary: 'Sends the browser to the single sign-on',
      tags,
      querystring: z.object({ to: z.string().max(500).optional() }),
    },
    handler: async (request, reply) => {
      if (!signOn) throw notConfigured();
      const redirect = new URL(oidc?.redirect ?? `${request.protocol}://${request.host}/api/oidc/callback`).href;
      const begun = await signOn.begin(redirect);
      const id = randomToken();
      await tables(db)
        .insertInto('oidc_attempt')
        .values({
          id_hash: digest(id),
          state: begun.state,
          nonce: begun.nonce,
          verifier: begun.verifier,
          return_to: ownPath(request.query.to),
          redirect,
          expires_at: new Date(Date.now() + MINUTES * 60_000),
        })
        .execute();
      reply.setCookie(COOKIE, id, {
        httpOnly: true,
        sameSite: 'lax',
        path: COOKIE_PATH,
        secure: context.secureCookies || request.protocol === 'https',
        maxAge: MINUTES * 60,
      });
      return reply.redirect(begun.url, 303);
    },
  });

  http.get('/api/oidc/callback', {
    config: {
      may: 'anyone',
      opensSession: true,
      beforePasswordChange: true,
      rateLimit: { max: 60, timeWindow: 60_000 },
    },
    schema: { summary: 'Where the single sign-on sends the browser back', tags },
    handler: async (request, reply) => {
      if (!signOn) throw notConfigured();
      try {
        const attempt = await takeAttempt(context, request);
        const callback = new URL(attempt.redirect);
        callback.search = request.url.slice(request.url.indexOf('?'));
        const person = await signOn.finish(callback, attempt);
        const accountId = await accountOfPerson(db, { address: request.ip }, person);
        await logIn(context, request, reply, accountId, 'single sign-on');
        reply.clearCookie(COOKIE, { path: COOKIE_PATH });
        return reply.redirect(attempt.return_to, 303);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        request.log.info({ code: error.code, context: error.context }, 'single sign-on refused');
        reply.clearCookie(COOKIE, { path: COOKIE_PATH });
        return reply.redirect(`/login?refused=${error.code}`, 303);
      }
    },
  });
}

/** What this browser began; it can be finished once. */
async function takeAttempt({ db }: IdentityContext, request: FastifyRequest) {
  const id = request.cookies[COOKIE];
  const attempt = id
    ? await tables(db).deleteFrom('oidc_attempt').where('id_hash', '=', digest(id)).returningAll().executeTakeFirst()
    : undefined;
  if (attempt && attempt.expires_at > new Date() && request.url.includes('?')) return attempt;
  throw new Refusal('sign_on_failed', {
    zh: '登录等待过久或不是在本浏览器开始的，请重新点击单点登录。',
    en: 'The sign-on took too long or was begun in another browser; please begin again.',
  });
}

/** a path of this house, never another site: `//elsewhere` and `/\elsewhere` are not paths to a browser */
function ownPath(given: string | undefined): string {
  if (!given?.startsWith('/') || !URL.canParse(given, 'http://house.invalid')) return '/';
  const at = new URL(given, 'http://house.invalid');
  return at.host === 'house.invalid' ? at.pathname + at.search + at.hash : '/';
}

const notConfigured = () =>
  new Refusal('not_found', {
    zh: '本系统没有配置单点登录，请用密码登录。',
    en: 'There is no single sign-on here; log in by password.',
  });
