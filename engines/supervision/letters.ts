import { sql } from 'kysely';
import { loadedUnits } from '#engines/district';
import { dutiesOfPlan, type PlanDuty } from '#engines/duties';
import { livingTableOf, type MeasureRow } from '#engines/indicators';
import { type Acting, record } from '#platform/audit';
import { addDays } from '#platform/clock';
import { keepFile } from '#platform/files';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import {
  gone,
  MAY_REPORT,
  noReason,
  placeOf,
  planYearOn,
  type SupervisionDeps,
  settingsOf,
  unitOf,
  wrongState,
} from './deps.ts';
import { demandOf, letterDocx, letterNumber } from './letter-paper.ts';
import type { LetterFacts } from './wire.ts';

export type LetterRow = {
  id: string;
  year: number;
  no: number | null;
  lineage: string;
  measure_id: string;
  unit_id: string;
  kind: 'overdue' | 'behind';
  lapse: string;
  lamp: string;
  facts: LetterFacts;
  raised_on: string;
  state: 'draft' | 'issued' | 'answered' | 'dropped';
  issued_on: string | null;
  answer_by: string | null;
  issued_by_name: string | null;
  file_id: string | null;
  answer: string | null;
  answered_on: string | null;
  answered_by_name: string | null;
  dropped_reason: string | null;
};

const COLUMNS = sql.raw(`id, year, no, lineage, measure_id, unit_id, kind, lapse, lamp, facts, raised_on::text, state,
  issued_on::text, answer_by::text, issued_by_name, file_id, answer, answered_on::text, answered_by_name, dropped_reason`);

export async function lettersOf(db: Db, districtCode: string, year: number): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`select ${COLUMNS} from supervision_letter
    where district_code = ${districtCode} and year = ${year} order by no desc nulls first, raised_on desc, measure_id`.execute(
    db,
  );
  return rows;
}

async function letterById({ db, districtCode }: SupervisionDeps, id: string): Promise<LetterRow> {
  const { rows } = await sql<LetterRow>`select ${COLUMNS} from supervision_letter
    where district_code = ${districtCode} and id = ${id}`.execute(db);
  if (!rows[0]) throw gone();
  return rows[0];
}

