import type { Protocol } from '#engines/devices';
import type { Outcome } from '../intake/arrival.ts';
import type { Link } from './link.ts';
import type { Meter } from './meter.ts';

/** What is said when a frame has come to its end; null: nothing. */
export type Answer = Uint8Array | null | ((outcome: Outcome) => Uint8Array | null);

/**
 * What happens when a frame is settled: it is counted, and answered when it is committed. Bytes are the answer to what is
 * stored or kept and to nothing else; a function says itself what the other outcomes are answered with.
 */
export function settling(link: Link, meter: Meter, protocol: Protocol, receivedAt: number, answer: Answer) {
  link.unsettled(1);
  return (outcome: Outcome): void => {
    link.unsettled(-1);
    meter.settled(meter.of(protocol), outcome, receivedAt);
    if (outcome === 'closed' || answer === null) return;
    const bytes =
      typeof answer === 'function' ? answer(outcome) : outcome === 'stored' || outcome === 'kept' ? answer : null;
    if (bytes) link.send(bytes);
  };
}
