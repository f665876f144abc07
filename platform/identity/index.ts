/**
 * Identity 身份: who is asking.
 *
 * A person has an account with roles (grants), and proves it by a password (argon2id) or by the single sign-on of the
 * government (OpenID Connect). A session is a random token in a cookie of which the database keeps only the hash; it
 * ends after 12 hours without use, after 7 days in any case, and at once when the account is disabled or gets a new
 * password. Whatever changes something carries the session's csrf value in `x-lantian-csrf`. Attempts to log in are
 * counted in the database. An empty installation waits for its first administrator.
 *
 * `installIdentity(http, …)` puts the person into `request.actor` before any route asks, and adds the routes.
 */
export {
  type AccountChange,
  accountIdOf,
  changeAccount,
  createAccount,
  createFirstAdministrator,
  isEmpty,
  type NewAccount,
} from './accounts/accounts.ts';
export { checkedGrants, type PlaceCheck } from './accounts/grants.ts';
export { livePeople, type Person } from './accounts/people.ts';
export { installIdentity } from './install.ts';
export { sweepTask } from './jobs.ts';
export type { DemoAccount, IdentityOptions, OidcConfig } from './options.ts';
export { hashPassword, requireGoodPassword, verifyPassword } from './passwords/password.ts';
export { CSRF_HEADER, SESSION_COOKIE } from './sessions/cookies.ts';
export { closeSessions, findSession, openSession, type Session, sweepIdentity } from './sessions/sessions.ts';
export * from './wire.ts';
