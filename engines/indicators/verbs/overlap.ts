import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { sourceIds, talliesOf } from './declare.ts';
import type { How, Tally } from './definition.ts';
import { takenRows } from './read.ts';

const sourceOf = ({ of }: Tally) => sourceIds(of);

/** Whether two figures can count the same rows at all. */
export const readTheSame = (a: How, b: How): boolean =>
  sourceOf(a.of).some((source) => sourceOf(b.of).includes(source));

/** How many rows of a year two figures both count: the same evidence claimed twice. */
export async function commonRows(db: Db, a: How, b: How, year: number): Promise<number> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const rows = (how: How) => {
    const tally = talliesOf(how)[0]!;
    const there =
      tally.over === 'stock'
        ? sql`t.day <= ${last}::date and (t.ended is null or t.ended > ${first}::date)`
        : sql`t.day between ${first}::date and ${last}::date`;
    return sql`select t.source, t.id from ${takenRows(tally)} t where t.reason is null and ${there}`;
  };
  const { rows: found } = await sql<{ n: number }>`
    select count(*)::int as n from (${rows(a)} intersect ${rows(b)}) x`.execute(db);
  return found[0]!.n;
}
