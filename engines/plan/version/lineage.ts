import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { PlanContent } from '../draft/content.ts';
import { type Matchable, matchMeasures } from '../match/match.ts';
import { type MeasureRow, measureRows } from './measures.ts';
import type { VersionTables } from './store.ts';

/**
 * Which measure that was adopted before each measure of a new version carries on.
 *
 * First against the version it follows (the year's last one; for a new year last year's; failing that the nearest
 * year's), then what is left against measures that had been dropped, so that one that comes back is known again.
 * @returns lineage of each measure, by its number
 */
export async function lineageOf(
  db: Db,
  districtCode: string,
  year: number,
  content: PlanContent,
): Promise<Map<string, string>> {
  const candidates = content.chapters.flatMap((c) =>
    c.tasks.flatMap((t) => t.measures.map((m): Matchable => ({ ...m, taskTitle: t.title }))),
  );
  const followed = await followedVersion(db, districtCode, year);
  const before = followed ? await measureRows(db, sql`m.version_id = ${followed}`) : [];
  const lineage = new Map<string, string>();
  const carryOn = (earlier: readonly MeasureRow[]) => {
    const open = candidates.filter((m) => !lineage.has(m.id));
    for (const pair of matchMeasures(earlier, open)) lineage.set(open[pair.after]!.id, earlier[pair.before]!.lineage);
  };
  carryOn(before);
  if (followed && lineage.size < candidates.length)
    carryOn(await dropped(db, districtCode, [...new Set([...before.map((m) => m.lineage), ...lineage.values()])]));
  for (const { id } of candidates) if (!lineage.has(id)) lineage.set(id, randomUUID());
  return lineage;
}

/** The version that a new version of a year follows. */
async function followedVersion(db: Db, districtCode: string, year: number): Promise<string | undefined> {
  const row = await db
    .withTables<VersionTables>()
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', 'p.id', 'v.plan_id')
    .select('v.id')
    .where('p.district_code', '=', districtCode)
    .orderBy(sql`p.year > ${year}`)
    .orderBy(sql`abs(p.year - ${year})`)
    .orderBy('v.no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The last wording of every measure of the district outside some lineages. */
async function dropped(db: Db, districtCode: string, present: readonly string[]): Promise<MeasureRow[]> {
  return measureRows(
    db,
    sql`(m.version_id, m.position) in (
      select distinct on (o.lineage) o.version_id, o.position
      from measure o join plan_version v on v.id = o.version_id join plan p on p.id = v.plan_id
      where p.district_code = ${districtCode} and o.lineage <> all (${present}::uuid[])
      order by o.lineage, p.year desc, v.no desc)`,
  );
}
