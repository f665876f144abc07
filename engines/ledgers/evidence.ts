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

const DAY = (at: string) => sql.raw(`(${at} at time zone 'Asia/Shanghai')::date`);

/**
 * The entries of ledgers as rows of evidence, struck ones too: a sub-select to be read from. Besides the columns, `values`
 * has `keptSince`, the day on which the entry came into its ledger.
 */
export const ledgerEvidence = (...ledgers: readonly string[]): RawBuilder<EvidenceRow> => sql`(
  select ledger as source, id, key, name, street_code, unit_id,
    values || jsonb_build_object('keptSince', ${DAY('created_at')}::text) as values,
    case when state = 'struck' then refreshed_on end as ended_on, simulated, updated_at
  from ledger_entry where ledger = any(${[...ledgers]}::text[]))`;

/** A ledger and for how many days a look at one of its entries lasts. */
export type RefreshDuty = { readonly ledger: string; readonly days: number };

/**
 * Every look at an entry of ledgers as a row of evidence: `refreshedOn`, and `staleOn`, the day on which the next look came
 * or the look was too long ago. Laid end to end they say on which days an entry was fresh.
 */
export const refreshEvidence = (duties: readonly RefreshDuty[]): RawBuilder<EvidenceRow> => sql`(
  select e.ledger as source, e.id, e.key, e.name, e.street_code, e.unit_id,
    jsonb_build_object('refreshedOn', l.day::text, 'staleOn', least(l.next, l.day + d.days + 1)::text) as values,
    case when e.state = 'struck' then e.refreshed_on end as ended_on, e.simulated, e.updated_at
  from (select looked.*, lead(day) over (partition by ledger, entry_id order by day) as next from (
      select ledger, entry_id, ${DAY('at')} as day from ledger_change
        where ledger = any(${duties.map(({ ledger }) => ledger)}::text[])
          and kind in ('created', 'changed', 'refreshed', 'restored')
      union
      select ledger, id, refreshed_on from ledger_entry where ledger = any(${duties.map(({ ledger }) => ledger)}::text[])
    ) looked) l
  join ledger_entry e on e.ledger = l.ledger and e.id = l.entry_id
  join jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) d (ledger text, days int) on d.ledger = e.ledger)`;
