import {
  decodeJt808,
  encodeJt808,
  type Jt808Message,
  Jt808Reader,
  LONGEST_FRAME,
  PART_LIMITS,
  PartAssembler,
  unescaped,
} from '#protocols/jt-808';
import { type FuzzTarget, seedsOf } from './target.ts';

/** begun messages are given up after this many chunks */
const PATIENCE = 100;

/** Frames out of a stream, every chunk as if it were one, and sub-packets put together. */
export function JT_808(): FuzzTarget {
  const reader = new Jt808Reader();
  const assembler = new PartAssembler();
  let now = 0;
  const check = (raw: Uint8Array): Jt808Message => {
    const message = decodeJt808(raw);
    const { header, body, deviations } = message;
    if (deviations.length > 0 || !header) return message;
    const [before, after] = [raw, encodeJt808(header, body)].map((frame) => unescaped(frame.subarray(1, -1)));
    if (!before || !after || Buffer.compare(before, after) !== 0)
      throw new Error('a conformant frame is written differently');
    return message;
  };
  return {
    seeds: seedsOf('jt808'),
    feed: (chunk) => {
      now += 1;
      check(chunk);
      for (const { kind, bytes } of reader.push(chunk)) if (kind === 'frame') assembler.add(check(bytes), now);
      assembler.drop(now - PATIENCE);
    },
    held: () => reader.waiting + assembler.held,
    limit: LONGEST_FRAME + PART_LIMITS.bytes,
  };
}
