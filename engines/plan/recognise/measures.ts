import { itemOf } from './numerals.ts';

/**
 * Parts a cell that lists its measures （1）… （2）… into them, each with its number as printed. Only a list that begins
 * the cell and counts 1, 2, 3 in one manner is parted; words before the list stay with its first measure.
 */
export function splitMeasures(text: string): string[] {
  const lines = text.split('\n');
  const items = lines.map((line) => itemOf(line));
  const first = items.findIndex((item) => item?.no === 1 && item.level >= 2);
  if (first < 0) return [...inlineList(text)];
  const level = items[first]!.level;
  const starts: number[] = [];
  for (const [i, item] of items.entries())
    if (i >= first && item?.level === level && item.no === starts.length + 1) starts.push(i);
  if (starts.length < 2) return [...inlineList(text)];
  // a sentence before the list that ends is a measure of its own; one that leads to it with a colon is not
  starts[0] = 0;
  return starts.map((from, i) => lines.slice(from, starts[i + 1] ?? lines.length).join('\n'));
}

/** （1）…；（2）… within one paragraph. */
function inlineList(text: string): string[] {
  if (!/^[（(]1[）)]/.test(text)) return [text];
  const starts: number[] = [];
  for (const mark of text.matchAll(/[（(](\d{1,2})[）)]/g))
    if (Number(mark[1]) === starts.length + 1 && (mark.index === 0 || /[。；;\s]$/.test(text.slice(0, mark.index))))
      starts.push(mark.index);
  if (starts.length < 2) return [text];
  return starts.map((from, i) => text.slice(from, starts[i + 1] ?? text.length).trim());
}
