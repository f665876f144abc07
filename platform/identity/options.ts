import type { PermissionRow, RoleRow } from '#platform/permissions';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { PlaceCheck } from './accounts/grants.ts';
import type { SignOn } from './sign-on/sign-on.ts';

export type DemoAccount = { login: string; password: string; name: string; role: Sentence };

export type OidcConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** what the button on the log-in page says */
  title: string;
  /** the address of /api/oidc/callback as the provider knows it; made from the request when left out */
  redirect?: string;
};

export type IdentityOptions = {
  db: Db;
  permissionRows: readonly PermissionRow[];
  roles: readonly RoleRow[];
  /** titles of the actions, for the page of roles */
  actions?: Readonly<Record<string, Sentence>>;
  /** log-ins that the log-in page offers; only those are shown whose account is still a demo account */
  demoAccounts?: readonly DemoAccount[];
  oidc?: OidcConfig;
  /** mark cookies Secure even where the request came by http (a proxy that does not say so) */
  secureCookies?: boolean;
  /** whether units and streets exist; asked when a role is given for one */
  placeExists?: PlaceCheck;
};

/** What the routes of this room share. */
export type IdentityContext = IdentityOptions & { signOn?: SignOn };
