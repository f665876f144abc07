import type { CrcVariant } from './crc.ts';

export type Terminator = 'crlf' | 'stars' | 'half' | 'spelt' | 'missing';

/** A frame cut out of a stream: `##`, length, data segment, checksum, end. Buffers are views of what came. */
export type Hj212Frame = {
  readonly kind: 'frame';
  /** every byte, from `##` to the terminator */
  readonly bytes: Buffer;
  /** null when the four characters are no digits */
  readonly declaredLength: number | null;
  /** bytes of the data segment, which begins after `##` and four digits */
  readonly segmentLength: number;
  /** the four hex digits as sent; null when there are none */
  readonly crcText: string | null;
  /** the checksum of HJ 212 over the segment as it came */
  readonly crc: number;
  readonly crcVariant: CrcVariant | null;
  /** whether the segment holds bytes above 0x7F */
  readonly highBytes: boolean;
  /** whether it holds bytes below 0x20 */
  readonly controlBytes: boolean;
  /** what stands between checksum and terminator */
  readonly extra: string;
  readonly terminator: Terminator;
};

/** Bytes that are no frame: `noise` between frames, a `cut-off` beginning, a frame that has `no-end` within the limit. */
export type SkippedBytes = {
  readonly kind: 'skipped';
  readonly bytes: Buffer;
  readonly why: 'noise' | 'cut-off' | 'no-end';
};

/** `##` and four digits */
export const HEAD = 6;

/** The data segment of a frame, a view. */
export const segmentOf = ({ bytes, segmentLength }: Hj212Frame): Buffer => bytes.subarray(HEAD, HEAD + segmentLength);
