import {
  answerTo,
  decodeFrame,
  encode,
  frameReader,
  type Hj212Frame,
  type Hj212Message,
  type SkippedBytes,
} from '#protocols/hj-212';
import type { SessionDeps } from '../links/deps.ts';
import type { Link, Session } from '../links/link.ts';
import { settling } from '../links/settling.ts';
import { hj212Dialect } from './dialect.ts';

export type Hj212Deps = SessionDeps & {
  /** given every message of a device: the exchanges that wait for it look whether it is theirs */
  exchanges?: { said(link: Link, message: ReturnType<typeof decodeFrame>): void };
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
      if (part.kind === 'skipped') deps.meter.of('hj-212').noiseBytes += part.bytes.length;
      else frame(part, receivedAt);
    }
  }

  function frame(part: Hj212Frame, receivedAt: number): void {
    const message = decodeFrame(part, ALL_VARIANTS);
    if (message.crcVariant !== null) {
      deps.book.heard(link, 'hj-212', hj212Dialect.identityOf(message), receivedAt);
      deps.exchanges?.said(link, message);
    }
    deps.intake.accept({
      dialect: hj212Dialect,
      message,
      bytes: message.bytes,
      remote: link.remote,
      receivedAt,
      settle: settling(link, deps.meter, 'hj-212', receivedAt, answerOf(message)),
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
