/** Something a device has to say and, mostly, to be answered for. */
export type Parcel = {
  /** 'data' waits until the device is let in; 'talk' (logins, answers, heartbeats) does not */
  readonly kind: 'data' | 'talk';
  /** what the answer will name; empty: an answer without a name goes to the oldest */
  readonly key: string;
  /** which message it is: '2011', '0200' */
  readonly what: string;
  /** the stamps of the data in it, ms since 1970: with the device's code the keys of what was acknowledged */
  readonly stamps: readonly number[];
  /** whether it is answered at all */
  readonly awaits: boolean;
  /** how often the device sends it though once would do */
  readonly copies?: number;
  /** the packet; `again` when it has been sent before over a line that broke or in silence */
  readonly bytes: (again: boolean) => Uint8Array;
};

/** What came of bytes that a device heard. */
export type Heard =
  /** an answer; without a name it is to the oldest that waits */
  | { readonly heard: 'answer'; readonly key: string | null; readonly well: boolean }
  /** a request of the platform was carried out */
  | { readonly heard: 'request'; readonly what: string }
  | { readonly heard: 'say'; readonly parcels: readonly Parcel[] }
  /** the platform does not let it in: the line is to be tried again later */
  | { readonly heard: 'refused' };

/** How a device speaks: what it has to say and when, and what it makes of what it hears. Times: ms of simulated time. */
export type Speaker = {
  /** the line is open: what is said first */
  readonly greet: (now: number) => readonly Parcel[];
  /** whether data may go out */
  readonly admitted: () => boolean;
  /** when it next has something to say */
  readonly nextAt: (now: number) => number;
  readonly due: (now: number) => readonly Parcel[];
  readonly hear: (bytes: Uint8Array, now: number) => readonly Heard[];
  /** the line is closed */
  readonly closed: () => void;
  /** seconds until an unanswered packet is repeated, and how often; a device can be told otherwise */
  readonly patience: () => { readonly overTimeSeconds: number; readonly reCount: number };
};
