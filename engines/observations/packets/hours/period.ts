import type { MeasuringDevice } from '#engines/devices';
import { average, averagingOf } from './averaging.ts';
import { type Mark, markedLetter } from './marks.ts';
import { BASIS_ORDER, type Basis, type Letter, WITH_VALUE, WITHOUT_VALUE } from './rules.table.ts';

const MINUTE = 60_000;

/** A stored packet. */
export type StoredPacket = {
  /** ms since 1970 */
  readonly at: number;
  readonly span: number;
  readonly sourceId: number;
  /** came in a file or as a replay of another year */
  readonly imported: boolean;
  /** a replay or a simulation: gives way to anything that was really measured */
  readonly makeBelieve: boolean;
  readonly flags: string;
  readonly values: readonly (number | null)[];
};

export type Period = {
  readonly mean: (number | null)[];
  readonly min: (number | null)[];
  readonly max: (number | null)[];
  /** values that the mean is made of */
  readonly samples: number[];
  readonly validMinutes: number[];
  readonly flags: string;
  /** a letter of `BASES` a channel, '-' where nothing says anything of it */
  readonly basis: string;
  /** of most of the packets that were used */
  readonly sourceId: number;
};

type Made = {
  basis: Basis;
  letter: Letter;
  mean: number | null;
  min: number | null;
  max: number | null;
  samples: number;
  validMinutes: number;
};
/** the period's length, and the time that valid values must stand for; ms */
type Frame = { readonly totalMs: number; readonly leastMs: number };
type Candidate = { basis: Basis; packets: readonly StoredPacket[]; lengthMs: number };

/**
 * One period of a device from the packets that begin in it, by the table of rules. Pure: the same packets give the same
 * period in whichever order they came.
 * @param packets in the order of time; spans up to the period's own
 * @returns null when there is none
 */
export function makePeriod(
  device: Pick<MeasuringDevice, 'settings' | 'channels'>,
  packets: readonly StoredPacket[],
  { minutes, leastShare }: { minutes: number; leastShare: number },
  marks: readonly Mark[] = [],
): Period | null {
  const real = packets.some((p) => !p.makeBelieve) ? packets.filter((p) => !p.makeBelieve) : packets;
  if (real.length === 0) return null;
  const candidates = candidatesOf(device, real, minutes);
  const width = real.reduce((most, p) => Math.max(most, p.flags.length), 0);
  const frame: Frame = { totalMs: minutes * MINUTE, leastMs: leastShare * minutes * MINUTE };
  const byChannel = new Map<number, Mark[]>();
  for (const mark of marks) byChannel.set(mark.channel, [...(byChannel.get(mark.channel) ?? []), mark]);
  const period: Period = {
    ...{ mean: [], min: [], max: [], samples: [], validMinutes: [] },
    ...{ flags: '', basis: '', sourceId: 0 },
  };
  let [flags, basis] = ['', ''];
  const used = new Set<Candidate>();
  for (let place = 0; place < width; place++) {
    const best = bestOf(candidates, place, device, frame, byChannel.get(place + 1) ?? []);
    if (best) used.add(best.from);
    flags += best?.made.letter ?? 'N';
    basis += best?.made.basis ?? '-';
    period.mean.push(best?.made.mean ?? null);
    period.min.push(best?.made.min ?? null);
    period.max.push(best?.made.max ?? null);
    period.samples.push(best?.made.samples ?? 0);
    period.validMinutes.push(best?.made.validMinutes ?? 0);
  }
  return { ...period, flags, basis, sourceId: sourceOf(used.size ? [...used].flatMap((c) => c.packets) : real) };
}

