import { daysBetween } from '#platform/clock';
import type { Sentence } from '#platform/refusal';
import { planYearOn, type SupervisionDeps, settingsOf } from './deps.ts';
import { extensionsOf } from './extensions.ts';
import { owedByAll } from './owed.ts';
import { strikeOffsOf } from './strike-off.ts';

/** Something to tell a unit on a day; the same matter keeps its key. */
export type Matter = {
  unitId: string;
  kind: 'reminder' | 'overdue' | 'letter' | 'returned' | 'decision';
  key: string;
  day: string;
  words: Sentence;
  href: string;
};

/** What there is to tell units on a day: reminders at the district's distances, overdue things, letters, returns, decisions. */
export async function mattersFor(deps: SupervisionDeps, day: string): Promise<Matter[]> {
  const { remind_days: remind } = (await settingsOf(deps)).supervision;
  const matters: Matter[] = [];
  for (const line of await owedByAll(deps, day, Math.max(0, ...remind))) {
    if (line.due === null) continue;
    const left = daysBetween(day, line.due);
    const said = { unitId: line.unitId, key: line.key, day, href: line.href };
    if (line.kind === 'returned') matters.push({ ...said, kind: 'returned', words: line.words });
    else if (left < 0)
      matters.push({
        ...said,
        kind: 'overdue',
        words: { zh: `${line.words.zh}，已逾期${-left}天`, en: `${line.words.en}: ${-left} days overdue` },
      });
    else if (line.kind === 'letter' || remind.includes(left))
      matters.push({
        ...said,
        kind: line.kind === 'letter' ? 'letter' : 'reminder',
        words: { zh: `${line.words.zh}，${line.due}到期`, en: `${line.words.en}, due on ${line.due}` },
      });
  }
  const year = await planYearOn(deps, day);
  if (year === null) return matters;
  for (const row of await extensionsOf(deps.db, deps.districtCode, year))
    if (row.decided_on === day)
      matters.push({
        unitId: row.unit_id,
        kind: 'decision',
        key: `extension ${row.id}`,
        day,
        words:
          row.state === 'granted'
            ? {
                zh: `措施${row.measure_id}延期至${row.granted_until}`,
                en: `Measure ${row.measure_id} is extended until ${row.granted_until}`,
              }
            : {
                zh: `措施${row.measure_id}的延期申请未获批准`,
                en: `The extension of measure ${row.measure_id} was refused`,
              },
        href: `/plan/${year}/measures/${row.measure_id}`,
      });
  const said = {
    struck: { zh: '已销号', en: 'is struck off' },
    refused: { zh: '的销号申请未通过', en: 'is not struck off' },
    reopened: { zh: '重新督办', en: 'is taken up again' },
  };
  for (const row of await strikeOffsOf(deps.db, deps.districtCode, year))
    if (row.decided_on === day && row.state !== 'asked')
      matters.push({
        unitId: row.unit_id,
        kind: 'decision',
        key: `strike-off ${row.id} ${row.state}`,
        day,
        words: {
          zh: `措施${row.measure_id}${said[row.state].zh}`,
          en: `Measure ${row.measure_id} ${said[row.state].en}`,
        },
        href: `/plan/${year}/measures/${row.measure_id}`,
      });
  return matters;
}
