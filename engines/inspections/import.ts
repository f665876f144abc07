import { createHash } from 'node:crypto';
import { entryKey, findByKeys, namesOf, readValues } from '#engines/ledgers';
import { record } from '#platform/audit';
import { addDays } from '#platform/clock';
import { enqueue, FIGURES_TASK } from '#platform/jobs';
import { type Actor, refusalFor } from '#platform/permissions';
import { Refusal, type Sentence } from '#platform/refusal';
import { columnNames, type ImportSource, isBlank, openTable, textOf } from '#platform/sheets';
import { type InspectionDeps, MAY_MAKE, needKind } from './acts.ts';
import type { InspectionKind } from './definition.ts';
import { landInspections, type NewFinding, type NewInspection } from './store.ts';

/** What a file calls what every visit has. */
const COMMON = {
  visitedOn: ['检查日期', '日期', 'date'],
  visitedAt: ['检查时刻', '时刻', '时间', 'time'],
  name: ['地点', '检查地点', '检查对象', '对象', 'place', 'visited'],
  street: ['街道', '属地', 'subdistrict'],
  unit: ['检查单位', '单位', 'unit'],
  findings: ['问题', '发现的问题', 'findings'],
  penalty: ['罚款', '罚款（元）', 'penalty'],
  words: ['说明', '备注', 'remark'],
} as const;
type CommonField = keyof typeof COMMON;

export type VisitFault = { row: number; column: string; value: string; message: Sentence };
export type VisitImportReport = {
  rows: number;
  created: number;
  known: number;
  faulty: number;
  faults: VisitFault[];
  dryRun: boolean;
};

const SHOWN = 200;
const plain = (text: string) => text.normalize('NFKC').replace(/[*\s]/g, '').toLowerCase();
const say = (zh: string, en: string): Sentence => ({ zh, en });

/**
 * Visits of one kind out of a workbook or CSV: every row that is sound is kept, the others are told with row and column.
 * The same row given again is the same visit, so that a file may grow and be imported again.
 * @throws Refusal not_found, no_permission, import_mapping_incomplete, too_large and what an unreadable file is refused with
 */
export async function importVisits(
  deps: InspectionDeps,
  actor: Actor,
  kindId: string,
  source: ImportSource,
  { dryRun }: { dryRun: boolean },
): Promise<VisitImportReport> {
  const { db, districtCode, clock } = deps;
  if (!actor.may(MAY_MAKE)) throw refusalFor(actor.accountId, MAY_MAKE);
  const kind = needKind(deps.kinds, kindId);
  const table = await openTable(source);
  const lines = table.rows(table.sheets[0]);
  const head = await lines.next();
  if (head.done) throw incomplete();
  const map = headingsOf(kind, columnNames(head.value));
  const names = await namesOf(db, districtCode, clock.today());
  const reader = { kind, names, map, today: clock.today(), actor };
  const report: VisitImportReport = { rows: 0, created: 0, known: 0, faulty: 0, faults: [], dryRun };
  const sound: Sound[] = [];
  for await (const line of lines) {
    if (isBlank(line)) continue;
    report.rows += 1;
    if (report.rows > MOST) throw tooMany();
    const cells = new Map([...map].map(([at, id]) => [id, textOf(line.cells[at]).trim()]));
    const read = readVisit(reader, cells);
    if (read.faults) refuse(report, line.row, read.faults);
    else sound.push({ row: line.row, visit: read.visit });
  }
  const placed = await withEntries(deps, kind, sound, report);
  if (!dryRun)
    await db.transaction().execute(async (tx) => {
      const landed = await landInspections(tx, placed);
      report.created = landed.size;
      report.known = placed.length - landed.size;
      await record(tx, actor, {
        action: 'inspection.import',
        subjectKind: 'inspection kind',
        subjectId: kind.id,
        after: { file: source.name, rows: report.rows, created: report.created, faulty: report.faulty },
      });
      await enqueue(tx, FIGURES_TASK);
    });
  else report.created = placed.length;
  return report;
}

