import { adoptedPlan } from '#engines/plan';
import type { Db } from '#platform/store';
import { type DutyFile, invalidDuties } from './file.ts';
import { partsOf, writeParts } from './store.ts';

/** Line breaks of the issued table are no part of its words. */
const plain = (text: string) => text.replace(/\s+/g, '');

/**
 * Cuts the measures of an adopted plan into the parts that its file names.
 * @returns how many measures changed
 * @throws Refusal district_invalid: a measure that the plan does not have, words that are not the measure's own
 */
export async function bindDuties(
  db: Db,
  districtCode: string,
  { year, path, file }: { year: number; path: string; file: DutyFile },
): Promise<number> {
  const plan = await adoptedPlan(db, districtCode, year);
  const measures = new Map(
    plan.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).map((measure) => [measure.id, measure]),
  );
  const known = await partsOf(db, districtCode);
  let changed = 0;
  for (const [id, parts] of Object.entries(file)) {
    const measure = measures.get(id);
    if (!measure) throw invalidDuties(path, id, `the plan of ${year} has no such measure`);
    const text = plain(measure.text);
    const foreign = parts.find(({ quote }) => !text.includes(plain(quote)));
    if (foreign) throw invalidDuties(path, `${id}/${foreign.part}`, "the quoted words are not the measure's own");
    if (await writeParts(db, districtCode, measure.lineage, parts)) changed += 1;
  }
  for (const measure of measures.values())
    if (!file[measure.id] && known.has(measure.lineage) && (await writeParts(db, districtCode, measure.lineage, [])))
      changed += 1;
  return changed;
}
