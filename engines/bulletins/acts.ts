import { loadedDistrict } from '#engines/district';
import { type Acting, record } from '#platform/audit';
import { type CalendarDate, type Clock, yearOf } from '#platform/clock';
import { enqueue, FIGURES_TASK } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { changedFigures, correctionNote } from './changes.ts';
import type { BulletinRegistry, Composed } from './definition.ts';
import { dateZh, type Month, monthOfText, requireEnded } from './period.ts';
import {
  type BulletinRow,
  bulletinById,
  holdKind,
  type Issue,
  insertBulletin,
  markCorrected,
  markIssued,
  nextNumber,
  removeDraft,
  renewDraft,
  versionsOf,
} from './store.ts';

export type BulletinDeps = { db: Db; districtCode: string; clock: Clock; registry: BulletinRegistry };
export type Wanted = { kind: string; month: string };

/** Composes without storing. @throws Refusal not_found (kind), bad_request, value_out_of_range, period_has_no_data */
export async function composeBulletin(
  deps: BulletinDeps,
  wanted: Wanted,
): Promise<{ month: Month; composed: Composed }> {
  const definition = deps.registry.of(wanted.kind);
  const month = monthOfText(wanted.month);
  requireEnded(month, deps.clock.today());
  const district = await loadedDistrict(deps.db, deps.districtCode);
  const composed = await definition.compose({
    db: deps.db,
    districtCode: deps.districtCode,
    districtName: { zh: district.name_zh, en: district.name_en },
    clock: deps.clock,
    month,
  });
  return { month, composed };
}

const keyOf = (deps: BulletinDeps, kind: string, month: Month) => ({
  districtCode: deps.districtCode,
  kind,
  from: month.from,
  until: month.until,
});

/** Stores a draft; a period's draft that exists is composed anew. @throws Refusal already_exists when the period is issued */
export async function draftBulletin(deps: BulletinDeps, actor: Acting, wanted: Wanted): Promise<BulletinRow> {
  const { month, composed } = await composeBulletin(deps, wanted);
  const { settings } = await loadedDistrict(deps.db, deps.districtCode);
  return deps.db.transaction().execute(async (tx) => {
    await holdKind(tx, deps.districtCode, wanted.kind);
    const key = keyOf(deps, wanted.kind, month);
    const [newest] = await versionsOf(tx, key);
    if (newest && newest.state !== 'draft') {
      throw new Refusal(
        'already_exists',
        {
          zh: `${month.zh}的通报已经发布（${newest.number}），如需改动请在原通报上“更正重发”。`,
          en: `The bulletin of ${month.id} is issued already (${newest.number}); to change it, issue a correction of it.`,
        },
        { id: newest.id },
      );
    }
    const issuer = settings.bulletin_issuer.seal_zh;
    const row = newest
      ? await renewDraft(tx, newest.id, composed)
      : await insertBulletin(tx, key, { versionNo: 1, issuer, composed, createdBy: actor.accountId });
    await record(tx, actor, {
      action: newest ? 'bulletin.redraft' : 'bulletin.draft',
      subjectKind: 'bulletin',
      subjectId: row.id,
      before: newest ? outcome(newest) : null,
      after: outcome(row),
    });
    return row;
  });
}

/**
 * Issues a draft: the next number of its kind and year, dated, frozen.
 * @throws Refusal not_in_this_state, conflict (the figures have changed since the draft), value_out_of_range (the date)
 */
export async function issueBulletin(
  deps: BulletinDeps,
  actor: Acting,
  id: string,
  issuedOn: CalendarDate = deps.clock.today(),
): Promise<BulletinRow> {
  const draft = await requireState(deps.db, id, 'draft');
  const { composed } = await composeBulletin(deps, { kind: draft.kind, month: draft.period_from.slice(0, 7) });
  const changes = changedFigures(draft.content.blocks, composed.blocks);
  if (changes.length) {
    throw new Refusal(
      'conflict',
      {
        zh: `起草之后数据有更新（${changes[0]!.what}等${changes.length}处），请重新生成草稿、核对后再发布。`,
        en: `Data have changed since this draft (${changes.length} figures); make the draft anew, check it, then issue it.`,
      },
      { id, changes: changes.length },
    );
  }
  return deps.db.transaction().execute(async (tx) => {
    await holdKind(tx, deps.districtCode, draft.kind);
    await requireState(tx, id, 'draft');
    const issued = await markIssued(tx, id, await issueOf(tx, deps, actor, draft, issuedOn));
    await record(tx, actor, {
      action: 'bulletin.issue',
      subjectKind: 'bulletin',
      subjectId: id,
      before: outcome(draft),
      after: outcome(issued),
    });
    await enqueue(tx, FIGURES_TASK);
    return issued;
  });
}

