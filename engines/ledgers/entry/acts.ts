import { type Acting, record } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { enqueue, FIGURES_TASK } from '#platform/jobs';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Names } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';
import {
  type ChangeKind,
  type EntryRow,
  entryById,
  insertEntry,
  keepChange,
  keyTaken,
  type NewEntry,
  objectId,
  updateEntry,
} from '../store.ts';
import { type CheckedEntry, type ColumnFault, checkEntry, type Values } from './check.ts';
import { centreOf, type Place } from './place.ts';
import { keysKept, lostReferences, lostWords, namedKeys } from './references.ts';

export type ActDeps = { db: Db; clock: Clock; names: Names };
export type Given = { values: Readonly<Record<string, unknown>>; place: Place | null };

/** What is wrong with an entry, all of it at once. */
export class EntryFaults extends Refusal {
  readonly faults: readonly ColumnFault[];
  constructor(faults: readonly ColumnFault[], definition: LedgerDefinition) {
    const first = faults[0]!;
    const column = definition.columns.find(({ id }) => id === first.column)?.title ?? PLACE;
    super(
      'value_out_of_range',
      {
        zh: `“${column.zh}”：${first.message.zh}${faults.length > 1 ? `另有${faults.length - 1}处需要改正。` : ''}`,
        en: `${column.en}: ${first.message.en}${faults.length > 1 ? ` ${faults.length - 1} more to correct.` : ''}`,
      },
      { faults },
    );
    this.faults = faults;
  }
}
const PLACE: Sentence = { zh: '位置', en: 'Place' };

/** Keeps a new entry. @throws EntryFaults, Refusal already_exists */
export async function createEntry(
  { db, clock, names }: ActDeps,
  definition: LedgerDefinition,
  actor: Acting,
  given: Given,
  { simulated = false }: { simulated?: boolean } = {},
): Promise<number> {
  const checked = sound(definition, given, names);
  return db.transaction().execute(async (tx) => {
    await requireReferences(tx, definition, checked);
    const row = await rowOf(tx, checked, given.place, clock.today(), actor);
    const id = await insertEntry(tx, { ...row, ledger: definition.id, simulated });
    if (id === null) throw taken(definition, checked);
    const fields = Object.fromEntries(Object.entries(checked.values).map(([column, value]) => [column, [null, value]]));
    await written(tx, definition, actor, { id, version: 1, kind: 'created', fields: fields as Fields });
    return id;
  });
}

type Fields = Record<string, [unknown, unknown]>;

/** Changes an entry as its reader saw it. @throws EntryFaults, Refusal not_found, conflict (somebody was faster), already_exists */
export async function changeEntry(
  { db, clock, names }: ActDeps,
  definition: LedgerDefinition,
  actor: Acting,
  id: number,
  version: number,
  given: Given,
): Promise<EntryRow> {
  const checked = sound(definition, given, names);
  return db.transaction().execute(async (tx) => {
    const before = await held(tx, definition, id, version);
    requireKept(before);
    await requireReferences(tx, definition, checked);
    if (await keyTaken(tx, definition.id, checked.key, id)) throw taken(definition, checked);
    const row = await rowOf(tx, checked, given.place, clock.today(), actor);
    const fields = differences(before, checked.values, given.place);
    const after = await updateEntry(tx, before, { ...row, state: 'kept' });
    const kind = Object.keys(fields).length === 0 ? 'refreshed' : 'changed';
    await written(tx, definition, actor, { id, version: after.version, kind, fields });
    return after;
  });
}

/** Says that somebody has looked and the entry is as it stands. @throws Refusal not_found, conflict */
export function refreshEntry(
  deps: ActDeps,
  definition: LedgerDefinition,
  actor: Acting,
  id: number,
  version: number,
): Promise<EntryRow> {
  return move(deps, definition, actor, id, version, 'refreshed', null);
}

/** Takes an entry off the books, or puts it back. @throws Refusal not_found, conflict, not_in_this_state, already_exists */
export function strikeEntry(
  deps: ActDeps,
  definition: LedgerDefinition,
  actor: Acting,
  id: number,
  version: number,
  reason: string,
): Promise<EntryRow> {
  return move(deps, definition, actor, id, version, 'struck', reason);
}

export function restoreEntry(
  deps: ActDeps,
  definition: LedgerDefinition,
  actor: Acting,
  id: number,
  version: number,
  reason: string,
): Promise<EntryRow> {
  return move(deps, definition, actor, id, version, 'restored', reason);
}

async function move(
  { db, clock }: ActDeps,
  definition: LedgerDefinition,
  actor: Acting,
  id: number,
  version: number,
  kind: Exclude<ChangeKind, 'created' | 'changed' | 'computed'>,
  reason: string | null,
): Promise<EntryRow> {
  return db.transaction().execute(async (tx) => {
    const before = await held(tx, definition, id, version);
    if (kind !== 'restored') requireKept(before);
    else if (before.state === 'kept') throw notStruck();
    if (kind === 'restored' && (await keyTaken(tx, definition.id, before.key, id)))
      throw taken(definition, { values: before.values, name: before.name });
    const state = kind === 'struck' ? 'struck' : 'kept';
    const after = await updateEntry(tx, before, {
      ...before,
      state,
      refreshed_on: clock.today(),
      updated_by_name: actor.name,
    });
    await written(tx, definition, actor, { id, version: after.version, kind, fields: {}, reason });
    return after;
  });
}