/** more rows than these are given in parts */
const MOST = 100_000;
type Sound = { readonly row: number; readonly visit: NewInspection };

function refuse(report: VisitImportReport, row: number, faults: readonly Omit<VisitFault, 'row'>[]): void {
  report.faulty += 1;
  for (const fault of faults) if (report.faults.length < SHOWN) report.faults.push({ row, ...fault });
}

type Reader = {
  kind: InspectionKind;
  names: Awaited<ReturnType<typeof namesOf>>;
  map: ReadonlyMap<number, string>;
  today: string;
  actor: Actor;
};

/** Which field each heading is: what every visit has, or a column of the kind. @throws Refusal import_mapping_incomplete */
function headingsOf(kind: InspectionKind, headings: readonly string[]): Map<number, string> {
  const byName = new Map<string, string>();
  for (const [id, names] of Object.entries(COMMON)) for (const name of names) byName.set(plain(name), id);
  for (const { id, title, aliases = [], unit } of kind.columns ?? [])
    for (const name of [title.zh, title.en, `${title.zh}（${unit ?? ''}）`, ...aliases])
      byName.set(plain(name), `=${id}`);
  const map = new Map<number, string>();
  headings.forEach((heading, i) => {
    const id = byName.get(plain(heading));
    if (id !== undefined && ![...map.values()].includes(id)) map.set(i, id);
  });
  const found = [...map.values()];
  if (!found.includes('visitedOn') || !found.includes('name')) throw incomplete();
  return map;
}

function readVisit(reader: Reader, cells: ReadonlyMap<string, string>) {
  const { kind, names, today } = reader;
  const faults: Omit<VisitFault, 'row'>[] = [];
  const get = (id: CommonField) => cells.get(id) ?? '';
  const wrong = (column: string, value: string, message: Sentence) =>
    faults.push({ column, value: value.slice(0, 80), message });
  const dated = readValues(
    [{ id: 'visitedOn', title: say('检查日期', 'Date'), type: 'date', required: true }],
    { visitedOn: get('visitedOn') },
    names,
  );
  for (const { value, message } of dated.faults) wrong('检查日期', value, message);
  const day = String(dated.values.visitedOn ?? '');
  if (day > today) wrong('检查日期', day, say('日期还没有到，请核对。', 'This day has not come yet.'));
  const street = get('street') ? names.street(get('street')) : null;
  if (street === undefined)
    wrong('街道', get('street'), say('没有这个街道，请核对。', 'There is no such subdistrict.'));
  const unit = get('unit') ? names.unit(get('unit')) : null;
  if (unit === undefined) wrong('检查单位', get('unit'), say('没有这个单位，请核对。', 'There is no such unit.'));
  if (!get('name')) wrong('地点', '', say('必填项，请补上。', 'This is required: fill it in.'));
  const penalty = get('penalty').replace(/[,，]/g, '');
  if (penalty && !/^\d{1,9}(\.\d{1,2})?$/.test(penalty))
    wrong('罚款', penalty, say('不是数字，请只填数字。', 'This is no number.'));
  const time = get('visitedAt').match(/^(\d{1,2})[:：](\d{2})/);
  const at = time ? `${time[1]!.padStart(2, '0')}:${time[2]}` : null;
  const columns = readValues(
    kind.columns ?? [],
    Object.fromEntries([...cells].flatMap(([id, text]) => (id.startsWith('=') ? [[id.slice(1), text]] : []))),
    names,
  );
  for (const { column, value, message } of columns.faults)
    wrong(kind.columns?.find(({ id }) => id === column)?.title.zh ?? column, value, message);
  const found = faults.length ? [] : findingsIn(kind, get('findings'), day, wrong);
  if (faults.length) return { faults, visit: null };
  const visit: NewInspection = {
    kind: kind.id,
    client_id: identityOf([kind.id, day, at, get('name'), street, unit, columns.values, get('findings'), penalty]),
    ledger: null,
    entry_id: null,
    entry_key: kind.of === 'place' ? null : entryKey(get('name')),
    name: get('name').slice(0, 200),
    street_code: street ?? null,
    unit_id: unit ?? reader.actor.grants.find(({ unitId }) => unitId)?.unitId ?? null,
    joint: [],
    lon: null,
    lat: null,
    visited_on: day,
    visited_at: at,
    at_night: at === null ? (kind.atNight ?? false) : at >= '22:00' || at < '06:00',
    answers: Object.fromEntries(
      kind.checklist.map(({ id }) => [id, found.some(({ item }) => item === id) ? 'no' : 'yes']),
    ),
    values: columns.values,
    penalty: penalty || null,
    words: get('words').slice(0, 5000),
    follows_id: null,
    by_id: reader.actor.accountId,
    by_name: reader.actor.name,
    simulated: false,
    found,
  };
  return { visit, faults: null };
}

