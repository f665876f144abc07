import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Http } from '#platform/http';
import { type Actor, actorOf } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { IdentityContext } from '../options.ts';
import { CSRF_HEADER, requireOwnPage, SESSION_COOKIE } from './cookies.ts';
import { findSession, type Session } from './sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** opens a session itself, so it cannot carry the session's csrf value: the page's origin is looked at instead */
    opensSession?: boolean;
    /** may be used before a password that somebody else set has been changed */
    beforePasswordChange?: boolean;
  }
  interface FastifyRequest {
    session: Session | null;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Puts the person behind each request of the interface into `request.actor`, and asks changes for their csrf value. */
export function guard(http: Http, context: IdentityContext): void {
  const { db, permissionRows } = context;
  const publicActor = (address: string) => actorOf({ accountId: null, name: '', grants: [], address }, permissionRows);
  http.decorateRequest('session', null);
  http.addHook('onRequest', async (request) => {
    request.actor = publicActor(request.ip);
    const token = request.cookies[SESSION_COOKIE];
    const config = request.routeOptions.config ?? {};
    const session = token && !isPage(request) ? await findSession(db, token) : undefined;
    if (session) {
      request.session = session;
      request.actor = personOf(session, request.ip, permissionRows);
    }
    if (SAFE.has(request.method)) {
      // nothing to prove
    } else if (session && !config.opensSession) requireCsrf(request, session);
    else requireOwnPage(request);
    if (session?.account.mustChangePassword && !config.beforePasswordChange) requirePublicRoute(config.may, request);
  });
}

/** files of the web application need nobody */
const isPage = ({ url }: FastifyRequest) => !url.startsWith('/api/') && !url.startsWith('/metrics');

function personOf(session: Session, address: string, rows: IdentityContext['permissionRows']): Actor {
  const { account } = session;
  return actorOf(
    {
      accountId: account.id,
      name: account.name,
      grants: account.mustChangePassword ? [] : account.grants,
      address,
    },
    rows,
  );
}

function requireCsrf(request: FastifyRequest, session: Session): void {
  const given = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
  const held = Buffer.from(session.csrf);
  if (given.length === held.length && timingSafeEqual(given, held)) return;
  throw new Refusal('csrf_missing', {
    zh: '页面已过期，请刷新后再试。',
    en: 'This page is out of date: reload it and try again.',
  });
}

function requirePublicRoute(may: string | undefined, request: FastifyRequest): void {
  if (!may || may === 'anyone' || request.actor.mayAnywhere(may)) return;
  throw new Refusal('no_permission', {
    zh: '请先修改初始密码，再继续使用。',
    en: 'Please change the password that was set for you first.',
  });
}
