import { loadedUnits } from '#engines/district';
import type { Actor } from '#platform/permissions';
import { MAY_REPORT, type NamedUnit, placeOf, type SupervisionDeps, settingsOf } from './deps.ts';
import type { MeetingRow } from './dispatch.ts';
import type { ExtensionRow } from './extensions.ts';
import { letterNumber } from './letter-paper.ts';
import type { LetterRow } from './letters.ts';
import type { StrikeOffRow } from './strike-off.ts';
import type { ExtensionView, LetterView, MeetingView, StrikeOffView } from './wire.ts';

/** Rows as whoever asks sees them. */
export async function viewsFor(deps: SupervisionDeps, actor: Actor) {
  const { letter_prefix: prefix } = (await settingsOf(deps)).supervision;
  const units = await loadedUnits(deps.db, deps.districtCode);
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const unit = (id: string): NamedUnit => known.get(id) ?? { id, name: { zh: id, en: id }, street: null };
  const speaks = (id: string) => actor.may(MAY_REPORT, placeOf(unit(id)));
  return {
    units,
    unit,
    speaks,
    letter: (row: LetterRow): LetterView => ({
      id: row.id,
      year: row.year,
      number: row.no === null ? null : letterNumber(prefix, row.year, row.no),
      measureId: row.measure_id,
      unit: unit(row.unit_id),
      kind: row.kind,
      facts: row.facts,
      raisedOn: row.raised_on,
      state: row.state,
      issuedOn: row.issued_on,
      answerBy: row.answer_by,
      fileId: row.file_id,
      answer: row.answer,
      answeredOn: row.answered_on,
      reason: row.dropped_reason,
      mayAnswer: row.state === 'issued' && speaks(row.unit_id),
    }),
    extension: (row: ExtensionRow): ExtensionView => ({
      id: row.id,
      year: row.year,
      measureId: row.measure_id,
      part: row.part,
      unit: unit(row.unit_id),
      askedUntil: row.asked_until,
      reason: row.reason,
      askedOn: row.asked_on,
      askedBy: row.asked_by_name,
      state: row.state,
      grantedUntil: row.granted_until,
      decision: row.decision,
      decidedOn: row.decided_on,
      decidedBy: row.decided_by_name,
    }),
    strikeOff: (row: StrikeOffRow): StrikeOffView => ({
      id: row.id,
      year: row.year,
      measureId: row.measure_id,
      unit: unit(row.unit_id),
      words: row.words,
      criteria: row.criteria,
      askedOn: row.asked_on,
      askedBy: row.asked_by_name,
      state: row.state,
      reason: row.reason,
      decidedOn: row.decided_on,
      decidedBy: row.decided_by_name,
    }),
    meeting: (row: MeetingRow): MeetingView => ({
      id: row.id,
      heldOn: row.held_on,
      title: row.title,
      participants: row.participants,
      minutes: row.minutes,
      keptBy: row.kept_by_name,
      files: row.files,
      items: row.items.map((item) => ({
        no: item.no,
        unit: unit(item.unit_id),
        what: item.what,
        dueOn: item.due_on,
        measureId: item.measure_id,
        state: item.state,
        doneWords: item.done_words,
        doneBy: item.done_by_name,
        mayDone: item.state === 'open' && speaks(item.unit_id),
      })),
    }),
  };
}
