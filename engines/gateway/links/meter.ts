import type { Protocol } from '#engines/devices';
import type { Outcome } from '../intake/arrival.ts';

/** Upper ends of the classes of time from arrival to acknowledgement, ms; what is slower is in the last one. */
export const LATENCY_CLASSES_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000] as const;

/** Why a frame is not acknowledged; a closed list. */
export type Refused =
  | 'unreadable'
  | 'no_identity'
  | 'wrong_password'
  | 'not_authenticated'
  | 'too_many_unknown'
  | 'too_many_frames'
  | 'parts_too_many'
  | 'topic_unknown';

type Counted = {
  frames: number;
  acknowledged: number;
  kept: number;
  refused: number;
  closed: number;
  noiseBytes: number;
};

/** What the links of this process have seen, by protocol: for metrics and the health page. */
export class Meter {
  readonly #by = new Map<Protocol, Counted>();
  readonly latency = new Array<number>(LATENCY_CLASSES_MS.length + 1).fill(0);
  latencySumMs = 0;
  /** frames that were not acknowledged, by the reason */
  readonly refusals = new Map<Refused, number>();

  refuse(reason: Refused): void {
    this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
  }

  of(protocol: Protocol): Counted {
    let counted = this.#by.get(protocol);
    if (!counted) {
      counted = { frames: 0, acknowledged: 0, kept: 0, refused: 0, closed: 0, noiseBytes: 0 };
      this.#by.set(protocol, counted);
    }
    return counted;
  }

  get byProtocol(): ReadonlyMap<Protocol, Readonly<Counted>> {
    return this.#by;
  }

  /** A frame of a protocol has come to its end. */
  settled(counted: Counted, outcome: Outcome, receivedAt: number): void {
    counted.frames++;
    if (outcome === 'refused' || outcome === 'closed') {
      counted[outcome]++;
      return;
    }
    counted.acknowledged++;
    if (outcome === 'kept') counted.kept++;
    const ms = Date.now() - receivedAt;
    this.latencySumMs += ms;
    let at = 0;
    while (at < LATENCY_CLASSES_MS.length && ms > LATENCY_CLASSES_MS[at]!) at++;
    this.latency[at]!++;
  }
}
