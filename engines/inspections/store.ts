import { type RawBuilder, sql } from 'kysely';
import type { EvidenceRow } from '#engines/ledgers';
import type { Db } from '#platform/store';

export type InspectionRow = {
  id: number;
  kind: string;
  client_id: string;
  ledger: string | null;
  entry_id: number | null;
  entry_key: string | null;
  name: string;
  street_code: string | null;
  unit_id: string | null;
  joint: string[];
  lon: number | null;
  lat: number | null;
  visited_on: string;
  visited_at: string | null;
  at_night: boolean;
  answers: Record<string, string>;
  values: Record<string, unknown>;
  result: 'sound' | 'findings';
  findings: number;
  open_findings: number;
  mended_on: string | null;
  penalty: string | null;
  words: string;
  follows_id: number | null;
  by_id: string | null;
  by_name: string;
  simulated: boolean;
  created_at: Date;
  updated_at: Date;
  withdrawn_at: Date | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
};

export type FindingRow = {
  id: number;
  inspection_id: number;
  item: string;
  words: string;
  severity: 'minor' | 'serious';
  due_on: string;
  mended_on: string | null;
  mended_words: string | null;
  mended_by_name: string | null;
};

export type PhotoRow = {
  id: number;
  inspection_id: number;
  finding_id: number | null;
  shows: 'visit' | 'finding' | 'mended';
  file_id: string;
  sha256: string;
  taken_at: Date | null;
  lon: number | null;
  lat: number | null;
  by_name: string;
  at: Date;
};

/** A visit as it is to be kept, with its findings. */
export type NewInspection = Pick<
  InspectionRow,
  | 'kind'
  | 'client_id'
  | 'ledger'
  | 'entry_id'
  | 'entry_key'
  | 'name'
  | 'street_code'
  | 'unit_id'
  | 'joint'
  | 'lon'
  | 'lat'
  | 'visited_on'
  | 'visited_at'
  | 'at_night'
  | 'answers'
  | 'values'
  | 'penalty'
  | 'words'
  | 'follows_id'
  | 'by_id'
  | 'by_name'
  | 'simulated'
> & { found: readonly NewFinding[] };
export type NewFinding = Pick<FindingRow, 'item' | 'words' | 'severity' | 'due_on' | 'mended_on' | 'mended_words'>;

/**
 * Inspections of some kinds as rows of evidence: a sub-select to be read from. `values` holds the kind's columns and
 * visitedOn, result, findings, openFindings, mendedOn, atNight, joint, penalty and `entry`, the visited entry's key.
 */
export const inspectionEvidence = (kinds: readonly string[]): RawBuilder<EvidenceRow> => sql`(
  select kind as source, id, coalesce(entry_key, '') as key, name, street_code, unit_id,
    values || jsonb_build_object('visitedOn', visited_on::text, 'result', result, 'findings', findings,
      'openFindings', open_findings, 'mendedOn', mended_on::text, 'atNight', at_night, 'joint', joint <> '{}',
      'penalty', penalty, 'entry', entry_key, 'ledger', ledger) as values,
    null::date as ended_on, simulated, updated_at
  from inspection where kind = any(${[...kinds]}::text[]) and withdrawn_at is null)`;

/**
 * Keeps visits, many at a time; one whose `client_id` is known already is left as it is.
 * @returns the ids of those that are new, by their client_id
 */
