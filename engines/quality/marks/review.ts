import { sql } from 'kysely';
import { touchDeviceHours } from '#engines/observations';
import { record } from '#platform/audit';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { hoursOf } from '../reconcile/settle.ts';
import { type StoredMark, tables } from '../store.ts';

export type Verdict = 'accepted' | 'overruled';

/** Marks by their numbers, locked until the end of the transaction. @throws Refusal not_found */
async function marksFor(tx: Db, ids: readonly number[]): Promise<(StoredMark & { audited: boolean })[]> {
  const marks = await tables(tx)
    .selectFrom('qc_mark')
    .where('id', 'in', [...ids])
    .where('gone_at', 'is', null)
    .orderBy('id')
    .select([
      'id',
      'device_id',
      'channel_no',
      'from_at',
      'until_at',
      'test',
      'edition',
      'state',
      'evidence',
      'review',
      'audited',
    ])
    .select(sql<string>`day::text`.as('day'))
    .forUpdate()
    .execute();
  if (marks.length < new Set(ids).size)
    throw new Refusal('not_found', {
      zh: '有标记已经不在：补传数据后重新检验时被更新，请刷新列表再审核。',
      en: 'Some marks are gone: late data were tested again. Load the list again and review what it shows.',
    });
  return marks;
}

const shown = ({ device_id, channel_no, from_at, until_at, test, edition, state, evidence }: StoredMark) => ({
  deviceId: device_id,
  channelNo: channel_no,
  from: from_at.toISOString(),
  until: until_at.toISOString(),
  test,
  edition,
  state,
  evidence,
});

/**
 * A person says of marks that they are right (accepted) or not (overruled), with a reason. It counts at once and is
 * provisional until somebody else has audited it; whoever reviews again before that replaces the earlier review.
 * @throws Refusal not_found, not_in_this_state (audited before, or only told)
 */
export async function reviewMarks(
  db: Db,
  actor: Actor,
  { markIds, verdict, reason }: { markIds: readonly number[]; verdict: Verdict; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const marks = await marksFor(tx, markIds);
    if (marks.some(({ audited }) => audited))
      throw new Refusal('not_in_this_state', {
        zh: '标记已经复核，不能再改；确有错误时，请由复核人员退回后重新审核。',
        en: 'A mark has been audited and cannot be changed; if it is wrong, an auditor returns it and it is reviewed again.',
      });
    if (marks.some(({ state }) => state === 'told'))
      throw new Refusal('not_in_this_state', {
        zh: '“提示”不剔除数据，无需审核。',
        en: 'What is only told keeps no data out and needs no review.',
      });
    for (const mark of marks) {
      await tables(tx)
        .updateTable('qc_review')
        .set({ state: 'lapsed', ended_at: sql`now()` })
        .where('mark_id', '=', mark.id)
        .where('state', '=', 'provisional')
        .execute();
      await tables(tx)
        .insertInto('qc_review')
        .values({
          mark_id: mark.id,
          mark: JSON.stringify(shown(mark)) as never,
          verdict,
          reason,
          reviewed_by: actor.accountId,
          reviewed_by_name: actor.name,
          audited_at: null,
          audited_by: null,
          audited_by_name: null,
          audit_reason: null,
        })
        .execute();
    }
    await setReview(tx, marks, verdict, false);
    for (const mark of marks)
      await record(tx, actor, {
        action: `quality.${verdict === 'accepted' ? 'accept' : 'overrule'}`,
        subjectKind: 'quality-mark',
        subjectId: String(mark.id),
        before: { ...shown(mark), review: mark.review },
        after: { review: verdict, reason },
      });
  });
}

/** Puts marks into a state of review; hours whose values come back or go are to be computed again. */
async function setReview(
  tx: Db,
  marks: readonly StoredMark[],
  review: StoredMark['review'],
  audited: boolean,
): Promise<void> {
  await tables(tx)
    .updateTable('qc_mark')
    .set({ review, audited })
    .where(
      'id',
      'in',
      marks.map(({ id }) => id),
    )
    .execute();
  const turned = marks.filter((mark) => (mark.review === 'overruled') !== (review === 'overruled'));
  await touchDeviceHours(tx, hoursOf(turned));
}

/**
 * Another person looks at reviews: `audited` makes them final, `returned` opens the marks again (also after an audit).
 * @throws Refusal no_permission (one of them is the person's own), not_found, not_in_this_state
 */
export async function auditReviews(
  db: Db,
  actor: Actor,
  { markIds, outcome, reason }: { markIds: readonly number[]; outcome: 'audited' | 'returned'; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const marks = await marksFor(tx, markIds);
    const reviews = await tables(tx)
      .selectFrom('qc_review')
      .where('mark_id', 'in', [...markIds])
      .where('state', 'in', outcome === 'audited' ? ['provisional'] : ['provisional', 'audited'])
      .select(['id', 'mark_id', 'verdict', 'reason', 'state', 'reviewed_by', 'reviewed_by_name'])
      .forUpdate()
      .execute();
    if (reviews.length < marks.length)
      throw new Refusal('not_in_this_state', {
        zh: '只有“待复核”的审核结论可以复核，请刷新列表。',
        en: 'Only provisional reviews can be audited; load the list again.',
      });
    const own = reviews.find(({ reviewed_by }) => reviewed_by !== null && reviewed_by === actor.accountId);
    if (own)
      throw new Refusal(
        'no_permission',
        {
          zh: '审核与复核须由两人完成：其中有您本人作出的审核结论，请由另一位有复核权限的人员复核。',
          en: 'Review and audit take two persons: one of these reviews is your own. Ask another person who may audit.',
        },
        { review: own.id },
      );
    await tables(tx)
      .updateTable('qc_review')
      .set({
        state: outcome,
        audited_at: sql`now()`,
        audited_by: actor.accountId,
        audited_by_name: actor.name,
        audit_reason: reason,
        ended_at: outcome === 'returned' ? sql`now()` : null,
      })
      .where(
        'id',
        'in',
        reviews.map(({ id }) => id),
      )
      .execute();
    for (const verdict of ['accepted', 'overruled'] as const) {
      const of = marks.filter(({ id }) =>
        reviews.some((one) => Number(one.mark_id) === Number(id) && one.verdict === verdict),
      );
      if (of.length > 0) await setReview(tx, of, outcome === 'audited' ? verdict : 'open', outcome === 'audited');
    }
    for (const one of reviews)
      await record(tx, actor, {
        action: outcome === 'audited' ? 'quality.audit' : 'quality.return',
        subjectKind: 'quality-mark',
        subjectId: String(one.mark_id),
        before: { review: one.verdict, state: one.state, reviewedBy: one.reviewed_by_name, reason: one.reason },
        after: { state: outcome, reason },
      });
  });
}
