import { sql } from 'kysely';
import { z } from 'zod';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { IdentityContext } from '../options.ts';
import { type Account, account, accounts, roleTable } from '../wire.ts';
import { changeAccount, createAccount } from './accounts.ts';
import { checkedGrants } from './grants.ts';

const grants = z
  .array(
    z.object({
      role: z.string().max(60),
      unitId: z.string().max(80).nullish(),
      streetCode: z.string().max(20).nullish(),
    }),
  )
  .max(50);
const name = z.string().trim().min(1).max(100);
const email = z.email().max(200).nullable();
const password = z.string().max(1000);
const tags = ['accounts'];

export function accountRoutes(http: Http, context: IdentityContext): void {
  const { db, roles, permissionRows, placeExists } = context;

  http.get('/api/accounts', {
    config: { may: 'accounts.read' },
    schema: { summary: 'All accounts', tags, response: { 200: accounts } },
    handler: async () => ({ accounts: await accountsOf(db) }),
  });

  http.post('/api/accounts', {
    config: { may: 'accounts.edit' },
    schema: {
      summary: 'Create an account; its password has to be changed at the first log-in',
      tags,
      body: z.object({
        login: z.string().min(1).max(64),
        name,
        email: email.optional(),
        /** left out: only the single sign-on opens the account */
        password: password.optional(),
        grants: grants.default([]),
      }),
      response: { 200: account },
    },
    handler: async (request) => {
      const checked = await checkedGrants(request.body.grants, roles, placeExists);
      const id = await createAccount(db, request.actor, {
        ...request.body,
        grants: checked,
        mustChangePassword: request.body.password !== undefined,
      });
      return oneAccount(db, id);
    },
  });

  http.patch('/api/accounts/:id', {
    config: { may: 'accounts.edit' },
    schema: {
      summary: 'Change an account: name, e-mail, roles, disabled, a new password, end of its sessions',
      tags,
      params: z.object({ id: z.uuid() }),
      body: z.object({
        name: name.optional(),
        email: email.optional(),
        grants: grants.optional(),
        disabled: z.boolean().optional(),
        password: password.optional(),
        endSessions: z.boolean().optional(),
      }),
      response: { 200: account },
    },
    handler: async (request) => {
      const { grants: given, ...change } = request.body;
      const { id } = request.params;
      if (change.disabled && id === request.actor.accountId)
        throw new Refusal('not_in_this_state', {
          zh: '不能停用自己的账号，请由另一位管理员操作。',
          en: 'You cannot disable your own account; another administrator can.',
        });
      const checked = given && (await checkedGrants(given, roles, placeExists));
      await changeAccount(db, request.actor, id, { ...change, grants: checked });
      return oneAccount(db, id);
    },
  });

  http.get('/api/roles', {
    config: { may: 'accounts.read' },
    schema: { summary: 'The table of roles and permissions', tags, response: { 200: roleTable } },
    handler: async () => ({
      roles: roles.map((r) => ({ id: r.id, title: r.title, needs: r.needs ?? null })),
      actions: Object.entries(context.actions ?? {}).map(([id, title]) => ({ id, title })),
      rows: permissionRows.map((r) => ({ ...r })),
    }),
  });
}

async function oneAccount(db: Db, id: string): Promise<Account> {
  const [one] = await accountsOf(db, id);
  if (one) return one;
  throw new Refusal('not_found', { zh: '没有这个账号。', en: 'There is no such account.' }, { id });
}

async function accountsOf(db: Db, id?: string): Promise<Account[]> {
  const found = await sql<{
    id: string;
    login: string;
    name: string;
    email: string | null;
    disabled: boolean;
    must: boolean;
    linked: boolean;
    demo: boolean;
    created_at: Date;
    seen_at: Date | null;
    grants: { role: string; unitId: string | null; streetCode: string | null }[];
  }>`
    select a.id, a.login, a.name, a.email, a.disabled_at is not null as disabled, a.must_change_password as must,
      a.oidc_subject is not null as linked, a.demo, a.created_at,
      a.seen_at,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unitId', nullif(r.unit_id, ''), 'streetCode', nullif(r.street_code, ''))
          order by r.role, r.unit_id, r.street_code) from account_role r where r.account_id = a.id), '[]') as grants
    from account a where ${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid
    order by a.disabled_at is not null, a.login`.execute(db);
  return found.rows.map((r) => ({
    id: r.id,
    login: r.login,
    name: r.name,
    email: r.email,
    disabled: r.disabled,
    mustChangePassword: r.must,
    linked: r.linked,
    demo: r.demo,
    createdAt: r.created_at.toISOString(),
    lastSeenAt: r.seen_at?.toISOString() ?? null,
    grants: r.grants,
  }));
}
