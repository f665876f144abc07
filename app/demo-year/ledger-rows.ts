import type { Column, LedgerDefinition, SimulatedEntry } from '#engines/ledgers';
import { addDays, datesBetween, lastDayOfMonth } from '#platform/clock';
import { type LedgerProfile, profileInvalid, type YearProfile } from './profile.ts';
import { type Draw, drawOf } from './random.ts';
import { columnValue, type Filled, type RowContext } from './values.ts';
import type { World, WorldStreet } from './world.ts';

/** An entry as other ledgers and visits refer to it. */
export type Known = {
  readonly key: string;
  readonly street: string | null;
  readonly day: string;
  readonly values: Readonly<Record<string, unknown>>;
};
export type Making = {
  readonly year: YearProfile;
  readonly world: World;
  readonly limit: string;
  /** entries of ledgers made before, by ledger */
  readonly known: ReadonlyMap<string, readonly Known[]>;
};

const ISSUES: Record<string, (year: number) => { period: string; day: string }[]> = {
  month: (year) => monthsOf(year).map((month) => ({ period: month, day: lastDayOfMonth(month) })),
  'half-month': (year) =>
    monthsOf(year).flatMap((month) => [
      { period: `${month}上`, day: `${month}-15` },
      { period: `${month}下`, day: lastDayOfMonth(month) },
    ]),
  quarter: (year) =>
    [3, 6, 9, 12].map((m) => ({
      period: `${year}Q${m / 3}`,
      day: lastDayOfMonth(`${year}-${String(m).padStart(2, '0')}`),
    })),
  day: (year) => datesBetween(`${year}-01-01`, `${year}-12-31`).map((day) => ({ period: day, day })),
};
const monthsOf = (year: number) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

type Seat = { day: string; period: string; street: WorldStreet; fixed: Filled };

/** The rows of a ledger by its profile, up to a day; what would come later is left out. */
export function ledgerRows(definition: LedgerDefinition, profile: LedgerProfile, making: Making): SimulatedEntry[] {
  const { year, limit } = making;
  const base = baseColumn(definition, profile, year.path);
  const rows: SimulatedEntry[] = [];
  const taken = new Set<string>();
  let n = 0;
  for (const seat of seats(definition, profile, making)) {
    n += 1;
    if ((profile.kept ?? seat.day) > limit) continue;
    const draw = drawOf(`${year.seed}|${definition.id}|${n}`);
    const made = fillRow(definition, profile, making, seat, base, draw, n);
    const key = definition.key.map((id) => String(made.values[id] ?? '')).join('|');
    if (taken.has(key)) continue;
    taken.add(key);
    rows.push(made);
  }
  return rows;
}

function fillRow(
  definition: LedgerDefinition,
  profile: LedgerProfile,
  { year, world, limit, known }: Making,
  seat: Seat,
  base: Column | undefined,
  draw: Draw,
  n: number,
): SimulatedEntry {
  const values: Filled = { ...seat.fixed };
  const named = new Map<string, Known>();
  let { street } = seat;
  // what it belongs to says where it is
  for (const column of definition.columns)
    if (column.type === 'entry' && column.ledger && profile.columns[column.id]?.value === undefined) {
      const kept = known.get(column.ledger) ?? [];
      const earlier = kept.filter((one) => one.day <= seat.day);
      const all = earlier.length || !column.required ? earlier : kept;
      const chance = profile.columns[column.id]?.chance ?? (column.required ? 1 : 0.6);
      if (all.length === 0 || !draw.chance(chance)) continue;
      const one = draw.of(all);
      values[column.id] = one.key;
      named.set(column.id, one);
      if (one.street) street = world.street(one.street);
    }
  const taken = takenFrom(definition, profile, { known, named, day: seat.day, draw, values });
  const row: RowContext = {
    draw,
    year,
    n,
    day: seat.day,
    period: seat.period,
    street,
    units: profile.units ?? ['ecology-environment-bureau'],
    limit,
    diligence: year.diligence[street.code] ?? 1,
  };
  if (base) values[base.id] ??= base.type === 'month' ? seat.day.slice(0, 7) : seat.day;
  for (const column of inOrder(definition.columns, profile)) {
    if (column.derived || values[column.id] !== undefined || column.type === 'entry' || taken.has(column.id)) continue;
    const value = columnValue(column, profile.columns[column.id], values, row);
    if (value !== undefined) values[column.id] = value;
  }
  const created = profile.kept ?? (seat.day >= `${year.year - 1}-12-01` ? seat.day : `${year.year - 1}-12-01`);
  const looks = looksOf(definition, profile, row, created);
  return { values, place: placeOf(definition, street, draw), createdOn: created, looks };
}

/** Fills the columns that name an entry of another ledger by its key, and what is taken from it. @returns those columns */
function takenFrom(
  { columns }: LedgerDefinition,
  { columns: profiles }: LedgerProfile,
  {
    known,
    named,
    day,
    draw,
    values,
  }: { known: Making['known']; named: Map<string, Known>; day: string; draw: Draw; values: Filled },
): Set<string> {
  for (const { id } of columns) {
    const of = profiles[id]?.entry;
    if (!of) continue;
    const stands = ({ values: its }: Known) =>
      String(its[of.from] ?? '9') <= day && of.until.every((until) => String(its[until] ?? '9') >= day);
    const standing = (known.get(of.ledger) ?? []).filter(stands);
    if (standing.length === 0) continue;
    const one = draw.of(standing);
    named.set(id, one);
    values[id] = one.key;
  }
  const taken = columns.filter(({ id }) => named.has(profiles[id]?.take?.from ?? ''));
  for (const { id } of taken) {
    const { take, chance = 1 } = profiles[id]!;
    const value = named.get(take!.from)?.values[take!.column];
    if (typeof value === 'string' && draw.chance(chance)) values[id] = value;
  }
  return new Set([...named.keys(), ...taken.map(({ id }) => id)]);
}

