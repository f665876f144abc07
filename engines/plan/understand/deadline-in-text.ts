import type { ReadDeadline } from '../reading.types.ts';
import { readDeadline } from './deadline.ts';

const DAY =
  '((?:20\\d{2}年(?:度)?|今年|本年|次年)?(?:\\d{1,2}月(?:\\d{1,2}日|底|末|上旬|中旬|下旬)?|年底|年末|年内|底|末|上半年|第?[一二三四]季度末?|(?:供暖|采暖)(?:季|期))(?:之?前|，?完成|内)|(?:20\\d{2}年)?(?:\\d{1,2}月)?(?:年?底|年末|月底)(?=[，,])|年内(?=[，,完建]))';
const LASTING = '((?:长期|持续|常态化)(?:坚持|实施|推进)(?=[。；，）)]|$))';
const SEASON =
  '((?:20\\d{2}年)?\\d{1,2}月?(?:\\d{1,2}日)?[-—–~～至到]{1,2}(?:次年|20\\d{2}年)?\\d{1,2}月(?:\\d{1,2}日)?)(?=期间|[，,])';
const SPOKEN = new RegExp(
  `(?:^|[，；。：、\\n（(])\\s*(?:到|至|于|在|力争|争取|确保)*(?:${DAY}|${LASTING}|${SEASON}|(20\\d{2}年)(?=[，,]))`,
  'g',
);

/**
 * The deadline that a measure's own words name (2024年底前，…), for plans without a cell for it. Of several days the last one
 * is the measure's; the others are steps on the way.
 */
export function deadlineInText(text: string, year: number | null): ReadDeadline | undefined {
  const found = [...text.matchAll(SPOKEN)]
    // 到2025年，… looks ahead; a year gone by is history
    .filter((m) => !m[4] || year === null || Number.parseInt(m[4], 10) >= year)
    .map((m) => readDeadline(m.slice(1).find((words) => words !== undefined)!, year));
  const dated = found.filter((deadline) => deadline.date).toSorted((a, b) => (a.date! < b.date! ? 1 : -1));
  return dated[0] ?? found[0];
}
