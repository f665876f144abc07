import { sql } from 'kysely';
import type { Db } from '#platform/store';

/** What a street or unit inspected since a day, and how its findings stand as of another. */
export type VisitTally = {
  street_code: string | null;
  unit_id: string | null;
  visits: number;
  findings: number;
  open: number;
  late: number;
};

/** Visits and findings between two days by street and inspecting unit; `late` were not mended by their day. */
export async function visitTallies(db: Db, from: string, until: string): Promise<VisitTally[]> {
  const { rows } = await sql<VisitTally>`
    select i.street_code, i.unit_id, count(distinct i.id)::int as visits, count(f.id)::int as findings,
      (count(f.id) filter (where f.mended_on is null or f.mended_on > ${until}::date))::int as open,
      (count(f.id) filter (where f.due_on < ${until}::date
        and coalesce(f.mended_on, ${until}::date) > f.due_on))::int as late
    from inspection i left join inspection_finding f on f.inspection_id = i.id
    where i.withdrawn_at is null and i.visited_on between ${from}::date and ${until}::date
    group by 1, 2`.execute(db);
  return rows;
}
