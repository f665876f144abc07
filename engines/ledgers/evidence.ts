import { type RawBuilder, sql } from 'kysely';

/** One row of evidence, as ledgers and inspections both give it to whoever computes figures from them. */
export type EvidenceRow = {
  /** the ledger or the kind of inspection */
  source: string;
  id: number;
  key: string;
  name: string;
  street_code: string | null;
  unit_id: string | null;
  values: Record<string, unknown>;
  /** the day on which it was struck off; null: it was not */
  ended_on: string | null;
  simulated: boolean;
  updated_at: Date;
};

/** The entries of a ledger as rows of evidence, struck ones too: a sub-select to be read from. */
export const ledgerEvidence = (ledger: string): RawBuilder<EvidenceRow> => sql`(
  select ledger as source, id, key, name, street_code, unit_id, values,
    case when state = 'struck' then (updated_at at time zone 'Asia/Shanghai')::date end as ended_on, simulated, updated_at
  from ledger_entry where ledger = ${ledger})`;
