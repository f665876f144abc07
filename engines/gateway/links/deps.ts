import type { DeviceRegister } from '#engines/devices';
import type { Express } from '../hj-212/express.ts';
import type { Intake } from '../intake/arrival.ts';
import type { LinkBook } from './book.ts';
import type { Meter } from './meter.ts';

/** What every session works with. */
export type SessionDeps = {
  readonly register: DeviceRegister;
  readonly intake: Intake;
  readonly book: LinkBook;
  readonly meter: Meter;
  /** the short way of HJ 212 into the store; there is none onto the bus */
  readonly express?: Express;
};
