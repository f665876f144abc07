import type { DeviceRegister } from '#engines/devices';
import type { Intake } from '../intake/arrival.ts';
import type { LinkBook } from './book.ts';
import type { Meter } from './meter.ts';

/** What every session works with. */
export type SessionDeps = {
  readonly register: DeviceRegister;
  readonly intake: Intake;
  readonly book: LinkBook;
  readonly meter: Meter;
};
