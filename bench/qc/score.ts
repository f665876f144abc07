import type { Findings, Mark } from '#methods/sensor-qc';
import { FAULT_KINDS, type Fault, type FaultKind } from './faults.ts';
import { STEP_MINUTES } from './field.ts';
import { type Simulated, STEPS } from './network.ts';

type Span = { sensor: number; channel: string; test: string; from: number; until: number };

export function spansOf({ network }: Simulated, marks: readonly Mark[]): Span[] {
  const index = new Map(network.sensors.map(({ id }, i) => [id, i]));
  const step = (ms: number) => Math.round((ms - network.from) / (STEP_MINUTES * 60_000));
  return marks.map(({ sensor, channel, test, from, until }) => ({
    sensor: index.get(sensor)!,
    channel,
    test,
    from: step(from),
    until: step(until),
  }));
}

const overlap = (a: { from: number; until: number }, b: { from: number; until: number }, margin = 0) =>
  a.from < b.until + margin && b.from < a.until + margin;
const percent = (part: number, all: number) => (all > 0 ? Math.round((1000 * part) / all) / 10 : Number.NaN);

/** Recall and precision of each kind of fault; a mark is right when its channel has a fault of any kind then (± an hour). */
export function scoreFaults(simulated: Simulated, findings: Findings, faults: readonly Fault[]) {
  const spans = spansOf(simulated, findings.marks);
  const right = (span: Span) =>
    faults.some((fault) => fault.sensor === span.sensor && overlap(fault, span, 60 / STEP_MINUTES));
  return (Object.keys(FAULT_KINDS) as FaultKind[]).map((kind) => {
    const own = faults.filter((fault) => fault.kind === kind);
    const by: readonly string[] = FAULT_KINDS[kind].by;
    const of = (fault: Fault) =>
      spans.filter((s) => s.sensor === fault.sensor && fault.channels.includes(s.channel) && overlap(s, fault));
    const found = own.filter((fault) => of(fault).length > 0);
    const named = own.filter((fault) => of(fault).some(({ test }) => by.includes(test)));
    const named2 = spans.filter(({ test }) => by.includes(test));
    let [covered, length] = [0, 0];
    for (const fault of own)
      for (const channel of fault.channels) {
        const marked = new Uint8Array(STEPS);
        for (const s of of(fault)) if (s.channel === channel) marked.fill(1, s.from, s.until);
        length += fault.until - fault.from;
        covered += marked.subarray(fault.from, fault.until).reduce((n, v) => n + v, 0);
      }
    return {
      fault: kind,
      injected: own.length,
      'found %': percent(found.length, own.length),
      'by its own test %': percent(named.length, own.length),
      'time covered %': percent(covered, length),
      tests: by.join(' '),
      marks: named2.length,
      'precision %': percent(named2.filter(right).length, named2.length),
    };
  });
}

/** Of the steps and of the episodes in which the air really was a local peak and the sensor was sound: how many were kept out. */
export function scorePeaks(simulated: Simulated, findings: Findings, faults: readonly Fault[]) {
  const spans = spansOf(simulated, findings.marks);
  const [steps, episodes] = [
    { all: 0, removed: 0 },
    { all: 0, removed: 0, told: 0 },
  ];
  const blame = new Map<string, number>();
  simulated.sites.forEach((site, sensor) => {
    const sick = new Uint8Array(STEPS);
    for (const f of faults) if (f.sensor === sensor) sick.fill(1, Math.max(0, f.from - 12), f.until + 12);
    for (const channel of site.fractions) {
      const out = new Uint8Array(STEPS);
      const mine = spans.filter((s) => s.sensor === sensor && s.channel === channel);
      for (const s of mine) out.fill(1, s.from, s.until);
      const peak = (t: number) => simulated.peaks[sensor]![t] === 1 && sick[t] === 0;
      for (let t = 0; t < STEPS; t += 1) {
        if (!peak(t)) continue;
        let until = t;
        let removed = 0;
        while (until < STEPS && peak(until)) removed += out[until++]!;
        steps.all += until - t;
        steps.removed += removed;
        episodes.all += 1;
        if (removed > (until - t) / 5) episodes.removed += 1;
        if (removed > 0)
          for (const s of mine) if (overlap(s, { from: t, until })) blame.set(s.test, (blame.get(s.test) ?? 0) + 1);
        t = until;
      }
    }
  });
  return { steps, episodes, blame };
}

/** Share of the time of sound channels that carries a mark. */
export function falseTime(simulated: Simulated, findings: Findings, faults: readonly Fault[]): number {
  const spans = spansOf(simulated, findings.marks);
  let [marked, all] = [0, 0];
  simulated.sites.forEach((site, sensor) => {
    const sick = new Uint8Array(STEPS);
    for (const f of faults) if (f.sensor === sensor) sick.fill(1, Math.max(0, f.from - 12), f.until + 12);
    for (const channel of site.fractions) {
      const out = new Uint8Array(STEPS);
      for (const s of spans) if (s.sensor === sensor && s.channel === channel) out.fill(1, s.from, s.until);
      for (let t = 0; t < STEPS; t += 1)
        if (!sick[t]) {
          all += 1;
          marked += out[t]!;
        }
    }
  });
  return percent(marked, all);
}
