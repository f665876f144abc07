/** When a device's time stamp cannot be believed. Ours, not a standard's: no text says it. */
export const CLOCK_LIMITS = {
  /** ms ahead of our clock; beyond it the frame is kept and waits for the clock to be set right */
  aheadMs: 15 * 60_000,
  /** no device of these protocols is older; loggers that lost their clock say 1970 or 2000 */
  earliest: Date.UTC(2005, 0, 1),
} as const;

/** What protects the platform from who it does not know. */
export const ADMISSION_LIMITS = {
  /** devices in probation at one time; beyond it unknown ones are not heard until some are admitted or removed */
  mostInProbation: 2000,
  /** frames kept of one of them; beyond it nothing more is acknowledged */
  mostFramesInProbation: 3000,
  /** an identity that is longer is none */
  longestIdentity: 64,
  /** a factor's name that is longer is none */
  longestFactor: 120,
  /** what is written beside a kept frame, characters */
  longestDetail: 200,
  /** frames that cannot be read, kept per remote address and minute */
  unreadablePerMinute: 30,
} as const;

export type LinkLimits = Readonly<
  Record<
    | 'mostConnections'
    | 'mostPerAddress'
    | 'idleMs'
    | 'muteMs'
    | 'settleMs'
    | 'mostUnsettled'
    | 'sendPauseBytes'
    | 'sendCutBytes'
    | 'backlog',
    number
  >
>;

/** What protects a listener. */
export const LINK_LIMITS: LinkLimits = {
  mostConnections: 12_000,
  mostPerAddress: 12_000,
  /** ms without a byte after which a connection is closed: three times the longest interval of HJ 212 (3,600 s) */
  idleMs: 3 * 3600_000,
  /** ms without a byte after connecting, before anything was said */
  muteMs: 120_000,
  /** ms of silence after which a reader decides on what it holds */
  settleMs: 100,
  /** frames of one connection that wait for their commit, before it is read no further */
  mostUnsettled: 4000,
  /** bytes that a peer may leave unread before it is read no further, and before it is cut off */
  sendPauseBytes: 256 * 1024,
  sendCutBytes: 4 * 1024 * 1024,
  /** listen backlog: a reconnect storm of thousands */
  backlog: 4096,
};
