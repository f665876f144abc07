import { loadedUnits } from '#engines/district';
import { dutiesOfPlan } from '#engines/duties';
import { visitTallies } from '#engines/inspections';
import { keptCounts } from '#engines/ledgers';
import { owedReports, stateOf } from '#engines/reports';
import { addDays } from '#platform/clock';
import type { Sentence } from '#platform/refusal';
import { planYearOn, type SupervisionDeps } from './deps.ts';
import { meetingsOf } from './dispatch.ts';
import { extensionsOf } from './extensions.ts';
import { lettersOf } from './letters.ts';
import { strikeOffsOf } from './strike-off.ts';

/** One thing that a unit owes. */
export type OwedLine = {
  unitId: string;
  kind: 'report' | 'returned' | 'letter' | 'measure' | 'extension' | 'dispatch' | 'ledger' | 'finding';
  /** stays the same from day to day */
  key: string;
  /** null: it is due already, without a day */
  due: string | null;
  words: Sentence;
  href: string;
};

/** What all units owe until a day, each unit's lines by their day, what is due already first. */
export async function owedByAll(deps: SupervisionDeps, day: string, ahead = 7): Promise<OwedLine[]> {
  const { db, districtCode } = deps;
  const until = addDays(day, ahead);
  const year = await planYearOn(deps, day);
  const lines: OwedLine[] = [];
  if (year !== null) {
    const of = (id: string) => `/plan/${year}/measures/${id}`;
    const [reports, letters, extensions, meetings, duties, strikes] = await Promise.all([
      owedReports(db, districtCode, { year, until }),
      lettersOf(db, districtCode, year),
      extensionsOf(db, districtCode, year),
      meetingsOf(db, districtCode, year),
      dutiesOfPlan(db, districtCode, year),
      strikeOffsOf(db, districtCode, year),
    ]);
    for (const { duty, unitId, month, due, report } of reports) {
      const state = report ? stateOf(report) : null;
      if (state !== null && state !== 'draft' && state !== 'returned') continue;
      const { id } = duty.measure;
      const returned = state === 'returned';
      lines.push({
        unitId,
        kind: returned ? 'returned' : 'report',
        key: `report ${year} ${id} ${duty.part} ${month}${returned ? ` ${report!.id}` : ''}`,
        due,
        words: returned
          ? {
              zh: `措施${id}${month}月报被退回，请修改后重报`,
              en: `The report of ${month} on measure ${id} was returned`,
            }
          : { zh: `填报措施${id}的${month}月报`, en: `Report on measure ${id} for ${month}` },
        href: of(id),
      });
    }
    for (const letter of letters)
      if (letter.state === 'issued')
        lines.push({
          unitId: letter.unit_id,
          kind: 'letter',
          key: `letter ${letter.id}`,
          due: letter.answer_by,
          words: {
            zh: `反馈督办函第${letter.no}号（措施${letter.measure_id}）`,
            en: `Answer supervision letter no. ${letter.no} (measure ${letter.measure_id})`,
          },
          href: `/supervision?tab=letters&unit=${letter.unit_id}`,
        });
    const granted = new Map<string, string>();
    for (const row of extensions) {
      if (row.state !== 'granted' || row.granted_until === null) continue;
      const key = `${row.lineage}|${row.part}|${row.unit_id}`;
      if ((granted.get(key) ?? '') < row.granted_until) granted.set(key, row.granted_until);
    }
    const struck = new Set(strikes.filter(({ state }) => state === 'struck').map(({ lineage }) => lineage));
    for (const duty of duties) {
      const { measure, part } = duty;
      if (struck.has(measure.lineage)) continue;
      for (const { id: unitId } of duty.units) {
        const extended = granted.get(`${measure.lineage}|${part}|${unitId}`);
        const due = extended ?? measure.deadline.date;
        if (!due || due > until || due < `${year}-01-01`) continue;
        lines.push({
          unitId,
          kind: extended ? 'extension' : 'measure',
          key: `measure ${year} ${measure.id} ${part} ${due}`,
          due,
          words: extended
            ? { zh: `措施${measure.id}的延期到期`, en: `The extension of measure ${measure.id} runs out` }
            : { zh: `措施${measure.id}到完成时限`, en: `Measure ${measure.id} is due` },
          href: of(measure.id),
        });
      }
    }
    for (const { id, items } of meetings)
      for (const item of items)
        if (item.state === 'open' && item.due_on <= until)
          lines.push({
            unitId: item.unit_id,
            kind: 'dispatch',
            key: `dispatch ${id} ${item.no}`,
            due: item.due_on,
            words: { zh: `调度会交办：${item.what}`, en: `Ordered by the dispatch meeting: ${item.what}` },
            href: '/supervision?tab=meetings',
          });
  }
  lines.push(...(await standing(deps, day)));
  return lines.sort(
    (a, b) => (a.due ?? '').localeCompare(b.due ?? '') || a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}

/** Stale ledgers and open findings, which are due as long as they stand. */
async function standing({ db, districtCode, books }: SupervisionDeps, day: string): Promise<OwedLine[]> {
  const [kept, tallies, units] = await Promise.all([
    keptCounts(db, books, day),
    visitTallies(db, `${day.slice(0, 4)}-01-01`, day),
    loadedUnits(db, districtCode),
  ]);
  const officeOf = new Map(units.flatMap(({ id, street }) => (street ? [[street, id] as const] : [])));
  const lines: OwedLine[] = [];
  const stale = new Map<
    string,
    { unitId: string; ledger: string; title: Sentence; street: string | null; n: number }
  >();
  for (const row of kept) {
    const unitId = row.street_code ? officeOf.get(row.street_code) : row.unit_id;
    if (!unitId || row.stale === 0) continue;
    const key = `${unitId} ${row.ledger}`;
    const n = (stale.get(key)?.n ?? 0) + row.stale;
    stale.set(key, { unitId, ledger: row.ledger, title: row.title, street: row.street_code, n });
  }
  for (const { unitId, ledger, title, street, n } of stale.values())
    lines.push({
      unitId,
      kind: 'ledger',
      key: `ledger ${ledger} ${unitId}`,
      due: null,
      words: { zh: `${title.zh}有${n}条该核对了`, en: `${title.en}: ${n} entries to be looked at again` },
      href: `/ledgers/${ledger}?doubt=stale${street ? `&street=${street}` : ''}`,
    });
  const open = new Map<string, number>();
  for (const row of tallies) {
    const unitId = row.unit_id ?? (row.street_code ? officeOf.get(row.street_code) : undefined);
    if (unitId && row.open > 0) open.set(unitId, (open.get(unitId) ?? 0) + row.open);
  }
  for (const [unitId, n] of open)
    lines.push({
      unitId,
      kind: 'finding',
      key: `finding ${unitId}`,
      due: null,
      words: { zh: `检查发现的问题有${n}项未整改`, en: `${n} findings of inspections are open` },
      href: `/inspections?unit=${unitId}&open=1`,
    });
  return lines;
}

/** What one unit owes until a day. */
export const owedBy = async (deps: SupervisionDeps, unitId: string, day: string, ahead = 7): Promise<OwedLine[]> =>
  (await owedByAll(deps, day, ahead)).filter((line) => line.unitId === unitId);
