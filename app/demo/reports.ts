import { moveReport, owedReports, report, reportsOfMonths, stateOf } from '#engines/reports';
import { addDays, lastDayOfMonth } from '#platform/clock';
import { livePeople } from '#platform/identity';
import { actorOf } from '#platform/permissions';
import type { Context } from '../context.ts';
import { indicators } from '../definitions.ts';
import { PERMISSIONS } from '../roles.ts';

/** How far the reports of the last month are: some accepted, some on their way, one returned; the rest still owed. */
const COURSE = ['accept', 'accept', 'review', 'submit', 'return', 'accept', 'submit'] as const;
/** days after the month's end within which a report is looked for */
const DUE_WITHIN = 40;
const WORDS = '按照任务分工推进，台账和检查记录已更新，本月指标见附表；下月继续盯紧未完成的项目。';
const RETURNED = '请补充未完成项目的清单和完成时限。';

/** Writes reports of the month before for the demonstration's bureau and passes some of them on. @returns how many */
export async function demoReports(context: Pick<Context, 'store' | 'district' | 'clock'>): Promise<number> {
  const { db } = context.store;
  const districtCode = context.district.district.code;
  const today = context.clock.today();
  const people = await livePeople(db);
  const actor = (role: string) => {
    const person = people.find(({ grants }) => grants.some((grant) => grant.role === role));
    return person && actorOf({ accountId: person.id, name: person.name, grants: person.grants }, PERMISSIONS);
  };
  const [officer, head, office] = [actor('unit_officer'), actor('unit_head'), actor('air_office')];
  const unitId = officer?.grants.find((grant) => grant.unitId)?.unitId;
  if (!officer || !head || !office || !unitId) return 0;
  const year = Number(today.slice(0, 4));
  const last = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const owed = await owedReports(db, districtCode, { year, until: addDays(today, DUE_WITHIN), unitId });
  const duties = owed.filter(({ month, report: made }) => month === last && made === null).slice(0, COURSE.length);
  const deps = { db, districtCode, clock: context.clock, registry: indicators };
  for (const [i, { duty }] of duties.entries()) {
    const id = await report(deps, officer, {
      year,
      measureId: duty.measure.id,
      unitId,
      asOf: lastDayOfMonth(last),
      words: WORDS,
      files: [],
      monthly: { month: last, part: duty.part, submit: true, replaces: null },
    });
    const course = COURSE[i]!;
    if (course === 'submit') continue;
    if (course === 'return') await moveReport(deps, head, id, { act: 'return', reason: RETURNED });
    else await moveReport(deps, head, id, { act: 'review', reason: '' });
    if (course === 'accept') await moveReport(deps, office, id, { act: 'accept', reason: '' });
  }
  return (await reportsOfMonths(db, districtCode, { year, unitId })).filter((row) => stateOf(row) !== 'draft').length;
}
