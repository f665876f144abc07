import { isIP } from 'node:net';
import type { Actor } from '#platform/permissions';
import type { Db } from '#platform/store';
import type { AuditTables } from './store.ts';

export type Change = {
  /** what was done, `account.create`, `plan.adopt` … */
  action: string;
  subjectKind: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
};

/** Who acts: a person, or a part of the house (`{accountId: null, name: 'system'}`). */
export type Acting = Pick<Actor, 'accountId' | 'name' | 'address'>;

/** keys whose values no record may hold, whatever the caller passes */
const SECRET = /password|secret|token|csrf|cookie|authorization/i;

/**
 * Writes one row of the audit in the caller's transaction. Call it last: until the transaction ends, other writers of
 * the audit wait for it.
 * @throws Error when before or after holds a key that names a secret
 */
export async function record(db: Db, actor: Acting, change: Change): Promise<void> {
  refuseSecrets(change.before);
  refuseSecrets(change.after);
  const address = actor.address?.replace(/^::ffff:/, '').replace(/%.*$/, '');
  await db
    .withTables<AuditTables>()
    .insertInto('audit')
    .values({
      actor_id: actor.accountId,
      actor: actor.name || (actor.accountId ?? 'public'),
      action: change.action,
      subject_kind: change.subjectKind,
      subject_id: change.subjectId,
      before: jsonOf(change.before),
      after: jsonOf(change.after),
      address: address && isIP(address) ? address : null,
    })
    .execute();
}

const jsonOf = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));

function refuseSecrets(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (SECRET.test(key) && typeof inner !== 'boolean') throw new Error(`the audit may not hold ${key}`);
    refuseSecrets(inner);
  }
}

/** The subjects of every record of an action: what has been done already. */
export async function recordedSubjects(db: Db, action: string): Promise<Set<string>> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit')
    .where('action', '=', action)
    .select('subject_id')
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}
