import { type InspectionKind, landInspections } from '#engines/inspections';
import {
  analyzeLedger,
  type LandedEntry,
  type LedgerBooks,
  type LedgerDefinition,
  landSimulated,
  namesOf,
} from '#engines/ledgers';
import type { Db } from '#platform/store';
import { type Known, ledgerRows } from './ledger-rows.ts';
import { profileInvalid, type YearProfile } from './profile.ts';
import { type Visitable, visitsOf } from './visits.ts';
import { worldOf } from './world.ts';

export type YearLoaded = { entries: number; visits: number };
type LoadOptions = {
  db: Db;
  districtCode: string;
  books: LedgerBooks;
  kinds: readonly InspectionKind[];
  profile: YearProfile;
  /** nothing is known of later days */
  limit: string;
  progress?: (done: number, total: number) => void;
};

/** Makes up the year in the order in which ledgers refer to each other, then the visits. @throws Refusal district_invalid, value_out_of_range */
export async function loadYear({
  db,
  districtCode,
  books,
  kinds,
  profile,
  limit,
  progress,
}: LoadOptions): Promise<YearLoaded> {
  const world = await worldOf(db, districtCode);
  const names = await namesOf(db, districtCode, limit);
  const known = new Map<string, Known[]>();
  const landed = new Map<string, Visitable[]>();
  for (const id of Object.keys(profile.ledgers))
    if (!books.ofChapters.some((one) => one.id === id))
      throw profileInvalid(profile.path, `ledgers/${id}`, 'no such ledger');
  for (const id of Object.keys(profile.inspections))
    if (!kinds.some((one) => one.id === id)) throw profileInvalid(profile.path, `inspections/${id}`, 'no such kind');
  const result = { entries: 0, visits: 0 };
  const total = books.ofChapters.length + kinds.length;
  let done = 0;
  for (const { id } of books.ofChapters) await books.need(db, id);
  // one is drawn while the database still keeps another, but for those that it refers to
  const landing = new Landing();
  for (const definition of referredFirst(books.ofChapters, profile.ledgers)) {
    progress?.(++done, total);
    const own = profile.ledgers[definition.id];
    if (!own) continue;
    await landing.of(referredBy(definition, profile.ledgers));
    const rows = ledgerRows(definition, own, { year: profile, world, limit, known });
    await landing.begin(definition.id, async () => {
      const kept = await landSimulated(db, definition, rows, names);
      await analyzeLedger(db, definition.id);
      result.entries += kept.length;
      remember(definition, rows, kept, kinds, known, landed);
    });
  }
  await landing.all();
  for (const kind of kinds) {
    progress?.(++done, total);
    const own = profile.inspections[kind.id];
    if (!own) continue;
    const entries = kind.of === 'place' ? [] : kind.of.ledgers.flatMap((ledger) => landed.get(ledger) ?? []);
    const visits = visitsOf(kind, own, { year: profile, world, limit, entries });
    result.visits += visits.length;
    await landing.begin(kind.id, () => landInspections(db, visits));
  }
  await landing.all();
  return result;
}

type Rows = ReturnType<typeof ledgerRows>;

/** What later ledgers and visits may refer to. */
function remember(
  definition: LedgerDefinition,
  rows: Rows,
  kept: readonly LandedEntry[],
  kinds: readonly InspectionKind[],
  known: Map<string, Known[]>,
  landed: Map<string, Visitable[]>,
): void {
  const members = kinds.find(
    ({ of, members: by }) => by && of !== 'place' && of.ledgers.includes(definition.id),
  )?.members;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  known.set(
    definition.id,
    rows.map((row, i) => ({
      key: String(row.values[definition.key[0]!] ?? ''),
      street: kept[i]?.street ?? null,
      day: row.createdOn,
      values: row.values,
    })),
  );
  landed.set(
    definition.id,
    kept.map((entry, i) => {
      const values = rows[i]?.values ?? {};
      const from = (members && text(values[members.from])) ?? rows[i]?.createdOn ?? '';
      const until = members ? text(values[members.until]) : null;
      return {
        ...entry,
        ledger: definition.id,
        from: from.length === 7 ? `${from}-01` : from,
        until: until?.length === 7 ? `${until}-28` : until,
      };
    }),
  );
}

const AT_ONCE = 2;

/** What is being kept in the background, by its ledger or kind; a refusal comes out where it is waited for. */
class Landing {
  readonly #begun = new Map<string, Promise<unknown>>();
  readonly #open = new Set<Promise<unknown>>();

  async begin(id: string, keep: () => Promise<unknown>): Promise<void> {
    const kept = keep();
    const open: Promise<unknown> = kept.then(
      () => this.#open.delete(open),
      () => this.#open.delete(open),
    );
    this.#begun.set(id, kept);
    this.#open.add(open);
    while (this.#open.size >= AT_ONCE) await Promise.race(this.#open);
  }

  async of(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#begun.get(id)));
  }

  async all(): Promise<void> {
    await Promise.all(this.#begun.values());
  }
}

/** The ledgers whose entries the rows of one name. */
const referredBy = ({ id, columns }: LedgerDefinition, profiles: YearProfile['ledgers']): string[] =>
  columns.flatMap((column) => [column.ledger ?? [], profiles[id]?.columns[column.id]?.entry?.ledger ?? []].flat());

/** Ledgers that others refer to come first. */
export function referredFirst(
  ledgers: readonly LedgerDefinition[],
  profiles: YearProfile['ledgers'] = {},
): LedgerDefinition[] {
  const done: LedgerDefinition[] = [];
  const left = [...ledgers];
  while (left.length) {
    const at = left.findIndex(
      (one) =>
        !referredBy(one, profiles).some((ledger) => ledger !== one.id && left.some((other) => other.id === ledger)),
    );
    done.push(...left.splice(Math.max(0, at), 1));
  }
  return done;
}
