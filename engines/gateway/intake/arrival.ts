import type { ModelSettings, Protocol } from '#engines/devices';
import type { RowSink } from './row-sink.ts';

/**
 * What became of a frame. `stored` and `kept`: committed, the device may be told so; `refused`: kept or counted, but not
 * to be acknowledged (checksum, password, flood); `closed`: not committed, nothing may be said.
 */
export type Outcome = 'stored' | 'kept' | 'refused' | 'closed';

/** A frame that came on a link, decoded. */
export type Arrival<M = unknown> = {
  readonly dialect: Dialect<M>;
  readonly message: M;
  readonly bytes: Uint8Array;
  readonly remote: string | null;
  /** ms since 1970 */
  readonly receivedAt: number;
  /** called once */
  readonly settle: (outcome: Outcome) => void;
};

/** How the messages of one protocol are understood. Pure but for what it puts into the sink. */
export type Dialect<M> = {
  readonly protocol: Protocol;
  /** reads the bytes of one whole frame again, as a worker does that got them from the bus */
  decode(bytes: Uint8Array): M | null;
  identityOf(message: M): string | null;
  /** whether the checksum is one that the device may use */
  isSound(message: M, settings: ModelSettings | undefined): boolean;
  /** what the device says as its password; undefined in a message that has no place for one */
  passwordOf?(message: M): string | null | undefined;
  /** opens what only the device's key opens */
  unseal?(message: M, key: Uint8Array | null): M;
  /** whether a message says anything to be stored at all: not so heartbeats and answers */
  bringsData(message: M): boolean;
  interpret(message: M, sink: RowSink): void;
  /** what a person may read of a message whose bytes are no text, without plates, SIM cards and places */
  shown?(message: M): unknown;
  /** departures from the protocol by name, to be counted per device */
  deviationsOf(message: M): readonly string[];
};

/** Where arrivals go: into the store, or onto the bus. */
export type Intake = {
  accept<M>(arrival: Arrival<M>): void;
  /** stop reading from sockets */
  readonly full: boolean;
  whenRoom(call: () => void): void;
};
