import * as oidc from 'openid-client';
import { Refusal } from '#platform/refusal';
import type { OidcConfig } from '../options.ts';

/** what the provider says about a person */
export type Person = { subject: string; email: string | null; emailVerified: boolean };
export type Begun = { url: string; state: string; nonce: string; verifier: string };

export type SignOn = {
  begin(redirect: string): Promise<Begun>;
  /** @throws Refusal sign_on_failed */
  finish(callback: URL, begun: { state: string; nonce: string; verifier: string }): Promise<Person>;
};

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || host.startsWith('127.');

/**
 * Single sign-on by OpenID Connect: authorisation code with PKCE, state and nonce. The provider is asked for its
 * description at the first log-in, not at start, so that Lantian starts while the provider is down.
 * @throws Refusal config_invalid when the issuer is not https (the own machine excepted)
 */
export function openSignOn(config: OidcConfig): SignOn {
  const issuer = new URL(config.issuer);
  const plain = issuer.protocol !== 'https:';
  if (plain && !isLoopback(issuer.hostname))
    throw new Refusal('config_invalid', {
      zh: 'LANTIAN_OIDC_ISSUER 必须使用 https，请改正后重新启动。',
      en: 'LANTIAN_OIDC_ISSUER has to be https; correct it and start again.',
    });
  let known: oidc.Configuration | undefined;
  const provider = async () => {
    known ??= await oidc.discovery(issuer, config.clientId, config.clientSecret, undefined, {
      execute: plain ? [oidc.allowInsecureRequests] : [],
      timeout: 10,
    });
    return known;
  };
  return {
    begin: (redirect) =>
      failing(async () => {
        const begun = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        };
        const url = oidc.buildAuthorizationUrl(await provider(), {
          redirect_uri: redirect,
          scope: 'openid email profile',
          state: begun.state,
          nonce: begun.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: 'S256',
        });
        return { ...begun, url: url.href };
      }),
    finish: (callback, begun) =>
      failing(async () => {
        const tokens = await oidc.authorizationCodeGrant(await provider(), callback, {
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error('no ID token');
        return {
          subject: `${claims.iss} ${claims.sub}`,
          email: typeof claims.email === 'string' ? claims.email.toLowerCase() : null,
          emailVerified: claims.email_verified === true,
        };
      }),
  };
}

async function failing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const why =
      error instanceof Error ? { message: error.message, code: (error as { code?: string }).code } : { error };
    throw new Refusal(
      'sign_on_failed',
      {
        zh: '单点登录没有成功，请重试；若仍不行，请用密码登录并告知系统管理员。',
        en: 'The single sign-on did not succeed: try again, or log in by password and tell the administrator.',
      },
      why,
    );
  }
}