function sound(definition: LedgerDefinition, given: Given, names: Names): CheckedEntry {
  const checked = checkEntry(definition, given.values, given.place, names);
  if (checked.faults.length > 0) throw new EntryFaults(checked.faults, definition);
  return checked;
}

/** @throws EntryFaults: a column names an entry that its ledger does not keep */
async function requireReferences(tx: Db, definition: LedgerDefinition, { values }: CheckedEntry): Promise<void> {
  const lost = lostReferences(definition, values, await keysKept(tx, namedKeys(definition, [values])));
  if (lost.length === 0) return;
  const faults = lost.map(({ id }) => ({
    column: id,
    value: String(values[id]).slice(0, 80),
    message: lostWords(undefined),
  }));
  throw new EntryFaults(faults, definition);
}

/** What is stored of a checked entry. */
export async function rowOf(
  db: Db,
  checked: CheckedEntry,
  place: Place | null,
  today: string,
  actor: Pick<Acting, 'name'>,
): Promise<Omit<NewEntry, 'ledger' | 'simulated'>> {
  const centre = centreOf(place);
  const object = checked.object;
  return {
    key: checked.key,
    name: checked.name,
    values: checked.values,
    place,
    lon: centre?.lon ?? null,
    lat: centre?.lat ?? null,
    unit_id: checked.unitId,
    street_code: checked.streetCode,
    object_id: object ? await objectId(db, object.kind, object.key, checked.name) : null,
    missing: checked.missing,
    contradictions: checked.contradictions,
    refreshed_on: today,
    updated_by_name: actor.name,
  };
}

async function held(tx: Db, definition: LedgerDefinition, id: number, version: number): Promise<EntryRow> {
  const row = await entryById(tx, definition.id, id, true);
  if (!row) throw noEntry(definition);
  if (row.version === version) return row;
  throw new Refusal(
    'conflict',
    {
      zh: `${row.updated_by_name}刚刚改过这一条，请刷新后在新内容上修改，您填写的内容还在页面上。`,
      en: `${row.updated_by_name} has just changed this entry: load it again and make your change on that; what you wrote is still on the page.`,
    },
    { id, version: row.version },
  );
}

function requireKept(row: EntryRow): void {
  if (row.state === 'kept') return;
  throw new Refusal('not_in_this_state', {
    zh: '这一条已销账，不能再改；如需继续使用请先恢复。',
    en: 'This entry is struck off and cannot be changed: restore it first.',
  });
}

const notStruck = () =>
  new Refusal('not_in_this_state', { zh: '这一条没有销账，不需要恢复。', en: 'This entry is not struck off.' });

export const noEntry = (definition: LedgerDefinition) =>
  new Refusal('not_found', {
    zh: `《${definition.title.zh}》中没有这一条，它可能已被移走。`,
    en: `There is no such entry in “${definition.title.en}”.`,
  });

function taken(definition: LedgerDefinition, { values, name }: Pick<CheckedEntry, 'values' | 'name'>): Refusal {
  const columns = definition.key.map((id) => definition.columns.find((column) => column.id === id)!);
  const said = columns.map((column) => `${column.title.zh}“${values[column.id] ?? ''}”`).join('、');
  return new Refusal(
    'already_exists',
    {
      zh: `台账中已有${said}的记录，请在原记录上修改。`,
      en: `The ledger has an entry of ${columns.map((c) => `${c.title.en} “${values[c.id] ?? ''}”`).join(', ')} already: change that one.`,
    },
    { name },
  );
}

/** Which columns differ, before and after; the place counts as one. */
export function differences(before: Pick<EntryRow, 'values' | 'place'>, values: Values, place: Place | null): Fields {
  const fields: Fields = {};
  for (const id of new Set([...Object.keys(before.values), ...Object.keys(values)])) {
    const [was, is] = [before.values[id] ?? null, values[id] ?? null];
    if (JSON.stringify(was) !== JSON.stringify(is)) fields[id] = [was, is];
  }
  if (JSON.stringify(before.place) !== JSON.stringify(place)) fields.place = [before.place, place];
  return fields;
}

async function written(
  tx: Db,
  { id: ledger }: LedgerDefinition,
  actor: Acting,
  change: { id: number; version: number; kind: ChangeKind; fields: Fields; reason?: string | null },
): Promise<void> {
  await keepChange(tx, {
    ledger,
    entryId: change.id,
    version: change.version,
    byId: actor.accountId,
    byName: actor.name,
    kind: change.kind,
    fields: change.fields,
    reason: change.reason,
  });
  await record(tx, actor, {
    action: `ledger.${change.kind}`,
    subjectKind: ledger,
    subjectId: String(change.id),
    after: { version: change.version, columns: Object.keys(change.fields), reason: change.reason ?? undefined },
  });
  await enqueue(tx, FIGURES_TASK);
}
