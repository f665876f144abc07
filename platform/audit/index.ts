/**
 * Audit 审计: every change, with before and after, who and when.
 *
 * Whoever changes something calls `record` inside the transaction of the change: both are kept or neither. A row
 * carries the hash of the row before it, the database's triggers refuse to change or delete one, and the
 * application's own role has no right to try. `GET /api/audit/check` walks the chain again. Passwords, tokens and
 * other secrets never go into before or after.
 */

export { type ChainCheck, checkChain } from './check.ts';
export { type Acting, type Change, record, recordedSubjects } from './record.ts';
export { auditRoutes } from './routes.ts';
export { type AuditEntry, auditEntry } from './wire.ts';
