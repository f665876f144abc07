import type { Http } from '#platform/http';
import { accountRoutes } from './accounts/routes.ts';
import type { IdentityContext, IdentityOptions } from './options.ts';
import { sessionRoutes } from './session-routes.ts';
import { guard } from './sessions/gate.ts';
import { signOnRoutes } from './sign-on/routes.ts';
import { openSignOn } from './sign-on/sign-on.ts';

/**
 * Puts people into a server: call it before any other route is added.
 * @throws Refusal config_invalid when the single sign-on is configured with an unsafe issuer
 */
export function installIdentity(http: Http, options: IdentityOptions): void {
  const context: IdentityContext = { ...options, signOn: options.oidc && openSignOn(options.oidc) };
  guard(http, context);
  sessionRoutes(http, context);
  signOnRoutes(http, context);
  accountRoutes(http, context);
}
