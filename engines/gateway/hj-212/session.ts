import {
  answerTo,
  decodeFrame,
  encode,
  frameReader,
  type Hj212Frame,
  type Hj212Message,
  type SkippedBytes,
} from '#protocols/hj-212';
import type { Intake, Outcome } from '../intake/arrival.ts';
import type { LinkBook } from '../links/book.ts';
import type { Link, Session } from '../links/link.ts';
import { hj212Dialect } from './dialect.ts';

export type Hj212Deps = {
  intake: Intake;
  book: LinkBook;
  /** given every message of a device: the exchanges that wait for it look whether it is theirs */
  exchanges?: { said(link: Link, message: ReturnType<typeof decodeFrame>): void };
  /** bytes between frames, with the reason why they are none */
  noise?: (link: Link, skipped: SkippedBytes) => void;
};

const ALL_VARIANTS = { accept: ['hj212', 'modbus-high-byte-first', 'modbus-low-byte-first'] } as const;

/**
 * A connection that speaks HJ 212. Frames are decoded and offered; what a frame asks for is answered when it is committed,
 * and not at all when it is not sound, so that the device sends it again.
 */
export function hj212Session(link: Link, deps: Hj212Deps): Session {
  const reader = frameReader();

  function take(parts: readonly (Hj212Frame | SkippedBytes)[]): void {
    const receivedAt = Date.now();
    for (const part of parts) {
      if (part.kind === 'skipped') deps.noise?.(link, part);
      else frame(part, receivedAt);
    }
  }

  function frame(part: Hj212Frame, receivedAt: number): void {
    const message = decodeFrame(part, ALL_VARIANTS);
    if (message.crcVariant !== null) {
      deps.book.heard(link, hj212Dialect.identityOf(message), receivedAt);
      deps.exchanges?.said(link, message);
    }
    link.unsettled(1);
    deps.intake.accept({
      dialect: hj212Dialect,
      message,
      bytes: message.bytes,
      remote: link.remote,
      receivedAt,
      settle: settling(link, answerOf(message)),
    });
  }

  return {
    data: (chunk) => take(reader.push(chunk)),
    quiet: () => take(reader.settle()),
    held: () => reader.held(),
    closed: (reason) => deps.book.gone(link, reason),
  };
}

/** The answer as bytes, made before the commit so that the message need not wait for it. */
function answerOf(message: Hj212Message): Uint8Array | null {
  const answer = answerTo(message);
  return answer && encode(answer);
}

const settling = (link: Link, answer: Uint8Array | null) => (outcome: Outcome) => {
  link.unsettled(-1);
  if (answer && (outcome === 'stored' || outcome === 'kept')) link.send(answer);
};
