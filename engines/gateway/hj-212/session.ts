import type { Registered } from '#engines/devices';
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
  exchanges?: {
    said(link: Link, device: Registered, message: Hj212Message): void;
    /** whether it has to see the next message of the device whole */
    listens(link: Link, device: Registered): boolean;
    gone(link: Link): void;
  };
};

const ALL_VARIANTS = { accept: ['hj212', 'modbus-high-byte-first', 'modbus-low-byte-first'] } as const;

/** A begun frame may pause so long on a mobile line; one that only lacks its end is decided on at once. */
const FRAME_PAUSE_MS = 3000;

/**
 * A connection that speaks HJ 212. Frames are decoded and offered; what a frame asks for is answered when it is committed,
 * and not at all when it is not sound, so that the device sends it again.
 */
export function hj212Session(link: Link, deps: Hj212Deps): Session {
  const reader = frameReader();
  let heardAt = 0;

  function take(parts: readonly (Hj212Frame | SkippedBytes)[]): void {
    const receivedAt = Date.now();
    for (const part of parts) {
      if (part.kind === 'skipped') deps.meter.of('hj-212').noiseBytes += part.bytes.length;
      else frame(part, receivedAt);
    }
  }

  function frame(part: Hj212Frame, receivedAt: number): void {
    if (!shortly(part, receivedAt)) fully(part, receivedAt);
  }

  /** The short way, for packets like the device's last ones. @returns whether it could be gone */
  function shortly(part: Hj212Frame, receivedAt: number): boolean {
    const read = deps.express?.read(part, receivedAt);
    if (!read || deps.exchanges?.listens(link, read.device)) return false;
    deps.book.heard(link, 'hj-212', read.device, receivedAt);
    deps.book.noted(read.device.id, read.clockOffsetS, []);
    deps.express!.store(read, part, link.remote, settling(link, deps.meter, 'hj-212', receivedAt, read.answer));
    return true;
  }

  function fully(part: Hj212Frame, receivedAt: number): void {
    const message = decodeFrame(part, ALL_VARIANTS);
    const device = deps.register.find('hj-212', hj212Dialect.identityOf(message) ?? '');
    // who does not know the password is not taken for the device, whatever is asked of it
    if (device && (device.password === null || device.password === message.pw) && isSound(message, device)) {
      deps.book.heard(link, 'hj-212', device, receivedAt);
      deps.exchanges?.said(link, device, message);
    }
    const answer = answerOf(message, device);
    const settle = settling(link, deps.meter, 'hj-212', receivedAt, answer);
    const { express } = deps;
    const learns = express && device && express.wants(device);
    deps.intake.accept({
      dialect: hj212Dialect,
      message,
      bytes: message.bytes,
      remote: link.remote,
      receivedAt,
      settle: learns
        ? (outcome) => {
            if (outcome === 'stored') express.learn(device!, part, message, answer);
            settle(outcome);
          }
        : settle,
    });
  }

  return {
    data: (chunk) => {
      heardAt = Date.now();
      take(reader.push(chunk));
    },
    quiet: () => {
      if (!reader.goesOn() || Date.now() - heardAt > FRAME_PAUSE_MS) take(reader.settle());
    },
    held: () => reader.held(),
    closed: (reason) => {
      deps.book.gone(link, reason);
      deps.exchanges?.gone(link);
    },
  };
}

const isSound = (message: Hj212Message, { settings }: Registered) => hj212Dialect.isSound(message, settings);

/** The answer as bytes, made before the commit so that the message need not wait for it; in the checksum of the device. */
function answerOf(message: Hj212Message, device: Registered | undefined): Uint8Array | null {
  const answer = device?.settings.answers === false ? null : answerTo(message);
  return answer && encode(answer, { crc: message.crcVariant ?? undefined });
}
