import { sql } from 'kysely';
import { ledgerEvidence } from '#engines/ledgers';
import { lastDayOfMonth } from '#platform/clock';
import type { Db } from '#platform/store';
import type { InspectionKind } from './definition.ts';
import { type Risk, type RiskFacts, riskOf } from './risk.ts';

/** Whether an entry is in a month's denominator: on the books when the month begins, or on any of its days. */
export type Membership = 'start' | 'any';

export type MonthEntry = RiskFacts & {
  ledger: string;
  id: number;
  name: string;
  street: string | null;
  unit: string | null;
  seenOn: string | null;
  risk: Risk;
};

/**
 * The entries that a kind has to see in a month, each with the day on which it was seen in it: the denominator of the
 * monthly rate, the missing ones among it, in the order of their risk.
 */
export async function monthEntries(
  db: Db,
  kind: InspectionKind,
  month: string,
  membership: Membership,
): Promise<MonthEntry[]> {
  if (kind.of === 'place') return [];
  const [first, last] = [`${month}-01`, lastDayOfMonth(month)];
  const found: MonthEntry[] = [];
  for (const ledger of kind.of.ledgers) {
    const { rows } = await sql<Omit<MonthEntry, 'risk'>>`
      select e.source as ledger, e.id, e.name, e.street_code as street, e.unit_id as unit, seen.on::text as "seenOn",
        before.on::text as "lastSeenOn", coalesce(before.found, 0)::int as findings, coalesce(before.open, 0)::int as open
      from ${ledgerEvidence(ledger)} e
      left join lateral (select min(visited_on) as on from inspection i where i.ledger = e.source and i.entry_id = e.id
        and i.kind = ${kind.id} and i.withdrawn_at is null and i.visited_on between ${first}::date and ${last}::date) seen on true
      left join lateral (select max(visited_on) as on, sum(findings) filter (where visited_on > ${first}::date - 180) as found,
        sum(open_findings) as open from inspection i where i.ledger = e.source and i.entry_id = e.id
        and i.withdrawn_at is null and i.visited_on < ${first}::date) before on true
      where ${onBooks(kind, membership === 'start' ? first : last, first)}
      order by e.id`.execute(db);
    for (const row of rows) found.push({ ...row, risk: riskOf(row, first) });
  }
  return found.sort((a, b) => b.risk.points - a.risk.points || a.id - b.id);
}

/** On the books: begun by a day, and not off them before the month begins. Without columns for it: kept at all. */
function onBooks({ members }: InspectionKind, begun: string, first: string) {
  const struck = sql`(e.ended_on is null or e.ended_on > ${first}::date)`;
  if (!members) return struck;
  const from = sql`e.values ->> ${sql.lit(members.from)}`;
  const until = sql`e.values ->> ${sql.lit(members.until)}`;
  // months and days alike: texts in the order of time, a month lasting to its end
  return sql`${struck} and left(${from}, 10) <= left(${begun}, length(${from}))
    and (${until} is null or left(${until}, 10) >= left(${first}, length(${until})))`;
}
