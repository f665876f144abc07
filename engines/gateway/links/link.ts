/** One connection, as the conversation of a protocol sees it. */
export type Link = {
  /** address of the peer */
  readonly remote: string;
  /** queues bytes; what is queued in one turn goes out together */
  send(bytes: Uint8Array): void;
  close(reason: string): void;
  /** one more, one less frame waits for its commit: too many and the connection is not read for a while */
  unsettled(by: 1 | -1): void;
  /** reads nothing for a while: what comes waits in the peer */
  slow(ms: number): void;
};

/** The conversation of one protocol on one connection. */
export type Session = {
  data(chunk: Buffer): void;
  /** nothing came for a while and bytes are held: decide on them */
  quiet(): void;
  /** bytes that are held, waiting for the rest of a frame */
  held(): number;
  /** called about once a second, for what waits for a time to pass */
  tick?(now: number): void;
  closed(reason: string): void;
  /** ms of silence after which `quiet` is called; the listener's own when left out */
  readonly settleMs?: number;
};

export type OpenSession = (link: Link) => Session;
