import { unitDirectory } from '#engines/district';
import type { Db } from '#platform/store';
import { planVersions } from '../version/read.ts';
import type { Draft } from '../wire.ts';
import { draftPage } from './present.ts';
import { replay } from './replay.ts';
import { actsOf, draftRow } from './store.ts';

/** A draft with everything its review page shows. @throws Refusal not_found */
export async function readDraft(db: Db, at: { districtCode: string; on: string }, id: string): Promise<Draft> {
  const row = await draftRow(db, at.districtCode, id);
  const acts = (await actsOf(db, [id])).get(id)!;
  const working = replay(row.reading, acts);
  const year = working.year.value;
  const last = year === null ? undefined : (await planVersions(db, at.districtCode, year)).at(-1);
  const directory = await unitDirectory(db, at.districtCode, at.on);
  return draftPage(row, working, acts, directory, last ? { year: last.year, versionNo: last.versionNo } : null);
}
