import { sql } from 'kysely';
import { loadedUnits } from '#engines/district';
import { dutiesOfPlan, type PlanDuty } from '#engines/duties';
import { livingTableOf, type MeasureRow } from '#engines/indicators';
import { planYearOn, type SupervisionDeps } from './deps.ts';
import { extensionsOf } from './extensions.ts';
import { demandOf } from './letter-paper.ts';
import type { LetterFacts } from './wire.ts';

/** What went wrong once: a deadline that passed, or a quarter in which a measure fell behind. */
export const lapseOf = (kind: 'overdue' | 'behind', row: Pick<MeasureRow, 'deadline'>, day: string): string =>
  kind === 'overdue'
    ? `overdue ${row.deadline.date ?? day.slice(0, 4)}`
    : `behind ${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

type Lapse = {
  readonly duty: PlanDuty;
  readonly unitId: string;
  readonly kind: 'overdue' | 'behind';
  readonly row: MeasureRow;
  readonly states: MeasureRow['indicators'];
};
export type Raised = { readonly drafted: number; readonly renewed: number; readonly withdrawn: number };

/**
 * Keeps the drafts of letters as the living table has them: one for every unit whose measure is overdue or behind its pace,
 * once for each lapse, with the newest figures; a draft whose lapse is over is withdrawn. What was issued or dropped stays.
 */
export async function raiseLetters(deps: SupervisionDeps): Promise<Raised> {
  const { db, districtCode } = deps;
  const day = deps.clock.today();
  const year = await planYearOn(deps, day);
  if (year === null) return { drafted: 0, renewed: 0, withdrawn: 0 };
  let [drafted, renewed] = [0, 0];
  const standing: string[] = [];
  for (const lapse of await lapsesOf(deps, year)) {
    const put = await putDraft(deps, lapse, day);
    standing.push(put.id);
    if (put.fresh) drafted += 1;
    else if (put.renewed) renewed += 1;
  }
  const gone = await sql`delete from supervision_letter where district_code = ${districtCode} and year = ${year}
    and state = 'draft' and id <> all (${standing}::uuid[])`.execute(db);
  return { drafted, renewed, withdrawn: Number(gone.numAffectedRows ?? 0) };
}

/** Who is behind or overdue with what today. A member of a collective is where its own figure lags, not for the district's. */
async function lapsesOf(deps: SupervisionDeps, year: number): Promise<Lapse[]> {
  const { db, districtCode } = deps;
  const duties = await dutiesOfPlan(db, districtCode, year);
  const district = rowsOf(await livingTableOf(deps, { year }));
  const streets = new Map<string, Map<string, MeasureRow>>();
  for (const { id, name, street } of await loadedUnits(db, districtCode))
    if (street)
      streets.set(id, rowsOf(await livingTableOf(deps, { year, scope: { kind: 'street', code: street, name } })));
  const { rows: struck } = await sql<{ lineage: string }>`
    select lineage from measure_strike_off where district_code = ${districtCode} and state = 'struck'`.execute(db);
  const done = new Set(struck.map(({ lineage }) => lineage));
  const day = deps.clock.today();
  const extended = new Set(
    (await extensionsOf(db, districtCode, year))
      .filter(({ state, granted_until }) => state === 'granted' && granted_until !== null && granted_until >= day)
      .map(({ lineage, part, unit_id }) => `${lineage}|${part}|${unit_id}`),
  );
  return duties
    .filter(({ measure }) => !done.has(measure.lineage))
    .flatMap((duty) =>
      duty.units.flatMap((unit) => {
        const row = (unit.named ? district : streets.get(unit.id))?.get(duty.measure.id);
        const lapse = row && lapseIn(row, duty, unit.named);
        if (lapse?.kind === 'overdue' && extended.has(`${duty.measure.lineage}|${duty.part}|${unit.id}`)) return [];
        return lapse ? [{ duty, unitId: unit.id, row, ...lapse }] : [];
      }),
    );
}

function lapseIn(row: MeasureRow, duty: PlanDuty, named: boolean): Pick<Lapse, 'kind' | 'states'> | null {
  // nobody is behind a target that no letter has assigned yet
  const states = row.indicators.filter(
    ({ id, target, shared }) =>
      !shared && target?.operator !== 'assigned' && (duty.indicators.length === 0 || duty.indicators.includes(id)),
  );
  if (row.indicators.length > 0 && states.length === 0) return null;
  const kind = (['overdue', 'behind'] as const).find((lamp) =>
    states.length ? states.some(({ judgement }) => judgement === lamp) : row.lamp === lamp && named,
  );
  return kind ? { kind, states } : null;
}

const rowsOf = (table: Awaited<ReturnType<typeof livingTableOf>>) =>
  new Map(table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).map((row) => [row.id, row]));

async function putDraft(
  { db, districtCode }: SupervisionDeps,
  { duty, unitId, kind, row, states }: Lapse,
  day: string,
): Promise<{ id: string; fresh: boolean; renewed: boolean }> {
  const late = states.filter(({ judgement }) => judgement === kind);
  const facts: LetterFacts = {
    year: duty.year,
    kind,
    words: duty.words,
    deadline: row.deadline.raw.trim(),
    asOf: day,
    why: late.length
      ? { zh: late.map(({ why }) => why.zh).join('；'), en: late.map(({ why }) => why.en).join('; ') }
      : row.why,
    demand: demandOf(kind, duty.measure.id),
    figures: states.map((state) => ({
      indicatorId: state.id,
      title: state.title,
      value: state.value,
      unit: state.shownUnit,
      target: state.target?.text ?? null,
      judgement: state.judgement,
      edition: state.edition,
      href: state.evidence.href,
    })),
  };
  const lapse = `${lapseOf(kind, row, day)}${duty.part ? ` ${duty.part}` : ''}`;
  const { rows } = await sql<{ id: string; fresh: boolean; renewed: boolean }>`
    with put as (
      insert into supervision_letter (district_code, year, lineage, measure_id, unit_id, kind, lapse, lamp, facts, raised_on)
      values (${districtCode}, ${duty.year}, ${duty.measure.lineage}, ${duty.measure.id}, ${unitId}, ${kind}, ${lapse},
        ${row.lamp}, ${JSON.stringify(facts)}::jsonb, ${day})
      on conflict (lineage, unit_id, lapse) do update set lamp = excluded.lamp, facts = excluded.facts
        where supervision_letter.state = 'draft' and supervision_letter.facts <> excluded.facts
      returning id, xmax = 0 as fresh)
    select id, fresh, not fresh as renewed from put
    union all select id, false, false from supervision_letter
      where (lineage, unit_id, lapse) = (${duty.measure.lineage}, ${unitId}, ${lapse}) and not exists (select 1 from put)`.execute(
    db,
  );
  return rows[0]!;
}
