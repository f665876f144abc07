/** A clause of a measure's words: [start, end) in the text, and the sentence it belongs to. */
export type Clause = { start: number; end: number; text: string; sentence: number; previous: Clause | undefined };

/**
 * Parts a text at ，；。： and line ends, not inside brackets nor inside a number. The masked text serves to find things,
 * positions are the same in the true one.
 */
export function clausesOf(text: string): Clause[] {
  const out: Clause[] = [];
  let depth = 0;
  let start = 0;
  let sentence = 0;
  const close = (end: number) => {
    const opens = start === 0 || /[\n；;]/.test(text[start - 1]!);
    const lead = opens
      ? /^\s*(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])?\s*/.exec(text.slice(start, end))![0].length
      : text.slice(start, end).search(/\S/);
    if (lead >= 0 && start + lead < end) {
      const from = start + lead;
      const words = text.slice(from, end).trimEnd();
      const last = out.at(-1);
      out.push({
        start: from,
        end: from + words.length,
        text: words,
        sentence,
        previous: last?.sentence === sentence ? last : undefined,
      });
    }
    start = end + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (/[（(《“]/.test(c)) depth++;
    else if (/[）)》”]/.test(c)) depth = Math.max(0, depth - 1);
    else if (c === '\n' || /[。！？]/.test(c)) {
      depth = 0;
      close(i);
      sentence++;
    } else if (
      depth === 0 &&
      (/[，；：;]/.test(c) ||
        (c === ',' && !(/\d/.test(text[i - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5)))))
    )
      close(i);
  }
  close(text.length);
  return out;
}

const FILL = '\u2423';

/** Figures that are names: standards, substances, emission stages, dates, numbered things, titles of documents. */
const NAMES: readonly RegExp[] = [
  /《[^》]*》/g,
  /[A-Za-z]{1,6}(?:\/[A-Za-z]{1,4})?\s?\d+(?:[./]\d+)*[-—–]\d{2,4}/g,
  /(?:PM|SO|NO|CO|O|NH|N)\s?\d+(?:\.\d+)?(?![\d%])/g,
  /(?:AQI|VOCs?|C|B|A|G|S|K|R)\d{1,3}(?=[\u4e00-\u9fff])/g,
  /国[ⅠⅡⅢⅣⅤⅥ一二三四五六IV1-6]+[abAB]?/g,
  /“?[一二三四五六七八九十]{2,3}五”?(?=时期|期间|规划|末|以来)/g,
  /(?:20\d{2}|19\d{2})\s*(?:[-—–至]\s*(?:20\d{2}))?\s*年(?:版|度)?(?:底|末|初)?(?:\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?)?(?:之?前)?/g,
  /\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{1,2}月?\s*[-—–~至]\s*(?:次年)?\d{1,2}\s*月|\d{1,2}月(?:底|末|份|上旬|中旬|下旬)?(?:之?前)?/g,
  /第[\d一二三四五六七八九十]+(?:[章节条款项批期类季]|季度|阶段)?/g,
  /附件\s?\d+|表\s?\d+|\d+[类级号](?!别)|“(?![^”\d一二三四五六七八九十两]*(?:清零|全覆盖|零)[^”\d一二三四五六七八九十两]*”)[^”]*”/g,
  /(?:^|\n)\s*(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])/g,
  /[（(]20\d{2}[^）)]*[）)]/g,
];

/** The text with such names blanked out, of the same length. */
export function maskNames(text: string): string {
  let masked = text;
  for (const pattern of NAMES)
    masked = masked.replace(pattern, (name) =>
      name.replace(/[^\n《》“”]/g, (c) => (/[\d一二三四五六七八九十百千万两零]/.test(c) ? FILL : c)),
    );
  return masked;
}
