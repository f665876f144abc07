import { type Piece, VehicleReader } from '#protocols/vehicle-link';
import type { SessionDeps } from '../links/deps.ts';
import type { Link, Session } from '../links/link.ts';
import { settling } from '../links/settling.ts';
import { vehicleAnswer } from './answers.ts';
import { VEHICLE_DIALECTS } from './dialect.ts';
import { FAMILIES } from './families.table.ts';
import { whichProtocol } from './which.ts';

/** A begun frame may pause so long on a mobile line; then what it began with is taken for noise. */
const FRAME_PAUSE_MS = 3000;

/**
 * A connection of a vehicle, or of a platform that carries many: GB 17691, HJ 1239 and GB/T 32960 on one port, told apart
 * frame by frame.
 */
export function vehicleSession(link: Link, deps: SessionDeps): Session {
  const reader = new VehicleReader({ starts: [0x23, 0x7e] });

  function take(pieces: readonly Piece[]): void {
    const receivedAt = Date.now();
    for (const { kind, bytes } of pieces) {
      const protocol = kind === 'frame' ? whichProtocol(bytes, deps.register) : null;
      // the log-in of a terminal that nobody knows says nothing yet and is answered by no standard
      if (!protocol) deps.meter.of('gb-17691').noiseBytes += kind === 'noise' ? bytes.length : 0;
      else {
        const message = FAMILIES[protocol].decode(bytes);
        const dialect = VEHICLE_DIALECTS[protocol];
        deps.book.heard(link, protocol, deps.register.find(protocol, dialect.identityOf(message) ?? ''), receivedAt);
        deps.intake.accept({
          dialect,
          message,
          bytes,
          remote: link.remote,
          receivedAt,
          settle: settling(link, deps.meter, protocol, receivedAt, vehicleAnswer(message)),
        });
      }
    }
  }

  return {
    settleMs: FRAME_PAUSE_MS,
    data: (chunk) => take(reader.push(chunk)),
    quiet: () => take(reader.end()),
    held: () => reader.waiting,
    closed: (reason) => deps.book.gone(link, reason),
  };
}