/** Columns that speak of others come after them. */
function inOrder(columns: readonly Column[], { columns: profiles }: LedgerProfile): Column[] {
  const done: Column[] = [];
  const left = [...columns];
  while (left.length) {
    const at = left.findIndex(({ id }) => {
      const p = profiles[id];
      const needs = [
        p?.after,
        p?.given,
        p?.same,
        ...(p?.by?.split(' ') ?? []),
        p?.needs,
        ...Object.keys(p?.when ?? {}),
        ...(JSON.stringify([p?.pattern, p?.weights, p?.of, p?.filled]).match(/(?<=\{)\w+(?=[}:])/g) ?? []),
      ];
      return !left.some((other) => other.id !== id && needs.includes(other.id));
    });
    done.push(...left.splice(Math.max(0, at), 1));
  }
  return done;
}

function baseColumn(definition: LedgerDefinition, { when }: LedgerProfile, path: string): Column | undefined {
  const dated = definition.columns.filter(({ type }) => type === 'date' || type === 'month');
  if (!when) return dated.find(({ required }) => required);
  const found = dated.find(({ id }) => id === when);
  if (!found) throw profileInvalid(path, `${definition.id}/when`, `no date or month ${when}`);
  return found;
}

function* seats(definition: LedgerDefinition, profile: LedgerProfile, { year, world }: Making): Generator<Seat> {
  const draw = drawOf(`${year.seed}|${definition.id}|seats`);
  if (profile.each) {
    for (const of of profile.years ?? [year.year]) yield* crossed(definition, profile.each, of, world, draw);
    return;
  }
  const rows = typeof profile.rows === 'object' ? profile.rows : { [year.year]: profile.rows ?? 40 };
  for (const [of, count] of Object.entries(rows)) {
    const from = profile.from ?? `${of}-01-01`;
    const until = profile.until ?? `${of}-12-31`;
    for (let i = 0; i < count; i++)
      yield { day: dayIn(draw, from, until, profile.months), period: '', street: draw.of(world.streets), fixed: {} };
  }
}

function* crossed(
  definition: LedgerDefinition,
  each: readonly string[],
  year: number,
  world: World,
  draw: Draw,
): Generator<Seat> {
  const issue = each.find((one) => one in ISSUES);
  const periods = issue ? ISSUES[issue]!(year) : [{ period: String(year), day: `${year}-01-01` }];
  const streets = each.includes('street') ? world.streets : [null];
  const choices = each.flatMap((id) => definition.columns.filter((column) => column.id === id && column.choices));
  let fixed: Filled[] = [{}];
  for (const { id, choices: of } of choices)
    fixed = fixed.flatMap((one) => of!.map((choice) => ({ ...one, [id]: choice.id })));
  for (const { period, day } of periods)
    for (const street of streets)
      for (const one of fixed) yield { day, period, street: street ?? draw.of(world.streets), fixed: { ...one } };
}

/** A day of a span; with weights of the months, more in some than in others. */
export function dayIn(draw: Draw, from: string, until: string, months?: readonly number[]): string {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
  const even = addDays(from, draw.whole(0, days));
  if (!months) return even;
  const month = draw.weighted(Object.fromEntries(months.map((weight, i) => [String(i + 1).padStart(2, '0'), weight])));
  const whole = `${even.slice(0, 4)}-${month}`;
  return `${whole}-${String(draw.whole(1, Number(lastDayOfMonth(whole).slice(8)))).padStart(2, '0')}`;
}

/** The days on which somebody looked at it again: in time, but for streets that are behind. */
function looksOf(definition: LedgerDefinition, profile: LedgerProfile, row: RowContext, created: string): string[] {
  const { refreshDays } = definition;
  if (refreshDays === null) return [];
  const { draw, diligence, limit } = row;
  if (!profile.refresh) {
    const ago = draw.whole(0, Math.round(refreshDays * (draw.chance(0.9 * diligence) ? 0.9 : 1.4)));
    const last = addDays(limit, -ago);
    return last > created ? [last] : [];
  }
  const looks: string[] = [];
  let at = created;
  for (;;) {
    at = addDays(
      at,
      Math.max(
        1,
        Math.round(refreshDays * (draw.chance(diligence) ? draw.between(0.5, 0.95) : draw.between(1.2, 2.5))),
      ),
    );
    if (at > limit) return looks;
    looks.push(at);
  }
}

function placeOf({ place }: LedgerDefinition, street: WorldStreet, draw: Draw): SimulatedEntry['place'] {
  if (place === 'none' || !draw.chance(0.95)) return null;
  const [x, y] = street.point(draw);
  if (place === 'point') return { type: 'Point', coordinates: [x, y] };
  const size = draw.between(0.0002, 0.0008);
  const at = (dx: number, dy: number): [number, number] => [
    Math.round((x + dx * size) * 1e5) / 1e5,
    Math.round((y + dy * size) * 1e5) / 1e5,
  ];
  if (place === 'line') return { type: 'LineString', coordinates: [at(-2, 0), at(0, 0.3), at(2, 0.1)] };
  return { type: 'Polygon', coordinates: [[at(-1, -1), at(1, -0.8), at(0.9, 1), at(-1.1, 0.9), at(-1, -1)]] };
}
