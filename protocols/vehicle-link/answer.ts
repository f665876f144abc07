import { closeFrame, type Envelope } from './frame.ts';
import { RESPONSES } from './heads.table.ts';

/** bytes of a time */
const TIME = 6;

/**
 * The answer of a platform to a command: its envelope with the result, and of its data the time alone
 * (GB/T 32960.3-2016 6.3.2, HJ 1239.3-2021 5.3.2).
 * @param raw the frame that is answered; a RangeError when it is none with a response byte
 * @param data what stands in the answer instead, for commands that ask for something
 */
export function answerTo(
  { envelope, raw }: { readonly envelope: Envelope | null; readonly raw: Uint8Array },
  result: keyof typeof RESPONSES,
  data: Uint8Array = raw.slice(24, Math.min(24 + TIME, raw.length - 1)),
): Uint8Array {
  if (envelope?.head !== 'platform') throw new RangeError('only a frame with a response byte can be answered');
  return closeFrame({ ...envelope, response: RESPONSES[result] }, data);
}