/** What went wrong once: a deadline that passed, or a quarter in which a measure fell behind. */
export const lapseOf = (kind: 'overdue' | 'behind', row: Pick<MeasureRow, 'deadline'>, day: string): string =>
  kind === 'overdue'
    ? `overdue ${row.deadline.date ?? day.slice(0, 4)}`
    : `behind ${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/**
 * Drafts a letter for every unit whose measure is overdue or behind its pace, once for each lapse; what is there already
 * is left alone. A member of a collective gets one where its own figure lags, not for the district's.
 * @returns how many were drafted
 */
export async function raiseLetters(deps: SupervisionDeps): Promise<number> {
  const { db, districtCode } = deps;
  const day = deps.clock.today();
  const year = await planYearOn(deps, day);
  if (year === null) return 0;
  const duties = await dutiesOfPlan(db, districtCode, year);
  const district = rowsOf(await livingTableOf(deps, { year }));
  const streets = new Map<string, Map<string, MeasureRow>>();
  for (const { id, name, street } of await loadedUnits(db, districtCode))
    if (street)
      streets.set(id, rowsOf(await livingTableOf(deps, { year, scope: { kind: 'street', code: street, name } })));
  const { rows: struck } = await sql<{ lineage: string }>`
    select lineage from measure_strike_off where district_code = ${districtCode} and state = 'struck'`.execute(db);
  const done = new Set(struck.map(({ lineage }) => lineage));
  let raised = 0;
  for (const duty of duties) {
    if (done.has(duty.measure.lineage)) continue;
    for (const unit of duty.units) {
      const own = unit.named ? district : streets.get(unit.id);
      const row = own?.get(duty.measure.id);
      if (!row) continue;
      // nobody is behind a target that no letter has assigned yet
      const states = row.indicators.filter(
        ({ id, target }) =>
          target?.operator !== 'assigned' && (duty.indicators.length === 0 || duty.indicators.includes(id)),
      );
      if (row.indicators.length > 0 && states.length === 0) continue;
      const kind = (['overdue', 'behind'] as const).find((lamp) =>
        states.length ? states.some(({ judgement }) => judgement === lamp) : row.lamp === lamp && unit.named,
      );
      if (!kind) continue;
      raised += await insertDraft(deps, { duty, unitId: unit.id, kind, row, states, day });
    }
  }
  return raised;
}

const rowsOf = (table: Awaited<ReturnType<typeof livingTableOf>>) =>
  new Map(table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).map((row) => [row.id, row]));

async function insertDraft(
  { db, districtCode }: SupervisionDeps,
  given: {
    duty: PlanDuty;
    unitId: string;
    kind: 'overdue' | 'behind';
    row: MeasureRow;
    states: MeasureRow['indicators'];
    day: string;
  },
): Promise<number> {
  const { duty, unitId, kind, row, states, day } = given;
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
  const put = await sql`
    insert into supervision_letter (district_code, year, lineage, measure_id, unit_id, kind, lapse, lamp, facts, raised_on)
    values (${districtCode}, ${duty.year}, ${duty.measure.lineage}, ${duty.measure.id}, ${unitId}, ${kind}, ${lapse}, ${row.lamp},
      ${JSON.stringify(facts)}::jsonb, ${day}) on conflict (lineage, unit_id, lapse) do nothing`.execute(db);
  return Number(put.numAffectedRows ?? 0);
}

/**
 * Issues a draft: the year's next number (none is left out or given twice, whoever else issues in that moment), its date,
 * and the paper, which from then on stays as it is.
 * @throws Refusal not_found, not_in_this_state
 */
export async function issueLetter(
  deps: SupervisionDeps,
  actor: Acting,
  id: string,
  demand?: string,
): Promise<LetterRow> {
  const { db, districtCode } = deps;
  const letter = await letterById(deps, id);
  if (letter.state !== 'draft') throw wrongState();
  const unit = await unitOf(deps, letter.unit_id);
  const { supervision, bulletin_issuer: issuer } = await settingsOf(deps);
  const day = deps.clock.today();
  const answerBy = addDays(day, supervision.letter_answer_days);
  const facts = { ...letter.facts, demand: demand?.trim() || letter.facts.demand };
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ last: number }>`
      insert into supervision_letter_number (district_code, year, last) values (${districtCode}, ${letter.year}, 1)
      on conflict (district_code, year) do update set last = supervision_letter_number.last + 1 returning last`.execute(
      tx,
    );
    const number = letterNumber(supervision.letter_prefix, letter.year, rows[0]!.last);
    const content = await letterDocx({
      number,
      issuer: issuer.seal_zh,
      unit: unit.name.zh,
      measureId: letter.measure_id,
      facts,
      issuedOn: day,
      answerBy,
    });
    const file = await keepFile(tx, {
      name: `${number}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      content: new Uint8Array(content),
      createdBy: actor.accountId,
    });
    const done = await sql`
      update supervision_letter set state = 'issued', no = ${rows[0]!.last}, issued_on = ${day}, answer_by = ${answerBy},
        issued_by_name = ${actor.name}, file_id = ${file.id}, facts = ${JSON.stringify(facts)}::jsonb
      where id = ${id} and state = 'draft'`.execute(tx);
    if (Number(done.numAffectedRows) !== 1) throw wrongState();
    await record(tx, actor, {
      action: 'supervision.letter.issue',
      subjectKind: 'measure',
      subjectId: `${letter.year} ${letter.measure_id}`,
      after: { letterId: id, number, unitId: letter.unit_id, answerBy },
    });
  });
  return letterById(deps, id);
}

/** A draft that is not issued, with the reason; its lapse raises no other. */
export async function dropLetter(deps: SupervisionDeps, actor: Acting, id: string, reason: string): Promise<LetterRow> {
  const letter = await letterById(deps, id);
  if (!reason.trim()) throw noReason();
  await deps.db.transaction().execute(async (tx) => {
    const done = await sql`update supervision_letter set state = 'dropped', dropped_reason = ${reason.trim()}
      where id = ${id} and state = 'draft'`.execute(tx);
    if (Number(done.numAffectedRows) !== 1) throw wrongState();
    await record(tx, actor, {
      action: 'supervision.letter.drop',
      subjectKind: 'measure',
      subjectId: `${letter.year} ${letter.measure_id}`,
      after: { letterId: id, reason: reason.trim() },
    });
  });
  return letterById(deps, id);
}

/** @throws Refusal no_permission (not the unit's), not_in_this_state, value_out_of_range */
export async function answerLetter(deps: SupervisionDeps, actor: Actor, id: string, words: string): Promise<LetterRow> {
  const letter = await letterById(deps, id);
  const unit = await unitOf(deps, letter.unit_id);
  if (!actor.may(MAY_REPORT, placeOf(unit)))
    throw new Refusal('no_permission', {
      zh: `这封督办函发给${unit.name.zh}，由该单位反馈。`,
      en: `This letter goes to ${unit.name.en}, who answers it.`,
    });
  if (!words.trim()) throw noReason();
  await deps.db.transaction().execute(async (tx) => {
    const done = await sql`update supervision_letter set state = 'answered', answer = ${words.trim()},
      answered_on = ${deps.clock.today()}, answered_by_name = ${actor.name} where id = ${id} and state = 'issued'`.execute(
      tx,
    );
    if (Number(done.numAffectedRows) !== 1) throw wrongState();
    await record(tx, actor, {
      action: 'supervision.letter.answer',
      subjectKind: 'measure',
      subjectId: `${letter.year} ${letter.measure_id}`,
      after: { letterId: id, words: words.trim() },
    });
  });
  return letterById(deps, id);
}
