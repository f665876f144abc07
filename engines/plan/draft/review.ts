import { unitDirectory } from '#engines/district';
import { type Acting, record } from '#platform/audit';
import type { Db } from '#platform/store';
import { whole } from '../transaction.ts';
import type { DraftSummary } from '../wire.ts';
import { fieldAt, measureOf, placeOf } from './paths.ts';
import { summaryOf } from './present.ts';
import { noSuchPath, nothingToUndo, nothingUncertain } from './refusals.ts';
import { apply, isSettled, replay } from './replay.ts';
import { actsOf, closeDraft, draftRow, insertAct, markUndone, openDrafts } from './store.ts';
import { structureAct } from './structure.ts';
import { checkedValue } from './values.ts';
import type { Act, Working } from './working.types.ts';

/** The district whose directory counts, on the day of the review. */
export type ReviewedAt = { districtCode: string; on: string };

/** The district's open drafts, newest first. */
export async function listDrafts(db: Db, districtCode: string): Promise<DraftSummary[]> {
  const rows = await openDrafts(db, districtCode);
  const acts = await actsOf(
    db,
    rows.map((r) => r.id),
  );
  return rows.map((row) => summaryOf(row, replay(row.reading, acts.get(row.id) ?? [])));
}

/**
 * Corrects one place of a draft; path `structure` changes the table itself (see structureAct).
 * @throws Refusal not_found, not_in_this_state, bad_request, value_out_of_range
 */
export async function correctDraft(
  db: Db,
  actor: Acting,
  at: ReviewedAt,
  draftId: string,
  given: { path: string; value: unknown; reason?: string },
): Promise<void> {
  const reason = given.reason?.trim() || null;
  await change(db, actor, at, draftId, async (tx, working) => {
    if (given.path === 'structure') {
      const parsed = structureAct.safeParse(given.value);
      if (!parsed.success) throw noSuchPath('structure');
      const act = { kind: 'structure', path: 'structure', machine: null, corrected: parsed.data, reason } as const;
      apply(working, { ...act, id: 0, by: null, at: '', undone: false });
      await insertAct(tx, actor, draftId, act);
      return { action: 'plan.draft.restructure', before: undefined, after: { ...parsed.data, reason } };
    }
    const place = placeOf(given.path);
    const field = fieldAt(working, place);
    const measure = place.of === 'measure' ? measureOf(working, place.key) : undefined;
    const directory = await unitDirectory(tx, at.districtCode, at.on);
    const corrected = checkedValue(place, given.value, { directory, measure });
    const before = field.value;
    await insertAct(tx, actor, draftId, { kind: 'value', path: given.path, machine: field.machine, corrected, reason });
    return {
      action: 'plan.draft.correct',
      before: { path: given.path, value: before },
      after: { path: given.path, value: corrected, reason },
    };
  });
}

/** Confirms uncertain findings as they are. @throws Refusal not_in_this_state where nothing is uncertain */
export async function settleDraft(
  db: Db,
  actor: Acting,
  at: ReviewedAt,
  draftId: string,
  given: { paths: readonly string[]; reason?: string },
): Promise<void> {
  await change(db, actor, at, draftId, async (tx, working) => {
    for (const path of new Set(given.paths)) {
      const field = fieldAt(working, placeOf(path));
      if (!field.uncertain || isSettled(field)) throw nothingUncertain(path);
      const act = {
        kind: 'settled',
        path,
        machine: field.machine,
        corrected: null,
        reason: given.reason?.trim() || null,
      };
      await insertAct(tx, actor, draftId, act as Pick<Act, 'kind' | 'path' | 'machine' | 'corrected' | 'reason'>);
    }
    return { action: 'plan.draft.settle', before: undefined, after: { paths: given.paths, reason: given.reason } };
  });
}

/**
 * Takes back the last act at a path (`measures/24.2/text`), or one act on the table (`structure/<id>`; `structure` the last).
 * @throws Refusal not_in_this_state when nothing is left to undo there, or later acts build on it
 */
export async function undoInDraft(db: Db, actor: Acting, at: ReviewedAt, draftId: string, path: string): Promise<void> {
  await change(db, actor, at, draftId, async (tx, _working, acts, reading) => {
    const wanted = /^structure\/(\d+)$/.exec(path)?.[1];
    const act = acts.findLast(
      (a) => !a.undone && (wanted ? a.kind === 'structure' && a.id === Number(wanted) : a.path === path),
    );
    if (!act) throw nothingToUndo(path);
    replay(
      reading,
      acts.map((a) => (a === act ? { ...a, undone: true } : a)),
    );
    await markUndone(tx, actor, act.id);
    return { action: 'plan.draft.undo', before: { path: act.path, value: act.corrected }, after: undefined };
  });
}

/** Closes a draft for good; its document and acts stay readable to the audit. */
export async function discardDraft(db: Db, actor: Acting, at: ReviewedAt, draftId: string): Promise<void> {
  await change(db, actor, at, draftId, async (tx) => {
    await closeDraft(tx, draftId, 'discarded');
    return { action: 'plan.draft.discard', before: { state: 'open' }, after: { state: 'discarded' } };
  });
}

type Told = { action: string; before: unknown; after: unknown };

/** One act on an open draft, held against other reviewers, recorded in the audit, all or nothing. */
async function change(
  db: Db,
  actor: Acting,
  at: ReviewedAt,
  draftId: string,
  act: (tx: Db, working: Working, acts: readonly Act[], reading: Parameters<typeof replay>[0]) => Promise<Told>,
): Promise<void> {
  await whole(db, async (tx) => {
    const row = await draftRow(tx, at.districtCode, draftId, true);
    const acts = (await actsOf(tx, [draftId])).get(draftId)!;
    const told = await act(tx, replay(row.reading, acts), acts, row.reading);
    await record(tx, actor, { ...told, subjectKind: 'plan-draft', subjectId: draftId });
  });
}
