import { nextDay } from './natural-day.ts';

/** A rule that goes from day to day: pure, its state a plain value. */
export type Machine<Day, State, Verdict> = {
  readonly initial: State;
  readonly step: (state: State, day: Day | null, date: string) => { readonly state: State; readonly verdict: Verdict };
};
export type JournalEntry<Day, State, Verdict> = {
  readonly date: string;
  /** null = nothing arrived of that day */
  readonly day: Day | null;
  readonly state: State;
  readonly verdict: Verdict;
};
/** Every day from the first to the last, none left out; plain values that can be stored as JSON. */
export type Journal<Day, State, Verdict> = readonly JournalEntry<Day, State, Verdict>[];

function run<Day, State, Verdict>(
  machine: Machine<Day, State, Verdict>,
  kept: Journal<Day, State, Verdict>,
  days: ReadonlyMap<string, Day | null>,
  from: string,
  through: string,
): Journal<Day, State, Verdict> {
  const entries = [...kept];
  let state = kept.at(-1)?.state ?? machine.initial;
  for (let date = from; date <= through; date = nextDay(date)) {
    const day = days.get(date) ?? null;
    const next = machine.step(state, day, date);
    entries.push({ date, day, ...next });
    state = next.state;
  }
  return entries;
}

/** The journal of a series of days from the beginning; a day that is not in the map is a day without data. */
export function recompute<Day, State, Verdict>(
  machine: Machine<Day, State, Verdict>,
  days: ReadonlyMap<string, Day | null>,
): Journal<Day, State, Verdict> {
  const dates = [...days.keys()].sort();
  const [from, through] = [dates[0], dates.at(-1)];
  return from === undefined || through === undefined ? [] : run(machine, [], days, from, through);
}

/**
 * The journal after a day is new or has changed, late data included: what lies before the day stays as it is, the day and
 * all after it are judged again. The same as `recompute` over all days.
 */
export function withDay<Day, State, Verdict>(
  machine: Machine<Day, State, Verdict>,
  journal: Journal<Day, State, Verdict>,
  date: string,
  day: Day | null,
): Journal<Day, State, Verdict> {
  const days = new Map(journal.map((entry) => [entry.date, entry.day] as const)).set(date, day);
  const [first, last] = [journal[0]?.date, journal.at(-1)?.date];
  const kept = journal.filter((entry) => entry.date < date);
  const end = last === undefined || last < date ? date : last;
  const after = kept.at(-1)?.date;
  const from = after === undefined ? (first === undefined || date < first ? date : first) : nextDay(after);
  return run(machine, kept, days, from, end);
}

/** Days whose verdict differs between two journals of one subject: what has to be told or taken back. */
export function changedDays<Day, State, Verdict>(
  before: Journal<Day, State, Verdict>,
  after: Journal<Day, State, Verdict>,
): string[] {
  const known = new Map(before.map(({ date, verdict }) => [date, JSON.stringify(verdict)]));
  return after.filter(({ date, verdict }) => known.get(date) !== JSON.stringify(verdict)).map(({ date }) => date);
}
