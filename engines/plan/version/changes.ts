import { unitDirectory } from '#engines/district';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { contentOf } from '../draft/content.ts';
import { replay } from '../draft/replay.ts';
import { actsOf, draftRow } from '../draft/store.ts';
import { type LineageMeasure, planChangesBetween } from '../match/changes.ts';
import type { PlanChanges } from '../wire.ts';
import { lineageOf } from './lineage.ts';
import { type AdoptedPlan, adoptedPlan, planVersions } from './read.ts';

export type ChangesAsked = {
  /** version that is compared with; the one before `to` when left out */
  from?: number;
  /** version that is looked at; the latest when left out */
  to?: number;
  /** compare with the latest version of the year before instead of a version of this year */
  against?: 'last-year' | 'version';
};

/**
 * What changed in a year's plan: from one version to another, or since last year's plan. The first version of a plan is
 * compared with last year's; where there is none, every measure is new.
 * @throws Refusal not_found
 */
export async function changesOfPlan(
  db: Db,
  districtCode: string,
  year: number,
  asked: ChangesAsked,
): Promise<PlanChanges> {
  const to = await adoptedPlan(db, districtCode, year, asked.to);
  const from = await comparedWith(db, districtCode, to, asked);
  const side = (plan: AdoptedPlan) => ({ year: plan.year, versionNo: plan.versionNo });
  return {
    from: from && side(from),
    to: side(to),
    changes: planChangesBetween(from && { year: from.year, measures: measuresOf(from) }, {
      year,
      measures: measuresOf(to),
    }),
  };
}

/**
 * What adopting a draft as it now stands would change: against the year's last version, or last year's plan.
 * @returns null for `from` where there is nothing to compare with
 * @throws Refusal not_found, value_out_of_range when the draft has no year yet
 */
export async function changesOfDraft(
  db: Db,
  at: { districtCode: string; on: string },
  draftId: string,
): Promise<PlanChanges> {
  const draft = await draftRow(db, at.districtCode, draftId);
  const working = replay(draft.reading, (await actsOf(db, [draftId])).get(draftId)!);
  const content = contentOf(working, await unitDirectory(db, at.districtCode, at.on));
  const { year } = content;
  if (year === null)
    throw new Refusal('value_out_of_range', {
      zh: '请先填写计划的年份，再看有哪些变化。',
      en: 'Enter the year of the plan first; then its changes can be shown.',
    });
  const before = (await planVersions(db, at.districtCode, year)).at(-1)?.versionNo;
  const lastYear = before ? [] : await planVersions(db, at.districtCode, year - 1);
  const from =
    before || lastYear.length ? await adoptedPlan(db, at.districtCode, before ? year : year - 1, before) : null;
  const lineage = await lineageOf(db, at.districtCode, year, content);
  const measures = content.chapters.flatMap((c) =>
    c.tasks.flatMap((t) =>
      t.measures.map(({ source: _s, working: _w, ...m }): LineageMeasure => ({ ...m, lineage: lineage.get(m.id)! })),
    ),
  );
  return {
    from: from && { year: from.year, versionNo: from.versionNo },
    to: { year, versionNo: (before ?? 0) + 1 },
    changes: planChangesBetween(from && { year: from.year, measures: measuresOf(from) }, { year, measures }),
  };
}

async function comparedWith(
  db: Db,
  districtCode: string,
  to: AdoptedPlan,
  { from, against }: ChangesAsked,
): Promise<AdoptedPlan | null> {
  if (against !== 'last-year') {
    if (from !== undefined) return adoptedPlan(db, districtCode, to.year, from);
    if (to.versionNo > 1) return adoptedPlan(db, districtCode, to.year, to.versionNo - 1);
    if (against === 'version') return null;
  }
  const lastYear = await planVersions(db, districtCode, to.year - 1);
  return lastYear.length ? adoptedPlan(db, districtCode, to.year - 1) : null;
}

const measuresOf = (plan: AdoptedPlan): LineageMeasure[] =>
  plan.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures.map(({ source: _, ...m }) => m)));
