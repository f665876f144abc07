import { sql } from 'kysely';
import type { Db } from '#platform/store';

export type ChainCheck = {
  sound: boolean;
  rows: number;
  lastSeq: number;
  /** hex; written down elsewhere, it shows later whether the end of the chain was cut off */
  lastHash: string | null;
  brokenSeq: number | null;
};

/** Computes the whole chain again inside the database and names the first row that does not fit. */
export async function checkChain(db: Db): Promise<ChainCheck> {
  const answer = await sql<{ rows: number; last: number; hash: string | null; broken: number | null }>`
    select count(*) as rows, coalesce(max(seq), 0) as last,
      (select encode(hash, 'hex') from audit order by seq desc limit 1) as hash,
      min(seq) filter (where not fits) as broken
    from (
      select a.seq, a.seq = lag(a.seq, 1, 0::bigint) over chain + 1
          and a.previous_hash = lag(a.hash, 1, '\\x00'::bytea) over chain
          and a.hash = audit_row_hash(a.previous_hash, a) as fits
      from audit a window chain as (order by a.seq)
    ) links`.execute(db);
  const row = answer.rows[0]!;
  return {
    sound: row.broken === null,
    rows: row.rows,
    lastSeq: row.last,
    lastHash: row.hash,
    brokenSeq: row.broken,
  };
}
