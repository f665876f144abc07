/** One connection, as the conversation of a protocol sees it. */
export type Link = {
  /** address of the peer */
  readonly remote: string;
  /** queues bytes; what is queued in one turn goes out together */
  send(bytes: Uint8Array): void;
  close(reason: string): void;
  /** one more, one less frame waits for its commit: too many and the connection is not read for a while */
  unsettled(by: 1 | -1): void;
};

/** The conversation of one protocol on one connection. */
export type Session = {
  data(chunk: Buffer): void;
  /** nothing came for a while and bytes are held: decide on them */
  quiet(): void;
  /** bytes that are held, waiting for the rest of a frame */
  held(): number;
  closed(reason: string): void;
};

export type OpenSession = (link: Link) => Session;
