import { createHash } from 'node:crypto';
import { type ColumnFault, entryById, type LedgerBooks, namesOf, readValues, type Values } from '#engines/ledgers';
import { type Acting, record } from '#platform/audit';
import { addDays, type Clock, isCalendarDate } from '#platform/clock';
import { attachmentType, type GivenFile, keepFile } from '#platform/files';
import { enqueue, FIGURES_TASK } from '#platform/jobs';
import { type Actor, refusalFor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { InspectionKind } from './definition.ts';
import {
  findingsOf,
  type InspectionRow,
  inspectionByClient,
  inspectionById,
  keepPhoto,
  landInspections,
  markWithdrawn,
  mendFinding,
  type NewFinding,
} from './store.ts';

export type InspectionDeps = {
  db: Db;
  districtCode: string;
  clock: Clock;
  kinds: readonly InspectionKind[];
  books: LedgerBooks;
};
export const MAY_MAKE = 'inspection.make';

export type GivenInspection = {
  kind: string;
  clientId: string;
  ledger: string | null;
  entryId: number | null;
  /** of a visit at a place: where it is, in words */
  name: string | null;
  street: string | null;
  unit: string | null;
  joint: readonly string[];
  lon: number | null;
  lat: number | null;
  visitedOn: string;
  visitedAt: string | null;
  answers: Readonly<Record<string, string>>;
  /** what was found, by item */
  findings: Readonly<Record<string, string>>;
  values: Readonly<Record<string, unknown>>;
  penalty: string | null;
  words: string;
  followsId: number | null;
};

/** @throws Refusal not_found */
export function needKind(kinds: readonly InspectionKind[], id: string): InspectionKind {
  const kind = kinds.find((one) => one.id === id);
  if (kind) return kind;
  throw new Refusal('not_found', {
    zh: '没有这种检查，请从检查种类中选择。',
    en: 'There is no such kind of inspection; choose one from the list.',
  });
}

const wrong = (zh: string, en: string) => new Refusal('value_out_of_range', { zh, en });

/**
 * Keeps a visit with its findings. Sent again with the same `clientId` it is the visit that was kept the first time.
 * @throws Refusal not_found, no_permission, value_out_of_range (says which answer or column)
 */
export async function createInspection(deps: InspectionDeps, actor: Actor, given: GivenInspection): Promise<number> {
  const { db, clock, districtCode, kinds } = deps;
  const known = await inspectionByClient(db, given.clientId);
  if (known !== undefined) return known;
  const kind = needKind(kinds, given.kind);
  const names = await namesOf(db, districtCode, clock.today());
  const visited = await visitedOf(deps, kind, given);
  const unit = given.unit ? names.unit(given.unit) : (actor.grants.find(({ unitId }) => unitId)?.unitId ?? null);
  if (unit === undefined) throw wrong('没有这个检查单位，请从单位表中选择。', 'There is no such unit.');
  const street = visited.street ?? (given.street ? names.street(given.street) : null);
  if (street === undefined) throw wrong('没有这个街道，请核对。', 'There is no such subdistrict.');
  requireMaker(actor, unit, street);
  checkDay(given.visitedOn, clock.today());
  if (given.visitedAt !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(given.visitedAt))
    throw wrong('到场时刻应写成如 09:30。', 'The time of the visit is written like 09:30.');
  const { values, faults } = readValues(kind.columns ?? [], given.values, names);
  if (faults.length) throw columnRefusal(kind, faults);
  const found = findingsGiven(kind, given);
  const penalty = given.penalty?.trim() || null;
  if (penalty !== null && !/^\d{1,9}(\.\d{1,2})?$/.test(penalty))
    throw wrong('罚款金额应为数字（元）。', 'The penalty is a number of yuan.');
  return db.transaction().execute(async (tx) => {
    const landed = await landInspections(tx, [
      {
        kind: kind.id,
        client_id: given.clientId,
        ...visited.of,
        street_code: street,
        unit_id: unit,
        joint: given.joint
          .map((one) => names.unit(one))
          .filter((one): one is string => one !== undefined && one !== unit),
        lon: given.lon ?? visited.lon,
        lat: given.lat ?? visited.lat,
        visited_on: given.visitedOn,
        visited_at: given.visitedAt,
        at_night: atNight(kind, given.visitedAt),
        answers: { ...given.answers },
        values: values as Values,
        penalty,
        words: given.words.trim().slice(0, 5000),
        follows_id: given.followsId,
        by_id: actor.accountId,
        by_name: actor.name,
        simulated: false,
        found,
      },
    ]);
    const id = landed.get(given.clientId) ?? (await inspectionByClient(tx, given.clientId))!;
    await record(tx, actor, {
      action: 'inspection.make',
      subjectKind: 'inspection',
      subjectId: String(id),
      after: { kind: kind.id, name: visited.of.name, visitedOn: given.visitedOn, findings: found.length, penalty },
    });
    await enqueue(tx, FIGURES_TASK);
    return id;
  });
}

async function visitedOf({ db, books }: InspectionDeps, kind: InspectionKind, given: GivenInspection) {
  if (kind.of === 'place') {
    const name = given.name?.trim() ?? '';
    if (!name) throw wrong('请填写检查地点。', 'Say where the visit was.');
    return {
      of: { ledger: null, entry_id: null, entry_key: null, name: name.slice(0, 200) },
      street: null,
      lon: null,
      lat: null,
    };
  }
  if (!given.ledger || given.entryId === null || !kind.of.ledgers.includes(given.ledger))
    throw wrong('请选择被检查的对象。', 'Choose what was visited.');
  const definition = await books.need(db, given.ledger);
  const entry = await entryById(db, definition.id, given.entryId);
  if (!entry)
    throw new Refusal('not_found', {
      zh: '台账中没有这个对象，可能已被移出，请重新选择。',
      en: 'The ledger has no such entry; choose again.',
    });
  return {
    of: { ledger: definition.id, entry_id: entry.id, entry_key: entry.key, name: entry.name },
    street: entry.street_code,
    lon: entry.lon,
    lat: entry.lat,
  };
}

/** Each item has its answer; what is not as it should be becomes a finding with a day on which it is due. */
function findingsGiven(kind: InspectionKind, { answers, findings, visitedOn }: GivenInspection): NewFinding[] {
  for (const id of Object.keys(answers))
    if (!kind.checklist.some((item) => item.id === id))
      throw wrong(`检查单没有“${id}”这一项。`, `The check-list has no item ${id}.`);
  return kind.checklist.flatMap((item) => {
    const answer = answers[item.id];
    if (answer !== 'yes' && answer !== 'no' && answer !== 'na')
      throw wrong(`“${item.title.zh}”还没有填写。`, `“${item.title.en}” has no answer yet.`);
    if (answer !== 'no') return [];
    return [
      {
        item: item.id,
        words: (findings[item.id] ?? '').trim().slice(0, 1000),
        severity: item.severity,
        due_on: addDays(visitedOn, item.mendDays ?? kind.mendDays),
        mended_on: null,
        mended_words: null,
      },
    ];
  });
}

/** Between 22:00 and 6:00; a visit without a time is at night where its kind is. */
const atNight = (kind: InspectionKind, at: string | null): boolean =>
  at === null ? (kind.atNight ?? false) : at >= '22:00' || at < '06:00';

function checkDay(day: string, today: string): void {
  if (isCalendarDate(day) && day <= today && day >= addDays(today, -366)) return;
  throw wrong(
    `检查日期应在今天（${today}）及之前一年内。`,
    `The day of the visit is today (${today}) or up to a year ago.`,
  );
}

function columnRefusal({ columns = [] }: InspectionKind, faults: readonly ColumnFault[]): Refusal {
  const first = faults[0]!;
  const title = columns.find(({ id }) => id === first.column)?.title ?? { zh: first.column, en: first.column };
  return new Refusal(
    'value_out_of_range',
    { zh: `“${title.zh}”：${first.message.zh}`, en: `${title.en}: ${first.message.en}` },
    { faults },
  );
}

function requireMaker(actor: Actor, unit: string | null, street: string | null): void {
  const place = { unitIds: unit ? [unit] : [], streetCodes: street ? [street] : [] };
  if (!actor.may(MAY_MAKE) && !actor.may(MAY_MAKE, place)) throw refusalFor(actor.accountId, MAY_MAKE);
}

/** @throws Refusal not_found, not_in_this_state (withdrawn) */
async function held(db: Db, id: number): Promise<InspectionRow> {
  const row = await inspectionById(db, id, true);
  if (!row) throw noInspection();
  if (row.withdrawn_at)
    throw new Refusal('not_in_this_state', { zh: '这次检查已经撤回。', en: 'This inspection has been withdrawn.' });
  return row;
}
export const noInspection = () =>
  new Refusal('not_found', {
    zh: '没有这次检查，可能链接有误。',
    en: 'There is no such inspection; the link may be wrong.',
  });

/** A finding is mended: by whom, when, what was done. @throws Refusal not_found, no_permission, not_in_this_state, value_out_of_range */
export async function mend(
  { db, clock }: InspectionDeps,
  actor: Actor,
  id: number,
  findingId: number,
  { on, words }: { on: string; words: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await held(tx, id);
    requireMaker(actor, row.unit_id, row.street_code);
    if (!isCalendarDate(on) || on < row.visited_on || on > clock.today())
      throw wrong('整改日期应在检查当日至今天之间。', 'It was mended between the visit and today.');
    if (!words.trim()) throw wrong('请填写整改情况。', 'Say what was done.');
    const finding = (await findingsOf(tx, id)).find((one) => one.id === findingId);
    if (!finding) throw noInspection();
    if (!(await mendFinding(tx, { id: findingId, inspectionId: id, on, words: words.trim(), byName: actor.name })))
      throw new Refusal('not_in_this_state', { zh: '这个问题已经整改。', en: 'This finding has been mended already.' });
    await record(tx, actor, {
      action: 'inspection.mend',
      subjectKind: 'inspection',
      subjectId: String(id),
      after: { finding: finding.item, on, words: words.trim() },
    });
    await enqueue(tx, FIGURES_TASK);
  });
}

