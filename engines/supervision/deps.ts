import { loadedDistrict, loadedUnits } from '#engines/district';
import type { IndicatorRegistry } from '#engines/indicators';
import type { LedgerBooks } from '#engines/ledgers';
import { type AdoptedMeasure, adoptedPlan, planYears } from '#engines/plan';
import type { Clock } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { ScoreComponent } from './scores.ts';

export type SupervisionDeps = {
  db: Db;
  districtCode: string;
  clock: Clock;
  registry: IndicatorRegistry;
  books: LedgerBooks;
  components: readonly ScoreComponent[];
};

export const MAY_SUPERVISE = 'supervision.issue';
export const MAY_REPORT = 'measure.report';

export const settingsOf = async ({ db, districtCode }: Pick<SupervisionDeps, 'db' | 'districtCode'>) =>
  (await loadedDistrict(db, districtCode)).settings;

/** The plan that a day is supervised by: its year's, when one is adopted. */
export async function planYearOn({ db, districtCode }: Pick<SupervisionDeps, 'db' | 'districtCode'>, day: string) {
  const year = Number(day.slice(0, 4));
  const years = await planYears(db, districtCode);
  return [year, year - 1].find((one) => years.includes(one)) ?? null;
}

/** @throws Refusal not_found */
export async function measureOf(
  { db, districtCode }: Pick<SupervisionDeps, 'db' | 'districtCode'>,
  year: number,
  id: string,
): Promise<AdoptedMeasure> {
  const plan = await adoptedPlan(db, districtCode, year);
  const measure = plan.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).find((one) => one.id === id);
  if (measure) return measure;
  throw new Refusal('not_found', {
    zh: `${year}年的行动计划没有措施${id}，请从计划表中选择。`,
    en: `The plan of ${year} has no measure ${id}; choose one from its table.`,
  });
}

export type NamedUnit = { id: string; name: { zh: string; en: string }; street: string | null };

/** @throws Refusal not_found */
export async function unitOf(
  { db, districtCode }: Pick<SupervisionDeps, 'db' | 'districtCode'>,
  id: string,
): Promise<NamedUnit> {
  const unit = (await loadedUnits(db, districtCode)).find((one) => one.id === id);
  if (unit) return unit;
  throw new Refusal('not_found', {
    zh: `单位名录里没有“${id}”，请从单位列表中选择。`,
    en: `The directory has no unit "${id}"; choose one from its list.`,
  });
}

export const placeOf = (unit: NamedUnit) => ({ unitIds: [unit.id], streetCodes: unit.street ? [unit.street] : [] });
export const gone = () =>
  new Refusal('not_found', {
    zh: '没有这条记录，可能链接有误。',
    en: 'There is no such record; the link may be wrong.',
  });
export const wrongState = () =>
  new Refusal('not_in_this_state', {
    zh: '它已经办理过了，请刷新后查看现在的状态。',
    en: 'It has been dealt with already: load the page anew.',
  });
export const noReason = () => new Refusal('value_out_of_range', { zh: '请写明理由。', en: 'Say why.' });
