import type { Parcel } from './parcel.ts';

/** What a transport tells its line. */
export type TransportEvents = {
  readonly up: () => void;
  /** closed or failed; told once for each opening */
  readonly down: () => void;
  readonly heard: (bytes: Uint8Array) => void;
  /** for transports that answer by themselves: PUBACK, 2xx */
  readonly answered: (key: string, well: boolean) => void;
};

/** A way for a device to reach the platform. */
export type Transport = {
  readonly open: (events: TransportEvents) => void;
  /** @returns bytes sent */
  readonly send: (parcel: Parcel, again: boolean) => number;
  readonly close: () => void;
};
