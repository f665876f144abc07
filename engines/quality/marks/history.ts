import type { Db } from '#platform/store';
import { tables } from '../store.ts';
import type { MarkReview } from '../wire.ts';

/** Everything that persons have said of a mark, newest first. */
export async function reviewsOf(db: Db, markId: number): Promise<MarkReview[]> {
  const rows = await tables(db)
    .selectFrom('qc_review')
    .where('mark_id', '=', markId)
    .orderBy('reviewed_at', 'desc')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    verdict: row.verdict,
    reason: row.reason,
    at: row.reviewed_at.toISOString(),
    by: row.reviewed_by_name,
    state: row.state,
    auditedAt: row.audited_at?.toISOString() ?? null,
    auditedBy: row.audited_by_name,
    auditReason: row.audit_reason,
  }));
}