/** What the period can be made of, in the order in which it is tried; imported hours first. */
function candidatesOf(
  { settings }: Pick<MeasuringDevice, 'settings'>,
  packets: readonly StoredPacket[],
  minutes: number,
): Candidate[] {
  const whole = packets.filter((p) => p.span === minutes);
  const imported = whole.filter((p) => p.imported).slice(0, 1);
  const candidates: Candidate[] = [];
  const add = (basis: Basis, found: readonly StoredPacket[], lengthMs: number) => {
    if (found.length) candidates.push({ basis, packets: found, lengthMs });
  };
  add('i', imported, minutes * MINUTE);
  for (const basis of BASIS_ORDER[settings.hourFrom]) {
    if (basis === 'd') add('d', whole.filter((p) => !p.imported).slice(0, 1), minutes * MINUTE);
    else if (basis === 'r')
      add(
        'r',
        packets.filter((p) => p.span === 0),
        settings.realtimeInterval * 1000,
      );
    else
      for (const span of spansBelow(packets, minutes))
        add(
          'm',
          packets.filter((p) => p.span === span),
          span * MINUTE,
        );
  }
  return candidates;
}

const spansBelow = (packets: readonly StoredPacket[], minutes: number) =>
  [...new Set(packets.map((p) => p.span))].filter((span) => span > 0 && span < minutes).sort((a, b) => a - b);

function bestOf(
  candidates: readonly Candidate[],
  place: number,
  device: Pick<MeasuringDevice, 'channels'>,
  frame: Frame,
  marks: readonly Mark[],
): { made: Made; from: Candidate } | undefined {
  let suspect: { made: Made; from: Candidate } | undefined;
  let any: { made: Made; from: Candidate } | undefined;
  for (const from of candidates) {
    const made = makeOf(from, place, device, frame, marks);
    if (!made) continue;
    if (made.letter === 'V' || made.basis === 'i') return { made, from };
    if (made.letter === 'S') suspect ??= { made, from };
    any ??= { made, from };
  }
  return suspect ?? any;
}

/** A channel of the period from one kind of records; null when they say nothing of it. */
function makeOf(
  { basis, packets, lengthMs }: Candidate,
  place: number,
  { channels }: Pick<MeasuringDevice, 'channels'>,
  { totalMs, leastMs }: Frame,
  marks: readonly Mark[],
): Made | null {
  const spanMs = basis === 'r' ? 0 : lengthMs;
  const told = packets.filter((p) => letterAt(p, place) !== 'N');
  if (told.length === 0) return null;
  const letters = told.map((p) => markedLetter(letterAt(p, place), marks, p.at, spanMs));
  if (basis === 'i' || basis === 'd') {
    const [letter, value] = [letters[0]!, told[0]!.values[place] ?? null];
    const valid = letter === 'V' && value !== null;
    return {
      ...{ basis, letter, mean: value, min: null, max: null, samples: value === null ? 0 : 1 },
      validMinutes: valid ? lengthMs / MINUTE : 0,
    };
  }
  const time: Record<Letter, number> = { V: 0, S: 0, I: 0, M: 0, C: 0, N: 0 };
  // each stands for its span or interval, counted where it begins, and no time is counted twice
  told.forEach((p, i) => {
    const letter = p.values[place] == null && letters[i] === 'V' ? 'N' : letters[i]!;
    time[letter] += Math.min(lengthMs, (told[i + 1]?.at ?? Number.POSITIVE_INFINITY) - p.at);
  });
  const validMinutes = Math.floor(Math.min(totalMs, time.V) / MINUTE);
  for (const { letter, together } of WITH_VALUE) {
    if (together.reduce((sum, one) => sum + time[one], 0) < leastMs) continue;
    const values = told.flatMap((p, i) => (together.includes(letters[i]!) ? (p.values[place] ?? []) : []));
    const made = average(averagingOf(channels[place]), values, basis === 'r');
    if (made.mean === null) break;
    return { basis, letter, ...made, samples: values.length, validMinutes };
  }
  time.N = totalMs - time.V - time.S - time.I - time.M - time.C;
  const most = WITHOUT_VALUE.reduce((first, one) => (time[one] > time[first] ? one : first));
  const letter = time[most] > 0 ? most : 'N';
  const samples = letters.filter((one) => one === 'V').length;
  return { basis, letter, mean: null, min: null, max: null, samples, validMinutes };
}

const letterAt = (packet: StoredPacket, place: number): Letter => (packet.flags[place] ?? 'N') as Letter;

/** The source of most packets; of two with as many the later one. */
function sourceOf(packets: readonly StoredPacket[]): number {
  const counts = new Map<number, number>();
  for (const { sourceId } of packets) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return [...counts].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best,
  )[0];
}
