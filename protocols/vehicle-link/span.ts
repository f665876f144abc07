/** The byte that stands twice at the beginning of a frame; several where a protocol is seen with either. */
export type Starts = readonly (0x23 | 0x7e)[];

/** start 2, command 1, response or (behind the number) software version 1, number 17, encryption 1, length 2 */
export const HEAD = 24;
/** the head and the checksum */
export const FRAME_OVERHEAD = HEAD + 1;
/** GB/T 32960.3-2016 table 2: data of 0 … 65531 bytes. */
export const DATA_LIMIT = 65_531;
/** What a reader waits for unless told otherwise: cell voltages of a large bus take some 2 kB. */
export const LONGEST_DATA = 16_384;

/**
 * Whether a frame with a fitting checksum stands at a place.
 * @param sums running XOR of `held`
 * @returns its length; 'no' when none can begin here; 'more' when that cannot be said yet
 */
export function frameAt(
  held: Uint8Array,
  sums: Uint8Array,
  at: number,
  to: number,
  starts: Starts,
  longest: number,
): number | 'no' | 'more' {
  const start = held[at] as number;
  if (start !== starts[0] && start !== starts[1]) return 'no';
  if (at + 1 >= to) return 'more';
  if (held[at + 1] !== start) return 'no';
  if (at + HEAD > to) return 'more';
  const length = ((held[at + 22] as number) << 8) | (held[at + 23] as number);
  if (length > longest) return 'no';
  const span = FRAME_OVERHEAD + length;
  if (at + span > to) return 'more';
  const checksum = (sums[at + span - 2] as number) ^ (sums[at + 1] as number);
  return checksum === held[at + span - 1] ? span : 'no';
}
