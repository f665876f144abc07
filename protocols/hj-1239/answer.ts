import { answerTo } from '#protocols/vehicle-link';
import type { Hj1239Message } from './message.ts';

/** What the receiving platform answers (5.3.2); a terminal's frame has no response byte and is a RangeError. */
export const answerHj1239 = (message: Hj1239Message, result: 'ok' | 'error'): Uint8Array => answerTo(message, result);
