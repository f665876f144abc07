import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openHttp } from '#platform/http';
import { Caller } from '../../../tests/caller.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { createAccount, installIdentity } from '../index.ts';
import { openSignOn } from './sign-on.ts';

type Claims = { sub: string; email?: string; email_verified?: boolean };

/** A small OpenID provider: whoever comes is the person that `next` names. */
async function openProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { challenge: string; nonce: string; claims: Claims; redirect: string }>();
  const provider = {
    issuer: '',
    next: { sub: '1' } as Claims,
    nonce: undefined as string | undefined,
    close: () => {},
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/jwks`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/jwks') return json({ keys: [jwk] });
    if (url.pathname === '/authorize') {
      const ask = url.searchParams;
      const code = randomUUID();
      codes.set(code, {
        challenge: ask.get('code_challenge')!,
        nonce: provider.nonce ?? ask.get('nonce')!,
        claims: provider.next,
        redirect: ask.get('redirect_uri')!,
      });
      const back = new URL(ask.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: ask.get('state')! }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const held = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!held || held.challenge !== challenge || held.redirect !== form.get('redirect_uri'))
      return json({ error: 'invalid_grant' }, 400);
    const idToken = await new SignJWT({ ...held.claims, nonce: held.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(provider.issuer)
      .setAudience('lantian')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: idToken });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = () => server.close();
  return provider;
}

describe('the single sign-on', async () => {
  const { db } = await freshDatabase();
  const provider = await openProvider();
  afterAll(() => provider.close());
  const http = await openHttp({ version: '0' });
  const oidc = {
    issuer: provider.issuer,
    clientId: 'lantian',
    clientSecret: 'a secret of the test',
    title: '统一认证',
  };
  installIdentity(http, { db, permissionRows: [], roles: [], oidc });
  const by = { accountId: null, name: 'system' };
  const make = (login: string, email: string) => createAccount(db, by, { login, name: login, email, grants: [] });

  /** the browser's way: start → provider → callback */
  async function signOn(claims: Claims, to = '/plan?chapter=2', person = new Caller(http)) {
    provider.next = claims;
    const started = await person.get(`/api/oidc/start?to=${encodeURIComponent(to)}`);
    expect(started.statusCode).toBe(303);
    const sent = await fetch(started.headers.location!, { redirect: 'manual' });
    const back = new URL(sent.headers.get('location')!);
    const ended = await person.get(back.pathname + back.search);
    return {
      person,
      back,
      where: ended.headers.location,
      who: (await person.get('/api/me')).json().account?.login ?? null,
    };
  }

  it('is offered on the log-in page', async () => {
    expect((await new Caller(http).get('/api/me')).json().oidc).toEqual({ title: '统一认证', href: '/api/oidc/start' });
  });

  it('links the account with the verified e-mail address, and returns to where the person was going', async () => {
    await make('li', 'Li@example.cn');
    const first = await signOn({ sub: 's-li', email: 'li@example.cn', email_verified: true });
    expect([first.where, first.who]).toEqual(['/plan?chapter=2', 'li']);
    // later the subject alone is enough, whatever the address is by then
    expect((await signOn({ sub: 's-li', email: 'other@example.cn', email_verified: false })).who).toBe('li');
  });

  it.each([
    ['an address that is not verified', { sub: 'x1', email: 'zhao@example.cn', email_verified: false }],
    ['an address that nobody holds', { sub: 'x2', email: 'nobody@example.cn', email_verified: true }],
    ['no address', { sub: 'x3' }],
    [
      'another person with the address of a linked account',
      { sub: 'x4', email: 'li@example.cn', email_verified: true },
    ],
  ])('creates and opens nothing for %s', async (_, claims) => {
    await make(`zhao-${claims.sub}`, claims.sub === 'x1' ? 'zhao@example.cn' : `${claims.sub}@example.com`);
    const before = await sql`select count(*) from account`.execute(db);
    const tried = await signOn(claims);
    expect([tried.where, tried.who]).toEqual(['/login?refused=login_failed', null]);
    expect((await sql`select count(*) from account`.execute(db)).rows).toEqual(before.rows);
  });

  it('opens nothing for an account that was disabled', async () => {
    await sql`update account set disabled_at = now() where login = 'li'`.execute(db);
    expect((await signOn({ sub: 's-li', email: 'li@example.cn', email_verified: true })).who).toBeNull();
  });

  it('is finished once, in the browser that began it, with the state and nonce it began with', async () => {
    await make('qian', 'qian@example.cn');
    const claims = { sub: 's-qian', email: 'qian@example.cn', email_verified: true };
    const { back, person } = await signOn(claims);
    const again = await person.get(back.pathname + back.search);
    expect(again.headers.location).toBe('/login?refused=sign_on_failed');
    const stranger = await new Caller(http).get(back.pathname + back.search);
    expect(stranger.headers.location).toBe('/login?refused=sign_on_failed');
    const victim = new Caller(http);
    await victim.get('/api/oidc/start');
    const forged = await victim.get(`${back.pathname}?code=stolen&state=forged`);
    expect(forged.headers.location).toBe('/login?refused=sign_on_failed');
    provider.nonce = 'of another log-in';
    expect((await signOn(claims)).where).toBe('/login?refused=sign_on_failed');
    provider.nonce = undefined;
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '//'])('never returns to %s', async (to) => {
    const claims = { sub: 's-qian', email: 'qian@example.cn', email_verified: true };
    expect((await signOn(claims, to)).where).toBe('/');
  });

  it('asks for https, except on this machine', () => {
    expect(() => openSignOn({ ...oidc, issuer: 'http://sso.example.cn' })).toThrow(/https/);
  });

  it('that is down sends a sentence, and the house goes on', async () => {
    const other = await openHttp({ version: '0' });
    const down = { ...oidc, issuer: 'http://127.0.0.1:9' };
    installIdentity(other, { db, permissionRows: [], roles: [], oidc: down });
    const answer = await new Caller(other).get('/api/oidc/start');
    expect([answer.statusCode, answer.json().code]).toEqual([502, 'sign_on_failed']);
  });
});