/** Takes a visit back, with a reason; it stays readable and counts no more. */
export async function withdraw({ db }: InspectionDeps, actor: Actor, id: number, reason: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await held(tx, id);
    requireMaker(actor, row.unit_id, row.street_code);
    await markWithdrawn(tx, id, actor.name, reason);
    await record(tx, actor satisfies Acting, {
      action: 'inspection.withdraw',
      subjectKind: 'inspection',
      subjectId: String(id),
      before: { kind: row.kind, name: row.name, visitedOn: row.visited_on },
      after: { reason },
    });
    await enqueue(tx, FIGURES_TASK);
  });
}

export type GivenPhoto = {
  findingId: number | null;
  shows: 'visit' | 'finding' | 'mended';
  takenAt: Date | null;
  lon: number | null;
  lat: number | null;
  file: GivenFile;
};

/** Keeps a picture of a visit. @throws Refusal not_found, no_permission, document_kind_unknown (no picture) */
export async function addPhoto({ db }: InspectionDeps, actor: Actor, id: number, photo: GivenPhoto): Promise<void> {
  const type = attachmentType(photo.file.name, photo.file.bytes);
  if (!type.startsWith('image/'))
    throw new Refusal('document_kind_unknown', {
      zh: '检查照片应为图片（.jpg、.png）。',
      en: 'A photo is a picture (.jpg, .png).',
    });
  await db.transaction().execute(async (tx) => {
    const row = await held(tx, id);
    requireMaker(actor, row.unit_id, row.street_code);
    if (photo.findingId !== null && !(await findingsOf(tx, id)).some((one) => one.id === photo.findingId))
      throw noInspection();
    const kept = await keepFile(tx, {
      name: photo.file.name,
      mediaType: type,
      content: photo.file.bytes,
      createdBy: actor.accountId,
    });
    await keepPhoto(tx, {
      inspection_id: id,
      finding_id: photo.findingId,
      shows: photo.shows,
      file_id: kept.id,
      sha256: createHash('sha256').update(photo.file.bytes).digest('hex'),
      taken_at: photo.takenAt,
      lon: photo.lon,
      lat: photo.lat,
      by_name: actor.name,
    });
    await record(tx, actor, {
      action: 'inspection.photo',
      subjectKind: 'inspection',
      subjectId: String(id),
      after: { file: photo.file.name, shows: photo.shows },
    });
  });
}
