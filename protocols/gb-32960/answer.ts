import { bytesOf, codecOf } from '#protocols/fields';
import { answerTo } from '#protocols/vehicle-link';
import { TIME } from './commands.table.ts';
import type { Gb32960Message } from './message.ts';

const TIME_ONLY = codecOf([TIME]);

/** What a platform answers: 'vin-twice' when the number is logged in already. */
export const answerGb32960 = (message: Gb32960Message, result: 'ok' | 'error' | 'vin-twice'): Uint8Array =>
  answerTo(message, result);

/**
 * The answer to a terminal that asks for the time (command 08).
 * @param time Beijing time, '2026-11-26T08:00:00+08:00'
 */
export const answerGb32960Time = (message: Gb32960Message, time: string): Uint8Array =>
  answerTo(message, 'ok', bytesOf(TIME_ONLY, { time }));
