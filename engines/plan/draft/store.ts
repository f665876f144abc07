import { type Generated, sql } from 'kysely';
import type { Acting } from '#platform/audit';
import type { Db } from '#platform/store';
import type { Draft } from '../wire.ts';
import type { KeptReading } from './begin.ts';
import { draftIsClosed, noSuchDraft } from './refusals.ts';
import type { Act } from './working.types.ts';

export type DraftState = 'open' | 'adopted' | 'discarded';

export type DraftTables = {
  plan_draft: {
    id: Generated<string>;
    district_code: string;
    file_id: string;
    file_name: string;
    reading: KeptReading;
    document: Draft['document'];
    warnings: Draft['warnings'];
    state: Generated<DraftState>;
    created_at: Generated<Date>;
    created_by: string | null;
    created_by_name: string | null;
    closed_at: Date | null;
  };
  plan_correction: {
    id: Generated<number>;
    draft_id: string;
    kind: Act['kind'];
    path: string;
    machine: unknown;
    corrected: unknown;
    reason: string | null;
    created_at: Generated<Date>;
    created_by: string | null;
    created_by_name: string | null;
    undone_at: Date | null;
    undone_by: string | null;
  };
};

export type DraftRow = {
  id: string;
  district_code: string;
  file_id: string;
  file_name: string;
  reading: KeptReading;
  document: Draft['document'];
  warnings: Draft['warnings'];
  state: DraftState;
  created_at: Date;
  created_by_name: string | null;
};

/** As JSON text; what PostgreSQL holds in no text (NUL, halves of a character) is left out. */
const json = <T>(value: T): T =>
  JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '') : inner,
  ) as unknown as T;

export async function insertDraft(
  db: Db,
  actor: Acting,
  draft: Pick<DraftRow, 'district_code' | 'file_id' | 'file_name' | 'reading' | 'document' | 'warnings'>,
): Promise<string> {
  const row = await db
    .withTables<DraftTables>()
    .insertInto('plan_draft')
    .values({
      ...draft,
      reading: json(draft.reading),
      document: json(draft.document),
      warnings: json(draft.warnings),
      created_by: actor.accountId,
      created_by_name: actor.name || null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * One draft of a district; `forChange` holds it until the transaction ends, so that two reviewers change it in turn.
 * @throws Refusal not_found, not_in_this_state when it is to be changed and is closed
 */
export async function draftRow(db: Db, districtCode: string, id: string, forChange = false): Promise<DraftRow> {
  const query = db
    .withTables<DraftTables>()
    .selectFrom('plan_draft')
    .selectAll()
    .where('id', '=', id)
    .where('district_code', '=', districtCode);
  const row = await (forChange ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw noSuchDraft(id);
  if (forChange && row.state !== 'open') throw draftIsClosed(row.state);
  return row;
}

/** The open drafts of a district, newest first, without their documents. */
export async function openDrafts(db: Db, districtCode: string) {
  return db
    .withTables<DraftTables>()
    .selectFrom('plan_draft')
    .select(['id', 'file_name', 'reading', 'created_at', 'created_by_name'])
    .where('district_code', '=', districtCode)
    .where('state', '=', 'open')
    .orderBy('created_at', 'desc')
    .execute();
}

/** The acts of some drafts, each draft's in order, undone ones too. */
export async function actsOf(db: Db, draftIds: readonly string[]): Promise<Map<string, Act[]>> {
  const acts = new Map<string, Act[]>(draftIds.map((id) => [id, []]));
  if (!draftIds.length) return acts;
  const rows = await db
    .withTables<DraftTables>()
    .selectFrom('plan_correction')
    .selectAll()
    .where('draft_id', 'in', draftIds)
    .orderBy('id')
    .execute();
  for (const row of rows)
    acts.get(row.draft_id)?.push({
      id: row.id,
      kind: row.kind,
      path: row.path,
      machine: row.machine,
      corrected: row.corrected,
      reason: row.reason,
      by: row.created_by_name,
      at: row.created_at.toISOString(),
      undone: row.undone_at !== null,
    });
  return acts;
}

export async function insertAct(
  db: Db,
  actor: Acting,
  draftId: string,
  act: Pick<Act, 'kind' | 'path' | 'machine' | 'corrected' | 'reason'>,
): Promise<Act> {
  const row = await db
    .withTables<DraftTables>()
    .insertInto('plan_correction')
    .values({
      draft_id: draftId,
      kind: act.kind,
      path: act.path,
      machine: json(act.machine),
      corrected: json(act.corrected),
      reason: act.reason,
      created_by: actor.accountId,
      created_by_name: actor.name || null,
      undone_at: null,
      undone_by: null,
    })
    .returning(['id', 'created_at'])
    .executeTakeFirstOrThrow();
  return { ...act, id: row.id, by: actor.name || null, at: row.created_at.toISOString(), undone: false };
}

export async function markUndone(db: Db, actor: Acting, actId: number): Promise<void> {
  await db
    .withTables<DraftTables>()
    .updateTable('plan_correction')
    .set({ undone_at: sql`now()`, undone_by: actor.accountId })
    .where('id', '=', actId)
    .execute();
}

export async function closeDraft(db: Db, id: string, state: 'adopted' | 'discarded'): Promise<void> {
  await db
    .withTables<DraftTables>()
    .updateTable('plan_draft')
    .set({ state, closed_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}
