import { sql } from 'kysely';
import { addDays } from '#platform/clock';
import type { Db } from '#platform/store';
import type { LedgerBooks } from './books.ts';

/** How many entries of a ledger a street or unit keeps, and how many were not looked at for too long. */
export type KeptCount = {
  ledger: string;
  title: { zh: string; en: string };
  street_code: string | null;
  unit_id: string | null;
  kept: number;
  stale: number;
};

/** Of every ledger that has to be refreshed, by who keeps it; one query for all of them. */
export async function keptCounts(db: Db, books: LedgerBooks, today: string): Promise<KeptCount[]> {
  const definitions = (await books.all(db)).filter(({ refreshDays }) => refreshDays !== null);
  const duties = definitions.map(({ id, refreshDays }) => ({ ledger: id, before: addDays(today, -refreshDays!) }));
  const titles = new Map(definitions.map((one) => [one.id, one]));
  const { rows } = await sql<Omit<KeptCount, 'title'>>`
    select e.ledger, e.street_code, e.unit_id, count(*)::int as kept,
      (count(*) filter (where e.refreshed_on < d.before))::int as stale
    from ledger_entry e join jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) d (ledger text, before date)
      on d.ledger = e.ledger
    where e.state = 'kept' group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows.map((row) => {
    const { title, keeper } = titles.get(row.ledger)!;
    return keeper === 'street' ? { ...row, unit_id: null, title } : { ...row, street_code: null, title };
  });
}
