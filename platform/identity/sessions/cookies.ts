import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#platform/refusal';
import { ABSOLUTE_DAYS } from './sessions.ts';

export const SESSION_COOKIE = 'lantian_session';
export const CSRF_HEADER = 'x-lantian-csrf';

type CookieOptions = { secureCookies?: boolean };

const attributes = (request: FastifyRequest, options: CookieOptions) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: options.secureCookies || request.protocol === 'https',
  }) as const;

/** Gives the browser its session. The cookie outlives the idle time; the database decides. */
export function giveSession(request: FastifyRequest, reply: FastifyReply, token: string, options: CookieOptions): void {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes(request, options), maxAge: ABSOLUTE_DAYS * 86_400 });
}

export function takeSession(request: FastifyRequest, reply: FastifyReply, options: CookieOptions): void {
  reply.clearCookie(SESSION_COOKIE, attributes(request, options));
}

/**
 * For requests that change something without a session (logging in): they must come from a page of this house.
 * Browsers say so by Sec-Fetch-Site, or where they do not (plain http) by Origin; programs say neither.
 * @throws Refusal csrf_missing
 */
export function requireOwnPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site ? site === 'same-origin' : !origin || hostOf(origin) === request.host) return;
  throw new Refusal(
    'csrf_missing',
    {
      zh: '请求不是从本系统的页面发出的，请直接打开本系统再试；若经代理访问，请让代理转发 Host。',
      en: 'The request did not come from a page of this system: open it directly; a proxy has to pass on Host.',
    },
    { site, origin, host: request.host },
  );
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}
