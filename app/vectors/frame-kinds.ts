import type { FrameLine } from './frame-file.ts';
import { HJ212_FRAMES, HJ212_SM4_FRAMES } from './frames.hj212.ts';
import { GB_32960 } from './vehicles/electric.ts';
import { GB_17691, HJ_1239 } from './vehicles/emission.ts';
import { JT_808 } from './vehicles/trucks.ts';

/**
 * How the frames of one protocol are checked. `read` decodes a line and states the same keys as its `expect` (and
 * `valid_crc`); `notes` are keys of `expect` that only remark on the source. A key that is neither is named as skipped.
 */
export type FrameKind = {
  readonly read: (line: FrameLine) => Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
};

/** One line per protocol. A file belongs to the longest key that its name is or begins with, up to `_`, `-` or `.`. */
export const FRAME_KINDS: Readonly<Record<string, FrameKind>> = {
  gb17691: GB_17691,
  gb32960: GB_32960,
  hj1239: HJ_1239,
  hj212: HJ212_FRAMES,
  hj212_2025_sm4: HJ212_SM4_FRAMES,
  jt808: JT_808,
};

/** The kind of a file by its name: `hj212`, `hj212_more` → hj212. */
export function kindOf(name: string, kinds: Readonly<Record<string, FrameKind>> = FRAME_KINDS): FrameKind | undefined {
  const fits = (key: string) => name === key || (name.startsWith(key) && /[_.-]/.test(name[key.length] as string));
  const [key] = Object.keys(kinds)
    .filter(fits)
    .sort((a, b) => b.length - a.length);
  return key === undefined ? undefined : kinds[key];
}
