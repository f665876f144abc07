import { sql } from 'kysely';
import { loadedUnits } from '#engines/district';
import { type Acting, record } from '#platform/audit';
import { addDays } from '#platform/clock';
import { keepFile } from '#platform/files';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { gone, MAY_REPORT, noReason, placeOf, type SupervisionDeps, settingsOf, unitOf, wrongState } from './deps.ts';
import { letterDocx, letterNumber } from './letter-paper.ts';
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

/**
 * Issues drafts: each the year's next number in the order given (none is left out or given twice, whoever else issues in
 * that moment), its date, and the paper, which from then on stays as it is. All or none.
 * @throws Refusal not_found, not_in_this_state
 */
export async function issueLetters(
  deps: SupervisionDeps,
  actor: Acting,
  ids: readonly string[],
  demand?: string,
): Promise<LetterRow[]> {
  const { db } = deps;
  const letters = await Promise.all(ids.map((id) => letterById(deps, id)));
  if (letters.some(({ state }) => state !== 'draft')) throw wrongState();
  const { supervision, bulletin_issuer } = await settingsOf(deps);
  const units = new Map((await loadedUnits(db, deps.districtCode)).map((unit) => [unit.id, unit.name.zh]));
  const day = deps.clock.today();
  await db.transaction().execute(async (tx) => {
    for (const letter of letters)
      await issueOne(tx, actor, letter, {
        districtCode: deps.districtCode,
        unit: units.get(letter.unit_id) ?? letter.unit_id,
        prefix: supervision.letter_prefix,
        issuer: bulletin_issuer.seal_zh,
        day,
        answerBy: addDays(day, supervision.letter_answer_days),
        facts: { ...letter.facts, demand: demand?.trim() || letter.facts.demand },
      });
  });
  return Promise.all(ids.map((id) => letterById(deps, id)));
}

type Paper = {
  districtCode: string;
  unit: string;
  prefix: string;
  issuer: string;
  day: string;
  answerBy: string;
  facts: LetterFacts;
};

async function issueOne(tx: Db, actor: Acting, letter: LetterRow, paper: Paper) {
  const { day, answerBy, facts } = paper;
  const { rows } = await sql<{ last: number }>`
    insert into supervision_letter_number (district_code, year, last) values (${paper.districtCode}, ${letter.year}, 1)
    on conflict (district_code, year) do update set last = supervision_letter_number.last + 1 returning last`.execute(
    tx,
  );
  const no = rows[0]!.last;
  const number = letterNumber(paper.prefix, letter.year, no);
  const content = await letterDocx({
    number,
    issuer: paper.issuer,
    unit: paper.unit,
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
    update supervision_letter set state = 'issued', no = ${no}, issued_on = ${day}, answer_by = ${answerBy},
      issued_by_name = ${actor.name}, file_id = ${file.id}, facts = ${JSON.stringify(facts)}::jsonb
    where id = ${letter.id} and state = 'draft'`.execute(tx);
  if (Number(done.numAffectedRows) !== 1) throw wrongState();
  await record(tx, actor, {
    action: 'supervision.letter.issue',
    subjectKind: 'measure',
    subjectId: `${letter.year} ${letter.measure_id}`,
    after: { letterId: letter.id, number, unitId: letter.unit_id, answerBy },
  });
}

/** Drafts that are not issued, with the reason; their lapse raises no other. All or none. */
export async function dropLetters(
  deps: SupervisionDeps,
  actor: Acting,
  ids: readonly string[],
  reason: string,
): Promise<LetterRow[]> {
  const letters = await Promise.all(ids.map((id) => letterById(deps, id)));
  if (!reason.trim()) throw noReason();
  await deps.db.transaction().execute(async (tx) => {
    for (const { id, year, measure_id } of letters) {
      const done = await sql`update supervision_letter set state = 'dropped', dropped_reason = ${reason.trim()}
        where id = ${id} and state = 'draft'`.execute(tx);
      if (Number(done.numAffectedRows) !== 1) throw wrongState();
      await record(tx, actor, {
        action: 'supervision.letter.drop',
        subjectKind: 'measure',
        subjectId: `${year} ${measure_id}`,
        after: { letterId: id, reason: reason.trim() },
      });
    }
  });
  return Promise.all(ids.map((id) => letterById(deps, id)));
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
