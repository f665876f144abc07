import type { FastifyRequest } from 'fastify';
import { actorOf } from '#platform/permissions';
import { isEmpty } from './accounts/accounts.ts';
import type { IdentityContext } from './options.ts';
import type { Session } from './sessions/sessions.ts';
import { tables } from './store.ts';
import type { Me } from './wire.ts';

/** Who asks and what the page may offer, as /api/me and logging in answer it. */
export async function meOf(context: IdentityContext, session: Session | null): Promise<Me> {
  const { roles, permissionRows, db } = context;
  const account = session?.account ?? null;
  const grants = account && !account.mustChangePassword ? account.grants : [];
  const actor = actorOf({ accountId: account?.id ?? null, name: account?.name ?? '', grants }, permissionRows);
  const actions = [...new Set(permissionRows.map((row) => row.action))].filter((action) => actor.mayAnywhere(action));
  const empty = account ? false : await isEmpty(db);
  return {
    account: account && {
      id: account.id,
      login: account.login,
      name: account.name,
      mustChangePassword: account.mustChangePassword,
      roles: account.grants.map((grant) => ({
        role: grant.role,
        title: roles.find((r) => r.id === grant.role)?.title ?? { zh: grant.role, en: grant.role },
        unitId: grant.unitId ?? null,
        streetCode: grant.streetCode ?? null,
      })),
    },
    actions,
    csrf: session?.csrf ?? null,
    demoAccounts: account ? [] : await offeredDemoAccounts(context),
    needsFirstAdministrator: empty,
    oidc: context.oidc ? { title: context.oidc.title, href: '/api/oidc/start' } : null,
  };
}

/** those whose account stands as the demonstration made it */
async function offeredDemoAccounts({ db, demoAccounts }: IdentityContext) {
  if (!demoAccounts?.length) return [];
  const live = await tables(db)
    .selectFrom('account')
    .select('login')
    .where('demo', '=', true)
    .where('disabled_at', 'is', null)
    .execute();
  return demoAccounts.filter((offered) => live.some((a) => a.login === offered.login)).map((a) => ({ ...a }));
}

/** the name under which changes of this request are kept before there is a session */
export const visitor = (request: FastifyRequest, name: string) => ({ accountId: null, name, address: request.ip });
