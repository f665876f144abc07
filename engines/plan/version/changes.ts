import type { Db } from '#platform/store';
import { type LineageMeasure, planChangesBetween } from '../match/changes.ts';
import type { PlanChanges } from '../wire.ts';
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
