import { buddy } from './checks/buddy.ts';
import { drift } from './checks/drift.ts';
import { interference } from './checks/interference.ts';
import { inversion } from './checks/inversion.ts';
import { isolation } from './checks/isolation.ts';
import { noise } from './checks/noise.ts';
import { range } from './checks/range.ts';
import { rate } from './checks/rate.ts';
import { spatial } from './checks/spatial.ts';
import { spike } from './checks/spike.ts';
import { stuck } from './checks/stuck.ts';
import { transport } from './checks/transport.ts';
import { twoChannel } from './checks/two-channel.ts';
import { CHECK_IDS, type CheckId, type Told, toldOn } from './checks.table.ts';
import { Context } from './context.ts';
import type { Findings, Mark, Network, Notice } from './series.ts';
import { withoutPeaks } from './site-ratio.ts';

/** a test that takes long pauses between sensors */
type Run = { readonly [Id in CheckId]: (context: Context, told: Told<Id>) => undefined | Generator<void> | void };
const RUN: Run = {
  transport,
  range,
  interference,
  rate,
  stuck,
  spike,
  noise,
  'two-channel': twoChannel,
  inversion,
  isolation,
  buddy,
  spatial,
  drift,
};

export type QcOptions = {
  /** which tests, all by default; they run in the order of the table whatever the order here */
  readonly checks?: readonly CheckId[];
  /** other numbers than the table's, by test and parameter */
  readonly parameters?: Readonly<Partial<Record<CheckId, Readonly<Record<string, number>>>>>;
  /** milliseconds since 1970: only what is found about [from, until) is told; what lies around was needed to find it */
  readonly only?: { readonly from: number; readonly until: number };
};

/** 'YYYY-MM-DD' in Beijing (UTC+8) */
const dayOf = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Runs the tests over a network. Marks and notices stand in the order of time, sensor and test; adjoining marks of one test
 * are one. A RangeError when steps do not divide the hour or series have different lengths.
 */
export function testNetwork(network: Network, options: QcOptions = {}): Findings {
  const steps = testInSteps(network, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with pauses, many in a test that takes long, for who has other things to do meanwhile. */
export function* testInSteps(network: Network, options: QcOptions = {}): Generator<CheckId, Findings> {
  const context = new Context(network);
  const day = dayOf(network.from);
  for (const id of CHECK_IDS) {
    if (options.checks && !options.checks.includes(id)) continue;
    const before = context.board.marks.length;
    const going = runOne(id, context, day, options.parameters?.[id]);
    if (going) for (const _ of going) yield id;
    if (context.board.marks.length > before) context.renew();
    yield id;
  }
  return {
    marks: told(context.board.marks, options.only, (a, b) => a.state === b.state),
    notices: told(context.board.notices, options.only, (a, b) => a.says === b.says),
    hourly: hourlyOf(context),
  };
}

/** What is left for comparing days: medians of hours without what carries a mark and without local peaks. */
function hourlyOf(context: Context): Findings['hourly'] {
  const found = new Map<string, Record<string, Float64Array>>();
  for (const channel of context.channels())
    found.set(channel.series.id, { ...found.get(channel.series.id), [channel.code]: withoutPeaks(context, channel) });
  return found;
}

function runOne<Id extends CheckId>(id: Id, context: Context, day: string, instead?: Readonly<Record<string, number>>) {
  return RUN[id](context, toldOn(id, day, instead));
}

function told<T extends Mark | Notice>(all: readonly T[], only: QcOptions['only'], same: (a: T, b: T) => boolean): T[] {
  const order = CHECK_IDS as readonly string[];
  const sorted = all
    .map((one) =>
      only ? { ...one, from: Math.max(one.from, only.from), until: Math.min(one.until, only.until) } : one,
    )
    .filter(({ from, until }) => from < until)
    .sort(
      (a, b) =>
        compare(a.sensor, b.sensor) ||
        compare(a.channel, b.channel) ||
        order.indexOf(a.test) - order.indexOf(b.test) ||
        a.from - b.from,
    );
  const merged: T[] = [];
  for (const one of sorted) {
    const last = merged.at(-1);
    if (
      last &&
      last.sensor === one.sensor &&
      last.channel === one.channel &&
      last.test === one.test &&
      last.until >= one.from &&
      same(last, one)
    )
      merged[merged.length - 1] = { ...last, until: Math.max(last.until, one.until) };
    else merged.push(one);
  }
  return merged.sort((a, b) => a.from - b.from);
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
