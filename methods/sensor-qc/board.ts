import type { Evidence, Mark, MarkState, Network, Notice } from './series.ts';

/** Who is speaking: the test, and the edition of its parameters. */
export type Speaker = { readonly id: string; readonly edition: string };

/** What the tests have found so far. What carries a mark is no longer usable for the tests that follow. */
export class Board {
  readonly marks: Mark[] = [];
  readonly notices: Notice[] = [];
  readonly #network: Network;
  /** per sensor and channel: the values that nobody objects to yet */
  readonly #usable: Map<string, Float64Array>[];
  /** per sensor and channel: 1 where a local peak is suspected */
  readonly #peaks: Map<string, Uint8Array>[];

  constructor(network: Network) {
    this.#network = network;
    this.#usable = network.sensors.map(
      ({ values }) => new Map(Object.entries(values).map(([code, series]) => [code, Float64Array.from(series)])),
    );
    this.#peaks = network.sensors.map(() => new Map());
  }

  usable(sensor: number, channel: string): Float64Array | undefined {
    return this.#usable[sensor]?.get(channel);
  }

  peaks(sensor: number, channel: string): Uint8Array | undefined {
    return this.#peaks[sensor]?.get(channel);
  }

  /** The usable values of a channel, and with them again those that only this test has marked. */
  beforeTest(test: string, sensor: number, channel: string): Float64Array {
    const { from: start, stepMinutes, sensors } = this.#network;
    const { id, values } = sensors[sensor]!;
    const series = Float64Array.from(this.usable(sensor, channel)!);
    const step = (ms: number) => (ms - start) / (stepMinutes * 60_000);
    for (const mark of this.marks)
      if (mark.test === test && mark.sensor === id && mark.channel === channel)
        for (let i = step(mark.from); i < step(mark.until); i += 1) series[i] = values[channel]![i]!;
    return series;
  }

  /** Steps from … until − 1 get a mark. */
  mark(
    by: Speaker,
    sensor: number,
    channel: string,
    from: number,
    until: number,
    state: MarkState,
    evidence: Evidence,
  ): void {
    const end = Math.min(until, this.#network.steps);
    this.usable(sensor, channel)?.fill(Number.NaN, from, end);
    this.marks.push({ ...this.#at(by, sensor, channel, from, end), state, evidence });
  }

  /** A notice keeps nothing out. */
  notice(
    by: Speaker,
    sensor: number,
    channel: string,
    from: number,
    until: number,
    says: Notice['says'],
    evidence: Evidence,
  ): void {
    const end = Math.min(until, this.#network.steps);
    if (says === 'local-peak') {
      const peaks = this.#peaks[sensor]!.get(channel) ?? new Uint8Array(this.#network.steps);
      this.#peaks[sensor]!.set(channel, peaks.fill(1, from, end));
    }
    this.notices.push({ ...this.#at(by, sensor, channel, from, end), says, evidence });
  }

  #at(by: Speaker, sensor: number, channel: string, from: number, until: number) {
    const { from: start, stepMinutes, sensors } = this.#network;
    const time = (step: number) => start + step * stepMinutes * 60_000;
    const id = sensors[sensor]!.id;
    return { test: by.id, edition: by.edition, sensor: id, channel, from: time(from), until: time(until) };
  }
}
