import { itemOf } from './numerals.ts';

/** A line up to this length may be a heading. */
export const HEADING_LENGTH = 40;

/** The leading sentence of a paragraph names it when it is short enough to be a heading. */
export function leadingTitle(line: string): string {
  const words = itemOf(line)?.rest ?? line;
  const sentence = /^([^。；：:\n]{2,40})[。：:]/.exec(words)?.[1];
  if (sentence) return sentence;
  return words.length <= HEADING_LENGTH ? words.replace(/[。；]$/, '') : '';
}