/** Items of the check-list by name, between 、; words that are none are a finding of the first item. */
function findingsIn(
  kind: InspectionKind,
  text: string,
  day: string,
  wrong: (column: string, value: string, message: Sentence) => void,
): NewFinding[] {
  if (['', '无', '未发现问题', '合格', 'none'].includes(text)) return [];
  const named = text.split(/[、;；\n]/).flatMap((part) => part.trim() || []);
  const items = named.map((part) =>
    kind.checklist.find(({ id, title }) => id === part || title.zh === part || title.en === part),
  );
  if (named.length > 1 && items.some((item) => !item)) {
    const unknown = named[items.findIndex((item) => !item)]!;
    wrong(
      '问题',
      unknown,
      say('检查单没有这一项，请用检查单中的名称，用顿号分隔。', 'The check-list has no such item: use its names.'),
    );
    return [];
  }
  return items.map((item, i) => {
    const of = item ?? kind.checklist[0]!;
    return {
      item: of.id,
      words: item ? '' : named[i]!.slice(0, 1000),
      severity: of.severity,
      due_on: addDays(day, of.mendDays ?? kind.mendDays),
      mended_on: null,
      mended_words: null,
    };
  });
}

/** Visits of entries find them by their number; one that is not there is told. */
async function withEntries(
  { db }: InspectionDeps,
  kind: InspectionKind,
  sound: readonly Sound[],
  report: VisitImportReport,
): Promise<NewInspection[]> {
  if (kind.of === 'place') return sound.map(({ visit }) => visit);
  const keys = [...new Set(sound.map(({ visit }) => visit.entry_key ?? ''))];
  const found = await findByKeys(db, kind.of.ledgers, keys);
  return sound.flatMap(({ row, visit }) => {
    const entry = found.get(visit.entry_key ?? '');
    if (!entry) {
      const message = say('台账中没有这个对象，请填写其编号。', 'No ledger has it: give its number.');
      refuse(report, row, [{ column: '检查对象', value: visit.name, message }]);
      return [];
    }
    return [
      {
        ...visit,
        ledger: entry.ledger,
        entry_id: entry.id,
        name: entry.name,
        street_code: visit.street_code ?? entry.street_code,
      },
    ];
  });
}

/** The same row is the same visit, whenever it is given. */
function identityOf(parts: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const incomplete = () =>
  new Refusal('import_mapping_incomplete', {
    zh: '文件第一行应有“检查日期”和“地点”（或“检查对象”）两列，请补上表头。',
    en: 'The first row must name 检查日期 (date) and 地点 (place) or 检查对象 (visited): add the headings.',
  });
const tooMany = () =>
  new Refusal('too_large', {
    zh: `一次最多导入${MOST.toLocaleString('en')}行，请分几个文件导入。`,
    en: `At most ${MOST.toLocaleString('en')} rows at one time: import in parts.`,
  });
