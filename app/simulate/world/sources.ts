import { chance, keyOf, normal } from './chance.ts';
import { SOURCE_KINDS, type SourceKind, type SourceKindRow } from './sources.table.ts';
import { dayOf, dayStart, HOUR, hourOf, MINUTE, weekdayOf } from './time.ts';

/** A local source of the world; one that is not registered is known to the truth alone. */
export type Source = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly street: string;
  readonly lon: number;
  readonly lat: number;
  readonly registered: boolean;
};

/** Something gone wrong at a source: a net torn, a filter off, a nozzle open. */
export type Mishap = { readonly from: number; readonly until: number; readonly times: number };

const [SIZE, DAYS, WRONG, WHEN, LONG, HOURS] = ['size', 'days', 'wrong', 'when', 'long', 'hours'].map(keyOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

export function isWorking({ working }: Pick<SourceKindRow, 'working'>, instant: number): boolean {
  const hour = hourOf(instant);
  const weekend = weekdayOf(instant) % 6 === 0;
  return working.some(
    ({ from, until, on }) => hour >= from && hour < until && (on === 'all' || (on === 'weekends') === weekend),
  );
}

/** The mishap of a source on a day (days since 1970), if there is one. */
export function mishapOn(seed: number, source: Source, day: number): Mishap | null {
  const { mishaps, working } = SOURCE_KINDS[source.kind];
  const key = keyOf(source.id);
  if (chance(seed, key, WRONG, day) >= mishaps.days) return null;
  const span = working[0]!;
  const from = dayStart(day) + (span.from + chance(seed, key, WHEN, day) * (span.until - span.from) * 0.7) * HOUR;
  return { from, until: from + (1.5 + 2.5 * chance(seed, key, LONG, day)) * HOUR, times: mishaps.times };
}

/**
 * How strongly a source gives at an instant, 1 being what its kind gives while it works: its own size, whether it works on
 * this day and at this hour, the ups and downs of the work, and mishaps.
 */
export function strengthAt(seed: number, source: Source, instant: number): number {
  const row = SOURCE_KINDS[source.kind];
  const key = keyOf(source.id);
  const day = dayOf(instant);
  const size = Math.exp(0.4 * normal(seed, key, SIZE));
  const works = chance(seed, key, DAYS, day) < row.days && isWorking(row, instant);
  const unrest = Math.exp(0.25 * normal(seed, key, HOURS, Math.floor(instant / (10 * MINUTE))));
  const mishap = mishapOn(seed, source, day);
  const wrong = mishap && instant >= mishap.from && instant < mishap.until ? mishap.times : 1;
  return size * (works ? unrest : row.idle) * wrong;
}
