/** How conversations are timed; a device's own time-out and repeats are settings of its model. */
export const CONVERSATION = {
  /** how often a gateway looks for commands that wait, ms */
  lookEveryMs: 1000,
  /** how often it looks whether an exchange is overdue, ms */
  overdueEveryMs: 250,
  /** an exchange that its process has not touched for so long is nobody's, s */
  staleSeconds: 300,
  /** a live exchange is touched so often, ms */
  touchEveryMs: 60_000,
  /** lines of data kept of one command */
  mostDataLines: 20,
  /** the clock of one device is set at most so often: when it drifts, and when it asks for it itself; ms */
  clockEveryMs: { drift: 3600_000, asked: 600_000 },
} as const;

/** How missing periods are asked for again; the standard leaves all of it to the platform. */
export const GAPS = {
  heardWithinMinutes: 15,
  /** what has ended so lately may still come by itself, minutes */
  onItsWayMinutes: { hours: 15, minutes: 30 },
  /** the longest stretch of one request, hours: a day of hours, a day's sixth of minutes */
  longestHours: { hours: 24, minutes: 4 },
  /** requests to one device in one look, per kind */
  mostAtOnce: 3,
  /** hours after which the same gap is asked for again; after the last one never */
  backOffHours: [1, 6, 24, 72],
  /** a request for history does not wait longer for its device, hours */
  waitHours: 1,
  /** a device that left so many requests of a day unanswered in a row is asked no more that day */
  unansweredInRow: 3,
} as const;

/** Who is named where the platform asks of its own accord. */
export const PLATFORM = { accountId: null, name: 'system' } as const;

/** Items whose value is the moment of sending when the person gives none. */
export const AT_SENDING: ReadonlySet<string> = new Set(['SystemTime', 'SKCreateTime']);
/** Items that are kept apart until they are sent, and never shown again. */
export const SECRET_ITEMS: ReadonlySet<string> = new Set(['NewPW', 'NewSK']);
