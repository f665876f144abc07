import { z } from 'zod';
import { sentence } from '#platform/http';

export { type AuditEntry, auditEntry } from '#platform/audit';

/** GET /api/me: who is asking, and what the page may offer; `account` null = the public */
export const me = z.object({
  account: z
    .object({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      mustChangePassword: z.boolean(),
      roles: z.array(
        z.object({
          role: z.string(),
          title: sentence,
          unitId: z.string().nullable(),
          streetCode: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** actions held in some scope */
  actions: z.array(z.string()),
  csrf: z.string().nullable(),
  /** demo log-ins to offer on the log-in page; empty in real use */
  demoAccounts: z.array(z.object({ login: z.string(), password: z.string(), name: z.string(), role: sentence })),
  /** a fresh installation waits for its first administrator */
  needsFirstAdministrator: z.boolean(),
  oidc: z.object({ title: z.string(), href: z.string() }).nullable(),
});

export const account = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  /** logs in by the single sign-on as well */
  linked: z.boolean(),
  demo: z.boolean(),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable(),
  grants: z.array(z.object({ role: z.string(), unitId: z.string().nullable(), streetCode: z.string().nullable() })),
});

/** GET /api/accounts */
export const accounts = z.object({ accounts: z.array(account) });

/** GET /api/roles: who may do what, as one table */
export const roleTable = z.object({
  roles: z.array(z.object({ id: z.string(), title: sentence, needs: z.enum(['unit', 'street']).nullable() })),
  actions: z.array(z.object({ id: z.string(), title: sentence })),
  rows: z.array(z.object({ role: z.string(), action: z.string(), scope: z.enum(['all', 'own_unit', 'own_street']) })),
});

export type RoleTable = z.infer<typeof roleTable>;
export type Me = z.infer<typeof me>;
export type Account = z.infer<typeof account>;
