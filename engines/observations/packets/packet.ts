/** One packet as it goes into the store: place i of both arrays is channel i + 1 of the device. */
export type PacketRow = {
  readonly deviceId: number;
  readonly sourceId: number;
  /** instant of the value, or the beginning of its period; ms since 1970 */
  readonly at: number;
  /** 0: of the moment; otherwise the minutes of its period */
  readonly spanMinutes: number;
  /** as sent, in the channel's unit; null where the packet says nothing */
  readonly values: readonly (number | null)[];
  /** V N M C S I, and a blank where the packet says nothing of a channel */
  readonly flags: string;
  readonly receivedAt: number;
};

/** Why a frame did not become packets. A closed list: pages translate it. */
export const KEPT_REASONS = [
  'probation',
  'retired',
  'unreadable',
  'no_identity',
  'wrong_password',
  'no_time',
  'clock_ahead',
  'clock_far_behind',
  'not_numeric',
  'unknown_message',
  'too_many_channels',
  'refused_by_store',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** A frame that is kept as it came. */
export type KeptFrame = {
  readonly protocol: string;
  readonly identity: string | null;
  readonly deviceId: number | null;
  readonly remote: string | null;
  readonly reason: KeptReason;
  readonly detail: string | null;
  readonly bytes: Uint8Array;
  readonly receivedAt: number;
};

/** the flag of a channel that a packet says nothing about */
export const UNTOLD = ' ';

export const keyOf = (row: Pick<PacketRow, 'deviceId' | 'at' | 'spanMinutes'>) =>
  `${row.deviceId}|${row.at}|${row.spanMinutes}`;

/** The later row on top of the earlier one of the same key: what it says counts, what it does not say stays. */
export function onTop(earlier: PacketRow, later: PacketRow): PacketRow {
  const length = Math.max(earlier.flags.length, later.flags.length);
  const values = new Array<number | null>(length).fill(null);
  let flags = '';
  for (let i = 0; i < length; i++) {
    const told = i < later.flags.length && later.flags[i] !== UNTOLD;
    const from = told ? later : earlier;
    values[i] = from.values[i] ?? null;
    flags += from.flags[i] ?? UNTOLD;
  }
  return { ...later, values, flags };
}

/** Whether the later row says something else of a channel that the earlier one spoke of. */
export function contradicts(earlier: PacketRow, later: PacketRow): boolean {
  for (let i = 0; i < later.flags.length; i++) {
    const [was, is] = [earlier.flags[i] ?? UNTOLD, later.flags[i]];
    if (was === UNTOLD || is === UNTOLD) continue;
    if (was !== is || single(earlier.values[i]) !== single(later.values[i])) return true;
  }
  return false;
}

/** as the store's real holds it */
const single = (value: number | null | undefined) => (value == null ? null : Math.fround(value));
