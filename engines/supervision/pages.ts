import { dutiesOfPlan } from '#engines/duties';
import { livingTableOf } from '#engines/indicators';
import { visitTallies } from '#engines/inspections';
import { keptCounts } from '#engines/ledgers';
import { reportsOfMonths, reviewable, stateOf } from '#engines/reports';
import type { Actor } from '#platform/permissions';
import { MAY_SUPERVISE, measureOf, planYearOn, type SupervisionDeps, unitOf } from './deps.ts';
import { meetingsOf } from './dispatch.ts';
import { extensionsOf } from './extensions.ts';
import { lettersOf } from './letters.ts';
import { owedBy, owedByAll } from './owed.ts';
import { scoresOf } from './scores.ts';
import { criteriaNow, strikeOffsOf } from './strike-off.ts';
import { viewsFor } from './views.ts';
import type { MeasureSupervision, SupervisionInbox, UnitPage } from './wire.ts';

/** What waits for whoever asks: for the air office everything, for a unit what is its own. */
export async function inboxOf(deps: SupervisionDeps, actor: Actor): Promise<SupervisionInbox> {
  const { db, districtCode } = deps;
  const today = deps.clock.today();
  const year = await planYearOn(deps, today);
  const view = await viewsFor(deps, actor);
  const office = actor.may(MAY_SUPERVISE);
  const units = office ? [] : view.units.filter(({ id }) => view.speaks(id));
  const ids = new Set(units.map(({ id }) => id));
  const mine = (id: string) => office || ids.has(id);
  const owed = (await owedByAll(deps, today))
    .filter(({ unitId, due }) => (office ? due !== null && due < today : ids.has(unitId)))
    .map((line) => ({ ...line, unit: view.unit(line.unitId) }));
  const base = { today, year, office, units, owed };
  if (year === null) return { ...base, review: [], letters: [], extensions: [], strikeOffs: [], meetings: [] };
  const [reports, letters, extensions, strikes, meetings] = await Promise.all([
    reportsOfMonths(db, districtCode, { year }),
    lettersOf(db, districtCode, year),
    extensionsOf(db, districtCode, year),
    strikeOffsOf(db, districtCode, year),
    meetingsOf(db, districtCode, year),
  ]);
  return {
    ...base,
    review: reports.flatMap((row) => {
      const unit = view.unit(row.unit_id!);
      const acts = reviewable(actor, row, unit.street).filter((act) => act !== 'submit' && act !== 'again');
      if (acts.length === 0) return [];
      const { id, measure_id: measureId, part, month, words } = row;
      return [{ id, year, measureId, part, month: month!, unit, state: stateOf(row), words, acts }];
    }),
    letters: letters.filter((row) => mine(row.unit_id) && (office || row.no !== null)).map(view.letter),
    extensions: extensions.filter((row) => mine(row.unit_id)).map(view.extension),
    strikeOffs: strikes.filter((row) => mine(row.unit_id)).map(view.strikeOff),
    meetings: meetings.map(view.meeting),
  };
}

/** All that a unit owes, keeps and did, as of today. @throws Refusal not_found */
export async function unitPageOf(deps: SupervisionDeps, actor: Actor, unitId: string): Promise<UnitPage> {
  const { db, districtCode, books } = deps;
  const today = deps.clock.today();
  const unit = await unitOf(deps, unitId);
  const year = await planYearOn(deps, today);
  const view = await viewsFor(deps, actor);
  const from = `${today.slice(0, 4)}-01-01`;
  const [owed, kept, tallies] = await Promise.all([
    owedBy(deps, unitId, today),
    keptCounts(db, books, today),
    visitTallies(db, from, today),
  ]);
  const own = kept.filter((row) => (row.street_code ? row.street_code === unit.street : row.unit_id === unitId));
  const ledgers = [...new Set(own.map(({ ledger }) => ledger))].map((ledger) => {
    const rows = own.filter((row) => row.ledger === ledger);
    const sum = (of: 'kept' | 'stale') => rows.reduce((total, row) => total + row[of], 0);
    return { ledger, title: rows[0]!.title, kept: sum('kept'), stale: sum('stale') };
  });
  const made = tallies.filter((row) =>
    unit.street ? row.street_code === unit.street || row.unit_id === unitId : row.unit_id === unitId,
  );
  const sum = (of: 'visits' | 'findings' | 'open' | 'late') => made.reduce((total, row) => total + row[of], 0);
  const visits = { visits: sum('visits'), findings: sum('findings'), open: sum('open'), late: sum('late') };
  const base = { unit, today, year, owed, ledgers, visits };
  if (year === null) return { ...base, duties: [], reports: [], letters: [], score: null };
  const [duties, table, reports, letters, strikes, scores] = await Promise.all([
    dutiesOfPlan(db, districtCode, year),
    livingTableOf(deps, { year }),
    reportsOfMonths(db, districtCode, { year, unitId }),
    lettersOf(db, districtCode, year),
    strikeOffsOf(db, districtCode, year),
    scoresOf(deps, { from, until: today }),
  ]);
  const rows = new Map(table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).map((row) => [row.id, row]));
  const struck = new Set(strikes.filter(({ state }) => state === 'struck').map(({ lineage }) => lineage));
  return {
    ...base,
    duties: duties
      .filter((duty) => duty.units.some(({ id }) => id === unitId))
      .map((duty) => {
        const row = rows.get(duty.measure.id)!;
        return {
          measureId: duty.measure.id,
          part: duty.part,
          words: duty.words,
          lamp: row.lamp,
          why: row.why,
          deadline: row.deadline.raw.trim(),
          struck: struck.has(duty.measure.lineage),
          own: duty.part !== '',
        };
      }),
    reports: reports.map((row) => ({
      id: row.id,
      measureId: row.measure_id,
      part: row.part,
      month: row.month!,
      state: stateOf(row),
      words: row.words,
    })),
    letters: letters.filter((row) => row.unit_id === unitId && row.no !== null).map(view.letter),
    score: [...scores.units, ...scores.streets].find((one) => one.unitId === unitId) ?? null,
  };
}

/** How a measure is supervised. @throws Refusal not_found */
export async function measureSupervisionOf(
  deps: SupervisionDeps,
  actor: Actor,
  year: number,
  id: string,
): Promise<MeasureSupervision> {
  const { db, districtCode } = deps;
  const { lineage } = await measureOf(deps, year, id);
  const view = await viewsFor(deps, actor);
  const duties = (await dutiesOfPlan(db, districtCode, year)).filter(({ measure }) => measure.id === id);
  const owners = new Map(duties.flatMap(({ units }) => units.map((unit) => [unit.id, unit] as const)));
  const of = <T extends { lineage: string }>(rows: readonly T[]) => rows.filter((row) => row.lineage === lineage);
  return {
    criteria: await criteriaNow(deps, year, id),
    strikeOffs: of(await strikeOffsOf(db, districtCode, year)).map(view.strikeOff),
    extensions: of(await extensionsOf(db, districtCode, year)).map(view.extension),
    letters: of(await lettersOf(db, districtCode, year))
      .filter(({ no }) => no !== null)
      .map(view.letter),
    asks: [...owners.values()]
      .filter((unit) => view.speaks(unit.id))
      .map(({ id: u, name, street }) => ({ id: u, name, street })),
    office: actor.may(MAY_SUPERVISE),
  };
}