/**
 * Issues a new version of an issued bulletin's period from the data as they are now. The old one stays as it was, marked
 * corrected; the new one's first note says what is printed differently.
 * @throws Refusal not_in_this_state
 */
export async function correctBulletin(
  deps: BulletinDeps,
  actor: Acting,
  id: string,
  reason: string,
  issuedOn: CalendarDate = deps.clock.today(),
): Promise<BulletinRow> {
  const old = await requireState(deps.db, id, 'issued');
  const { month, composed } = await composeBulletin(deps, { kind: old.kind, month: old.period_from.slice(0, 7) });
  const changes = changedFigures(old.content.blocks, composed.blocks);
  const why = reason.trim().replace(/[。.；;]+$/, '');
  const corrected = {
    ...composed,
    blocks: [correctionNote(`${dateZh(old.issued_on!)}发布的${old.number}`, why, changes), ...composed.blocks],
  };
  return deps.db.transaction().execute(async (tx) => {
    await holdKind(tx, deps.districtCode, old.kind);
    await requireState(tx, id, 'issued');
    const issue = await issueOf(tx, deps, actor, old, issuedOn);
    const draft = await insertBulletin(tx, keyOf(deps, old.kind, month), {
      versionNo: old.version_no + 1,
      issuer: old.issuer,
      composed: corrected,
      createdBy: actor.accountId,
    });
    await markCorrected(tx, id);
    const row = await markIssued(tx, draft.id, { ...issue, correction: { corrects: id, reason: why, changes } });
    await record(tx, actor, {
      action: 'bulletin.correct',
      subjectKind: 'bulletin',
      subjectId: row.id,
      before: outcome(old),
      after: { ...outcome(row), reason: why, changes },
    });
    await enqueue(tx, FIGURES_TASK);
    return row;
  });
}

/** @throws Refusal not_found, not_in_this_state (issued bulletins stay) */
export async function deleteDraft(deps: BulletinDeps, actor: Acting, id: string): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const draft = await requireState(tx, id, 'draft');
    await removeDraft(tx, id);
    await record(tx, actor, {
      action: 'bulletin.delete_draft',
      subjectKind: 'bulletin',
      subjectId: id,
      before: outcome(draft),
      after: null,
    });
  });
}

/** The number and date of an issue. A number without 第 and without leading zeros: GB/T 9704-2012 7.2.5. */
async function issueOf(tx: Db, deps: BulletinDeps, actor: Acting, of: BulletinRow, on: CalendarDate): Promise<Issue> {
  const year = yearOf(on);
  const { seq, lastIssuedOn } = await nextNumber(tx, deps.districtCode, of.kind, year);
  const earliest = [of.period_until, of.issued_on, lastIssuedOn]
    .filter((d) => d !== null)
    .sort()
    .at(-1)!;
  if (on < earliest || on > deps.clock.today()) {
    throw new Refusal(
      'value_out_of_range',
      {
        zh: `发布日期应在${dateZh(earliest)}至${dateZh(deps.clock.today())}之间（不早于期末和上一号通报，不晚于今天）。`,
        en: `The date of issue must lie between ${earliest} and ${deps.clock.today()}: not before the period's end or the last number, not after today.`,
      },
      { on, earliest },
    );
  }
  const { settings } = await loadedDistrict(tx, deps.districtCode);
  const number = `${settings.bulletin_issuer.number_prefix}〔${year}〕${seq}号`;
  return { year, seq, number, on, by: actor.accountId, byName: actor.name };
}

async function requireState(db: Db, id: string, state: 'draft' | 'issued'): Promise<BulletinRow> {
  const row = await requireBulletin(db, id);
  if (row.state === state) return row;
  throw new Refusal(
    'not_in_this_state',
    state === 'draft'
      ? {
          zh: '这份通报已经发布，不能再改动或删除；如有错误请“更正重发”。',
          en: 'This bulletin is issued and cannot be changed or deleted; issue a correction if something is wrong.',
        }
      : {
          zh: '只有现行的已发布通报可以更正：草稿请直接重新生成，已被更正的请在最新一版上更正。',
          en: 'Only the issued version in force can be corrected: make a draft anew, and correct the newest version.',
        },
    { id, state: row.state },
  );
}

/** @throws Refusal not_found */
export async function requireBulletin(db: Db, id: string): Promise<BulletinRow> {
  const row = await bulletinById(db, id);
  if (row) return row;
  throw new Refusal(
    'not_found',
    { zh: '没有这份通报，它可能已被删除。', en: 'There is no such bulletin; it may have been deleted.' },
    { id },
  );
}

/** what the audit keeps of a bulletin: not its whole text, which the frozen row holds */
const outcome = (row: BulletinRow) => ({
  kind: row.kind,
  period: `${row.period_from}..${row.period_until}`,
  versionNo: row.version_no,
  state: row.state,
  number: row.number,
  issuedOn: row.issued_on,
});
