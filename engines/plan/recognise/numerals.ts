const DIGIT: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACE: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 → 12, 二百零五 → 205, 二〇二一 → 2021; undefined when it is no numeral. */
export function chineseToNumber(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return undefined;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((c) => DIGIT[c]).join(''));
  const [head, ...tail] = text.split('万');
  if (tail.length > 0)
    return (head ? (chineseToNumber(head) ?? 0) : 1) * 10_000 + (tail[0] ? (chineseToNumber(tail[0]) ?? 0) : 0);
  let total = 0;
  let digit: number | undefined;
  for (const c of text) {
    const place = PLACE[c];
    if (place === undefined) digit = DIGIT[c];
    else {
      total += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

const NUMERAL = '[一二三四五六七八九十百]+';
const LEVELS: { level: number; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^第(${NUMERAL})[章编部]分?[、.．:：]?\\s*`) },
  { level: 1, pattern: new RegExp(`^(${NUMERAL})[、.．]\\s*`) },
  { level: 2, pattern: new RegExp(`^[（(〔](${NUMERAL})[）)〕][、.．]?\\s*`) },
  { level: 2, pattern: new RegExp(`^第(${NUMERAL})节[、.．:：]?\\s*`) },
  // 1.5月底前 and 2.2023年… begin with a number of their own, 1.5吨 does not
  { level: 3, pattern: /^(\d{1,3})(?:[、.．](?!\d)|[.．](?=(?:1[0-2]|\d)月|20\d{2}年))\s*/ },
  { level: 3, pattern: new RegExp(`^第(${NUMERAL}|\\d+)条[、.．:：]?\\s*`) },
  { level: 4, pattern: /^[（(](\d{1,3})[）)][、.．]?\s*/ },
  { level: 4, pattern: /^(\d{1,3})[)）][、.．]?\s*/ },
  { level: 5, pattern: /^([①-⑳])\s*/ },
];

/** An enumerated line: its level (1 一、 2 （一） 3 1. 4 （1） 5 ①), number, and the words after the number. */
export type Item = { level: number; no: number; rest: string; mark: string };

/** Reads the enumeration at the beginning of a line, undefined when there is none. */
export function itemOf(line: string): Item | undefined {
  for (const { level, pattern } of LEVELS) {
    const found = pattern.exec(line);
    if (!found) continue;
    const mark = found[1]!;
    const no = /^\d+$/.test(mark) ? Number(mark) : level === 5 ? mark.charCodeAt(0) - 0x245f : chineseToNumber(mark);
    if (no !== undefined) return { level, no, rest: line.slice(found[0].length), mark: found[0] };
  }
  return undefined;
}

/** The number of a number cell: 12, 12., （3）, 十二, 3\n3 (repeated at a page break); undefined when blank or no number. */
export function cellNumber(text: string): number | undefined {
  const lines = [...new Set(text.split('\n').map((line) => line.replace(/[\s.．、，,。()（）]/g, '')))].filter(Boolean);
  const one = lines[0];
  // 1 beside 1.1: the task's number and the measure's
  if (
    /^\d{1,3}$/.test(one ?? '') &&
    text
      .split('\n')
      .slice(1)
      .every((line) => line === one || line.startsWith(`${one}.`))
  )
    return Number(one);
  if (lines.length !== 1 || one === undefined) return undefined;
  if (/^\d{1,4}$/.test(one)) return Number(one);
  return chineseToNumber(one);
}

/** A title's lines as one: a name broken over lines is joined, one repeated at page breaks is taken once. */
export function joinedOnce(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  for (let period = 1; period <= lines.length / 2; period++)
    if (lines.length % period === 0 && lines.every((line, i) => line === lines[i % period]))
      return joinLines(lines.slice(0, period));
  return joinLines(lines);
}

/** Chinese lines join without a blank, Latin words with one. */
export const joinLines = (lines: readonly string[]) =>
  lines.reduce((all, line) => (/[A-Za-z]$/.test(all) && /^[A-Za-z]/.test(line) ? `${all} ${line}` : all + line), '');
