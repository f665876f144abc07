import { loadedDistrict } from '#engines/district';
import { dutiesOfPlan, type PlanDuty } from '#engines/duties';
import type { AdoptedMeasure } from '#engines/plan';
import { addDays, addMonths, type Clock, lastDayOfMonth } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Reported } from './acts.ts';
import { monthReports, type ReportRow, reportById } from './store.ts';

/** The day by which a month's report is due: a day of the next month. */
export const dueOfMonth = (month: string, dueDay: number): string =>
  addDays(addDays(lastDayOfMonth(month), 1), dueDay - 1);

export type OwedReport = {
  duty: PlanDuty;
  unitId: string;
  month: string;
  due: string;
  /** the newest version, when there is one */
  report: ReportRow | null;
};

/**
 * Every report of a month that a plan's year asks for by a day, made or not, in the order of months and the plan's table.
 * @param until the last due day that counts
 */
export async function owedReports(
  db: Db,
  districtCode: string,
  { year, until, unitId }: { year: number; until: string; unitId?: string },
): Promise<OwedReport[]> {
  const { report_due_day: dueDay, reports_from: from } = (await loadedDistrict(db, districtCode)).settings.supervision;
  const months: string[] = [];
  for (let month = from > `${year}-01` ? from : `${year}-01`; month <= `${year}-12`; month = nextMonth(month)) {
    if (dueOfMonth(month, dueDay) > until) break;
    months.push(month);
  }
  if (months.length === 0) return [];
  const [duties, made] = await Promise.all([
    dutiesOfPlan(db, districtCode, year),
    monthReports(db, districtCode, { year, unitId }),
  ]);
  const byKey = new Map(made.map((row) => [`${row.lineage}|${row.part}|${row.unit_id}|${row.month}`, row]));
  return months.flatMap((month) =>
    duties.flatMap((duty) =>
      duty.units
        .filter(({ id }) => unitId === undefined || id === unitId)
        .map(({ id }) => ({
          duty,
          unitId: id,
          month,
          due: dueOfMonth(month, dueDay),
          report: byKey.get(`${duty.measure.lineage}|${duty.part}|${id}|${month}`) ?? null,
        })),
    ),
  );
}

const nextMonth = (month: string) => addMonths(`${month}-01`, 1).slice(0, 7);

/**
 * That a month's report is owed by the unit, is of a month that has ended, and is the first one or follows a returned one.
 * @throws Refusal no_permission, value_out_of_range, already_exists, not_in_this_state
 */
export async function monthOwed(
  { db, districtCode, clock }: { db: Db; districtCode: string; clock: Clock },
  measure: AdoptedMeasure,
  { year, unitId, monthly }: Reported,
): Promise<void> {
  const { month, part, replaces } = monthly!;
  const duties = (await dutiesOfPlan(db, districtCode, year)).filter((one) => one.measure.lineage === measure.lineage);
  const duty = duties.find((one) => one.part === part);
  if (!duty?.units.some(({ id }) => id === unitId))
    throw new Refusal('no_permission', {
      zh: '月报由该项责任的牵头单位填报，您的单位不在其中；可改为填报进展。',
      en: "A month's report is made by the units that owe this duty; yours is not among them: write a note instead.",
    });
  if (!month.startsWith(`${year}-`) || lastDayOfMonth(month) > clock.today())
    throw new Refusal('value_out_of_range', {
      zh: `${month}尚未结束，请在月末之后填报当月月报。`,
      en: `${month} has not ended: report on a month from its last day on.`,
    });
  const standing = (await monthReports(db, districtCode, { year, unitId: unitId! })).find(
    (row) => row.lineage === measure.lineage && row.part === part && row.month === month,
  );
  if (replaces === null && standing)
    throw new Refusal('already_exists', {
      zh: `${month}的月报已经有了；被退回后请在原报告上重新填报。`,
      en: `The report of ${month} exists; make a returned one again from its own page.`,
    });
  if (replaces !== null) {
    const old = await reportById(db, districtCode, replaces);
    const last = old?.steps.at(-1)?.state;
    if (!old || old.id !== standing?.id || (last !== 'returned' && last !== undefined))
      throw new Refusal('not_in_this_state', {
        zh: '只有草稿和被退回的月报可以重新填报，请刷新后再试。',
        en: 'Only a draft or a returned report is made again: load the page anew.',
      });
  }
}