export async function landInspections(db: Db, rows: readonly NewInspection[]): Promise<Map<string, number>> {
  const landed = new Map<string, number>();
  for (let at = 0; at < rows.length; at += 1000) {
    const part = rows.slice(at, at + 1000).map(({ found, ...row }) => ({
      ...row,
      result: found.length ? 'findings' : 'sound',
      findings: found.length,
      open_findings: found.filter(({ mended_on }) => mended_on === null).length,
      mended_on: found.length && found.every(({ mended_on }) => mended_on !== null) ? latest(found) : null,
      found,
    }));
    const { rows: made } = await sql<{ id: number; client_id: string }>`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) g (kind text, client_id uuid, ledger text,
          entry_id bigint, entry_key text, name text, street_code text, unit_id text, joint jsonb, lon float8, lat float8,
          visited_on date, visited_at text, at_night boolean, answers jsonb, values jsonb, result text, findings int,
          open_findings int, mended_on date, penalty numeric, words text, follows_id bigint, by_id uuid, by_name text,
          simulated boolean, found jsonb)),
      made as (
        insert into inspection (kind, client_id, ledger, entry_id, entry_key, name, street_code, unit_id, joint, lon, lat,
          visited_on, visited_at, at_night, answers, values, result, findings, open_findings, mended_on, penalty, words,
          follows_id, by_id, by_name, simulated)
        select kind, client_id, ledger, entry_id, entry_key, name, street_code, unit_id,
          array(select jsonb_array_elements_text(joint)), lon, lat, visited_on, visited_at, at_night, answers, values,
          result, findings, open_findings, mended_on, penalty, words, follows_id, by_id, by_name, simulated from given
        on conflict (client_id) do nothing returning id, client_id),
      found as (
        insert into inspection_finding (inspection_id, item, words, severity, due_on, mended_on, mended_words, mended_by_name)
        select made.id, f.item, f.words, f.severity, f.due_on, f.mended_on, f.mended_words,
          case when f.mended_on is not null then given.by_name end
        from made join given using (client_id), jsonb_to_recordset(given.found) f (item text, words text, severity text,
          due_on date, mended_on date, mended_words text))
      select id, client_id from made`.execute(db);
    for (const { id, client_id } of made) landed.set(client_id, id);
  }
  return landed;
}

const latest = (found: readonly NewFinding[]) =>
  found.map(({ mended_on }) => mended_on ?? '').reduce((a, b) => (a > b ? a : b));

/** @param hold keep others from changing it until the transaction ends */
export async function inspectionById(db: Db, id: number, hold = false): Promise<InspectionRow | undefined> {
  const { rows } = await sql<InspectionRow>`select * from inspection where id = ${id}
    ${hold ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export async function inspectionByClient(db: Db, clientId: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select id from inspection where client_id = ${clientId}`.execute(db);
  return rows[0]?.id;
}

export async function findingsOf(db: Db, inspectionId: number): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select * from inspection_finding where inspection_id = ${inspectionId} order by id`.execute(db);
  return rows;
}

export async function photosOf(db: Db, inspectionId: number): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select * from inspection_photo where inspection_id = ${inspectionId} order by id`.execute(db);
  return rows;
}

export async function keepPhoto(db: Db, p: Omit<PhotoRow, 'id' | 'at'>): Promise<void> {
  await sql`insert into inspection_photo (inspection_id, finding_id, shows, file_id, sha256, taken_at, lon, lat, by_name)
    values (${p.inspection_id}, ${p.finding_id}, ${p.shows}, ${p.file_id}, ${p.sha256}, ${p.taken_at}, ${p.lon}, ${p.lat},
      ${p.by_name})`.execute(db);
}

/** Marks a finding as mended and brings the visit's counts up to it. @returns whether it was open until now */
export async function mendFinding(
  db: Db,
  {
    id,
    inspectionId,
    on,
    words,
    byName,
  }: { id: number; inspectionId: number; on: string; words: string; byName: string },
): Promise<boolean> {
  const done =
    await sql`update inspection_finding set mended_on = ${on}::date, mended_words = ${words}, mended_by_name = ${byName}
    where id = ${id} and inspection_id = ${inspectionId} and mended_on is null`.execute(db);
  if (Number(done.numAffectedRows ?? 0) === 0) return false;
  await sql`update inspection i set updated_at = now(), open_findings = f.open,
      mended_on = case when f.open = 0 then f.last end
    from (select count(*) filter (where mended_on is null)::int as open, max(mended_on) as last
      from inspection_finding where inspection_id = ${inspectionId}) f where i.id = ${inspectionId}`.execute(db);
  return true;
}

export async function markWithdrawn(db: Db, id: number, byName: string, reason: string): Promise<void> {
  await sql`update inspection set withdrawn_at = now(), withdrawn_by_name = ${byName}, withdrawn_reason = ${reason},
    updated_at = now() where id = ${id}`.execute(db);
}
