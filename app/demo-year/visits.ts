import type { InspectionKind, NewFinding, NewInspection } from '#engines/inspections';
import type { LandedEntry } from '#engines/ledgers';
import { addDays, lastDayOfMonth } from '#platform/clock';
import { dayIn } from './ledger-rows.ts';
import type { VisitProfile, YearProfile } from './profile.ts';
import { type Draw, drawOf } from './random.ts';
import { columnValue, type Filled } from './values.ts';
import type { World, WorldStreet } from './world.ts';

/** An entry that can be visited, and when it is on the books. */
export type Visitable = LandedEntry & { readonly ledger: string; readonly from: string; readonly until: string | null };
export type VisitMaking = {
  readonly year: YearProfile;
  readonly world: World;
  readonly limit: string;
  readonly entries: readonly Visitable[];
};
type Seat = { day: string; entry: Visitable | null; street: WorldStreet };

/** The visits of a kind by its profile, up to a day. */
export function visitsOf(kind: InspectionKind, profile: VisitProfile, making: VisitMaking): NewInspection[] {
  let n = 0;
  return seats(kind, profile, making)
    .filter(({ day }) => day <= making.limit)
    .map((seat) => visit(kind, profile, making, seat, ++n));
}

function seats(kind: InspectionKind, profile: VisitProfile, { year, world, entries }: VisitMaking): Seat[] {
  const draw = drawOf(`${year.seed}|${kind.id}|seats`);
  const found: Seat[] = [];
  if (profile.monthly !== undefined)
    for (let month = 1; month <= 12; month++) {
      const of = `${year.year}-${String(month).padStart(2, '0')}`;
      const [first, last] = [`${of}-01`, lastDayOfMonth(of)];
      for (const entry of entries) {
        if (entry.from > last || (entry.until !== null && entry.until < first)) continue;
        const diligence = entry.street ? (year.diligence[entry.street] ?? 1) : 1;
        if (!draw.chance(profile.monthly * diligence)) continue;
        const from = entry.from > first ? entry.from : first;
        const until = entry.until !== null && entry.until < last ? entry.until : last;
        found.push({ day: dayIn(draw, from, until), entry, street: streetOf(entry, world, draw) });
      }
    }
  for (const [of, count] of Object.entries(profile.rows ?? {}))
    for (let i = 0; i < count; i++) {
      const day = dayIn(draw, profile.from ?? `${of}-01-01`, profile.until ?? `${of}-12-31`, profile.months);
      const there = kind.of === 'place' ? [] : entries.filter((one) => one.from <= day);
      if (kind.of !== 'place' && there.length === 0) continue;
      const entry = there.length ? draw.of(there) : null;
      found.push({ day, entry, street: entry ? streetOf(entry, world, draw) : draw.of(world.streets) });
    }
  return found.sort((a, b) => (a.day < b.day ? -1 : 1));
}

const streetOf = ({ street }: Visitable, world: World, draw: Draw) =>
  street ? world.street(street) : draw.of(world.streets);

function visit(
  kind: InspectionKind,
  p: VisitProfile,
  { year, limit }: VisitMaking,
  seat: Seat,
  n: number,
): NewInspection {
  const draw = drawOf(`${year.seed}|${kind.id}|${n}`);
  const { day, entry, street } = seat;
  const unit = draw.of(p.units);
  const found = draw.chance(p.found) ? findings(kind, p, day, limit, draw) : [];
  const night = kind.atNight || draw.chance(p.night);
  const hour = night ? draw.of([22, 23, 0, 1, 5]) : draw.whole(8, 17);
  const [lon, lat] = kind.of === 'place' ? street.point(draw) : [null, null];
  const values: Filled = {};
  for (const column of kind.columns ?? []) {
    const value = columnValue(column, p.columns[column.id], values, {
      draw,
      year,
      n,
      day,
      period: '',
      street,
      units: p.units,
      limit,
      diligence: 1,
    });
    if (value !== undefined) values[column.id] = value;
  }
  return {
    kind: kind.id,
    client_id: uuidOf(`${year.seed}|${kind.id}|${n}|${day}`),
    ledger: entry?.ledger ?? null,
    entry_id: entry?.id ?? null,
    entry_key: entry?.key ?? null,
    name: entry?.name ?? `${street.name}${p.places ? draw.of(p.places) : draw.of(year.words)}`,
    street_code: street.code,
    unit_id: unit,
    joint: draw.chance(p.joint) && p.units.length > 1 ? [draw.of(p.units.filter((one) => one !== unit))] : [],
    lon,
    lat,
    visited_on: day,
    visited_at: `${String(hour).padStart(2, '0')}:${String(draw.whole(0, 59)).padStart(2, '0')}`,
    at_night: hour >= 22 || hour < 6,
    answers: Object.fromEntries(
      kind.checklist.map(({ id }) => [id, found.some(({ item }) => item === id) ? 'no' : 'yes']),
    ),
    values,
    penalty: found.length && p.penalty && draw.chance(p.penalty.chance) ? hundreds(draw, p.penalty.range) : null,
    words: '',
    follows_id: null,
    by_id: null,
    by_name: `${draw.of(year.surnames)}检查员`,
    simulated: true,
    found,
  };
}

const hundreds = (draw: Draw, [from, until]: readonly [number, number]) =>
  String(Math.round(draw.between(from, until) / 100) * 100);

function findings(kind: InspectionKind, p: VisitProfile, day: string, limit: string, draw: Draw): NewFinding[] {
  const items = new Set<string>();
  for (let i = draw.chance(0.25) ? 2 : 1; i > 0; i--)
    items.add(p.items ? draw.weighted(p.items) : draw.of(kind.checklist).id);
  return kind.checklist
    .filter(({ id }) => items.has(id))
    .map((item) => {
      const on = addDays(day, draw.whole(...p.mendDays));
      const mended = draw.chance(p.mended) && on <= limit;
      return {
        item: item.id,
        words: p.words ? draw.of(p.words) : `${item.title.zh}：不符合`,
        severity: item.severity,
        due_on: addDays(day, item.mendDays ?? kind.mendDays),
        mended_on: mended ? on : null,
        mended_words: mended ? '已整改到位' : null,
      };
    });
}

/** An identity that is the same at every run. */
function uuidOf(text: string): string {
  const draw = drawOf(text);
  const hex = Array.from({ length: 32 }, () => draw.whole(0, 15).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
